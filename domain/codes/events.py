"""What happens to the codes of a contest. Stream `codes:C`; fields in order are the stored array."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class CodesDrawn:
    """Codes given to entries by lot.

    An open map lists its (code, entry) pairs here. A sealed map lists codes only (entries empty) and a
    commitment, SHA-256 over salt and map; the pairs then stand in the decoding.
    """

    pairs: tuple[tuple[str, str], ...]
    commitment: bytes


@dataclass(slots=True)
class CodesDecoded:
    """Names may stand beside results from here on; of a sealed map the pairs and the salt are revealed."""

    witnesses: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    salt: bytes
