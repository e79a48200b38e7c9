"""What a refusal says to a person: one sentence a reason in each language, with the way out where there is one.

Receipts carry both languages at once, so these sentences stand here and not in the catalogue. A reason that no rule
gives any more stays: old receipts are still read.
"""

from __future__ import annotations

from collections.abc import Mapping

from domain.rulebook.rulebook import Rulebook
from domain.rulebook.titles import titles
from web.words.access import ACCESS
from web.words.jury import JURY

# reason: (Chinese, English); {gaps} are filled from the refusal's details
SENTENCES: dict[str, tuple[str, str]] = {
    **ACCESS,
    **JURY,
    "already-decoded": ("编号已经解密。", "The codes have been decoded already."),
    "bad-digest": (
        "结果摘要不正确，请刷新页面后重试。",
        "The digest of the result is not one; reload the page and try again.",
    ),
    "bad-id": (
        "编号“{what}”格式不对：只用字母、数字、- 和 _，最多 40 个字符。",
        "This {what} is not a valid id: use letters, digits, - and _ only, at most 40 characters.",
    ),
    "code-drawn-twice": (
        "同一编号抽了两次，本次抽签未记录。",
        "A code was drawn twice; nothing of this draw is recorded.",
    ),
    "codes-not-drawn": (
        "还有 {entries} 个参赛者没有编号，请先抽签加密。",
        "{entries} entries have no code yet; draw the codes first.",
    ),
    "command-id-reused": (
        "这个操作序号已用于另一内容，本次未记录。请刷新页面后重新输入。",
        "This command number was used for something else; nothing is recorded. Reload the page and enter it again.",
    ),
    "contest-exists": ("赛项 {contest} 已存在。", "The contest {contest} exists already."),
    "entry-disqualified": (
        "编号 {code} 已被取消资格或该模块成绩无效，只能由裁判长更改。",
        "Code {code} is disqualified or its module void; only the chief judge can change that.",
    ),
    "entry-exists": (
        "参赛者 {entry} 已按其他内容登记。",
        "The entry {entry} is registered already, with other particulars.",
    ),
    "entry-has-code": ("参赛者 {entry} 已有编号。", "The entry {entry} has a code already."),
    "entry-withdrawn": ("编号 {code} 已退赛，不再评分。", "Code {code} has withdrawn and takes no more marks."),
    "map-not-as-committed": (
        "解密内容与抽签时的封存承诺不一致，未解密。请通知监督员。",
        "The map is not the one committed to at the draw; nothing is decoded. Call the supervisor.",
    ),
    "map-not-one-kind": ("公开编号与密封编号不能混用。", "An open map and a sealed map cannot be mixed."),
    "mark-moved": (
        "该分数已变为 {found}（您看到的是 {seen}），请核对后重试。",
        "The mark is {found} by now (you saw {seen}); look again and retry.",
    ),
    "mark-off-step": ("{found} 不符合步长 {step}。", "{found} is not a multiple of the step {step}."),
    "mark-outside-range": (
        "{found} 超出范围 {low} 至 {high}。",
        "{found} lies outside the range {low} to {high}.",
    ),
    "marks-missing": (
        "还有 {count} 项未评（第一项：{first}），空白不等于零分，不能签字。",
        "{count} aspects have no mark yet (first: {first}); a blank is not a zero, so the sheet cannot be signed.",
    ),
    "module-closed": (
        "模块 {module} 已关闭，重新开放须说明理由。",
        "Module {module} is closed; to go on, reopen it with a reason.",
    ),
    "module-not-closed": ("模块 {module} 未处于关闭状态。", "Module {module} is not closed."),
    "module-not-open": ("模块 {module} 未开放评分。", "Module {module} is not open for marking."),
    "module-still-open": (
        "模块 {module} 尚未结束，不能统分。",
        "Module {module} has not ended, so scores cannot be tallied.",
    ),
    "no-contest": ("没有赛项 {contest}。", "There is no contest {contest}."),
    "no-result-yet": ("成绩尚未公布，还不能提出。", "There is no published result yet to question."),
    "no-rulebook": ("尚未确定评分规则。", "No rulebook is fixed yet."),
    "no-witness": ("解密须有监督员在场。", "Decoding needs a supervisor as witness."),
    "not-a-number": ("“{found}”不是数字。", "“{found}” is not a number."),
    "not-decoded": (
        "编号尚未解密，不能公布姓名成绩。",
        "The codes are not decoded yet, so named results cannot be published.",
    ),
    "not-now": (
        "当前阶段（{phase}）不能进行此操作（{action}）。",
        "This ({action}) cannot be done in the present phase ({phase}).",
    ),
    "not-your-part": (
        "您的角色（{role}）无权进行此操作（{action}）。",
        "Your role ({role}) does not do this ({action}).",
    ),
    "not-your-seat": ("{panel} 的裁判席 {seat} 不是您的席位。", "Seat {seat} of {panel} is not yours."),
    "nothing-new": ("第 {revision} 版公布后没有任何更改。", "Nothing has changed since revision {revision}."),
    "nothing-to-correct": ("没有要更正的内容。", "There is nothing to correct."),
    "number-taken": ("参赛号 {number} 已被使用。", "Entry number {number} is taken."),
    "overtaken": (
        "有人抢先一步，本次未记录，请刷新后重试。",
        "Somebody was faster; nothing of this is recorded. Look again and retry.",
    ),
    "panel-marked-by-judges": ("{panel} 由裁判评分，不能导入。", "{panel} is marked by judges, not from a file."),
    "panel-would-disagree": (
        "更正后 {panel} 的 {aspect} 分差超过允许范围，请一并更正其他裁判的分数。",
        "The marks of {panel} for {aspect} would then lie too far apart; correct the other seats with it.",
    ),
    "panels-not-signed": (
        "还有 {count} 份未签齐（第一份：{panel}，编号 {code}），不能统分。",
        "{count} panels have not all signed (first: {panel}, code {code}), so scores cannot be tallied.",
    ),
    "reason-missing": ("请写明理由。", "Give a reason."),
    "result-moved": (
        "结果已变化（已有 {corrections} 次更正，您看到的含 {seen} 次），请重新查看并公布。",
        "The result has moved ({corrections} corrections; the one you saw had {seen}); look again and publish that.",
    ),
    "result-not-as-seen": (
        "结果与您所见的已不相同，请核对下面的最新结果后再执行。",
        "The result is not the one you saw any more; look at it again as it is now, then go on.",
    ),
    "row-twice": ("编号 {code} 的 {aspect} 出现两次。", "Code {code} has {aspect} twice."),
    "rulebook-faulty": (
        "评分规则有 {faults} 处错误（第一处：{first}），未采用。",
        "The rulebook has {faults} faults (first at {first}) and is not taken.",
    ),
    "ruling-decided": ("{ruling} 已有裁决。", "{ruling} is decided already."),
    "ruling-exists": ("{ruling} 已提出过。", "{ruling} has been filed already."),
    "ruling-late": ("{ruling} 逾期，不予受理。", "{ruling} was filed late and is not accepted."),
    "ruling-not-upheld": (
        "{ruling} 未被裁定成立，不能更正。",
        "{ruling} is not upheld, so nothing can be corrected on it.",
    ),
    "rulings-open": (
        "还有 {count} 项未裁定（第一项：{ruling}）。",
        "{count} rulings are still open (first: {ruling}).",
    ),
    "seat-empty": ("{panel} 的裁判席 {seat} 无人。", "Nobody sits in seat {seat} of {panel}."),
    "seat-taken": ("{panel} 的裁判席 {seat} 已有人。", "Seat {seat} of {panel} is taken."),
    "seated-elsewhere": ("您在 {panel} 已有席位。", "You have a seat in {panel} already."),
    "sheet-not-signed": (
        "编号 {code}、裁判席 {seat} 的评分表未签字。",
        "The sheet of seat {seat} for code {code} is not signed.",
    ),
    "sheet-signed": (
        "编号 {code} 的评分表已签字；更改须由裁判长退回。",
        "The sheet for code {code} is signed; for a change the chief judge must reopen it.",
    ),
    "unknown-aspect": ("{panel} 没有评分项 {aspect}。", "{panel} has no aspect {aspect}."),
    "unknown-award": ("没有奖项 {award}。", "There is no award {award}."),
    "award-not-by-cut": (
        "奖项 {award} 的名额由规则写定，不由裁委会定线。",
        "Award {award} is given as the rulebook says, not from a cut of the jury.",
    ),
    "cuts-out-of-order": (
        "奖项 {award} 的线严于更好的奖项 {better}，请核对两条线。",
        "Award {award} would be harder to get than the better award {better}: check both cuts.",
    ),
    "unknown-code": ("没有编号 {code}。", "There is no code {code}."),
    "unknown-entry": ("没有参赛者 {entry}。", "There is no entry {entry}."),
    "unknown-kind": ("没有“{kind}”这一类。", "There is no kind “{kind}”."),
    "unknown-module": ("没有模块 {module}。", "There is no module {module}."),
    "unknown-outcome": ("没有“{outcome}”这一裁决结果。", "There is no outcome “{outcome}”."),
    "unknown-panel": ("没有评分组 {panel}。", "There is no panel {panel}."),
    "unknown-ruling": ("没有编号为 {ruling} 的申请。", "There is no ruling {ruling}."),
    "unknown-seat": ("{panel} 没有裁判席 {seat}。", "{panel} has no seat {seat}."),
    "unknown-status": ("没有“{status}”这一状态。", "There is no status “{status}”."),
    "unknown-zone": ("没有时区“{zone}”。", "There is no time zone “{zone}”."),
    "upload-gone": (
        "这份文件已不在服务器上（只保留十五分钟），请重新选择。没有录入任何内容。",
        "The file is no longer kept here (it is for fifteen minutes); choose it again. Nothing was entered.",
    ),
    "window-still-open": (
        "受理期限未到，暂不能进行。",
        "The window is still open; this must wait until it has closed.",
    ),
}
_UNKNOWN = ("未被接受：{reason}。", "Refused: {reason}.")


def sentences(reason: str, details: Mapping[str, str | int], rulebook: Rulebook | None = None) -> tuple[str, str]:
    """(Chinese, English) for a refusal; gaps without a detail show as a dash rather than fail.

    With the contest's rulebook modules, panels and aspects are called by their titles instead of their ids.
    """
    zh, en = SENTENCES.get(reason, _UNKNOWN)
    titled = titles(details, rulebook) if rulebook else {}
    told = {**details, "reason": reason}
    return (
        zh.format_map(_Gaps(told | {name: title.zh for name, title in titled.items()})),
        en.format_map(_Gaps(told | {name: title.en for name, title in titled.items()})),
    )


class _Gaps(dict[str, str | int]):
    def __missing__(self, key: str) -> str:
        return "—"
