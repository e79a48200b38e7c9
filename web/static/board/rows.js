/** The board's rows: each figure in its place, what changed lit for a moment, and rows that glide to where they now belong. */

import { fill, fromTemplate, keyed, mark, part, write } from "../shared/dom.js";
import { say, wordFor } from "../shared/words.js";
import { lines } from "./blocks.js";

/** @typedef {import("./view.js").BoardRow} BoardRow */
/** @typedef {import("./blocks.js").Heading} Heading */

const GLIDE_MS = 700;
const EASING = "cubic-bezier(0.22, 0.8, 0.3, 1)";
const LIT_MS = 4_000;
// A page of more rows than any wall shows at once: beyond it rows jump, because gliding thousands would stutter.
const MOST_GLIDING = 120;

export class BoardRows extends HTMLElement {
  /** @type {Map<Element, ReturnType<typeof setTimeout>>} */ #lit = new Map();

  /** What each element shows. @type {WeakMap<Element, BoardRow>} */ #shown = new WeakMap();
  /** Titles of prizes by id, in the page's language. @type {Record<string, string>} */ prizes = {};

  /** @param {import("./view.js").BoardView} view */
  show({ head, rows }) {
    this.toggleAttribute("data-named", Boolean(head.named));
    this.toggleAttribute("data-awarded", Boolean(head.result));
    const body = part(this, "rows");
    const before = placesOf(body);
    keyed(
      body,
      lines(rows),
      keyOf,
      (line) => fromTemplate("code" in line ? "board-row" : "board-heading"),
      (element, line) => ("code" in line ? this.#fill(element, line) : fill(element, { heading: line.heading || say("others") })),
    );
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) glide(body, before);
  }

  /** @param {HTMLElement} element @param {BoardRow} row */
  #fill(element, row) {
    if (this.#shown.get(element) === row) return;
    this.#shown.set(element, row);
    const fresh = !element.isConnected;
    const place = row.place === null ? "" : String(row.place);
    mark(element, "data-place", place || undefined);
    const award = this.prizes[row.award ?? ""] ?? "";
    fill(element, { place: row.shown ?? place, code: row.code, name: row.name ?? "", delegation: comesFrom(row), award });
    for (const [module, state] of Object.entries(row.states)) {
      const changed = showFigure(element, module, row.values[module] ?? "", state);
      if (changed && !fresh) this.#light(part(element, `figure ${module}`));
    }
    if (showTotal(element, row) && !fresh) this.#light(part(element, "total"));
  }

  /** @param {Element} cell */
  #light(cell) {
    clearTimeout(this.#lit.get(cell));
    cell.removeAttribute("data-lit");
    void cell.clientWidth; // a figure that changes twice is lit anew
    cell.setAttribute("data-lit", "");
    this.#lit.set(cell, setTimeout(() => cell.removeAttribute("data-lit"), LIT_MS));
  }
}

/** No code begins as a heading's key does. @param {BoardRow | Heading} line @returns {string} */
function keyOf(line) {
  return "code" in line ? line.code : `/${line.heading}`;
}

/** Its delegation, and that it competes without a place. @param {BoardRow} row @returns {string} */
function comesFrom({ official, delegation }) {
  return [official === false && say("unofficial"), delegation].filter(Boolean).join(" · ");
}

/** A module's figure, or how far it has come. @param {Element} row @param {string} module @param {string} value @param {string} state @returns {boolean} whether the text changed */
function showFigure(row, module, value, state) {
  mark(part(row, `figure ${module}`), "data-state", value ? undefined : state);
  return write(part(row, `text ${module}`), value || wordFor("states", state));
}

/** @param {Element} row @param {BoardRow} cells @returns {boolean} */
function showTotal(row, { total, complete, status }) {
  mark(part(row, "total"), "data-state", status || undefined);
  mark(part(row, "total"), "data-partial", total !== null && !complete && !status ? "" : undefined);
  return write(part(row, "text total"), status ? wordFor("states", status) : (total ?? ""));
}

/** @param {Element} body @returns {Map<Element, DOMRect>} */
function placesOf(body) {
  const rows = [...body.children].slice(0, MOST_GLIDING);
  return new Map(rows.map((row) => [row, row.getBoundingClientRect()]));
}

/**
 * From where each row was to where it is: first, last, invert, play. Only a row that changed crosses from column to
 * column in sight; one that is merely pushed over the edge appears on the other side.
 *
 * @param {Element} body @param {Map<Element, DOMRect>} before
 */
function glide(body, before) {
  for (const [row, after] of placesOf(body)) {
    const old = before.get(row);
    if (old && old.x === after.x && old.y === after.y) continue;
    const travels = old && (old.x === after.x || row.querySelector("[data-lit]"));
    const from = travels ? { transform: `translate(${old.x - after.x}px, ${old.y - after.y}px)` } : { opacity: 0 };
    row.animate([from, { transform: "none", opacity: 1 }], { duration: GLIDE_MS, easing: EASING });
  }
}

customElements.define("board-rows", BoardRows);
