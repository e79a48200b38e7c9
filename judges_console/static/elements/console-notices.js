/** What stands in the judge's way, one line each. Says "seen" with a refusal's order, and "adopt". */

import { fromTemplate, keyed, part, write } from "../../../web/static/shared/dom.js";
import { say } from "../../../web/static/shared/words.js";
import { spoken } from "../spoken.js";

/** @typedef {import("../box.js").Command} Command */
/** @typedef {import("../sheet.js").Hall} Hall */

/**
 * @typedef {object} Troubles
 * @property {boolean} silent
 * @property {string} bye the server's last word, if it has hung up for good
 * @property {boolean} fleeting the browser keeps nothing
 * @property {boolean} failed the last mark could not be kept
 * @property {boolean} closed
 * @property {boolean} sibling
 * @property {number} earlier
 * @property {number} strangers
 * @property {Command[]} refused
 */

export class ConsoleNotices extends HTMLElement {
  connectedCallback() {
    part(this, "adopt").onclick = () => this.dispatchEvent(new CustomEvent("adopt"));
  }

  /** @param {Troubles} troubles @param {Hall | undefined} hall @param {string} lang */
  show(troubles, hall, lang) {
    for (const name of /** @type {const} */ (["silent", "fleeting", "failed", "closed", "sibling"])) {
      part(this, name).hidden = !troubles[name];
    }
    part(this, "over").hidden = !troubles.bye;
    write(part(this, "bye"), troubles.bye);
    for (const name of /** @type {const} */ (["earlier", "strangers"])) {
      part(this, name).hidden = troubles[name] === 0;
      write(part(this, `${name}-count`), say(name, { count: troubles[name] }));
    }
    keyed(
      part(this, "refusals"),
      troubles.refused,
      (command) => String(command.order),
      (command) => this.#newRefusal(command, hall, lang),
      () => {},
    );
  }

  /** @param {Command} command @param {Hall | undefined} hall @param {string} lang */
  #newRefusal(command, hall, lang) {
    const notice = fromTemplate("refusal-item");
    write(part(notice, "what"), whatWasRefused(command, hall));
    write(part(notice, "why"), command.refusal?.[lang] ?? command.refusal?.reason ?? "");
    part(notice, "seen").onclick = () => this.dispatchEvent(new CustomEvent("seen", { detail: command.order }));
    return notice;
  }
}

/** @param {Command} command @param {Hall | undefined} hall */
function whatWasRefused({ name, body }, hall) {
  const about = hall?.panel.aspects.find(({ id }) => id === body.aspect);
  const told = { "enter-mark": "refused-mark", "sign-sheet": "refused-sign" }[name] ?? "refused-other";
  return say(told, { code: body.code, aspect: about?.title ?? body.aspect, value: spoken(body.value ?? "", about) });
}

customElements.define("console-notices", ConsoleNotices);
