"""The board's lines as its page lays them out: where categories are ranked apart, each is a block under its heading.

What web/static/board/blocks.js does in the browser, here for the page as it comes.
"""

from __future__ import annotations

from projections.rows.view import Plain


def lines(rows: list[Plain]) -> list[Plain]:
    """Before each category's rows a line {heading}, which is empty for those of none; in order of the first of each.

    The rows alone where no category is ranked by itself.
    """
    if not any("category" in row for row in rows):
        return rows
    blocks: dict[str, list[Plain]] = {}
    for row in rows:
        category = row.get("category", "")
        blocks.setdefault(category, [{"heading": category}]).append(row)
    return [line for block in blocks.values() for line in block]
