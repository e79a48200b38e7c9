/** The outbox: nothing a judge kept is lost, sent under another name, or decided twice. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { emptyBox } from "../../judges_console/static/box.js";
import { LEASE_MS, Outbox, RESEND_AFTER_MS } from "../../judges_console/static/outbox.js";
import { memoryStore } from "../../judges_console/static/store.js";
import { FakeTimers } from "./support/timers.js";

const SEAT = { contest: "wanbei", panel: "stay-process", seat: "F1", device: "d1" };

function boxed({ box = emptyBox(), timers = new FakeTimers(), store = memoryStore(box), tab = "a", tell } = {}) {
  const sent = [];
  const answers = [];
  const answered = (command, frame) => answers.push([command.body, frame.outcome]);
  const ears = { send: (frame) => (sent.push(frame), true), changed: () => {}, answered };
  return { outbox: new Outbox(store, ears, timers, { tab, tell }), sent, answers, timers, store, box };
}

async function welcomed(options, counter = 0, author = SEAT) {
  const all = boxed(options);
  await all.outbox.welcome(author, counter);
  return all;
}

const mark = (value, code = "07") => ["enter-mark", { panel: "stay-process", code, aspect: "grip", value, device_at: 1 }];
const accepted = (n) => ({ t: "receipt", n, outcome: "accepted", position: 100 + n, at: 1, value: "8" });
const refused = (n, reason = "sheet-signed") => ({ t: "receipt", n, outcome: "refused", reason, zh: "已签字", en: "signed" });

test("commands are numbered above what the server knows of the device", async () => {
  const { outbox, sent } = await welcomed({}, 41);
  await outbox.keep(...mark("8"));
  assert.equal(sent[0].n, 42);
  assert.deepEqual(sent[0], { t: "command", n: 42, name: "enter-mark", body: mark("8")[1] });
});

test("a counter that ran ahead on the device is not taken back by the server's", async () => {
  const box = emptyBox();
  const { outbox } = await welcomed({ box }, 10);
  await outbox.keep(...mark("8"));
  outbox.lost();
  await outbox.welcome(SEAT, 3);
  await outbox.keep(...mark("9"));
  assert.deepEqual(box.commands.map((command) => command.n), [11, 12]);
});

test("one is in flight, the next leaves when the record has answered, in the order given", async () => {
  const { outbox, sent } = await welcomed({});
  for (const value of ["1", "2", "3"]) await outbox.keep(...mark(value));
  assert.deepEqual(sent.map((frame) => frame.body.value), ["1"]);
  await outbox.receipt(accepted(1));
  await outbox.receipt(accepted(2));
  assert.deepEqual(sent.map((frame) => frame.body.value), ["1", "2", "3"]);
  assert.equal(outbox.unsent, 1);
});

test("without an answer the same command is sent again under the same number", async () => {
  const { outbox, sent, timers } = await welcomed({});
  await outbox.keep(...mark("8"));
  await timers.pass(RESEND_AFTER_MS * 2);
  assert.equal(sent.length, 3);
  assert.deepEqual(sent[0], sent[2]);
});

test("what was kept while the line was down goes out after the next welcome", async () => {
  const { outbox, sent, timers } = await welcomed({});
  outbox.lost();
  await outbox.keep(...mark("8"));
  await timers.pass(60_000);
  assert.equal(sent.length, 0);
  await outbox.welcome(SEAT, 0);
  assert.deepEqual(sent.map((frame) => frame.n), [1]);
});

test("a mark whose receipt was lost is sent again, not numbered again", async () => {
  const { outbox, sent } = await welcomed({});
  await outbox.keep(...mark("8"));
  outbox.lost();
  await outbox.welcome(SEAT, 1);
  assert.deepEqual(sent.map((frame) => frame.n), [1, 1]);
  await outbox.receipt(accepted(1));
  assert.equal(outbox.unsent, 0);
});

test("a page that died before the receipt finds its mark again", async () => {
  const box = emptyBox();
  const before = await welcomed({ box });
  await before.outbox.keep(...mark("8"));

  const after = await welcomed({ box, tab: "b", store: memoryStore(box) }, 1);
  assert.deepEqual(after.sent, before.sent);
});

test("a receipt said twice does no harm", async () => {
  const { outbox, answers, sent } = await welcomed({});
  await outbox.keep(...mark("8"));
  await outbox.keep(...mark("9"));
  await Promise.all([outbox.receipt(accepted(1)), outbox.receipt(accepted(1))]);
  assert.ok(answers.every(([body]) => body.value === "8"));
  assert.deepEqual(outbox.waiting.map((command) => command.n), [2]);
  assert.equal(sent.at(-1).n, 2);
});

test("an answer takes effect before the frame behind it is heard", async () => {
  const { outbox, answers } = await welcomed({});
  await outbox.keep(...mark("8"));
  const settled = outbox.receipt(accepted(1));
  assert.equal(answers.length, 1);
  await settled;
});

test("a refusal stays until the judge has seen it, and holds nothing else up", async () => {
  const { outbox, sent } = await welcomed({});
  await outbox.keep(...mark("8"));
  await outbox.keep(...mark("9", "08"));
  await outbox.receipt(refused(1));
  assert.equal(sent.at(-1).n, 2);
  assert.equal(outbox.refused[0].refusal.en, "signed");
  assert.equal(outbox.unsent, 1);
  await outbox.acknowledge(outbox.refused[0].order);
  assert.deepEqual(outbox.refused, []);
});

test("a refusal survives a reload", async () => {
  const box = emptyBox();
  const before = await welcomed({ box });
  await before.outbox.keep(...mark("8"));
  await before.outbox.receipt(refused(1));
  const after = await welcomed({ box, tab: "b", store: memoryStore(box) }, 1);
  assert.equal(after.outbox.refused.length, 1);
  assert.equal(after.sent.length, 0);
});

test("only an unanswered command is not acknowledged away", async () => {
  const { outbox } = await welcomed({});
  await outbox.keep(...mark("8"));
  await outbox.acknowledge(outbox.waiting[0].order);
  assert.equal(outbox.unsent, 1);
});

test("a number that another payload stands under is exchanged, and the mark sent again", async () => {
  const { outbox, sent, answers } = await welcomed({});
  await outbox.keep(...mark("8"));
  await outbox.receipt(refused(1, "command-id-reused"));
  assert.deepEqual(sent.map((frame) => [frame.n, frame.body.value]), [[1, "8"], [2, "8"]]);
  assert.deepEqual(answers, []);
  assert.deepEqual(outbox.refused, []);
});

test("a busy server is asked again after the time it named, not before", async () => {
  const { outbox, sent, timers } = await welcomed({});
  await outbox.keep(...mark("8"));
  outbox.busy({ t: "busy", n: 1, retry_after_ms: 900 });
  await timers.pass(899);
  assert.equal(sent.length, 1);
  await timers.pass(1);
  assert.deepEqual(sent.map((frame) => frame.n), [1, 1]);
});

test("marks of another seat are counted but never sent from this one", async () => {
  const box = emptyBox();
  const before = await welcomed({ box });
  before.outbox.lost();
  await before.outbox.keep(...mark("8"));

  const other = { ...SEAT, panel: "stay-product", device: "d2" };
  const after = await welcomed({ box, tab: "b", store: memoryStore(box) }, 0, other);
  assert.equal(after.outbox.strangers.length, 1);
  assert.equal(after.outbox.unsent, 1);
  assert.deepEqual(after.outbox.waiting, []);
  assert.deepEqual(after.sent, []);
});

test("marks of an earlier enrolment wait for the judge's word, then go out under the new device", async () => {
  const box = emptyBox();
  const before = await welcomed({ box });
  before.outbox.lost();
  await before.outbox.keep(...mark("8"));

  const after = await welcomed({ box, tab: "b", store: memoryStore(box) }, 7, { ...SEAT, device: "d2" });
  assert.deepEqual(after.sent, []);
  assert.equal(after.outbox.earlier.length, 1);
  await after.outbox.adopt();
  assert.deepEqual(after.sent.map((frame) => frame.n), [8]);
});

test("of two tabs one sends, and both know that nothing is waiting any more", async () => {
  const timers = new FakeTimers();
  const store = memoryStore();
  const tabs = [];
  const told = (from) => () => tabs.filter((tab) => tab !== tabs[from]).forEach((tab) => tab.outbox.look());
  for (const [index, tab] of ["a", "b"].entries()) {
    tabs.push(boxed({ timers, store, tab, tell: told(index) }));
    await tabs[index].outbox.welcome(SEAT, 0);
  }
  const [first, second] = tabs;

  await second.outbox.keep(...mark("8"));
  await timers.pass(0);
  assert.deepEqual([first.sent.length, second.sent.length], [1, 0]);
  await first.outbox.receipt(accepted(1));
  await timers.pass(0);
  assert.deepEqual([first.answers.length, second.answers.length], [1, 0]);
  assert.equal(second.outbox.unsent, 0);
});

test("without a channel the sending tab finds what its sibling kept", async () => {
  const timers = new FakeTimers();
  const store = memoryStore();
  const first = await welcomed({ timers, store, tab: "a" });
  const second = await welcomed({ timers, store, tab: "b" });
  await first.outbox.keep(...mark("8"));
  await first.outbox.receipt(accepted(1));
  await second.outbox.keep(...mark("9"));
  await timers.pass(2_000);
  assert.deepEqual([...first.sent, ...second.sent].map((frame) => frame.body.value), ["8", "9"]);
});

test("when the sending tab dies, its sibling takes over within the lease", async () => {
  const timers = new FakeTimers();
  const store = memoryStore();
  const dead = boxed({ timers: new FakeTimers(), store, tab: "a" });
  await dead.outbox.welcome(SEAT, 0);
  const alive = await welcomed({ timers, store, tab: "b" });
  await alive.outbox.keep(...mark("8"));
  assert.equal(alive.sent.length, 0);
  await timers.pass(LEASE_MS + 2_000);
  assert.equal(alive.sent[0].n, 1);
});

test("a tab that leaves lets its sibling send at once", async () => {
  const timers = new FakeTimers();
  const store = memoryStore();
  const first = await welcomed({ timers, store, tab: "a" });
  const second = await welcomed({ timers, store, tab: "b" });
  await second.outbox.keep(...mark("8"));
  await first.outbox.leave();
  await timers.pass(1_500);
  assert.equal(second.sent.length, 1);
});
