"""Files that a page of the desk hands out."""

from __future__ import annotations

from starlette.responses import Response

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "toml": "application/toml; charset=utf-8",
}


def attachment(content: bytes | str, name: str) -> Response:
    """A file to be kept under this name, whose ending says what it is; made of ids and words of ours alone."""
    ending = name.rpartition(".")[2]
    told = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=TYPES[ending], headers=told)
