/** The pad for one aspect: values to pick, big keys, a keyboard, steps. Says "draft" as the judge types, "keep" with a checked value, "close". */

import { timeOfDay } from "../../../web/static/shared/clock.js";
import { mark, part, write } from "../../../web/static/shared/dom.js";
import { say } from "../../../web/static/shared/words.js";
import { check, nudge, press, takesMinus, takesPoint } from "../draft.js";
import { padOf, picks } from "../kinds.js";
import { fault as faultWords, figure, range, spoken } from "../spoken.js";
import { focusPicks, showPicks } from "./pad-picks.js";

/** @typedef {import("../kinds.js").Aspect} Aspect */
/** @typedef {import("../sheet.js").Shown} Shown */

export class MarkPad extends HTMLElement {
  /** @type {Aspect | undefined} */ #aspect;
  /** @type {Shown} */ #shown = { state: "unmarked", value: "" };
  #place = "";

  connectedCallback() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    form.onsubmit = (submit) => {
      submit.preventDefault();
      this.#keep();
    };
    this.addEventListener("click", (click) => this.#touch(/** @type {Element} */ (click.target)));
    this.#input.oninput = () => this.#say("draft", this.#input.value.trim());
    part(this, "picks").onchange = (change) => this.#say("draft", /** @type {HTMLInputElement} */ (change.target).value);
    this.addEventListener("keydown", (key) => this.#key(key));
    document.addEventListener("keydown", (key) => this.#catch(key));
    part(this, "discard").onclick = () => this.#say("draft", undefined);
    part(this, "close").onclick = () => this.#say("close");
  }

  /** @param {string} code @param {Aspect | undefined} aspect undefined hides the pad @param {Shown} shown @param {string} zone */
  show(code, aspect, shown, zone) {
    this.hidden = aspect === undefined;
    const place = aspect ? `${code} ${aspect.id}` : "";
    const moved = place !== this.#place;
    this.#aspect = aspect;
    this.#place = place;
    this.#shown = shown;
    if (!aspect) return;
    if (moved) this.#dress(code, aspect);
    // what is typed stays as it is typed
    const written = shown.state === "unsaved" ? shown.value : figure(shown.value, aspect);
    if (this.#input.value !== written) this.#input.value = written;
    showPicks(this, aspect, shown.value);
    mark(this, "data-state", shown.state);
    this.#judge(shown, zone);
    if (moved) this.#focus();
  }

  // a physical keyboard goes on where the hand is; on a touch screen no keyboard pops up (inputmode none)
  #focus() {
    if (this.dataset.pad === "pick") return focusPicks(this);
    this.#input.focus({ preventScroll: true });
    this.#input.select();
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (part(this, "input"));
  }

  // The code stands on the pad itself: wherever the sheet is scrolled, nobody gives a mark to somebody else.
  /** @param {string} code @param {Aspect} aspect */
  #dress(code, aspect) {
    write(part(this, "whose"), code);
    mark(this, "data-pad", padOf(aspect));
    write(part(this, "title"), aspect.title);
    write(part(this, "asked"), aspect.title);
    write(part(this, "range"), range(aspect));
    write(part(this, "lowest"), say("lowest", { value: aspect.min }));
    write(part(this, "highest"), say("highest", { value: aspect.max }));
    part(this, "point").toggleAttribute("disabled", !takesPoint(aspect));
    part(this, "minus").hidden = !takesMinus(aspect);
    part(this, "tokens").hidden = !aspect.tokens;
  }

  /** @param {Shown} shown @param {string} zone */
  #judge({ state, value, inRecord }, zone) {
    const aspect = /** @type {Aspect} */ (this.#aspect);
    const checked = check(value, aspect);
    const fault = state === "unsaved" && value !== "" && "fault" in checked ? checked.fault : undefined;
    write(part(this, "fault"), fault ? faultWords(fault, aspect) : "");
    mark(this.#input, "aria-invalid", fault ? "true" : undefined);
    const stands = inRecord && { ...inRecord, value: spoken(inRecord.value, aspect), time: timeOfDay(inRecord.at, zone) };
    write(part(this, "standing"), stands ? say("stands", stands) : say("stands-nothing"));
    part(this, "keep").toggleAttribute("disabled", "fault" in checked);
    part(this, "discard").toggleAttribute("disabled", state !== "unsaved");
  }

  /** @param {Element} target */
  #touch(target) {
    if (target instanceof HTMLInputElement && target.type === "radio") return this.#pick(target.value);
    const key = target.closest("button");
    if (!key || !this.#aspect) return;
    const fresh = this.dataset.state === "unsaved" ? this.#input.value : "";
    if (key.dataset.token) this.#say("draft", key.dataset.token);
    if (key.dataset.key) this.#say("draft", press(fresh, key.dataset.key, this.#aspect));
    if (key.dataset.nudge) this.#nudge(key.dataset.nudge === "1" ? 1 : -1);
    if (key.dataset.part === "lowest") this.#say("draft", this.#aspect.min);
    if (key.dataset.part === "highest") this.#say("draft", this.#aspect.max);
  }

  // The same value touched again is meant: it is kept. A first touch comes here before its "change".
  /** @param {string} value */
  #pick(value) {
    if (this.#shown.state === "unsaved" && this.#shown.value === value) this.#keep();
  }

  /** @param {1 | -1} way */
  #nudge(way) {
    if (this.#aspect) this.#say("draft", nudge(this.#input.value, way, this.#aspect));
  }

  /** @param {KeyboardEvent} key */
  #key(key) {
    const steps = this.dataset.pad === "number" && key.target === this.#input;
    if (steps && (key.key === "ArrowUp" || key.key === "ArrowDown")) {
      key.preventDefault();
      this.#nudge(key.key === "ArrowUp" ? 1 : -1);
    }
    if (key.key === "Escape") this.#say("close");
  }

  // A figure typed while a button has the focus belongs into the mark too.
  /** @param {KeyboardEvent} key */
  #catch(key) {
    const typing = /^[\d.:-]$/.test(key.key) && !key.ctrlKey && !key.metaKey && !key.altKey;
    if (!typing || this.hidden || document.activeElement === this.#input || document.querySelector("dialog[open]")) return;
    if (this.dataset.pad === "pick") return this.#choose(key.key);
    this.#input.focus({ preventScroll: true });
    if (this.dataset.state !== "unsaved") this.#input.select();
  }

  /** @param {string} value a figure typed where there are values to pick from */
  #choose(value) {
    if (!this.#aspect || !picks(this.#aspect).includes(value)) return;
    this.#say("draft", value);
    queueMicrotask(() => focusPicks(this));
  }

  #keep() {
    const checked = this.#aspect && check(this.#shown.value, this.#aspect);
    if (checked && "value" in checked) this.#say("keep", checked.value);
  }

  /** @param {string} word @param {string} [detail] */
  #say(word, detail) {
    this.dispatchEvent(new CustomEvent(word, { detail }));
  }
}

customElements.define("mark-pad", MarkPad);
