/** The reading back before a signature: what the record holds, line by line. Says "signed" when the judge stands for it. */

import { timeOfDay } from "../../../web/static/shared/clock.js";
import { fromTemplate, fill, keyed, part, write } from "../../../web/static/shared/dom.js";
import { spoken } from "../spoken.js";

/** @typedef {import("../sheet.js").Hall} Hall */

export class SignDialog extends HTMLElement {
  #code = "";

  connectedCallback() {
    this.#dialog.onclose = () => {
      if (this.#dialog.returnValue === "sign") this.dispatchEvent(new CustomEvent("signed", { detail: this.#code }));
    };
  }

  /** @param {Hall} hall @param {string} code */
  ask(hall, code) {
    this.#code = code;
    write(part(this, "sign-code"), code);
    const marks = hall.sheets.get(code)?.marks ?? {};
    keyed(
      part(this, "lines"),
      hall.panel.aspects,
      ({ id }) => id,
      () => fromTemplate("read-back"),
      (line, aspect) => {
        const { value = "", position = 0, at = 0 } = marks[aspect.id] ?? {};
        const read = { title: aspect.title, value: spoken(value, aspect) };
        fill(line, { ...read, position: position ? String(position) : "", at: timeOfDay(at, hall.contest.zone) });
      },
    );
    this.#dialog.returnValue = "";
    this.#dialog.showModal();
  }

  /** Something has changed on the sheet: what was read back no longer holds. @param {string} code @param {boolean} may */
  keepOpen(code, may) {
    if (this.#dialog.open && (code !== this.#code || !may)) this.#dialog.close("back");
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }
}

customElements.define("sign-dialog", SignDialog);
