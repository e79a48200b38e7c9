/** The judge's console: the one place where line, outbox, sheets and the page's elements meet. */

import { timers } from "../../web/static/shared/timers.js";
import { sameSeat } from "./box.js";
import { CodeList } from "./elements/code-list.js";
import { ConsoleNotices } from "./elements/console-notices.js";
import { LineState } from "./elements/line-state.js";
import { MarkPad } from "./elements/mark-pad.js";
import { MarkSheet } from "./elements/mark-sheet.js";
import { SeatDialog } from "./elements/seat-dialog.js";
import { SignDialog } from "./elements/sign-dialog.js";
import { Line, SUBPROTOCOL } from "./line.js";
import { Outbox } from "./outbox.js";
import * as sheets from "./sheet.js";
import { taken } from "./spoken.js";
import { indexedStore, memoryStore } from "./store.js";
import { browserTab } from "./tab.js";

/** @typedef {import("../../web/static/shared/wire.js").Frame} Frame */
/** @typedef {import("./box.js").Command} Command */

const CLOCK_EVERY_MS = 250;
const SHEETS_AFTER_MS = 400;
// From here on list, sheet and pad stand side by side, and the pad may open by itself.
const ROOMY = matchMedia("(min-width: 64rem)");

/** @template {HTMLElement} E @param {new () => E} kind @param {string} name @returns {E} */
function element(kind, name) {
  const found = document.querySelector(name);
  if (!(found instanceof kind)) throw new Error(`no ${name}`);
  return found;
}

const page = {
  line: element(LineState, "line-state"),
  codes: element(CodeList, "code-list"),
  sheet: element(MarkSheet, "mark-sheet"),
  pad: element(MarkPad, "mark-pad"),
  sign: element(SignDialog, "sign-dialog"),
  seat: element(SeatDialog, "seat-dialog"),
  notices: element(ConsoleNotices, "console-notices"),
  said: /** @type {HTMLElement} */ (document.getElementById("said")),
};

/** @type {{ socket: string, lang: string, contest: string, panel: string, seat: string }} */
const { socket, lang, ...made } = JSON.parse(document.getElementById("seat")?.textContent ?? "{}");
const store = await indexedStore().catch(() => memoryStore());

/** @type {Map<string, string>} */
const drafts = new Map();
/** @type {sheets.Hall | undefined} */
let hall;
let code = "";
let aspect = "";
let failed = false;
let drawing = false;
let awaited = 0;
/** @type {unknown} */
let asking;

const place = browserTab(() => outbox.look());
const outbox = new Outbox(store, { send: (frame) => line.send(frame), changed: kept, answered }, timers, place);
const dial = () => new WebSocket(new URL(socket, location.href.replace(/^http/, "ws")), SUBPROTOCOL);
const line = new Line(dial, { lang }, { frame: hear, lost, changed: draw }, timers);

/** @returns {sheets.Hand} */
function hand() {
  return { waiting: outbox.waiting, refused: outbox.refused, drafts };
}

function lost() {
  outbox.lost();
  draw();
}

/** @param {Frame} frame */
function hear(frame) {
  if (frame.t === "welcome") welcome(frame);
  else if (frame.t === "receipt") outbox.receipt(frame);
  else if (frame.t === "busy") outbox.busy(frame);
  // a command the server cannot even read is not decided, and never will be: the judge is told as of a refusal
  else if (frame.t === "error" && frame.n !== undefined) outbox.receipt({ ...frame, outcome: "refused" });
  else if (hall && sheets.hear(hall, frame)) draw();
}

/** @param {Frame} frame */
function welcome(frame) {
  // this browser has been enrolled for another seat since: the page must not show the old one's name
  if (!sameSeat({ contest: frame.contest.id, panel: frame.panel.id, seat: frame.seat }, made)) return location.reload();
  hall = sheets.welcomed(frame, hall);
  const author = { contest: hall.contest.id, panel: hall.panel.id, seat: hall.seat, device: hall.device };
  outbox.welcome(author, frame.counter);
  page.seat.ask(author);
  line.send({ t: "sheets" });
  draw();
}

// A whole outbox may be answered within a second; all sheets are asked for once.
function askForSheets() {
  timers.cancel(asking);
  asking = timers.after(SHEETS_AFTER_MS, () => line.send({ t: "sheets" }));
}

/** @param {Command} command @param {Frame} frame */
function answered(command, frame) {
  if (!hall) return;
  sheets.answered(hall, command, frame);
  // an old signature's receipt, said again, may come after the panel's own rule has reopened the sheet
  if (command.name === "sign-sheet") askForSheets();
  if (frame.outcome === "accepted") page.said.textContent = taken(command, frame, hall.panel.aspects);
  draw();
}

function kept() {
  // a sibling has had an answer: ask the server what stands
  if (outbox.elsewhere && outbox.waiting.length < awaited) askForSheets();
  awaited = outbox.waiting.length;
  draw();
}

