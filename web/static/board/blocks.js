/** The board's lines: where categories are ranked apart, each is a block under its heading. What web/live/blocks.py does, here. */

/** @typedef {import("./view.js").BoardRow} BoardRow */
/** @typedef {{ heading: string }} Heading the category, empty for those of none */

/**
 * Before each category's rows its heading, in order of the first of each; the rows alone where no category is ranked by itself.
 *
 * @param {BoardRow[]} rows
 * @returns {(BoardRow | Heading)[]}
 */
export function lines(rows) {
  if (!rows.some(({ category }) => category)) return rows;
  /** @type {Map<string, (BoardRow | Heading)[]>} */ const blocks = new Map();
  for (const row of rows) {
    const heading = row.category ?? "";
    const block = blocks.get(heading);
    if (block) block.push(row);
    else blocks.set(heading, [{ heading }, row]);
  }
  return [...blocks.values()].flat();
}
