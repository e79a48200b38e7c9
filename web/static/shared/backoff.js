/** How long to wait before trying again: full jitter under a ceiling that doubles, so that a hall never returns all at once. */

export const FLOOR_MS = 500;
export const CEILING_MS = 30_000;

/**
 * @param {number} attempt failures in a row so far, from 0
 * @param {() => number} random 0 ≤ random() < 1
 * @param {number} ceiling_ms longest wait
 * @returns {number} milliseconds between FLOOR_MS and the ceiling
 */
export function waitBefore(attempt, random = Math.random, ceiling_ms = CEILING_MS) {
  const top = Math.min(ceiling_ms, FLOOR_MS * 2 ** Math.min(attempt + 1, 16));
  return FLOOR_MS + random() * (top - FLOOR_MS);
}
