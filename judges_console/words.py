"""What the judges' socket itself says to a person: frames it cannot take, and why it hangs up.

Refusals by the rules have their sentences in web/words/refusals.py. Like those, these stand in both languages at once,
because a frame carries both; docs/protocol.md lists every reason, and a test compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from domain.errors import Detail
from domain.rulebook.rulebook import Rulebook
from web.words.refusals import sentences as refusal_sentences

NO_DETAILS: Mapping[str, Detail] = {}

# Nothing was decided and nothing recorded: the socket stays open.
ERRORS: dict[str, tuple[str, str]] = {
    "frame-unreadable": (
        "无法读取该帧：编码与所选子协议不符，或内容已损坏。",
        "This frame cannot be read: it is not in the subprotocol's encoding, or it is damaged.",
    ),
    "frame-too-deep": ("该帧嵌套过深。", "This frame is nested too deeply."),
    "frame-no-map": ("帧必须是带文字字段“t”的映射。", "A frame must be a map with a text “t”."),
    "frame-unknown": ("没有这种帧。", "There is no frame of this kind."),
    "frame-shape": ("该帧的字段不对。", "The fields of this frame are not right."),
    "hello-first": ("请先发送 hello。", "Say hello first."),
    "hello-twice": ("此连接已发送过 hello。", "This connection has said hello already."),
    "command-unknown": ("没有这个命令。", "There is no such command."),
    "command-elsewhere": (
        "此命令不能从这里发出，请在主办方页面操作。",
        "This command is not given here; use the organiser's pages.",
    ),
    "command-shape": (
        "该命令的内容不对，未作处理。",
        "The body of this command is not right; nothing was decided.",
    ),
    "command-failed": (
        "程序无法执行此命令，没有记录任何内容。请联系技术支持。",
        "The program failed on this command; nothing was recorded. Please tell the technicians.",
    ),
    "no-seat": ("此会话没有裁判席，没有评分表。", "This session has no seat, so it has no sheets."),
}


class Farewell(NamedTuple):
    """How the server hangs up: the close code, when to come back (ms; None: do not), and what it says."""

    code: int
    retry_after_ms: int | None
    zh: str
    en: str


_AWAY, _LARGE, _LATER = 1012, 1009, 1013
_WHO, _MAY_NOT, _QUIET, _FAST = 4401, 4403, 4408, 4429

FAREWELLS: dict[str, Farewell] = {
    "frame-too-large": Farewell(_LARGE, None, "该帧超过 64 KiB。", "This frame is larger than 64 KiB."),
    "session-missing": Farewell(
        _WHO,
        None,
        "未登录，或登录已失效。请向工作人员索取新的登记链接。",
        "There is no session, or it has ended. Ask the staff for a new link to enrol.",
    ),
    "signed-out": Farewell(
        _WHO,
        None,
        "此设备已退出登录。未发送的内容仍保存在本机，重新登记后可以发送。",
        "This device was signed out. What is unsent stays on it and can be sent after enrolling again.",
    ),
    "roles-changed": Farewell(
        _MAY_NOT, 500, "您的权限已变更，正在重新连接。", "What you may do here has changed; connect again."
    ),
    "contest-missing": Farewell(_MAY_NOT, None, "hello 须写明赛项。", "The hello must name a contest."),
    "not-your-contest": Farewell(_MAY_NOT, None, "您在此赛项中没有角色。", "You have no part in this contest."),
    "seat-left": Farewell(_MAY_NOT, None, "您已离开裁判席。", "You have left your seat."),
    "hello-missing": Farewell(_QUIET, 1000, "连接后没有及时发送 hello。", "No hello came in time."),
    "silent": Farewell(_QUIET, 500, "长时间没有收到任何消息。", "Nothing was heard for a long time."),
    "too-fast": Farewell(_FAST, 5000, "消息过于频繁，请稍后重连。", "Too many messages; connect again a little later."),
    "too-slow": Farewell(
        _LATER,
        1000,
        "此设备接收过慢，请重新连接。",
        "This device takes its messages too slowly; connect again.",
    ),
    "busy": Farewell(_LATER, 1000, "服务器繁忙，请稍后重连。", "The server is busy; connect again a little later."),
    "desk-closed": Farewell(
        _LATER,
        5000,
        "服务器暂停接收成绩。未发送的内容仍保存在本机，服务器恢复后会重新发送。",
        "The server takes no marks for now. What is unsent stays on this device and is sent again when it is back.",
    ),
    "record-unreadable": Farewell(
        _LATER,
        5000,
        "服务器无法读取数据，请联系技术支持。未发送的内容仍保存在本机。",
        "The server cannot read its data; tell the technicians. What is unsent stays on this device.",
    ),
    "restart": Farewell(_AWAY, 2000, "服务器正在重启，请稍候。", "The server is being restarted; wait a moment."),
}


def farewell(reason: str, details: Mapping[str, Detail] = NO_DETAILS) -> Farewell:
    """One of the above, or a refusal by the rules of what the hello asked for: the seat."""
    return FAREWELLS.get(reason) or Farewell(_MAY_NOT, None, *refusal_sentences(reason, details))


def error_sentences(
    reason: str, details: Mapping[str, Detail] = NO_DETAILS, rulebook: Rulebook | None = None
) -> tuple[str, str]:
    """(Chinese, English) for one of ERRORS, or for a refusal of a note's text."""
    return ERRORS.get(reason) or refusal_sentences(reason, details, rulebook)
