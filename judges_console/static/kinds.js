/** The kinds of aspects: what the server says of one, and by which keys the pad takes it. */

import { less, read } from "./decimal.js";

/**
 * @typedef {object} Aspect
 * @property {string} id
 * @property {string} title
 * @property {string} kind what is entered: docs/protocol.md, "kinds of aspects"
 * @property {string} max decimal text, as all three
 * @property {string} step
 * @property {string} min
 * @property {string} [worth] the most points it brings, where that is not what is entered
 * @property {string} [points] what each finding of a fault costs
 * @property {string} [attempt] where there are several
 * @property {string} [item] a fault sheet's item, for one of its faults
 * @property {string} [short] the title without attempt and item
 * @property {{ id: string, title: string }[]} [choices] the value is a choice's number, counted from 1
 * @property {string[]} [tokens] what may stand for an attempt without result
 */

/** "pick": one of a few; "free": any number; "number": a number within bounds that one can step through. @typedef {"pick" | "time" | "free" | "number"} Pad */

const MOST_PICKED = 10;
const MOST_STEPS = 100_000n;
const PICKED = ["yes_no", "voiding", "choice"];
const PICKED_IF_FEW = ["judgement", "count"];
const LOST = ["deduction", "fault_item", "fault"];

/** @param {Aspect} aspect @returns {Pad} */
export function padOf(aspect) {
  const { kind, max } = aspect;
  if (PICKED.includes(kind) || (PICKED_IF_FEW.includes(kind) && Number(max) <= MOST_PICKED)) return "pick";
  if (kind === "time") return "time";
  return isWide(aspect) ? "free" : "number";
}

/** Whether what is entered are points lost. @param {Aspect} aspect */
export function isLost({ kind }) {
  return LOST.includes(kind);
}

/** Whether nobody would step from one end to the other. @param {Aspect} aspect */
function isWide({ min, max, step }) {
  const [low, high, each] = [read(min), read(max), read(step)];
  if (!low || !high || !each) return true;
  const range = less(high, low);
  const scale = Math.max(range.scale, each.scale);
  const whole = (/** @type {import("./decimal.js").Decimal} */ one) => one.units * 10n ** BigInt(scale - one.scale);
  return whole(range) > MOST_STEPS * whole(each);
}

/** The values to pick from, lowest first; yes before no. @param {Aspect} aspect @returns {string[]} */
export function picks({ kind, min, max }) {
  if (kind === "yes_no" || kind === "voiding") return ["1", "0"];
  const [low, high] = [Number(min), Number(max)];
  return Array.from({ length: high - low + 1 }, (_, number) => String(low + number));
}

/** The token a draft spells, in capitals or not. @param {string} draft @param {Aspect} aspect */
export function tokenIn(draft, { tokens = [] }) {
  return tokens.find((token) => token === draft.trim().toUpperCase());
}

/**
 * @typedef {object} Group aspects that stand together on the sheet
 * @property {string} key
 * @property {string} attempt "" where there is only one
 * @property {string} item "" where it is no fault sheet's
 * @property {Aspect[]} aspects
 */

/** The aspects by attempt and item, in their order. @param {Aspect[]} aspects @returns {Group[]} */
export function groupsOf(aspects) {
  /** @type {Group[]} */ const groups = [];
  for (const aspect of aspects) {
    const { attempt = "", item = "" } = aspect;
    const last = groups.at(-1);
    if (last && last.attempt === attempt && last.item === item) last.aspects.push(aspect);
    else groups.push({ key: `${groups.length}`, attempt, item, aspects: [aspect] });
  }
  return groups;
}
