"""What prizes, teams and honours could not be worked out for, and what is wanting: told beside a result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from biwu.scoring.reading.faults import Said
from domain.scoring.result import ContestResult
from domain.scoring.words.reasons import Reason


def left_out(found: ContestResult, entry_of: Mapping[str, str]) -> Iterator[Said]:
    """Sentences in Chinese and English. `entry_of`: code -> entry, as the result's figures go by codes.

    Cuts the jury has not decided, conditions on figures that are not there, teams without a place.
    """
    for each in found.prizes:
        if each.waiting:
            ways = ", ".join(f"{prize}=…" for prize in each.waiting)
            zh = f"奖项表“{each.id}”等待裁委会定线 → rulings.csv: cut_score {ways}"
            yield zh, f"awards “{each.id}” wait for the jury's cuts → rulings.csv: cut_score {ways}"
        for why, names in _by_reason({entry_of[code]: why for code, why in each.unanswered.items()}).items():
            yield _said(f"奖项表“{each.id}”", f"awards “{each.id}”", why, names)
    unanswered = {
        (entry_of[code], passed.honour): why
        for code, listed in found.honours.passed.items()
        for passed in listed
        for why in passed.reasons
        if why.word == "no-figure"
    }
    for honour in dict.fromkeys(honour for _, honour in unanswered):
        of_it = {entry: why for (entry, name), why in unanswered.items() if name == honour}
        for why, names in _by_reason(of_it).items():
            yield _said(f"荣誉“{honour}”", f"honour “{honour}”", why, names)
    for result in found.teams:
        lacking = {team: each.why for team, each in result.figures.items() if each.why is not None}
        for why, names in _by_reason(lacking).items():
            yield _said(f"团体“{result.id}”没有名次", f"teams “{result.id}” without a place", why, names)


def _by_reason(told: Mapping[str, Reason]) -> dict[Reason, list[str]]:
    found: dict[Reason, list[str]] = {}
    for name in sorted(told):
        found.setdefault(told[name], []).append(name)
    return found


def _said(zh: str, en: str, why: Reason, names: list[str]) -> Said:
    listed = ", ".join(names)
    return f"{zh}：{listed}（{why.told('zh')}）", f"{en}: {listed} ({why.told('en')})"
