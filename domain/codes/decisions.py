"""Drawing and decoding: every map one to one, decoding only after the tally and before witnesses.

Rule: docs/rules/coding.md (FIELD sources S01, S23).
"""

from __future__ import annotations

import hashlib
import hmac

from domain import streams
from domain.codes.commands import DecodeCodes, DrawCodes
from domain.codes.events import CodesDecoded, CodesDrawn
from domain.codes.state import Codes
from domain.contest.known import check_entry
from domain.contest.state import Contest
from domain.decision import Asked, Decision, nothing
from domain.errors import Refused
from domain.names import checked


def draw_codes(contest: Contest, codes: Codes, command: DrawCodes) -> Decision:
    """Gives codes to entries that have none yet.

    Raises: Refused bad-id, code-drawn-twice, unknown-entry, entry-has-code, map-not-one-kind.
    """
    drawn = [checked(code, "code") for code, _ in command.pairs]
    if len(set(drawn)) < len(drawn) or codes.codes.intersection(drawn):
        raise Refused("code-drawn-twice")
    sealed = bool(command.commitment)
    if codes.codes and (sealed or codes.commitment):
        raise Refused("map-not-one-kind")
    _check_entries(contest, codes, [entry for _, entry in command.pairs], sealed=sealed)
    event = CodesDrawn(tuple(command.pairs), command.commitment)
    return Decision(((streams.codes(command.contest), event),)) if drawn else nothing()


def _check_entries(contest: Contest, codes: Codes, entries: list[str], *, sealed: bool) -> None:
    if sealed:
        if any(entries):
            raise Refused("map-not-one-kind")
        return
    coded = set(codes.entry_of.values())
    for entry in entries:
        check_entry(contest, entry)
        if entry in coded:
            raise Refused("entry-has-code", entry=entry)
        coded.add(entry)


def decode_codes(contest: Contest, codes: Codes, command: DecodeCodes, asked: Asked) -> Decision:
    """Lets names stand beside codes; a sealed map is revealed and held against its commitment.

    Raises: Refused already-decoded, no-witness, map-not-as-committed.
    """
    if codes.decoded:
        raise Refused("already-decoded")
    if not set(command.witnesses) - {asked.actor.account}:
        raise Refused("no-witness")
    if codes.commitment:
        _check_revealed(contest, codes, command)
    elif command.pairs or command.salt:
        raise Refused("map-not-as-committed")
    event = CodesDecoded(tuple(command.witnesses), tuple(command.pairs), command.salt)
    return Decision(((streams.codes(command.contest), event),))


def _check_revealed(contest: Contest, codes: Codes, command: DecodeCodes) -> None:
    same_codes = {code for code, _ in command.pairs} == codes.codes
    entries = [entry for _, entry in command.pairs]
    one_to_one = len(set(entries)) == len(entries) and set(entries) <= set(contest.entries)
    as_committed = hmac.compare_digest(commitment_to(command.pairs, command.salt), codes.commitment)
    if not (same_codes and one_to_one and as_committed):
        raise Refused("map-not-as-committed")


def commitment_to(pairs: tuple[tuple[str, str], ...], salt: bytes) -> bytes:
    """SHA-256 over the salt and the map in order of its codes, each word ended by a line feed."""
    words = "".join(f"{code}\n{entry}\n" for code, entry in sorted(pairs))
    return hashlib.sha256(salt + words.encode()).digest()
