"""Stages in sentences: what each is ranked by, who goes on, and which links of the tie chain hold in it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from domain.rulebook.chain import ties_in
from domain.rulebook.printing.names import BETTER
from domain.rulebook.printing.results import tie_words
from domain.rulebook.printing.speech import Said, Speech, exactly
from domain.rulebook.stages import Advance, Stage

_SAID: Final[dict[str, Said]] = {
    "stage": ("{stage}：按“{node}”排名{better}{advance}", "{stage}: ranked by “{node}”{better}{advance}"),
    "first": ("前 {n} 名晋级", "the first {n} go on"),
    "one": ("第一名晋级", "the first goes on"),
    "share": ("参赛人数的前 {share} 晋级，人数{mode}", "the first {share} of those who started go on, rounded {mode}"),
    "quota": ("每个“{by}”至多 {most} 名，超出者由后一名递补", "at most {most} of each “{by}”, then the next in rank"),
    "all": ("末位并列者都晋级", "all who tie on the last place do"),
    "none": ("末位并列者都不晋级", "of those who tie on the last place nobody does"),
    "own": ("  同分时第 {n} 步：{how}", "  tie, step {n}: {how}"),
    "no-chain": ("  同分时不再比较", "  ties are not parted"),
    "left-out": (
        "  同分时不用第 {steps} 步：那时还没有此分，或本阶段不进行",
        "  ties: without step {steps} of the chain, which is not there yet or not run in this stage",
    ),
}
_WHOLE: Final[dict[str, Said]] = {  # of people there are never less than none
    "up": ("进一", "up"),
    "down": ("舍尾", "down"),
    "half_up": ("四舍五入", "half up"),
    "half_even": ("四舍六入五成双", "half to even"),
}


def stage_lines(speech: Speech) -> Iterator[str]:
    """Each stage in order: what it is ranked by, who goes on, and where its tie chain is another."""
    for stage in speech.rulebook.stages:
        advance = "" if stage.advance is None else speech.say(("，", ", ")) + advance_words(stage.advance, speech)
        better = speech.say(("，", ", ")) + speech.say(BETTER[stage.better]) if stage.better else ""
        gaps = {"stage": speech.title(stage.title), "node": speech.node(stage.total)}
        yield speech.say(_SAID["stage"], better=better, advance=advance, **gaps)
        yield from _own_chain(stage, speech) if stage.ties is not None else _left_out(stage, speech)


def advance_words(advance: Advance, speech: Speech) -> str:
    """`the first 18 go on (all who tie on the last place do)`."""
    if advance.share is not None and advance.rounding is not None:
        mode = speech.say(_WHOLE[advance.rounding])
        measure = speech.say(_SAID["share"], share=_percent(advance.share), mode=mode)
    else:
        measure = speech.say(_SAID["one" if advance.first == 1 else "first"], n=advance.first)
    quota = advance.limit
    limit = "" if quota is None else speech.say(_SAID["quota"], by=quota.by, most=quota.most)
    beside = speech.joined([speech.say(_SAID[advance.ties]), limit])
    return measure + speech.say(("（{beside}）", " ({beside})"), beside=beside)


def _percent(share: Decimal | Fraction) -> str:
    return f"{exactly(share * 100)}%" if isinstance(share, Decimal) else str(share)


def _own_chain(stage: Stage, speech: Speech) -> Iterator[str]:
    for number, tie in enumerate(stage.ties or (), 1):
        yield speech.say(_SAID["own"], n=number, how=tie_words(tie, speech))
    if not stage.ties:
        yield speech.say(_SAID["no-chain"])


def _left_out(stage: Stage, speech: Speech) -> Iterator[str]:
    held = ties_in(speech.rulebook, stage)
    gone = [str(number) for number, tie in enumerate(speech.rulebook.ranking.ties, 1) if tie not in held]
    if gone:
        yield speech.say(_SAID["left-out"], steps=speech.listed(gone))
