"""Which statuses may stand in a box, and what to say of a word that is neither a value nor a status."""

from __future__ import annotations

from collections.abc import Iterable

from biwu.scoring.reading.faults import Said, suggestion, wrong
from domain.marks import WITHOUT_RESULT, takes_token
from domain.rulebook.aspects import Aspect
from domain.rulebook.panels import Panel
from domain.scoring.statuses import JUDGE_ABSENT, WITHDRAWN

_LISTED = ", ".join(WITHOUT_RESULT)
_OWN_ROW = (
    f"整个模块的状态（{_LISTED}）另起一行，aspect、attempt、judge 留空",
    f"A status of the whole module ({_LISTED}) has a row of its own with aspect, attempt and judge empty",
)


def permitted(panel: Panel, aspect: Aspect) -> Said:
    """The statuses that may stand in this box, and where the others stand."""
    performed = takes_token(panel, aspect) or len(panel.aspects) == 1
    here = [*(WITHOUT_RESULT if performed else ()), *_of_judge([panel])]
    zh, en = (f"此处可填状态 {'、'.join(here)}", f"Here may stand the statuses {', '.join(here)}") if here else ("", "")
    if performed:
        return zh, en
    return "。".join(filter(None, (zh, _OWN_ROW[0]))), ". ".join(filter(None, (en, _OWN_ROW[1])))


def unknown_status(text: str, panels: Iterable[Panel]) -> Said:
    """Of a row that names no single box, so that a status is what it could say."""
    every = [*WITHOUT_RESULT, WITHDRAWN.token, *_of_judge(panels)]
    expected = (
        f"状态 {'、'.join(every)} 之一；若是分数，须写明 aspect",
        f"one of the statuses {', '.join(every)}; a mark names its aspect",
    )
    return wrong(text, expected, likely(text))


def likely(text: str) -> Said:
    """The status a word was most likely meant for."""
    letters = "".join(sign for sign in text if sign.isascii() and sign.isalpha()).upper()
    return suggestion(letters, (*WITHOUT_RESULT, WITHDRAWN.token, JUDGE_ABSENT.token)) if letters else ("", "")


def judged_only(token: str) -> Said:
    """A performance without a result stated in one judged box of several."""
    zh = f"{token} 不能填在裁判打分的一格；{_OWN_ROW[0]}"
    return zh, f"no {token} in one judged box of several. {_OWN_ROW[1]}"


def _of_judge(panels: Iterable[Panel]) -> list[str]:
    goes_on = any(panel.absent == "mean_of_present" and len(panel.seats) > 1 for panel in panels)
    return [JUDGE_ABSENT.token] if goes_on else []
