/** Blocks of a board where categories are ranked apart: the same cases as tests/web/live/test_blocks.py. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { lines } from "../../web/static/board/blocks.js";

const CASES = JSON.parse(readFileSync(new URL("blocks.json", import.meta.url), "utf-8"));

for (const { says, rows, lines: expected } of CASES) {
  test(says, () => {
    const given = rows.map(([code, place, category]) => (category ? { code, place, category } : { code, place }));
    assert.deepEqual(lines(given).map((line) => ("heading" in line ? line : line.code)), expected);
  });
}
