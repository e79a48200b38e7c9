/** The judge's line: hello and welcome, the heart that beats, the official clock, and the server's last word. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Line, PING_EVERY_MS } from "../../judges_console/static/line.js";
import { FakeSockets } from "./support/socket.js";
import { FakeTimers } from "./support/timers.js";

const WELCOME = { t: "welcome", official: 1_700_000_000_000_000, counter: 0 };

function lined() {
  const timers = new FakeTimers();
  const sockets = new FakeSockets();
  const frames = [];
  const states = [];
  const ears = { frame: (frame) => frames.push(frame), lost: () => states.push("lost"), changed: () => states.push(line.state) };
  const line = new Line(sockets.dial, { lang: "zh" }, ears, timers, () => 0);
  line.start();
  return { timers, sockets, line, frames, states };
}

test("an open socket is greeted in the judge's language, before anything else", () => {
  const { sockets, line } = lined();
  assert.equal(line.send({ t: "command" }), false);
  sockets.last.open();
  assert.equal(line.send({ t: "command" }), false);
  assert.deepEqual(sockets.last.sent, [{ t: "hello", lang: "zh" }]);
});

test("the line is up once the server has welcomed the judge", () => {
  const { sockets, line, frames } = lined();
  sockets.last.open();
  sockets.last.say(WELCOME);
  assert.equal(line.state, "up");
  assert.deepEqual(frames, [WELCOME]);
  assert.equal(line.send({ t: "sheets" }), true);
});

test("the heart beats while the line is up and not after it is lost", async () => {
  const { timers, sockets } = lined();
  sockets.last.open();
  sockets.last.say(WELCOME);
  const first = sockets.last;
  await timers.pass(PING_EVERY_MS);
  first.say({ t: "pong", at: timers.now(), official: WELCOME.official });
  first.fail();
  const pings = first.sent.filter((frame) => frame.t === "ping").length;
  await timers.pass(PING_EVERY_MS * 3);
  assert.equal(pings, 2);
  assert.equal(first.sent.filter((frame) => frame.t === "ping").length, pings);
});

test("official time is the server's, whatever the tablet's clock says, less half of the way", () => {
  const { timers, sockets, line } = lined();
  assert.equal(line.official(), undefined);
  sockets.last.open();
  sockets.last.say({ ...WELCOME, official: (timers.now() + 3_600_000) * 1000 });
  assert.equal(line.official(), (timers.now() + 3_600_000) * 1000);
  sockets.last.say({ t: "pong", at: timers.now() - 200, official: (timers.now() - 50) * 1000 });
  assert.equal(line.official(), (timers.now() + 50) * 1000);
});

test("a pong is nobody's business but the line's", () => {
  const { sockets, frames } = lined();
  sockets.last.open();
  sockets.last.say({ t: "pong", at: 0, official: 0 });
  assert.deepEqual(frames, []);
});

test("a silent line says so, and is up again with the next welcome", async () => {
  const { timers, sockets, line, states } = lined();
  sockets.last.open();
  sockets.last.say(WELCOME);
  await timers.pass(6_000);
  assert.equal(line.state, "silent");
  sockets.last.open();
  sockets.last.say(WELCOME);
  assert.equal(line.state, "up");
  assert.deepEqual(states, ["up", "silent", "lost", "up"]);
});

test("a farewell for good ends the line; one with a time only delays it", async () => {
  const { timers, sockets, line } = lined();
  sockets.last.open();
  sockets.last.say(WELCOME);
  sockets.last.say({ t: "bye", reason: "restart", zh: "重启", en: "restarting", retry_after_ms: 3_000 });
  await timers.pass(2_900);
  assert.equal(sockets.all.length, 1);
  assert.equal(line.bye.reason, "restart");
  await timers.pass(1_000);
  assert.equal(sockets.all.length, 2);

  sockets.last.open();
  sockets.last.say({ t: "bye", reason: "seat-left", zh: "已离席", en: "the seat was left" });
  await timers.pass(60_000);
  assert.equal(line.state, "over");
  assert.equal(line.bye.reason, "seat-left");
  assert.equal(sockets.all.length, 2);
});
