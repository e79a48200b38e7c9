"""Roles per contest and, for judges, the seats they may take."""

from __future__ import annotations

from typing import NamedTuple

from domain.names import checked
from registry.access.accounts import Accounts
from registry.access.ground import Ground
from registry.access.places import EVERYWHERE, Place
from registry.access.sessions import Sessions


class Grant(NamedTuple):
    """A role somebody holds at a place."""

    account: str
    role: str
    place: Place


class Grants:
    """Who holds which role where. What a role may do is the domain's to say; a word unknown to it allows nothing."""

    def __init__(self, ground: Ground, accounts: Accounts, sessions: Sessions) -> None:
        self._ground = ground
        self._accounts = accounts
        self._sessions = sessions

    def grant(self, account: str, role: str, place: Place, by: str) -> None:
        """Give a role in a contest (or `EVERYWHERE`), for a judge with the seat. Giving it again changes nothing.

        Raises Refused: `bad-id`, `seat-without-panel`, `account-unknown`, `account-closed`.
        """
        checked(role, "role")
        place.check()
        with self._ground.store.writing() as db:
            self._accounts.must_be_open(account)
            row = (account, role, *place, self._ground.now(), by)
            if db.execute("INSERT OR IGNORE INTO grants VALUES (?, ?, ?, ?, ?, ?, ?)", row).rowcount:
                self._ground.journal.write("granted", by, (account, *place[:1]), role)
                self._ground.tell(account)

    def revoke(self, account: str, role: str, place: Place, by: str) -> bool:
        """Take a role back; a seat's sessions end with it. False: it was not held."""
        with self._ground.store.writing() as db:
            held = "account = ? AND role = ? AND contest = ? AND panel = ? AND seat = ?"
            if not db.execute(f"DELETE FROM grants WHERE {held}", (account, role, *place)).rowcount:  # noqa: S608
                return False
            if place.seat and not self.may_sit(account, place):
                self._sessions.end_at(account, place)
            self._ground.journal.write("revoked", by, (account, *place[:1]), role)
            self._ground.tell(account)
            return True

    def roles_of(self, account: str, contest: str) -> frozenset[str]:
        """The roles held in one contest, those held everywhere among them; none for a closed account."""
        return frozenset(grant.role for grant in self.of(account) if grant.place.contest in {contest, ""})

    def seats_of(self, account: str, contest: str) -> tuple[Place, ...]:
        """The seats in one contest this account may take."""
        places = (grant.place for grant in self.of(account))
        return tuple(place for place in places if place.contest == contest and place.seat)

    def may_sit(self, account: str, place: Place) -> bool:
        return place in self.seats_of(account, place.contest)

    def of(self, account: str) -> tuple[Grant, ...]:
        """All that one account holds; nothing once it is closed."""
        return self._read("account = ?", account)

    def holders(self, contest: str) -> tuple[Grant, ...]:
        """All who hold something in one contest; those with a role everywhere are not among them."""
        return self._read("contest = ?", contest)

    def everywhere(self) -> tuple[Grant, ...]:
        """All who hold something in the whole house."""
        return self._read("contest = ?", EVERYWHERE.contest)

    def _read(self, condition: str, value: str) -> tuple[Grant, ...]:
        columns = "account, role, contest, panel, seat"
        held = f"SELECT {columns} FROM grants JOIN accounts ON id = account WHERE closed_at IS NULL"  # noqa: S608
        with self._ground.store.reading() as db:
            rows = db.execute(f"{held} AND {condition} ORDER BY {columns}", (value,)).fetchall()
        return tuple(Grant(account, role, Place(*place)) for account, role, *place in rows)
