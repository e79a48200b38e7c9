/** How far the contest's result has come, and until when it can be questioned. */

import { dayAndTime } from "../shared/clock.js";
import { mark, part, write } from "../shared/dom.js";
import { wordFor } from "../shared/words.js";

const WINDOWS = /** @type {const} */ ({ queries: "queries_close_at", appeals: "appeals_close_at", notice: "notice_closes_at" });

export class BoardStatus extends HTMLElement {
  /** @param {Record<string, any>} head of the board's view */
  show(head) {
    write(part(this, "phase"), wordFor("phases", head.phase));
    mark(part(this, "phase"), "data-tone", wordFor("tones", head.phase));
    part(this, "over-all").hidden = !head.per || head.named;
    for (const [word, closes] of Object.entries(WINDOWS)) {
      part(this, word).hidden = !head[closes];
      write(part(this, `${word}-at`), head[closes] ? dayAndTime(head[closes], head.zone) : "");
    }
  }
}

customElements.define("board-status", BoardStatus);
