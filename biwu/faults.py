"""What stops a command, said in one line in both languages, with the exit code that goes with it."""

from __future__ import annotations

# Exit codes, as `biwu --help` lists them.
DONE, FAILED, MISUSED, IN_USE, DAMAGED, BROKEN, STOPPED = 0, 1, 2, 3, 4, 5, 130


class Unusable(Exception):  # noqa: N818 - says what it is to the person who reads it
    """The command cannot go on as asked; `zh` and `en` say why and what to do instead."""

    def __init__(self, zh: str, en: str, code: int = FAILED) -> None:
        super().__init__(en)
        self.zh, self.en, self.code = zh, en, code


def spoken(zh: str, en: str, language: str | None) -> tuple[str, ...]:
    """A sentence in the language asked for; in both where none was."""
    return (zh, en) if language is None else ({"zh": zh, "en": en}[language],)
