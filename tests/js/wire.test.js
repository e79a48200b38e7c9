/** The wire: when it tries again, and when it says that nobody is there. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { CEILING_MS, FLOOR_MS, waitBefore } from "../../web/static/shared/backoff.js";
import { SILENT_AFTER_MS, Wire } from "../../web/static/shared/wire.js";
import { FakeSockets } from "./support/socket.js";
import { FakeTimers } from "./support/timers.js";

function wired({ random = () => 0 } = {}) {
  const timers = new FakeTimers();
  const sockets = new FakeSockets();
  const heard = [];
  const ears = Object.fromEntries(["opened", "closed", "silent", "heard"].map((word) => [word, () => heard.push(word)]));
  const wire = new Wire(sockets.dial, { ...ears, frame: (frame) => heard.push(frame) }, timers, { random });
  wire.start();
  return { timers, sockets, heard, wire };
}

test("waits grow with each failure, never leave their bounds, and differ from client to client", () => {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    assert.equal(waitBefore(attempt, () => 0), FLOOR_MS);
    assert.ok(waitBefore(attempt, () => 0.999) <= CEILING_MS);
    assert.ok(waitBefore(attempt + 1, () => 0.5) >= waitBefore(attempt, () => 0.5));
    assert.ok(waitBefore(attempt, () => 0.2) < waitBefore(attempt, () => 0.8));
  }
});

test("a lost socket is replaced after a wait", async () => {
  const { timers, sockets, heard } = wired();
  sockets.last.open();
  sockets.last.fail();

  assert.deepEqual(heard, ["opened", "closed"]);
  assert.equal(sockets.all.length, 1);
  await timers.pass(FLOOR_MS);
  assert.equal(sockets.all.length, 2);
});

test("five seconds of silence are announced once, and the dead socket is given up", async () => {
  const { timers, sockets, heard } = wired();
  sockets.last.open();
  sockets.last.say({ t: "beat" });
  await timers.pass(SILENT_AFTER_MS - 1);
  assert.ok(!heard.includes("silent"));

  await timers.pass(20_000);
  assert.equal(heard.filter((word) => word === "silent").length, 1);
  assert.equal(sockets.all[0].readyState, 3);
  assert.ok(sockets.all.length > 1);
});

test("the first word after a silence ends it", async () => {
  const { timers, sockets, heard } = wired();
  await timers.pass(SILENT_AFTER_MS + FLOOR_MS);
  sockets.last.open();
  sockets.last.say({ t: "beat" });

  assert.deepEqual(heard.slice(-2), ["heard", { t: "beat" }]);
});

test("a socket that was replaced is not listened to any more", async () => {
  const { timers, sockets, heard } = wired();
  sockets.last.open();
  await timers.pass(SILENT_AFTER_MS + FLOOR_MS);
  sockets.all[0].say({ t: "late" });
  sockets.all[0].fail();

  assert.ok(!heard.some((word) => word.t === "late"));
  assert.equal(sockets.all.length, 2);
});

test("when the network is back the wire tries at once, but never dials twice", async () => {
  const { timers, sockets, wire } = wired({ random: () => 0.99 });
  wire.tryNow();
  assert.equal(sockets.all.length, 1);
  sockets.last.fail();
  wire.tryNow();
  wire.tryNow();
  assert.equal(sockets.all.length, 2);
  sockets.last.open();
  sockets.last.say({ t: "beat" });
  await timers.pass(4_000);
  assert.equal(sockets.all.length, 2);
});

test("a server that asks for patience gets it", async () => {
  const { timers, sockets, wire } = wired();
  sockets.last.open();
  wire.hold(10_000);
  sockets.last.fail();
  await timers.pass(9_999);
  assert.equal(sockets.all.length, 1);
  await timers.pass(FLOOR_MS + 1);
  assert.equal(sockets.all.length, 2);
});

test("a stopped wire stays stopped", async () => {
  const { timers, sockets, wire, heard } = wired();
  sockets.last.open();
  wire.stop();
  await timers.pass(60_000);
  assert.equal(sockets.all.length, 1);
  assert.ok(!heard.includes("silent"));
});

test("nothing is sent into a socket that is not open", () => {
  const { sockets, wire } = wired();
  assert.equal(wire.send({ t: "hello" }), false);
  sockets.last.open();
  assert.equal(wire.send({ t: "hello" }), true);
  assert.deepEqual(sockets.last.sent, [{ t: "hello" }]);
});
