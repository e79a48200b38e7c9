/** The public board: the one place where its feed and the page's elements meet. */

import { write } from "../shared/dom.js";
import { timers } from "../shared/timers.js";
import { say } from "../shared/words.js";
import { Feed } from "./feed.js";
import { BoardFreshness } from "./freshness.js";
import { BoardRows } from "./rows.js";
import { BoardStatus } from "./status.js";

/** @typedef {import("./view.js").BoardView} BoardView */

const RELOAD_WITHIN_MS = 10_000;

/** @template {HTMLElement} E @param {new () => E} kind @param {string} name @returns {E} */
function element(kind, name) {
  const found = document.querySelector(name);
  if (!(found instanceof kind)) throw new Error(`no ${name}`);
  return found;
}

const rows = element(BoardRows, "board-rows");
const status = element(BoardStatus, "board-status");
const freshness = element(BoardFreshness, "board-freshness");
const latest = /** @type {HTMLElement} */ (document.querySelector("[data-part=latest]"));

/** @type {{ socket: string, lang: string, view: BoardView }} */
const page = JSON.parse(document.getElementById("board")?.textContent ?? "{}");
const shape = shapeOf(page.view);
let shown = page.view;
rows.prizes = Object.fromEntries(page.view.head.prizes.map((/** @type {any} */ prize) => [prize.id, prize.title[page.lang]]));

/** What the page's frame was made for: title, columns, prizes, in its language. @param {BoardView} view */
function shapeOf({ head }) {
  const said = (/** @type {any} */ { id, title }) => [id, title[page.lang]];
  return JSON.stringify([head.title[page.lang], head.drill, head.modules.map(said), head.prizes.map(said)]);
}

/** @param {BoardView} view */
function show(view) {
  // a whole hall must not come back in the same second
  if (shapeOf(view) !== shape) return void timers.after(Math.random() * RELOAD_WITHIN_MS, () => location.reload());
  status.show(view.head);
  rows.show(view);
  tell(view);
  shown = view;
}

/** The last total that changed, in words: for whoever does not see rows move. @param {BoardView} view */
function tell(view) {
  const before = new Map(shown.rows.map((row) => [row.code, row.total]));
  const row = view.rows.find(({ code, total }) => total !== null && total !== before.get(code));
  if (row) write(latest, say("latest", { who: row.name || row.code, total: row.total ?? "", place: row.shown ?? row.place ?? "" }));
}

const dial = () => new WebSocket(new URL(page.socket, location.href.replace(/^http/, "ws")));
const ears = {
  view: show,
  heard: (/** @type {number} */ at) => freshness.at(at),
  live: (/** @type {boolean} */ live) => freshness.live(live),
};
const feed = new Feed(dial, page.view, ears, timers);

addEventListener("online", () => feed.wire.tryNow());
document.addEventListener("visibilitychange", () => document.hidden || feed.wire.tryNow());
feed.start();
