/** Times as judges read and write them, `1:23.45`, and as the record holds them, `83.45`: exact seconds either way. */

import { read, spell } from "./decimal.js";

const WRITTEN = /^(?:(\d{1,3}):)?(\d{1,4}):(\d{2}(?:\.\d{1,12})?)$/;
const SIXTY = 60n;

/**
 * @param {string} draft `1:23.45`, `1:02:03`, or plain seconds
 * @returns {import("./decimal.js").Decimal | undefined} seconds; undefined for what is no time
 */
export function seconds(draft) {
  const [, hours, minutes, rest = ""] = draft.replaceAll("\uff1a", ":").match(WRITTEN) ?? [];
  if (minutes === undefined) return read(draft);
  const last = read(rest);
  if (!last || Number(rest) >= 60 || (hours !== undefined && Number(minutes) >= 60)) return undefined;
  const whole = (BigInt(hours ?? "0") * SIXTY + BigInt(minutes)) * SIXTY;
  return { units: whole * 10n ** BigInt(last.scale) + last.units, scale: last.scale };
}

/**
 * As a person reads it: always minutes, hours only where there are some.
 *
 * @param {string} text seconds; anything else stays as it is
 */
export function clock(text) {
  const number = read(text);
  if (!number || number.units < 0n) return text;
  const [whole = "0", fraction] = spell(number).split(".");
  const [minutes, left] = [BigInt(whole) / SIXTY, BigInt(whole) % SIXTY];
  const [hours, few] = [minutes / SIXTY, minutes % SIXTY];
  const shown = hours ? `${hours}:${two(few)}` : String(minutes);
  return `${shown}:${two(left)}${fraction ? `.${fraction}` : ""}`;
}

/** @param {bigint} number */
function two(number) {
  return number.toString().padStart(2, "0");
}
