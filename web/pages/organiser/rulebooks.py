"""The rulebooks that come with the program, and a rulebook as an organiser sends it: read, or every fault in it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from starlette.datastructures import FormData, UploadFile

from domain.errors import Fault, Malformed
from domain.rulebook.reading import parse
from domain.rulebook.rulebook import Rulebook

LARGEST = 1024 * 1024  # bytes; the longest rulebook so far has nine thousand


@cache
def presets() -> dict[str, tuple[str, Rulebook]]:
    """Preset id → its text and the rulebook it is."""
    texts = sorted(
        (file.name.removesuffix(".toml"), file.read_text(encoding="utf-8"))
        for file in files("domain.rulebook").joinpath("presets").iterdir()
        if file.name.endswith(".toml")
    )
    return {name: (text, parse(text)) for name, text in texts}


async def text_in(form: FormData) -> str:
    """The rulebook a form brings: the file in `rulebook`, else the preset named in `preset`.

    Raises: Malformed with every fault in it, each with its place in the text.
    """
    sent = form.get("rulebook")
    if isinstance(sent, UploadFile) and sent.filename:
        text = _decoded(await sent.read())
    else:
        text = presets().get(str(form.get("preset", "")), ("", None))[0]
    if not text.strip():
        fault = Fault("—", "请选择一份评分规则，或上传 TOML 文件。", "Choose a rulebook, or send one as a TOML file.")
        raise Malformed([fault])
    parse(text)
    return text


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST:
        raise Malformed([Fault("—", "文件超过 1 MiB。", "The file is larger than 1 MiB.")])
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        zh, en = "不是 UTF-8 文本，请另存为 UTF-8。", "This is not UTF-8 text; save it as UTF-8."
        raise Malformed([Fault(f"line {line}", zh, en)]) from error
