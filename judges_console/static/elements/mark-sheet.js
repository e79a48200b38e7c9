/**
 * The sheet of one code: every aspect with its mark and where that mark is, by attempt and item where there are some.
 * Says "pick" with the aspect touched, "none" with the faults that were not found, and "sign".
 */

import { timeOfDay } from "../../../web/static/shared/clock.js";
import { fromTemplate, keyed, mark, part, write } from "../../../web/static/shared/dom.js";
import { say, wordFor } from "../../../web/static/shared/words.js";
import { groupsOf } from "../kinds.js";
import { isOpen, markOf, otherFaults, progress, signing } from "../sheet.js";
import { groupWords, range, spoken } from "../spoken.js";

/** @typedef {import("../sheet.js").Hall} Hall */
/** @typedef {import("../sheet.js").Hand} Hand */
/** @typedef {import("../sheet.js").Shown} Shown */
/** @typedef {import("../kinds.js").Aspect} Aspect */
/** @typedef {import("../kinds.js").Group} Group */

/** @typedef {{ group: Group, folds: boolean, open: boolean } | { aspect: Aspect }} Line */

// docs/words.md: its own sign, never a dash (that is "did not start") and never a zero
const NOT_YET_MARKED = "…";
// a longer sheet shows only the part that is being marked; the others unfold at a touch
const MOST_AT_ONCE = 24;
const TONES = { waiting: "quiet", open: "told", reopened: "careful", signed: "good" };

export class MarkSheet extends HTMLElement {
  /** @type {Set<string>} */ #unfolded = new Set();
  /** @type {string[]} */ #faults = [];
  #place = "";
  #follows = false;

