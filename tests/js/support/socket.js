/** A socket whose other end is the test. */

export class FakeSockets {
  all = [];

  dial = () => {
    const socket = new FakeSocket();
    this.all.push(socket);
    return socket;
  };

  get last() {
    return this.all.at(-1);
  }
}

class FakeSocket {
  readyState = 0;
  sent = [];

  open() {
    this.readyState = 1;
    this.onopen?.();
  }

  say(frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** The network takes the connection away. */
  fail() {
    this.readyState = 3;
    this.onclose?.();
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }
}
