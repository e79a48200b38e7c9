"""Log lines as text or JSON, on standard error; nobody's name, no mark and no token is ever put into one."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

from ledger.errors import where


def begin(form: str, level: str) -> None:
    """`form`: text or json; `level`: debug, info, warning or error."""
    writer = logging.StreamHandler(sys.stderr)
    text = _Text("%(asctime)s %(levelname)s %(name)s: %(message)s")
    writer.setFormatter(_Json() if form == "json" else text)
    logging.basicConfig(level=level.upper(), handlers=[writer], force=True)
    # Paths of requests may hold what somebody typed; what is worth knowing of them we log ourselves.
    logging.getLogger("uvicorn.access").disabled = True


class _Text(logging.Formatter):
    """uvicorn logs whatever escapes us: where it happened, without the error's own words, which may hold a name."""

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - logging's own name and type
        _, error, _ = ei
        return where(error).rstrip() if error is not None else ""


class _Json(_Text):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
