"""Awards, teams and honours in sentences.

Whatever has no sentence of its own is told key by key, so that a new key of these parts is never passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from domain.rulebook.printing.outline import outlined
from domain.rulebook.printing.speech import Said, Speech, exactly, mode_words
from domain.rulebook.results import FixedAwards, RatioAwards

_AT_THE_LINE: Final[dict[str, Said]] = {
    "extend": ("线上并列者都得", "all who tie at the line get it"),
    "demote": ("线上并列者都不得", "none of those who tie at the line gets it"),
    "nearest": (
        "线上并列者同得或同不得，取人数最接近者",
        "those who tie at the line all get it or none does, whichever comes nearer to the number",
    ),
    "block": ("线上并列由裁委会决定", "a tie at the line waits for the jury's decision"),
}
_BASES: Final[dict[str, Said]] = {
    "entrants": ("报名人数", "all entrants"),
    "starters": ("参赛人数", "all who started"),
    "finishers": ("完赛人数", "all who finished"),
    "ranked": ("有名次的人数", "all who are ranked"),
}
_WAYS: Final[dict[str, Said]] = {
    "fixed": ("{title}：{count} 名", "{title}: {count}"),
    "ratio": ("{title}：{base}的 {ratio}", "{title}: {ratio} of {base}"),
    "cuts": ("{title}：{figure}{reach}", "{title}: {figure} {reach}"),
    "threshold": ("{title}：{figure}{reach}者", "{title}: all whose {figure} is {reach}"),
    "medals": (
        "{title}：按{figure}，相差不超过 {tolerance} 者同得",
        "{title}: by {figure}, all within {tolerance} of the best",
    ),
    "best_of": ("{title}：每个“{by}”中的第 {place} 名", "{title}: number {place} of each “{by}”"),
    "top_share": ("{title}：其余者中前 {upto}", "{title}: the first {upto} of the field who have none yet"),
}
_SAID: Final[dict[str, Said]] = {
    "jury": ("分数线由裁委会决定", "from a cut score the jury decides"),
    "least": ("不低于 {n}", "{n} or more"),
    "most": ("不高于 {n}", "{n} or less"),
    "total": ("总成绩", "the total"),
    "cumulative": ("各奖项比例累计后取整", "the shares are added up before they are made whole"),
    "whole": ("人数取整：{mode}", "shares are made whole {mode}"),
    "exact": ("人数不取整，按确切的份额比较远近", "shares are not made whole: nearness is to the exact share"),
    "by": ("按“{figure}”排定，不看总成绩", "given by “{figure}”, whatever the total"),
    "list": ("【{title}】", "[{title}]"),
    "further": ("另有规定：{what}", "further: {what}"),
}
_TOLD = {
    "id",
    "title",
    "mode",
    "rounding",
    "prizes",
    "at_the_line",
    "base",
    "cumulative",
    "node",
    "at_least",
    "at_most",
    "by",
    "upto",
    "tolerance",
}
_TOLD_OF_PRIZE = {"id", "title", "count", "ratio", "at_least", "at_most"}


def award_lines(speech: Speech, awards: Any = None) -> Iterator[str]:  # noqa: ANN401 - one table of awards or several
    """Every table of awards, prize by prize, best first."""
    given = speech.rulebook.awards if awards is None else awards
    tables = given if isinstance(given, tuple) else (given,) if given else ()
    for table in tables:
        if len(tables) > 1:
            yield speech.say(_SAID["list"], title=speech.title(table.title))
        for place, prize in enumerate(table.prizes, 1):
            further = outlined(prize, speech, _TOLD_OF_PRIZE)
            yield speech.joined([speech.say(_WAYS[table.mode], **_gaps(table, prize, place, speech)), further])
        if isinstance(table, FixedAwards | RatioAwards) and table.node:
            yield speech.say(_SAID["by"], figure=speech.node(table.node))
        if line := getattr(table, "at_the_line", ""):
            yield speech.say(_AT_THE_LINE[line])
        if mode := getattr(table, "rounding", ""):
            yield from _whole(table, mode, speech)
        if further := outlined(table, speech, _TOLD):
            yield speech.say(_SAID["further"], what=further)


def _whole(table: Any, mode: str, speech: Speech) -> Iterator[str]:  # noqa: ANN401 - any way of giving with shares
    """How shares become numbers; exact ones are the same whether they are added up before or not."""
    if mode == "exact":
        yield speech.say(_SAID["exact"])
        return
    if getattr(table, "cumulative", False):
        yield speech.say(_SAID["cumulative"])
    yield speech.say(_SAID["whole"], mode=speech.say(mode_words(mode)))


def further_lines(speech: Speech, part: str) -> Iterator[str]:
    """`teams` or `honours`, one line each and the teams' own awards below; nothing while the rulebook has none."""
    for each in getattr(speech.rulebook, part, None) or ():
        yield outlined(each, speech, {"awards", "id"})
        for line in award_lines(speech, getattr(each, "awards", None) or ()):
            yield f"  {line}"


def _gaps(table: Any, prize: Any, place: int, speech: Speech) -> dict[str, object]:  # noqa: ANN401 - any way of giving
    node = getattr(table, "node", "")
    base = getattr(table, "base", "")
    return {
        "title": speech.title(prize.title),
        "count": getattr(prize, "count", ""),
        "ratio": _share(getattr(prize, "ratio", None)),
        "base": speech.say(_BASES[base]) if base else "",
        "figure": speech.node(node) if node else speech.say(_SAID["total"]),
        "reach": _reach(prize if table.mode == "cuts" else table, speech),
        "tolerance": exactly(getattr(table, "tolerance", Decimal(0))),
        "by": " / ".join(getattr(table, "by", ())),
        "place": place,
        "upto": _share(getattr(table, "upto", None)),
    }


def _reach(stated: Any, speech: Speech) -> str:  # noqa: ANN401 - a prize or a table
    low, high = getattr(stated, "at_least", None), getattr(stated, "at_most", None)
    if low is not None:
        return speech.say(_SAID["least"], n=exactly(low))
    return speech.say(_SAID["jury"]) if high is None else speech.say(_SAID["most"], n=exactly(high))


def _share(ratio: Decimal | Fraction | None) -> str:
    """`10%`, or the fraction as it is written."""
    if ratio is None:
        return ""
    return f"{exactly(ratio * 100)}%" if isinstance(ratio, Decimal) else str(ratio)
