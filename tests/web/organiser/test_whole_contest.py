"""One contest from new to final through the desk's pages alone; only judges mark elsewhere."""

from domain.contest.commands import TakeSeat
from domain.decision import Actor
from domain.sheets.commands import EnterMark, SignSheet
from tests.support.desk import AtDesk, entries, number_in, scores, secret_in
from tests.support.house import ORGANISER
from tests.support.small import RULEBOOK

C = "autumn"
OFFICIALS = ("chief_judge", "coding_judge", "supervisor", "tally_clerk", "entry_clerk")
LIST = tuple((f"{number}", f"选手{number}", "合肥", "", "") for number in range(101, 105))


def enrolled(house, page):
    """Whoever scans the link on the page, at the desk."""
    visitor = house.visitor()
    response = visitor.sends("/enrol", secret=secret_in(page.page.text))
    assert response.status_code == 303, response.text
    return AtDesk(visitor, C)


def judges_mark(house):
    """Every judge sits down in the seat he was named for, marks and signs."""
    with house.parts.hall.wall(C) as wall:
        rulebook, codes = wall.marks.rulebook, sorted(wall.marks.codes.codes)
    for grant in house.parts.registry.grants.holders(C):
        if not grant.place.seat:
            continue
        panel, seat = rulebook.panel(grant.place.panel), grant.place.seat
        judge = Actor(grant.account, grant.role, f"{panel.id}.{seat}")
        house.does(judge, TakeSeat(C, panel.id, seat))
        for number, code in enumerate(codes):
            for aspect in panel.aspects:
                house.does(judge, EnterMark(C, panel.id, code, seat, aspect.id, str(10 + 2 * number)))
            house.does(judge, SignSheet(C, panel.id, code, seat))


def opened(house):
    """A new contest with its entries and its officials; role → their desk, the organiser's among them."""
    olga = house.as_(ORGANISER)
    n = number_in(olga.opens("/desk").text)
    titles = {"contest": C, "title_zh": "秋季赛", "title_en": "Autumn contest", "zone": "Asia/Shanghai"}
    assert olga.sends("/desk/new", files={"rulebook": ("r.toml", RULEBOOK.encode())}, n=n, **titles).status_code == 303
    organiser = AtDesk(olga, C).opens()
    assert organiser.says("Bring in the list of entries")
    organiser.opens("/entries").reads("/entries/read", entries(*LIST))
    organiser.sends("/entries/enter", seen=organiser.hidden("seen"))
    desks = {"organiser": organiser}
    for role in OFFICIALS:
        organiser.opens("/seats").sends("/seats/officials", role=role, account="", name=f"the {role}")
        desks[role] = enrolled(house, organiser)
    return desks


def begun(organiser, coder, chief):
    """Codes drawn, judges named, modules open."""
    assert coder.opens().says("Draw codes for 4 entries")
    coder.opens("/codes").sends("/codes/draw")
    assert organiser.opens().says("5 judges' seats have nobody named for them yet")
    organiser.opens("/seats").sends("/seats/links", seat="*")
    for module in ("theory", "task"):
        chief.opens("/modules").sends("/modules", module=module, move="open")


def marked(house, clerk, chief):
    """Theory scores from a file, the rest by the judges; then the modules are closed."""
    assert clerk.opens().says("4 scores are still missing")
    clerk.opens("/scores").reads("/scores/read", scores(*((row[0], "80.5") for row in LIST)), of="paper.score")
    clerk.sends("/scores/enter", seen=clerk.hidden("seen"))
    judges_mark(house)
    for module in ("theory", "task"):
        assert chief.opens().says("is signed: close it")
        chief.opens("/modules").sends("/modules", module=module, move="close")


def test_a_contest_from_new_to_final_through_the_pages_alone(house):
    desks = opened(house)
    organiser, chief, coder, tally = (desks[role] for role in ("organiser", *OFFICIALS[:2], "tally_clerk"))
    begun(organiser, coder, chief)
    marked(house, desks["entry_clerk"], chief)
    tally.opens("/publication")
    tally.sends("/publication/tally", digest=tally.hidden("digest"), corrections=tally.hidden("corrections"))
    supervisor = next(g.account for g in house.parts.registry.grants.holders(C) if g.role == "supervisor")
    coder.opens("/codes").sends("/codes/decode", witness=supervisor)
    chief.opens("/publication")
    chief.sends("/publication/publish", digest=chief.hidden("digest"), corrections="0", **{"as": "provisional"})
    assert chief.says("Score queries and appeals may still be filed until")
    house.later(61)
    organiser.opens("/publication").sends("/publication/notice")
    house.later(121)
    digest = chief.opens("/publication").hidden("digest")
    chief.sends("/publication/publish", digest=digest, corrections="0", **{"as": "final"})
    assert chief.opens().says("The final result is published. Nothing is left to do.")
    final = house.visitor().opens(f"/results/{C}").text
    assert digest in final
    assert all(row[1] in final for row in LIST)
