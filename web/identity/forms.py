"""Small things pages of forms have in common: fields as text, and where to go next without being sent astray."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

LONGEST_FIELD = 20_000
_HALF = re.compile(r"[\ud800-\udfff]")


def text_of(form: FormData, name: str) -> str:
    """A field as text without blanks around it, "" when it is not there.

    Raises: HTTPException 400 for a file, and for halves of characters: no page could show them, no file keep them.
    """
    value = form.get(name, "")
    if not isinstance(value, str) or len(value) > LONGEST_FIELD or _HALF.search(value):
        raise HTTPException(400)
    return value.strip()


def local_path(wanted: str, otherwise: str = "/") -> str:
    """The address if it leads to a page of this server, else the other one.

    Browsers read a backslash as a slash, and two slashes as the beginning of another host.
    """
    try:
        parts = urlsplit(wanted)
    except ValueError:  # "http://[" begins an address of IPv6 that does not end
        return otherwise
    is_ours = wanted.startswith("/") and not wanted.startswith("//") and not parts.netloc and not parts.scheme
    return wanted if is_ours and wanted.isprintable() and "\\" not in wanted else otherwise
