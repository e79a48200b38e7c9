/** The strip's right end: whether the server hears us, how many marks it does not have yet, and the official time. */

import { timeOfDay } from "../../../web/static/shared/clock.js";
import { mark, part, write } from "../../../web/static/shared/dom.js";
import { say } from "../../../web/static/shared/words.js";

export class LineState extends HTMLElement {
  /** @param {import("../line.js").LineState} state @param {number} unsent typed or kept, and not in the record */
  show(state, unsent) {
    mark(this, "data-state", state);
    write(part(this, "word"), say(`line-${state}`));
    write(part(this, "unsent"), String(unsent));
    part(this, "unsent").parentElement?.toggleAttribute("data-none", unsent === 0);
  }

  /** @param {number | undefined} official µs @param {string} zone */
  tick(official, zone) {
    if (official !== undefined) write(part(this, "clock"), timeOfDay(official, zone));
  }
}

customElements.define("line-state", LineState);
