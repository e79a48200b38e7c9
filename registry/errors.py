"""What can go wrong here beyond a rule saying no: each of these must be loud, none is ever shown as a refusal."""

from __future__ import annotations


class Tampered(Exception):  # noqa: N818 - names what was found
    """A stored box or key does not open: the file was changed by something other than the registry, or has rotted.

    The text names the kind, id or number of the row, never its contents.
    """


class Broken(Exception):  # noqa: N818 - names the state
    """A write failed on the disk: nothing more is written until the program is started again; reading goes on."""


class ErasureUnfinished(Exception):  # noqa: N818 - names the state
    """The keys are gone, but another reader keeps old pages in the file; the next erasure or start finishes it."""
