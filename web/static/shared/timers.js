/** The page's clock and timers behind one small shape, so that tests can turn the clock themselves. */

/**
 * @typedef {object} Timers
 * @property {() => number} now milliseconds since 1970
 * @property {(ms: number, act: () => void) => unknown} after
 * @property {(handle: unknown) => void} cancel takes undefined too
 */

/** @type {Timers} */
export const timers = {
  now: () => Date.now(),
  after: (ms, act) => setTimeout(act, ms),
  cancel: (handle) => clearTimeout(/** @type {number | undefined} */ (handle)),
};
