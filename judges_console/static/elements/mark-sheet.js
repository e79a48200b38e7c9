/** The sheet of one code: every aspect with its mark and where that mark is. Says "pick" with the aspect touched, and "sign". */

import { timeOfDay } from "../../../web/static/shared/clock.js";
import { fromTemplate, keyed, mark, part, write } from "../../../web/static/shared/dom.js";
import { say, wordFor } from "../../../web/static/shared/words.js";
import { isOpen, markOf, progress, signing } from "../sheet.js";

/** @typedef {import("../sheet.js").Hall} Hall */
/** @typedef {import("../sheet.js").Hand} Hand */
/** @typedef {import("../sheet.js").Shown} Shown */
/** @typedef {import("../draft.js").Aspect} Aspect */

// docs/words.md: its own sign, never a dash (that is "did not start") and never a zero
const NOT_YET_MARKED = "…";
const TONES = { waiting: "quiet", open: "told", reopened: "careful", signed: "good" };

export class MarkSheet extends HTMLElement {
  connectedCallback() {
    part(this, "sign").onclick = () => this.dispatchEvent(new CustomEvent("sign"));
  }

  /** @param {Hall} hall @param {Hand} hand @param {string} code @param {string} aspect the one on the pad */
  show(hall, hand, code, aspect) {
    const sheet = hall.sheets.get(code);
    part(this, "empty").hidden = sheet !== undefined;
    part(this, "whole").hidden = sheet === undefined;
    if (!sheet) return;
    write(part(this, "code"), code);
    part(this, "status").hidden = !sheet.status;
    write(part(this, "status"), sheet.status && wordFor("states", sheet.status));
    write(part(this, "state"), say(`code-${sheet.state}`));
    mark(part(this, "state"), "data-tone", TONES[sheet.state]);
    this.#explain(hall, sheet);
    this.#list(hall, hand, sheet, aspect);
    this.#foot(hall, hand, code);
  }

  /** @param {Hall} hall @param {import("../sheet.js").Sheet} sheet */
  #explain(hall, { state, reason, aspects }) {
    const titles = hall.panel.aspects.filter(({ id }) => aspects.includes(id)).map(({ title }) => title);
    part(this, "reopened").hidden = state !== "reopened";
    const told = reason === "chief-judge" || titles.length ? `reopened-${reason}` : "reopened";
    write(part(this, "why"), say(told, { aspects: titles.join(" · ") }));
  }

  /** @param {Hall} hall @param {Hand} hand @param {import("../sheet.js").Sheet} sheet @param {string} chosen */
  #list(hall, hand, { code, state, aspects: apart }, chosen) {
    const open = isOpen(hall, hand, code);
    keyed(
      part(this, "aspects"),
      hall.panel.aspects,
      ({ id }) => id,
      (aspect) => this.#newAspect(aspect),
      (item, aspect) => {
        const button = /** @type {HTMLButtonElement} */ (item.firstElementChild);
        button.disabled = !open;
        mark(button, "aria-current", open && aspect.id === chosen ? "true" : undefined);
        part(item, "apart").hidden = state !== "reopened" || !apart.includes(aspect.id);
        showMark(item, button, markOf(hall, hand, code, aspect.id), hall.contest.zone);
      },
    );
  }

  /** @param {Aspect} aspect */
  #newAspect({ id, title, min, max, step }) {
    const item = fromTemplate("aspect-item");
    write(part(item, "title"), title);
    write(part(item, "range"), say("range", { min, max, step }));
    item.onclick = () => this.dispatchEvent(new CustomEvent("pick", { detail: id }));
    return item;
  }

  /** @param {Hall} hall @param {Hand} hand @param {string} code */
  #foot(hall, hand, code) {
    const may = signing(hall, hand, code);
    const { recorded, of } = progress(hall, hand, code);
    const button = /** @type {HTMLButtonElement} */ (part(this, "sign"));
    button.disabled = may !== "may";
    button.hidden = may === "signed";
    write(part(this, "obstacle"), say(`sign-${may}`, { count: of - recorded }));
  }
}

/** @param {HTMLElement} item @param {HTMLElement} button @param {Shown} shown @param {string} zone */
function showMark(item, button, shown, zone) {
  mark(button, "data-state", shown.state);
  write(part(item, "value"), shown.value || NOT_YET_MARKED);
  write(part(item, "state"), wordsFor(shown, zone).join(" · "));
}

/** Where a mark is, never just a tick. @param {Shown} shown @param {string} zone @returns {string[]} */
function wordsFor({ state, inRecord }, zone) {
  const words = [say(`state-${state}`)];
  if (!inRecord) return words;
  const { value, position, at } = inRecord;
  const time = timeOfDay(at, zone);
  if (state === "recorded" || state === "sealed") return position ? [...words, say("record", { position, time })] : words;
  return [...words, say("stands", { value, position, time })];
}

customElements.define("mark-sheet", MarkSheet);
