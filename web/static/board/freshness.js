/** How fresh the board is: live, or a picture "as of" the last moment the server was heard. */

import { timeOfDay } from "../shared/clock.js";
import { mark, part, write } from "../shared/dom.js";
import { say } from "../shared/words.js";

export class BoardFreshness extends HTMLElement {
  /** @param {boolean} live */
  live(live) {
    mark(this, "data-live", live ? "true" : "false");
    write(part(this, "word"), say(live ? "live" : "as-of"));
  }

  /** @param {number} at_us official time the view is as of */
  at(at_us) {
    const time = timeOfDay(at_us, this.dataset.zone ?? "");
    write(part(this, "time"), time);
  }
}

customElements.define("board-freshness", BoardFreshness);
