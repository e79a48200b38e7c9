"""What a marking scheme adds up to, and how far its sections are from what is stated, in exact decimals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from biwu.rulebooks.marking_scheme.reading import LEVELS
from biwu.rulebooks.marking_scheme.scheme import Scheme, total
from biwu.rulebooks.marking_scheme.tables import marks_stated
from domain.marks import canonical

WHOLE = Decimal(100)
ALLOWED = Decimal("0.05")  # of a section's marks; exactly five per cent is within

Said = tuple[str, str]  # in Chinese, in English


def variations(scheme: Scheme, stated: Mapping[str, Decimal]) -> dict[str, tuple[Decimal, Decimal]]:
    """Section -> its marks stated and those of its aspects; 0 stated for one that only aspects name."""
    found = dict.fromkeys(stated, Decimal(0))
    for aspect in scheme.aspects:
        section = scheme.section_of(aspect, stated)
        if section:
            found[section] = found.get(section, Decimal(0)) + aspect.max
    return {section: (stated.get(section, Decimal(0)), marks) for section, marks in found.items()}


def is_within(stated: Decimal, marks: Decimal) -> bool:
    """Within five per cent of what is stated, the end included."""
    return abs(marks - stated) <= stated * ALLOWED


def report(scheme: Scheme, sections: Mapping[str, Decimal] | None = None) -> Iterator[Said]:
    """Lines about the scheme, those that ask for a look with ✗. `sections` come before what the workbook states."""
    yield _sums(scheme)
    yield from _criteria(scheme)
    stated = {**marks_stated(scheme.sections), **(sections or {})}
    yield from _sections(scheme, stated)
    bare = [each.id for each in scheme.aspects if not each.section]
    if bare:
        names = ", ".join(bare)
        yield f"✗ 没有标准章节：{names}", f"✗ without a section: {names}"
    short = [each.id for each in scheme.aspects if each.method == "J" and len(each.levels) < LEVELS]
    if short:
        names = ", ".join(short)
        yield f"✗ 评价等级 0–3 的说明不全：{names}", f"✗ levels 0 to 3 not all described: {names}"


def _sums(scheme: Scheme) -> Said:
    by = {method: [each for each in scheme.aspects if each.method == method] for method in ("M", "J")}
    marks, sizes = total(scheme.aspects), [each.max for each in scheme.aspects]
    mark = "✓" if marks == WHOLE else "✗"
    m, j, low, high = (canonical(each) for each in (total(by["M"]), total(by["J"]), min(sizes), max(sizes)))
    counts = len(by["M"]), len(by["J"])
    zh = f"{mark} 满分之和 {canonical(marks)}（应为 100）：测量 {counts[0]} 项 {m} 分，评价 {counts[1]} 项 {j} 分；"
    en = f"{mark} maxima add up to {canonical(marks)} (of 100): measurement {counts[0]} aspects {m} marks, "
    return (
        f"{zh}单项最大 {high}，最小 {low}",
        f"{en}judgement {counts[1]} aspects {j} marks; largest {high}, smallest {low}",
    )


def _criteria(scheme: Scheme) -> Iterator[Said]:
    stated = marks_stated(scheme.criteria)
    for letter in sorted({*scheme.letters, *stated}):
        marks = scheme.marks_of(letter)
        said = stated.get(letter, marks)
        if said != marks:
            one, other = canonical(marks), canonical(said)
            yield f"✗ 标准 {letter}：评分点共 {one}，表中为 {other}", f"✗ criterion {letter}: {one}, {other} stated"


def _sections(scheme: Scheme, stated: Mapping[str, Decimal]) -> Iterator[Said]:
    if not stated:
        yield (
            "✗ 没有各标准章节的分值，未比较（--sections 1=5,2=5,…）",
            "✗ no marks of the sections are stated, so they are not compared (--sections 1=5,2=5,…)",
        )
        return
    away = Decimal(0)
    for section, (said, marks) in variations(scheme, stated).items():
        off = abs(marks - said)
        away += off
        mark = "✓" if is_within(said, marks) else "✗"
        one, other, apart = canonical(marks), canonical(said), canonical(off)
        yield (
            f"{mark} 第 {section} 节：评分点 {one}，标准 {other}，相差 {apart}（允许 5%）",
            f"{mark} section {section}: aspects {one}, stated {other}, variation {apart} (5 % allowed)",
        )
    yield f"相差合计 {canonical(away)}", f"total variation {canonical(away)}"
