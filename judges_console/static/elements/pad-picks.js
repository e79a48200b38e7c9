/** The pad's keys that are no figures: values to pick from, as radio buttons, and tokens for an attempt without result. */

import { fromTemplate, keyed, mark, part, write } from "../../../web/static/shared/dom.js";
import { padOf, picks, tokenIn } from "../kinds.js";
import { pickWords, tokenWords } from "../spoken.js";

/** @typedef {import("../kinds.js").Aspect} Aspect */

/** @param {Element} pad @param {Aspect} aspect @param {string} value the one chosen, "" for none */
export function showPicks(pad, aspect, value) {
  const values = padOf(aspect) === "pick" ? picks(aspect) : [];
  const key = (/** @type {string} */ one) => `${aspect.id} ${one}`;
  keyed(part(pad, "picks"), values, key, (one) => newPick(one, aspect), (item, one) => {
    const radio = radioOf(item);
    if (radio.checked !== (one === value)) radio.checked = one === value;
  });
  const chosen = tokenIn(value, aspect);
  keyed(part(pad, "tokens"), aspect.tokens ?? [], (token) => token, newToken, (item, token) => {
    mark(item, "aria-pressed", token === chosen ? "true" : "false");
  });
}

/** Where a physical keyboard goes on: the value chosen, or the first. @param {Element} pad */
export function focusPicks(pad) {
  const radios = [...part(pad, "picks").querySelectorAll("input")];
  (radios.find(({ checked }) => checked) ?? radios[0])?.focus({ preventScroll: true });
}

/** @param {Element} item */
function radioOf(item) {
  return /** @type {HTMLInputElement} */ (item.querySelector("input"));
}

/** @param {string} value @param {Aspect} aspect */
function newPick(value, aspect) {
  const item = fromTemplate("pick-item");
  const words = pickWords(value, aspect);
  radioOf(item).value = value;
  // a figure says nothing of a yes or a no
  write(part(item, "figure"), words && ["yes_no", "voiding"].includes(aspect.kind) ? "" : value);
  write(part(item, "words"), words);
  return item;
}

/** @param {string} token */
function newToken(token) {
  const item = fromTemplate("token-item");
  item.dataset.token = token;
  write(item, tokenWords(token));
  return item;
}