  connectedCallback() {
    for (const looking of ["wheel", "touchmove", "pointerdown"]) addEventListener(looking, () => (this.#follows = false), { passive: true });
    part(this, "none").onclick = () => this.dispatchEvent(new CustomEvent("none", { detail: this.#faults }));
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
    this.#foot(hall, hand, code, aspect);
    this.#follow(`${code} ${aspect}`);
  }

  /** @param {Hall} hall @param {import("../sheet.js").Sheet} sheet */
  #explain(hall, { state, reason, aspects }) {
    const titles = hall.panel.aspects.filter(({ id }) => aspects.includes(id)).map(({ title }) => title);
    part(this, "reopened").hidden = state !== "reopened";
    const told = reason === "chief-judge" || titles.length ? `reopened-${reason}` : "reopened";
    write(part(this, "why"), say(told, { aspects: titles.join(" · ") }));
  }

  // Whoever goes on by keyboard or by "Save and go on" sees where to, also when what stands above grows; until they look elsewhere.
  /** @param {string} place */
  #follow(place) {
    if (place !== this.#place) {
      if (place.split(" ")[0] !== this.#place.split(" ")[0]) this.#unfolded.clear();
      this.#place = place;
      this.#follows = true;
    }
    // once the pad is there: on a phone it covers the lower part
    if (this.#follows) queueMicrotask(() => this.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" }));
  }

  /** @param {Hall} hall @param {Hand} hand @param {import("../sheet.js").Sheet} sheet @param {string} chosen */
  #list(hall, hand, { code, state, aspects }, chosen) {
    const open = isOpen(hall, hand, code);
    const apart = state === "reopened" ? aspects : [];
    keyed(
      part(this, "aspects"),
      this.#lines(hall, [chosen, ...apart]),
      (line) => ("group" in line ? `group ${line.group.key}` : line.aspect.id),
      (line) => ("group" in line ? this.#newGroup(line.group) : this.#newAspect(line.aspect)),
      (item, line) => {
        if ("group" in line) return showGroup(item, line, progress(hall, hand, code, line.group.aspects));
        const { id } = line.aspect;
        const button = /** @type {HTMLButtonElement} */ (item.firstElementChild);
        button.disabled = !open;
        mark(button, "aria-current", open && id === chosen ? "true" : undefined);
        part(item, "apart").hidden = !apart.includes(id);
        showMark(item, button, markOf(hall, hand, code, id), line.aspect, hall.contest.zone);
      },
    );
  }

  /** Heads of groups, and the aspects of those that are unfolded. @param {Hall} hall @param {string[]} inSight aspects that must be @returns {Line[]} */
  #lines({ panel }, inSight) {
    const groups = groupsOf(panel.aspects);
    const folds = panel.aspects.length > MOST_AT_ONCE && groups.length > 1;
    return groups.flatMap((group) => {
      const aspects = group.aspects.map((aspect) => ({ aspect }));
      if (!group.attempt && !group.item) return aspects;
      const open = !folds || this.#unfolded.has(group.key) || group.aspects.some(({ id }) => inSight.includes(id));
      return [{ group, folds, open }, ...(open ? aspects : [])];
    });
  }

  /** @param {Group} group */
  #newGroup(group) {
    const item = fromTemplate("group-item");
    write(part(item, "title"), groupWords(group));
    item.onclick = () => {
      if (!this.#unfolded.delete(group.key)) this.#unfolded.add(group.key);
      this.dispatchEvent(new CustomEvent("fold"));
    };
    return item;
  }

  /** @param {Aspect} aspect */
  #newAspect(aspect) {
    const item = fromTemplate("aspect-item");
    write(part(item, "title"), aspect.short ?? aspect.title);
    write(part(item, "range"), range(aspect));
    item.onclick = () => this.dispatchEvent(new CustomEvent("pick", { detail: aspect.id }));
    return item;
  }

  /** @param {Hall} hall @param {Hand} hand @param {string} code @param {string} chosen */
  #foot(hall, hand, code, chosen) {
    const { attempt, ids } = otherFaults(hall, hand, code, chosen);
    this.#faults = ids;
    part(this, "none").hidden = ids.length === 0 || !isOpen(hall, hand, code);
    write(part(this, "none"), say(attempt ? "none-of-attempt" : "none", { attempt, count: ids.length }));
    const may = signing(hall, hand, code);
    const { recorded, of } = progress(hall, hand, code);
    const button = /** @type {HTMLButtonElement} */ (part(this, "sign"));
    button.disabled = may !== "may";
    button.hidden = may === "signed";
    write(part(this, "obstacle"), say(`sign-${may}`, { count: of - recorded }));
  }
}

/** @param {HTMLElement} item @param {{ folds: boolean, open: boolean }} line @param {ReturnType<typeof progress>} sums */
function showGroup(item, { folds, open }, { recorded, unsent, refused, of }) {
  const button = /** @type {HTMLButtonElement} */ (item.firstElementChild);
  button.disabled = !folds;
  mark(button, "aria-expanded", folds ? String(open) : undefined);
  const troubles = [unsent && say("code-unsent", { count: unsent }), refused && say("code-refused", { count: refused })];
  write(part(item, "count"), [say("code-count", { recorded, of }), ...troubles].filter(Boolean).join(" · "));
}

/** @param {HTMLElement} item @param {HTMLElement} button @param {Shown} shown @param {Aspect} aspect @param {string} zone */
function showMark(item, button, shown, aspect, zone) {
  mark(button, "data-state", shown.state);
  const value = spoken(shown.value, aspect);
  write(part(item, "value"), value || NOT_YET_MARKED);
  mark(part(item, "value"), "data-words", /[^\d.:-]/.test(value) ? "" : undefined);
  write(part(item, "state"), wordsFor(shown, aspect, zone).join(" · "));
}

/** Where a mark is, never just a tick. @param {Shown} shown @param {Aspect} aspect @param {string} zone @returns {string[]} */
function wordsFor({ state, inRecord }, aspect, zone) {
  const words = [say(`state-${state}`)];
  if (!inRecord) return words;
  const { position, at } = inRecord;
  const value = spoken(inRecord.value, aspect);
  const time = timeOfDay(at, zone);
  if (state === "recorded" || state === "sealed") return position ? [...words, say("record", { position, time })] : words;
  return [...words, say("stands", { value, position, time })];
}

customElements.define("mark-sheet", MarkSheet);
