/** The codes before this seat, by batch, each with how far its sheet is. Says "choose" with the code touched. */

import { fromTemplate, keyed, mark, part, write } from "../../../web/static/shared/dom.js";
import { say, wordFor } from "../../../web/static/shared/words.js";
import { progress, signing } from "../sheet.js";

/** @typedef {import("../sheet.js").Hall} Hall */
/** @typedef {import("../sheet.js").Hand} Hand */
/** @typedef {{ batch: string } | { sheet: import("../sheet.js").Sheet }} Line */

export class CodeList extends HTMLElement {
  /** @param {Hall} hall @param {Hand} hand @param {string} chosen */
  show(hall, hand, chosen) {
    keyed(
      part(this, "list"),
      linesOf(hall),
      (line) => ("sheet" in line ? `code ${line.sheet.code}` : `batch ${line.batch}`),
      (line) => ("sheet" in line ? this.#newCode(line.sheet.code) : fromTemplate("batch-item")),
      (item, line) => {
        if ("sheet" in line) showCode(item, hall, hand, line.sheet.code, chosen);
        else write(part(item, "batch"), say("batch", line));
      },
    );
  }

  /** @param {string} code */
  #newCode(code) {
    const item = fromTemplate("code-item");
    item.onclick = () => this.dispatchEvent(new CustomEvent("choose", { detail: code }));
    return item;
  }
}

/** @param {Hall} hall @returns {Line[]} */
function linesOf(hall) {
  /** @type {Map<string, Line[]>} */ const batches = new Map();
  for (const sheet of hall.sheets.values()) {
    const lines = batches.get(sheet.batch) ?? (sheet.batch ? [{ batch: sheet.batch }] : []);
    batches.set(sheet.batch, [...lines, { sheet }]);
  }
  return [...batches.values()].flat();
}

/** @param {HTMLElement} item @param {Hall} hall @param {Hand} hand @param {string} code @param {string} chosen */
function showCode(item, hall, hand, code, chosen) {
  const button = /** @type {HTMLElement} */ (item.firstElementChild);
  const { recorded, unsent, refused, of } = progress(hall, hand, code);
  const sheet = hall.sheets.get(code);
  const state = signing(hall, hand, code) === "signing" ? "signing" : (sheet?.state ?? "waiting");
  mark(button, "data-state", sheet?.status ? "stated" : state);
  mark(button, "aria-current", code === chosen ? "true" : undefined);
  write(part(item, "code"), code);
  write(part(item, "state"), sheet?.status ? wordFor("states", sheet.status) : say(`code-${state}`));
  write(part(item, "count"), say("code-count", { recorded, of }));
  write(part(item, "unsent"), unsent ? say("code-unsent", { count: unsent }) : "");
  write(part(item, "refused"), refused ? say("code-refused", { count: refused }) : "");
}

customElements.define("code-list", CodeList);
