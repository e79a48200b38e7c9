/** The board: every patch the projections make leads to the same view here, and one that does not fit is never guessed at. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Feed } from "../../web/static/board/feed.js";
import { byPlace, patched } from "../../web/static/board/view.js";
import { FakeSockets } from "./support/socket.js";
import { FakeTimers } from "./support/timers.js";

const TOLD = JSON.parse(readFileSync(new URL("patches.json", import.meta.url), "utf-8"));
const VIEW = { revision: 4, head: { phase: "marking" }, rows: [] };
const PATCH = { base: 4, revision: 5, head: {}, rows: [], gone: [], shift: [], placed: {} };

test("the projections' patches, one after the other, lead to their last view", () => {
  const last = TOLD.patches.reduce(patched, TOLD.start);
  assert.deepEqual(last, TOLD.end);
});

test("a patch for another revision is not applied", () => {
  assert.equal(patched({ ...VIEW, revision: 3 }, PATCH), undefined);
  assert.equal(patched({ ...VIEW, revision: 5 }, PATCH), undefined);
  assert.equal(patched(undefined, PATCH), undefined);
});

test("where places are listed a row that only stands elsewhere keeps its figures, and rows stand in the order of the list", () => {
  const [first, second] = [{ code: "1", total: "9", place: 1, order: 0, shown: "1.5" }, { code: "2", total: "8", place: 2, order: 1, category: "A" }];
  const placed = { 1: { place: 2, order: 1, category: "A" }, 2: { place: 1, order: 0 } };
  const view = patched({ ...VIEW, rows: [first, second] }, { ...PATCH, placed });
  assert.deepEqual(view.rows, [
    { code: "2", total: "8", place: 1, order: 0 },
    { code: "1", total: "9", place: 2, order: 1, category: "A" },
  ]);
});

test("a patch leaves the view it starts from as it was", () => {
  const before = structuredClone(TOLD.start);
  patched(TOLD.start, TOLD.patches[0]);
  assert.deepEqual(TOLD.start, before);
});

test("rows stand by place, those without one last, equal places by code with the shorter first", () => {
  const rows = [["10", 2], ["9", 2], ["3", null], ["b", 1], ["1", null]].map(([code, place]) => ({ code, place }));
  assert.deepEqual(rows.sort(byPlace).map(({ code }) => code), ["b", "9", "10", "1", "3"]);
});

function fed(view) {
  const timers = new FakeTimers();
  const sockets = new FakeSockets();
  const told = { views: [], live: [], at: [] };
  const ears = {
    view: (next) => told.views.push(next.revision),
    live: (live) => told.live.push(live),
    heard: (at) => told.at.push(at),
  };
  new Feed(sockets.dial, view, ears, timers, () => 0).start();
  sockets.last.open();
  return { timers, sockets, told };
}

test("a board says which revision the page came with, or that it has none", () => {
  assert.deepEqual(fed(VIEW).sockets.last.sent, [{ t: "hello", revision: 4 }]);
  assert.deepEqual(fed(undefined).sockets.last.sent, [{ t: "hello", revision: null }]);
});

test("a patch that fits is shown at once", () => {
  const { sockets, told } = fed(VIEW);
  sockets.last.say({ t: "patch", at: 7, ...PATCH });
  assert.deepEqual([told.views, told.at], [[5], [7]]);
});

test("a patch that does not fit makes the board ask for the whole, once", () => {
  const { sockets, told } = fed(VIEW);
  sockets.last.say({ t: "patch", at: 7, ...PATCH, base: 6, revision: 7 });
  sockets.last.say({ t: "patch", at: 7, ...PATCH, base: 7, revision: 8 });
  assert.deepEqual(sockets.last.sent.slice(1), [{ t: "hello", revision: null }]);
  assert.deepEqual(told.views, []);

  sockets.last.say({ t: "board", at: 8, ...VIEW, revision: 8 });
  sockets.last.say({ t: "patch", at: 9, ...PATCH, base: 8, revision: 9 });
  assert.deepEqual(told.views, [8, 9]);
});

test("after a break the board names the revision it has reached", async () => {
  const { sockets, timers } = fed(VIEW);
  sockets.last.say({ t: "patch", at: 7, ...PATCH });
  sockets.last.fail();
  await timers.pass(1_000);
  sockets.last.open();
  assert.deepEqual(sockets.last.sent, [{ t: "hello", revision: 5 }]);
});

test("signs of life keep the picture live; without them it is as of the last one", async () => {
  const { sockets, timers, told } = fed(VIEW);
  for (const at of [1, 2, 3]) {
    sockets.last.say({ t: "alive", at });
    await timers.pass(2_000);
  }
  assert.ok(!told.live.includes(false));
  await timers.pass(6_000);
  assert.equal(told.live.at(-1), false);
  assert.equal(told.at.at(-1), 3);
});
