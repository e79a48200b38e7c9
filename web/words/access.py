"""What the registry's refusals say to a person: signing in, one-time links, accounts, seats and texts."""

from __future__ import annotations

# reason: (Chinese, English), as in web/words/refusals.py, which gives them out
ACCESS: dict[str, tuple[str, str]] = {
    "account-closed": ("账号 {account} 已停用。", "The account {account} is closed."),
    "account-taken": ("账号 {account} 已存在。", "The account {account} exists already."),
    "account-unknown": ("没有账号 {account}。", "There is no account {account}."),
    "device-unknown": ("此设备不属于该账号。", "This device does not belong to the account."),
    "forgotten": (
        "此人的信息已被删除，编号不能再次使用。",
        "This person has been erased; the id cannot be used again.",
    ),
    "key-beside-copy": (
        "主密钥不能与备份放在一起，请另选目录。",
        "The master key must not lie beside a copy; choose another folder.",
    ),
    "link-expired": (
        "链接已过期，请向工作人员索取新的链接。",
        "This link has expired; ask the staff for a new one.",
    ),
    "link-unknown": (
        "链接无效，请检查是否完整，或向工作人员索取新的链接。",
        "This link is not known; see that it is whole, or ask the staff for a new one.",
    ),
    "link-used": (
        "此链接已被使用过。如果不是您本人，请立即告知工作人员。",
        "This link has been used already. If that was not you, tell the staff at once.",
    ),
    "other-key-there": ("那里已有另一把主密钥。", "Another master key is there already."),
    "password-too-long": ("密码最多 {limit} 个字符。", "A password has at most {limit} characters."),
    "password-too-short": ("密码至少 {least} 个字符。", "A password has at least {least} characters."),
    "registry-there": ("该目录中已有名册，不会覆盖。", "There is a registry in this folder; it is not overwritten."),
    "seat-not-granted": (
        "账号 {account} 没有 {panel} 裁判席 {seat} 的授权。",
        "The account {account} has not been given seat {seat} of {panel}.",
    ),
    "seat-without-panel": (
        "裁判席须同时指明赛项、评分组和席位。",
        "A seat is named together with its contest and panel.",
    ),
    "text-missing": ("内容不能为空。", "The text is empty."),
    "text-too-long": ("内容最多 {limit} 个字符。", "The text has at most {limit} characters."),
    "text-unreadable": ("内容含有无法保存的字符。", "The text holds characters that cannot be kept."),
    "too-many-fields": ("最多 {limit} 个字段。", "There are at most {limit} fields."),
    "too-many-tries": ("尝试次数过多，请在 {wait_s} 秒后再试。", "Too many tries; try again in {wait_s} seconds."),
    "wrong-password": ("账号或密码不正确。", "The account or the password is wrong."),
}