/** @param {string} name @param {Record<string, any>} body */
async function keep(name, body) {
  try {
    await outbox.keep(name, body);
    failed = false;
    return true;
  } catch {
    failed = true;
    return false;
  } finally {
    draw();
  }
}

/** @param {string} value canonical */
async function keepMark(value) {
  if (!hall) return;
  // code and aspect as they were when the pad was opened, never "the current one"
  const [here, about] = [code, aspect];
  const key = sheets.draftKey(here, about);
  const before = sheets.markOf(hall, { ...hand(), drafts: new Map() }, here, about);
  const stands = before.value === value && ["recorded", "on_device"].includes(before.state);
  const body = { panel: hall.panel.id, code: here, aspect: about, value, device_at: timers.now() };
  if (!stands && !(await keep("enter-mark", body))) return;
  drafts.delete(key);
  if (code === here && aspect === about) aspect = sheets.nextUnmarked(hall, hand(), here, about) ?? "";
  draw();
}

/** @param {string[]} ids of faults the judge has looked for and not found */
async function keepNoFault(ids) {
  const here = code;
  for (const about of ids) {
    if (!hall || !(await keep("enter-mark", { panel: hall.panel.id, code: here, aspect: about, value: "0", device_at: timers.now() }))) return;
  }
  if (hall && code === here && ids.includes(aspect)) aspect = sheets.nextUnmarked(hall, hand(), here, aspect) ?? "";
  draw();
}

/** @param {string} chosen */
function choose(chosen) {
  code = chosen;
  aspect = "";
  if (hall && ROOMY.matches && sheets.isOpen(hall, hand(), code)) {
    aspect = sheets.nextUnmarked(hall, hand(), code, "") ?? hall.sheets.get(code)?.aspects[0] ?? "";
  }
  draw();
}

/** @param {string | undefined} text */
function draft(text) {
  const key = sheets.draftKey(code, aspect);
  if (text) drafts.set(key, text);
  else drafts.delete(key);
  draw();
}

// Frames come in bursts, thirty sheets at once: one drawing for all of them.
function draw() {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    drawNow();
  });
}

function drawNow() {
  page.line.show(line.state, drafts.size + outbox.unsent);
  page.notices.show(troubles(), hall, lang);
  if (!hall) return;
  const held = hand();
  page.codes.show(hall, held, code);
  page.sheet.show(hall, held, code, aspect);
  page.sign.keepOpen(code, sheets.signing(hall, held, code) === "may");
  const marked = sheets.isOpen(hall, held, code) ? hall.panel.aspects.find(({ id }) => id === aspect) : undefined;
  page.pad.show(code, marked, sheets.markOf(hall, held, code, aspect), hall.contest.zone);
}

/** @returns {import("./elements/console-notices.js").Troubles} */
function troubles() {
  return {
    silent: line.state === "silent",
    bye: line.bye?.[lang] ?? "",
    fleeting: !store.lasting,
    failed,
    closed: hall?.module.open === false,
    sibling: hall !== undefined && line.state === "up" && outbox.elsewhere,
    earlier: outbox.earlier.length,
    strangers: hall ? outbox.strangers.length : 0,
    refused: outbox.refused,
  };
}

page.codes.addEventListener("choose", (said) => choose(/** @type {CustomEvent} */ (said).detail));
page.sheet.addEventListener("pick", (said) => {
  aspect = /** @type {CustomEvent} */ (said).detail;
  draw();
});
page.sheet.addEventListener("fold", draw);
page.sheet.addEventListener("none", (said) => keepNoFault(/** @type {CustomEvent} */ (said).detail));
page.sheet.addEventListener("sign", () => hall && page.sign.ask(hall, code));
page.pad.addEventListener("draft", (said) => draft(/** @type {CustomEvent} */ (said).detail));
page.pad.addEventListener("keep", (said) => keepMark(/** @type {CustomEvent} */ (said).detail));
page.pad.addEventListener("close", () => {
  aspect = "";
  draw();
});
page.sign.addEventListener("signed", (said) => {
  if (hall) keep("sign-sheet", { panel: hall.panel.id, code: /** @type {CustomEvent} */ (said).detail });
});
page.notices.addEventListener("seen", (said) => outbox.acknowledge(/** @type {CustomEvent} */ (said).detail));
page.notices.addEventListener("adopt", () => outbox.adopt());

addEventListener("online", () => line.wire.tryNow());
document.addEventListener("visibilitychange", () => document.hidden || line.wire.tryNow());
addEventListener("pagehide", () => outbox.leave());
addEventListener("beforeunload", (leaving) => {
  if (drafts.size || (!store.lasting && outbox.waiting.length)) leaving.preventDefault();
});
setInterval(() => page.line.tick(line.official(), hall?.contest.zone ?? ""), CLOCK_EVERY_MS);

navigator.storage?.persist?.();
await outbox.load();
line.start();
