"""From totals to places, in sentences: ranking and tie chain, what a status does, rulings, windows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from domain.rulebook.printing.names import BETTER, DISPLAYS
from domain.rulebook.printing.speech import Said, Speech
from domain.rulebook.printing.words import EFFECTS, WINDOWS
from domain.scoring.statuses import STATUSES

_HOW: Final[dict[str, Said]] = {
    "value": ("比较“{node}”，{better}", "by “{node}”, {better}"),
    "countback": (
        "“{node}”中各数从最好到最差逐个比较，{better}",
        "the numbers of “{node}” one by one from the best to the worst, {better}",
    ),
    "drop_lowest": (
        "“{node}”逐次去掉最低后的和，{better}",
        "the sum of “{node}” without its lowest number, again and again, {better}",
    ),
    "drop_highest": (
        "“{node}”逐次去掉最高后的和，{better}",
        "the sum of “{node}” without its highest number, again and again, {better}",
    ),
    "module_by_module": ("按模块顺序逐个比较得分，{better}", "the modules' scores one by one in their order, {better}"),
}
_SAID: Final[dict[str, Said]] = {
    "by": ("按“{node}”排名，{better}", "ranked by “{node}”, {better}"),
    "per": ("每个“{per}”各自排名", "places for each “{per}” by itself"),
    "tie": ("同分时第 {n} 步：{how}", "tie, step {n}: {how}"),
    "shared": ("仍相同的名次并列；{display}", "who is still equal shares the place; {display}"),
    "not-shared": ("名次不并列，仍相同的等待裁定", "places are not shared: who is still equal waits for a decision"),
    "status": ("{status}：{effect}", "{status}: {effect}"),
    "whole": ("{status}（全部模块）：{effect}", "{status} (of all modules): {effect}"),
    "window": ("{what}：发布后 {n} 分钟内", "{what}: within {n} minutes of publication"),
    "deductions": ("裁决扣分自“{node}”中扣除", "what a ruling takes off is taken from “{node}”"),
}


def ranking_lines(speech: Speech) -> Iterator[str]:
    """Which node ranks, how, and what decides between equal totals."""
    ranking: Any = speech.rulebook.ranking
    yield speech.say(_SAID["by"], node=speech.node(speech.rulebook.total), better=speech.say(BETTER[ranking.better]))
    if per := getattr(ranking, "per", None):
        yield speech.say(_SAID["per"], per=per)
    for number, tie in enumerate(ranking.ties, 1):
        yield speech.say(_SAID["tie"], n=number, how=tie_words(tie, speech))
    if getattr(ranking, "shared", True):
        yield speech.say(_SAID["shared"], display=speech.say(DISPLAYS[getattr(ranking, "display", "1224")]))
    else:
        yield speech.say(_SAID["not-shared"])


def tie_words(tie: Any, speech: Speech) -> str:  # noqa: ANN401 - a link of the tie chain
    """One link: what it compares, and which way."""
    said = _HOW[getattr(tie, "how", "value")]
    return speech.say(said, node=speech.node(tie.node), better=speech.say(BETTER[tie.better]))


def status_lines(speech: Speech) -> Iterator[str]:
    """What each status does."""
    for state in STATUSES:
        effect = getattr(speech.rulebook.statuses, state.word)
        said = EFFECTS.get(effect, (effect, effect))
        yield speech.say(_SAID["status"], status=speech.say((state.zh, state.en)), effect=speech.say(said))
        whole = getattr(speech.rulebook.statuses.whole, state.word, None)
        if whole is not None:
            yield speech.say(_SAID["whole"], status=speech.say((state.zh, state.en)), effect=speech.say(EFFECTS[whole]))


def window_lines(speech: Speech) -> Iterator[str]:
    """What rulings are taken from, and how long something may be filed."""
    rulebook = speech.rulebook
    named = rulebook.rulings.deduction_from
    totals = [stage.total for stage in rulebook.stages] or [rulebook.total]
    for node in (named,) if named is not None else totals:
        yield speech.say(_SAID["deductions"], node=speech.node(node))
    for name, minutes in speech.rulebook.windows:
        if minutes:
            yield speech.say(_SAID["window"], what=speech.say(WINDOWS[name]), n=minutes)
