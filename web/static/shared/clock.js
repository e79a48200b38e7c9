/** Official times as people read them, in the contest's own zone. */

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @param {number} at_us microseconds since 1970, UTC
 * @param {string} zone IANA name; an empty one means the device's own
 * @returns {string} "09:31:07"
 */
export function timeOfDay(at_us, zone) {
  const { hour, minute, second } = parts(at_us, zone);
  return `${hour}:${minute}:${second}`;
}

/** @param {number} at_us @param {string} zone @returns {string} "2026-11-20 09:31" */
export function dayAndTime(at_us, zone) {
  const { year, month, day, hour, minute } = parts(at_us, zone);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** @param {number} at_us @param {string} zone @returns {Record<string, string>} */
function parts(at_us, zone) {
  let format = formats.get(zone);
  if (!format) {
    const two = /** @type {const} */ ("2-digit");
    const wanted = { year: /** @type {const} */ ("numeric"), month: two, day: two, hour: two, minute: two, second: two };
    format = new Intl.DateTimeFormat("en-GB", { ...wanted, hourCycle: "h23", timeZone: zone || undefined });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(at_us / 1000).map(({ type, value }) => [type, value]));
}
