"""What a ruling's kind, and the stage, module or node it is about, may be called: ids, titles, Chinese words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from biwu.scoring.reading.faults import Said
from biwu.scoring.reading.names import by_name, folded
from domain.rulebook.panels import Module
from domain.rulebook.rulebook import Rulebook
from domain.scoring.scheme import scheme

KINDS = {
    "扣分": "deduction",
    "加分": "bonus",
    "取消资格": "disqualification",
    "缺赛": "did_not_start",
    "未完赛": "did_not_finish",
    "弃权": "declined",
    "模块作废": "module_void",
    "模块成绩无效": "module_void",
    "退赛": "withdrawal",
    "同分裁定": "tie_decision",
    "抽签": "tie_decision",
    "分数线": "cut_score",
    "晋级": "advance",
    "递补": "advance",
}


def kind_of(written: str) -> str:
    """The kind a cell names, whether or not there is one."""
    return KINDS.get(folded(written), written.lower().replace(" ", "_").replace("-", "_"))


def any_kind(kinds: Iterable[str]) -> Said:
    """The kinds there are, in each language's words."""
    return f"{'、'.join(KINDS)}（或 {', '.join(kinds)}）之一", f"one of {', '.join(kinds)}"


@dataclass(frozen=True, slots=True)
class Named:
    """All by folded name. `stages`: id; `modules`: the ids meant ("": all of them); `nodes`: the node's name.

    `spelled`: the ids that stand for modules, as the rulebook writes them.
    """

    stages: Mapping[str, str]
    modules: Mapping[str, tuple[str, ...]]
    nodes: Mapping[str, str]
    spelled: tuple[str, ...]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Named:
        stages = by_name((stage.id, (stage.title.zh, stage.title.en)) for stage in rulebook.stages)
        meant = _modules(rulebook)
        titles = by_name(_titles(rulebook, meant))
        modules = {folded(name): meant[name] for name in meant} | {title: meant[name] for title, name in titles.items()}
        single = scheme(rulebook).single
        of_modules = {
            title: node
            for title, ids in modules.items()
            if title and len(ids) == 1 and (node := rulebook.module(ids[0]).node) in single
        }
        named = [(name, (node.title.zh, node.title.en)) for name, node in rulebook.nodes.items() if name in single]
        return cls(stages, modules, of_modules | by_name(named), tuple(name for name in meant if name))


def _modules(rulebook: Rulebook) -> dict[str, tuple[str, ...]]:
    """What a ruling may name → the modules it means: all, a stage's, one in all its stages, or one in one."""
    found: dict[str, list[str]] = {}
    for module in rulebook.modules:
        for name in {"", module.stage, module.name, module.id}:
            found.setdefault(name, []).append(module.id)
    return {name: tuple(modules) for name, modules in found.items()}


def _titles(rulebook: Rulebook, meant: Iterable[str]) -> Iterable[tuple[str, Iterable[str]]]:
    """The titles of what may be named; of a module in several stages with the stage's before it and without."""
    stages = {stage.id: (stage.title.zh, stage.title.en) for stage in rulebook.stages}
    for name in meant:
        own = [module for module in rulebook.modules if name and name in {module.id, module.name}]
        yield name, chain(stages.get(name, ()), *(_titles_of(module, name, stages) for module in own))


def _titles_of(module: Module, name: str, stages: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    full = (module.title.zh, module.title.en)
    if name == module.id or module.stage not in stages:
        return full
    zh, en = stages[module.stage]
    return full[0].removeprefix(f"{zh} · "), full[1].removeprefix(f"{en} · ")
