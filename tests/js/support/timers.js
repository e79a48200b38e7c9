/** A clock that a test turns by hand, and a pause that lets every promise already kept run on. */

export class FakeTimers {
  #now = 1_700_000_000_000;
  #due = new Map();
  #last = 0;

  now = () => this.#now;

  after = (ms, act) => {
    this.#last += 1;
    this.#due.set(this.#last, { at: this.#now + ms, act });
    return this.#last;
  };

  cancel = (handle) => this.#due.delete(handle);

  /** Turns the clock on, doing what falls due in its order, and lets promises run after each step. */
  async pass(ms) {
    await settle();
    const until = this.#now + ms;
    for (;;) {
      const next = [...this.#due].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!next) break;
      const [handle, { at, act }] = next;
      this.#due.delete(handle);
      this.#now = Math.max(this.#now, at);
      act();
      await settle();
    }
    this.#now = until;
  }
}

export const settle = () => new Promise((resolve) => setImmediate(resolve));
