"""What refusals say about the jury's decisions: stages, ties, deductions, absent and recused judges, new rules."""

from __future__ import annotations

# as in web/words/refusals.py
JURY: dict[str, tuple[str, str]] = {
    "advance-not-decided": (
        "尚未确定进入 {stage} 的名单，请裁判长先作出决定。",
        "Who goes on to {stage} is not decided yet; the chief judge decides that first.",
    ),
    "advance-withdrawn": (
        "参赛者 {entry} 已退赛，不能晋级。",
        "The entry {entry} has withdrawn and cannot go on.",
    ),
    "bad-column": ("第 {place} 个附加项没有名称。", "Column {place} has no name."),
    "column-twice": ("参赛者 {entry} 的附加项有重名。", "A column stands twice for the entry {entry}."),
    "delegation-declared": (
        "{panel} 的裁判席 {seat} 已申报另一代表队；如有误，请离席后重新就座申报。",
        "Seat {seat} of {panel} has declared another delegation; if that was wrong, leave the seat and take it anew.",
    ),
    "entry-twice": ("参赛者 {entry} 出现两次。", "The entry {entry} is named twice."),
    "first-stage": (
        "{stage} 是第一阶段，所有参赛者都参加，无须决定。",
        "{stage} is the first stage; everybody takes part in it and nothing is to be decided.",
    ),
    "judge-awaited": (
        "{panel} 的规则是等待裁判到席，不能缺席评分；请等待裁判席 {seat}，或请其离席由他人接替。",
        "{panel} waits for its judges: wait for seat {seat}, or empty it so that somebody else can take it.",
    ),
    "map-sealed": (
        "编号处于密封状态，解密前无法确定谁进入 {stage}；分阶段的赛项请使用公开编号。",
        "The codes are sealed, so nobody can say who goes on to {stage}; a contest in stages needs an open map.",
    ),
    "marks-would-not-fit": (
        "新规则下有 {count} 处已评内容不再成立，未采用：{marks}。",
        "{count} things that were marked would not stand under these rules, which are not taken: {marks}.",
    ),
    "modules-would-not-fit": (
        "新规则的模块与已开放的模块不符，未采用：{modules}。",
        "The modules of these rules are not those that were opened, so they are not taken: {modules}.",
    ),
    "no-attempt-here": (
        "“{found}”只能用于多次试做、计时或测量的评分项；{aspect} 请输入分数，整个模块缺赛等请由裁判长登记。",
        (
            "“{found}” stands only for an attempt, a time or a measure; enter a mark for {aspect} or have the whole "
            "module stated so."
        ),
    ),
    "nobody-advances": ("请列出进入 {stage} 的参赛者。", "Name the entries that go on to {stage}."),
    "not-in-stage": (
        "编号 {code} 未进入 {stage}，不评分。",
        "Code {code} did not go on to {stage} and is not marked there.",
    ),
    "nothing-proposed": ("没有待确认的规则修改。", "No change of the rules waits to be confirmed."),
    "nothing-to-deduct": ("扣分不能为零。", "Nothing would be taken off."),
    "proposal-moved": (
        "待确认的已是另一份规则，请重新查看后确认。",
        "Other rules have been proposed since; look at those, then confirm.",
    ),
    "quorum-missed": (
        "{panel} 至少须有 {least} 名裁判在场，缺席后只剩 {present} 名。",
        "{panel} needs at least {least} judges; only {present} would be there.",
    ),
    "recusal": (
        "须回避：裁判席 {seat} 与编号 {code} 同属一队或已申报利害关系。请离席，由替补（第四名）裁判就座评此编号。",
        "Seat {seat} must stand down for code {code}: leave it, and let the fourth expert take it for this code.",
    ),
    "rulebook-unchanged": ("这就是现行规则，没有修改。", "These are the rules in force; nothing would change."),
    "ruling-needed": (
        "成绩已公布，此后只能依据成立的裁定进行，请注明裁定编号。",
        "The result is published; from then on this needs an upheld ruling. Name it.",
    ),
    "seat-absent": (
        "裁判席 {seat} 已登记为对编号 {code} 缺席；到席后请裁判长改正。",
        "Seat {seat} is stated absent for code {code}; if the judge is there, the chief judge says so first.",
    ),
    "seat-has-signed": (
        "裁判席 {seat} 已签署编号 {code} 的评分表，并未缺席。",
        "Seat {seat} has signed the sheet for code {code}, so its judge was there.",
    ),
    "second-person-needed": (
        "提议人不能自己确认，须由另一人确认。",
        "Who proposed the change cannot confirm it; a second person must.",
    ),
    "substitute-sits": (
        "{panel} 的规则是由替补裁判接替：请裁判席 {seat} 离席，再由替补就座。",
        "By the rules of {panel} a substitute sits in: empty seat {seat}, then let another judge take it.",
    ),
    "tie-of-one": ("同分定序至少需要两个参赛者。", "A tie has at least two entries."),
    "unknown-node": (
        "没有可扣分的项目 {node}。",
        "There is nothing called {node} that points could be taken from.",
    ),
    "unknown-stage": ("没有阶段 {stage}。", "There is no stage {stage}."),
}
