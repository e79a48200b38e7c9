/** A board's view as plain values, and how a patch turns one revision into the next: what projections/difference.py does, here. */

/**
 * @typedef {object} BoardRow
 * @property {string} code
 * @property {number | null} place null while there is nothing to rank
 * @property {Record<string, string>} states module → "waiting", "working", "scoring", "signed", "dns" …
 * @property {Record<string, string | null>} values module → exact figure as text, null while nothing is released
 * @property {string | null} total
 * @property {boolean} complete whether the total includes every module
 * @property {string} status "" or why there is no ordinary result: "dns", "dnf", "dsq", "module_void", "declined"
 * @property {string} [entry]
 * @property {string} [number]
 * @property {string} [delegation]
 * @property {string} [name]
 * @property {string | null} [award]
 */

/** @typedef {{ revision: number, head: Record<string, any>, rows: BoardRow[] }} BoardView */

/**
 * @typedef {object} Patch
 * @property {number} base the revision it starts from
 * @property {number} revision the one it leads to
 * @property {Record<string, any>} head entries that changed
 * @property {BoardRow[]} rows changed and new rows, whole
 * @property {string[]} gone codes no longer shown
 * @property {[number, number][]} shift [from, by]: every other row's place grows by the `by` of the last pair whose `from` is not beyond it
 */

/**
 * @param {BoardView | undefined} view
 * @param {Patch} patch
 * @returns {BoardView | undefined} undefined when the patch does not start from this view: ask for the whole
 */
export function patched(view, patch) {
  if (!view || view.revision !== patch.base) return undefined;
  const replaced = new Set([...patch.rows.map(({ code }) => code), ...patch.gone]);
  const kept = view.rows.filter(({ code }) => !replaced.has(code));
  const moved = kept.map((row) => placed(row, shifted(row.place, patch.shift)));
  return {
    revision: patch.revision,
    head: { ...view.head, ...patch.head },
    rows: [...moved, ...patch.rows].sort(byPlace),
  };
}

/** The same object for a row that stays where it is: what has not changed need not be drawn. @param {BoardRow} row @param {number | null} place */
function placed(row, place) {
  return row.place === place ? row : { ...row, place };
}

/** @param {number | null} place @param {[number, number][]} shift in order of `from` */
function shifted(place, shift) {
  if (place === null) return null;
  let grown = place;
  for (const [from, by] of shift) {
    if (from > place) break;
    grown = place + by;
  }
  return grown;
}

/**
 * By place, those without one last; within a place by code, shorter ones first.
 *
 * @param {BoardRow} one @param {BoardRow} other
 */
export function byPlace(one, other) {
  const [left, right] = [one.place ?? Infinity, other.place ?? Infinity];
  if (left !== right) return left - right;
  if (one.code.length !== other.code.length) return one.code.length - other.code.length;
  return one.code < other.code ? -1 : Number(one.code > other.code);
}
