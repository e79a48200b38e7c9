/** A mark being typed: what each key of the pad makes of it, and whether the rulebook's range and step allow it. */

import { seconds } from "./clocked.js";
import { compare, less, plus, read, remainder, spell } from "./decimal.js";
import { tokenIn } from "./kinds.js";

/** @typedef {import("./kinds.js").Aspect} Aspect */

/** @typedef {{ value: string } | { fault: "not-a-number" | "not-a-time" | "outside-range" | "off-step" }} Checked */

/** @param {string} text canonical decimal text the server sent */
function sure(text) {
  const number = read(text);
  if (!number) throw new Error(`not a decimal: ${text}`);
  return number;
}

/**
 * The canonical value of a draft, or why it cannot be a mark. The server decides; this only spares the judge a refusal.
 *
 * @param {string} draft
 * @param {Aspect} aspect
 * @returns {Checked}
 */
export function check(draft, aspect) {
  const token = tokenIn(draft, aspect);
  if (token) return { value: token };
  const number = numberIn(draft, aspect);
  if (!number) return { fault: aspect.kind === "time" ? "not-a-time" : "not-a-number" };
  const low = sure(aspect.min);
  if (compare(number, low) < 0 || compare(number, sure(aspect.max)) > 0) return { fault: "outside-range" };
  if (remainder(less(number, low), sure(aspect.step)).units !== 0n) return { fault: "off-step" };
  return { value: spell(number) };
}

/** @param {string} draft @param {Aspect} aspect */
function numberIn(draft, { kind }) {
  const text = draft.replace(/\.$/, "");
  return kind === "time" ? seconds(text) : read(text);
}

/**
 * One key pressed: a digit, ".", ":", "-" or "back". A key after a token begins anew.
 *
 * @param {string} draft
 * @param {string} key
 * @param {Aspect} aspect
 * @returns {string}
 */
export function press(draft, key, aspect) {
  if (tokenIn(draft, aspect)) return key === "back" ? "" : press("", key, aspect);
  if (key === "back") return draft.slice(0, -1);
  if (key === ":" && (draft === "" || draft.includes(".") || draft.split(":").length > 2)) return draft;
  if (key === "." && (draft.includes(".") || !takesPoint(aspect))) return draft;
  if (key === "." && draft === "") return "0.";
  if (key === "-" && draft !== "") return draft;
  if (/^\d$/.test(key) && (draft === "0" || draft === "-0")) return draft.slice(0, -1) + key;
  return draft.length < longest(aspect) ? draft + key : draft;
}

/** @param {Aspect} aspect */
function longest({ min, max, step }) {
  return Math.max(13, min.length + step.length, max.length + step.length);
}

/**
 * One step up or down, staying in range. From nothing, or from between two steps, to the next permitted value:
 * up from nothing is the lowest, down from nothing the highest. A fault goes by findings: up from nothing is one.
 *
 * @param {string} draft
 * @param {1 | -1} way
 * @param {Aspect} aspect
 */
export function nudge(draft, way, aspect) {
  const low = sure(aspect.min);
  const high = sure(aspect.max);
  const step = sure(aspect.points ?? aspect.step);
  const number = numberIn(draft, aspect) ?? (aspect.points ? low : undefined);
  if (!number) return way > 0 ? aspect.min : aspect.max;
  if (compare(number, low) < 0) return aspect.min;
  if (compare(number, high) > 0) return aspect.max;
  const over = remainder(less(number, low), step);
  const below = less(number, over);
  const moved = way > 0 ? plus(below, step) : over.units === 0n ? less(number, step) : below;
  if (compare(moved, low) < 0) return aspect.min;
  return compare(moved, high) > 0 ? aspect.max : spell(moved);
}

/** @param {Aspect} aspect whether a fraction can be a mark at all */
export function takesPoint(aspect) {
  return [aspect.min, aspect.max, aspect.step].some((text) => text.includes("."));
}

/** @param {Aspect} aspect */
export function takesMinus(aspect) {
  return aspect.min.startsWith("-");
}
