/** A board's view as plain values, and how a patch turns one revision into the next: what projections/difference.py does, here. */

/**
 * @typedef {object} BoardRow
 * @property {string} code
 * @property {number | null} place null while there is nothing to rank
 * @property {number} [order] which row of the page it is, where places are listed and not counted
 * @property {string} [shown] the place as the rulebook writes it, where that is another
 * @property {string} [category] whose places they are, where each category is ranked by itself
 * @property {false} [official] competes without a place
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

/** @typedef {Pick<BoardRow, "place" | "order" | "shown" | "category">} Placing */

/** @typedef {{ revision: number, head: Record<string, any>, rows: BoardRow[] }} BoardView */

/**
 * @typedef {object} Patch
 * @property {number} base the revision it starts from
 * @property {number} revision the one it leads to
 * @property {Record<string, any>} head entries that changed
 * @property {BoardRow[]} rows changed and new rows, whole
 * @property {string[]} gone codes no longer shown
 * @property {[number, number][]} shift [from, by]: every other row's place grows by the `by` of the last pair whose `from` is not beyond it
 * @property {Record<string, Placing>} placed where those rows stand now of which nothing else changed
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
  const moved = kept.map((row) => put(row, patch.placed[row.code]) ?? placed(row, shifted(row.place, patch.shift)));
  return {
    revision: patch.revision,
    head: { ...view.head, ...patch.head },
    rows: [...moved, ...patch.rows].sort(byPlace),
  };
}

/** @param {BoardRow} row @param {Placing | undefined} placing @returns {BoardRow | undefined} the row where it stands now, if that was said */
function put({ place, order, shown, category, ...cells }, placing) {
  return placing && { ...cells, ...placing };
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
 * As listed; else by place, those without one last, and within a place by code, shorter ones first.
 *
 * @param {BoardRow} one @param {BoardRow} other
 */
export function byPlace(one, other) {
  if (one.order !== undefined && other.order !== undefined) return one.order - other.order;
  const [left, right] = [one.place ?? Infinity, other.place ?? Infinity];
  if (left !== right) return left - right;
  if (one.code.length !== other.code.length) return one.code.length - other.code.length;
  return one.code < other.code ? -1 : Number(one.code > other.code);
}
