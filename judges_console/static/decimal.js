/** Exact decimals as whole numbers of a scale: nothing near a mark is ever a binary fraction. */

const PLAIN = /^-?\d{1,12}(\.\d{1,12})?$/;

/**
 * @typedef {object} Decimal the number units ÷ 10^scale
 * @property {bigint} units
 * @property {number} scale
 */

/**
 * @param {string} text plain digits, at most one point
 * @returns {Decimal | undefined} undefined for anything but a plain decimal
 */
export function read(text) {
  if (!PLAIN.test(text)) return undefined;
  const [whole = "", fraction = ""] = text.split(".");
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

/**
 * One spelling for each number, the record's own: no trailing zeros, no minus zero ("8.50" → "8.5").
 *
 * @param {Decimal} number
 */
export function spell({ units, scale }) {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return (units < 0n ? "-" : "") + whole + (fraction && `.${fraction}`);
}

/** @param {Decimal} a @param {Decimal} b @returns {-1 | 0 | 1} */
export function compare(a, b) {
  const difference = less(a, b).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** @param {Decimal} a @param {Decimal} b @returns {Decimal} a + b */
export function plus(a, b) {
  const scale = Math.max(a.scale, b.scale);
  return { units: at(a, scale) + at(b, scale), scale };
}

/** @param {Decimal} a @param {Decimal} b @returns {Decimal} a − b */
export function less(a, b) {
  return plus(a, { units: -b.units, scale: b.scale });
}

/** @param {Decimal} a @param {Decimal} step above zero @returns {Decimal} what is left of a after whole steps, ≥ 0 for a ≥ 0 */
export function remainder(a, step) {
  const scale = Math.max(a.scale, step.scale);
  return { units: at(a, scale) % at(step, scale), scale };
}

/** @param {Decimal} number @param {number} scale not below its own */
function at({ units, scale: own }, scale) {
  return units * 10n ** BigInt(scale - own);
}
