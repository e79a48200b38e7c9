"""Who works in the hall's contests, each an account of the same id; every seat has one of its own."""

from __future__ import annotations

from domain.decision import Actor
from domain.rulebook.rulebook import Rulebook
from registry.access.places import EVERYWHERE, Place
from tests.support.hall.server import Server

ORGANISER = Actor("olga", "organiser")
CHIEF = Actor("chief", "chief_judge")
CODER = Actor("coder", "coding_judge")
SUPERVISOR = Actor("supervisor", "supervisor")
CLERK = Actor("clerk", "entry_clerk")
TALLY = Actor("tally", "tally_clerk")
ARBITER = Actor("arbiter", "arbitrator")
LEADER = Actor("leader", "team_leader")
_OFFICIALS = {
    CHIEF: "程守义",
    CODER: "贾密",
    SUPERVISOR: "简明",
    CLERK: "陆人",
    TALLY: "童计",
    ARBITER: "仲平",
    LEADER: "凌队",
}

NAMES = ("欧组织", "钱能", *_OFFICIALS.values())


def judge(panel: str, seat: str, role: str = "") -> Actor:
    return Actor(f"{panel}-{seat}".lower(), role, f"{panel}.{seat}")


def let_in(server: Server, contest: str, rules: Rulebook) -> None:
    """Accounts and roles of everybody who works in a contest."""
    server.let_in(ORGANISER.account, "欧组织", ORGANISER.role, EVERYWHERE)
    for actor, name in _OFFICIALS.items():
        server.let_in(actor.account, name, actor.role, Place(contest))
    for panel in rules.panels:
        for seat in panel.seats:
            server.let_in(judge(panel.id, seat).account, f"裁判 {seat}", panel.role, Place(contest, panel.id, seat))
