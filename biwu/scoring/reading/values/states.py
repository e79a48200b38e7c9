"""Which statuses may stand in a box, and what to say of a word that is neither a value nor a status."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from biwu.scoring.reading.faults import Said, suggestion, wrong
from domain.marks import WITHOUT_RESULT, takes_token
from domain.rulebook.aspects import Aspect
from domain.rulebook.panels import Panel
from domain.scoring.statuses import JUDGE_ABSENT, MODULE_VOID, STATUSES, WITHDRAWN

_BY_TOKEN = {state.token: state for state in (*STATUSES, JUDGE_ABSENT)}
_LISTED = ", ".join(WITHOUT_RESULT)
_LIKE = 0.6  # of 1: two signs of three in a Chinese word
_NO_MARK = {"NM", "NH", "NR"}  # no valid attempt, no height, no result


def _both(tokens: Iterable[str]) -> str:
    """With the Chinese words, for these may be written too."""
    return "、".join(f"{each}（{_BY_TOKEN[each].zh}）" for each in tokens)


_OWN_ROW = (
    f"整个模块的状态（{'、'.join(WITHOUT_RESULT)}）另起一行，aspect、attempt、judge 留空",
    f"A status of the whole module ({_LISTED}) has a row of its own with aspect, attempt and judge empty",
)


def permitted(panel: Panel, aspect: Aspect) -> Said:
    """The statuses that may stand in this box, and where the others stand."""
    performed = takes_token(panel, aspect) or len(panel.aspects) == 1
    here = [*(WITHOUT_RESULT if performed else ()), *_of_judge([panel])]
    zh, en = (f"此处可填状态 {_both(here)}", f"Here may stand the statuses {', '.join(here)}") if here else ("", "")
    if performed:
        return zh, en
    return "。".join(filter(None, (zh, _OWN_ROW[0]))), ". ".join(filter(None, (en, _OWN_ROW[1])))


def unknown_status(text: str, panels: Iterable[Panel]) -> Said:
    """Of a row that names no single box, so that a status is what it could say."""
    every = [*WITHOUT_RESULT, WITHDRAWN.token, *_of_judge(panels)]
    expected = (
        f"状态 {_both(every)} 之一；若是分数，须写明 aspect",
        f"one of the statuses {', '.join(every)}; a mark names its aspect",
    )
    return wrong(text, expected, likely(text))


def likely(text: str) -> Said:
    """The status a word was most likely meant for."""
    letters = "".join(sign for sign in text if sign.isascii() and sign.isalpha()).upper()
    if letters in _NO_MARK:
        return (
            f"没有有效成绩（{letters}）在文件中写 DNF，结果表显示 NR",
            f"Nothing valid ({letters}) stands as DNF in a file, and as NR in the result",
        )
    if letters:
        return suggestion(letters, _BY_TOKEN.keys() - {MODULE_VOID.token})
    words = {state.zh: state.token for state in _BY_TOKEN.values() if state is not MODULE_VOID}
    close = get_close_matches(text, words, 1, _LIKE)
    return _meant(close[0], words[close[0]]) if close else ("", "")


def _meant(word: str, token: str) -> Said:
    return f"是否指“{word}”（{token}）？", f"Did you mean “{word}” ({token})?"


def judged_only(token: str) -> Said:
    """A performance without a result stated in one judged box of several."""
    zh = f"{token} 不能填在裁判打分的一格；{_OWN_ROW[0]}"
    en = f"no {token} in one judged box of several. {_OWN_ROW[1]}"
    return (
        f"{zh}。只缺其中一项时，该项各格留空并在规则的节点写 missing，或让各项自成模块",
        f"{en}. For one part alone leave its cells out and let its node say missing, or make each part a module",
    )


def _of_judge(panels: Iterable[Panel]) -> list[str]:
    goes_on = any(panel.absent == "mean_of_present" and len(panel.seats) > 1 for panel in panels)
    return [JUDGE_ABSENT.token] if goes_on else []
