"""The sentences in which place, prizes, teams and honours are explained."""

from __future__ import annotations

from typing import Final

from domain.rulebook.printing.speech import Said

PARTED: Final[dict[str, Said]] = {
    "total": ("按“{node}”分先后：{own} 对 {theirs}", "parted by “{node}”: {own} to {theirs}"),
    "tie": (
        "成绩相同，同分处理第 {link} 步“{node}”{how}分先后：{own} 对 {theirs}",
        "equal totals; parted by step {link} of the tie chain, “{node}”{how}: {own} to {theirs}",
    ),
    "decision": (
        "成绩和同分处理均相同（{own}），由裁定分先后",
        "equal in everything ({own}); parted by a tie decision",
    ),
    "standing": ("其中一方没有参加排名的成绩", "one of the two has no figure that is ranked"),
    "stage": ("止于“{node}”", "got as far as “{node}”"),
    "shared": ("全部相同", "equal in everything"),
}
HOW: Final[dict[str, Said]] = {
    "countback": ("（从最好到最差逐个比较）", " (one by one, best to worst)"),
    "drop_lowest": ("（逐次去掉最低后的和）", " (the sum without the lowest, again and again)"),
    "drop_highest": ("（逐次去掉最高后的和）", " (the sum without the highest, again and again)"),
}
SAID: Final[dict[str, Said]] = {
    "is": ("：", ": "),
    "comma": ("，", ", "),
    "place": ("第 {shown} 名（共 {of} 名{among}）", "place {shown} of {of}{among}"),
    "among": ("，“{column}”为“{category}”者", " in “{column}” {category}"),
    "by": ("，“{node}” {figure}（{better}）", ", “{node}” {figure} ({better})"),
    "no-place": ("没有名次：{why}", "no place: {why}"),
    "not-complete": ("成绩尚不完整", "the result is not complete yet"),
    "unofficial": ("不计名次参赛", "takes part without a place"),
    "ahead": ("前一名 {other}：{how}", "ahead {other}: {how}"),
    "behind": ("后一名 {other}：{how}", "behind {other}: {how}"),
    "sharing": ("与 {others} 并列：成绩和同分处理全部相同", "shared with {others}: equal in everything compared"),
    "went-on": ("晋级", "went on"),
    "stayed": ("未晋级", "did not go on"),
    "decided": ("由裁定决定", "by decision"),
    "full": (
        "“{by}”为 {unit} 者已有 {most} 个名额（{sharing}），不再递进",
        "“{by}” {unit} has its {most} already ({sharing})",
    ),
    "let-in": ("由裁定准入 {others}", "let in by decision: {others}"),
    "out": ("{who}{where}：{why}", "{who}: {why}{where}"),
    "in-stage": ("（“{stage}”）", " in “{stage}”"),
    "at": ("；第 {at} 位不同：{own} 对 {theirs}", "; number {at} differs: {own} to {theirs}"),
    "brackets": ("（{words}）", " ({words})"),
    "last-in": ("最后晋级者 {other}（第 {place} 名）", "the last to go on: {other} (place {place})"),
    "first-out": ("首位未晋级者 {other}（第 {place} 名）", "the first who did not: {other} (place {place})"),
    "prize": ("奖项", "prize"),
    "none": ("无", "none"),
    "not": ("未获“{prize}”：{why}", "not {prize}: {why}"),
    "held": (
        "已有 {n} 名获得，最后一名为 {other}（第 {place} 名，{figure}）",
        "given to {n}, the last of them {other} (place {place}, {figure})",
    ),
    "nobody": ("无人获得", "nobody has it"),
    "below": ("“{node}”为 {found}，要求 {bar}", "“{node}” is {found}, asked is {bar}"),
    "below-none": ("“{node}”没有成绩，要求 {bar}", "“{node}” has no result, asked is {bar}"),
    "not-in": ("没有参加“{stage}”", "was not in “{stage}”"),
    "reach": ("{of} 的 {part} = {exactly}，至第 {end} 位", "{part} of {of} = {exactly}: down to number {end}"),
    "crossing-all": ("第 {first}–{last} 位并列跨越此线：均获", "places {first}–{last} tie across it: all of them"),
    "crossing-none": ("第 {first}–{last} 位并列跨越此线：均不获", "places {first}–{last} tie across it: none of them"),
    "column": ("“{column}”为“{found}”，要求“{expected}”", "column “{column}” says {found}, asked is {expected}"),
    "nothing": ("空", "nothing"),
    "team": ("{rule}：{team}：{result}；{counts}", "{rule}: {team}: {result}; {counts}"),
    "team-place": ("第 {shown} 名", "place {shown}"),
    "none-placed": ("没有名次", "no place"),
    "counts": ("其成绩计入团体", "this entry counts in it"),
    "counts-in": ("其计入团体的成绩：{nodes}", "of this entry count in it: {nodes}"),
    "does-not-count": ("其成绩不计入团体", "this entry does not count in it"),
    "given": ("推荐{gives}{succeeds}", "recommended{gives}{succeeds}"),
    "succeeds": ("（递补）", " (passed down from a better place)"),
    "refused": ("不推荐：{why}", "not recommended: {why}"),
    "closed": ("不设：{why}", "not given: {why}"),
    "out-of-reach": ("未达到条件（{asked}）", "not reached ({asked})"),
    "by-rule": ("规则：{rule}", "rule: {rule}"),
}
