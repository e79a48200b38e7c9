"""Sentences by language, read straight from .po text: nothing compiled to build, ship or forget.

English is the source text; `web/locale/zh_Hans/LC_MESSAGES/biwu.po` holds the Chinese. `make words` brings that
file up to date with templates and Python (scripts hold no sentences); a sentence without Chinese stops the start.
"""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from web.words.language import Language

CHINESE = Path(__file__).parents[1] / "locale" / "zh_Hans" / "LC_MESSAGES" / "biwu.po"


def read(path: Path = CHINESE) -> Catalog:
    """The catalogue in a .po file; ValueError naming every message that is fuzzy, empty or has other gaps."""
    with path.open(encoding="utf-8") as text:
        catalogue = read_po(text, locale="zh_Hans", domain="biwu", abort_invalid=True)
    faulty = [message.id for message in catalogue if message.id and not _whole(message, catalogue)]
    if faulty:
        raise ValueError(f"{path.name}: untranslated, fuzzy or with other gaps than the English: {faulty}")
    return catalogue


def _whole(message: Message, catalogue: Catalog) -> bool:
    """Translated, not guessed, and with the gaps of the English: `%(n)s` that Python fills, `{n}` that scripts fill."""
    texts, translations = _forms(message.id), _forms(message.string)
    alike = all(_gaps(translation) == _gaps(texts[-1]) for translation in translations)
    return all(translations) and alike and not message.fuzzy and not message.check(catalogue)


def _forms(text: object) -> list[str]:
    return [str(form) for form in text] if isinstance(text, (list, tuple)) else [str(text or "")]


def _gaps(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text))


@cache
def words(language: Language) -> NullTranslations:
    """`gettext` and `ngettext` for one language; an unknown English sentence comes back as it is."""
    if language == "en":
        return NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, read())
    compiled.seek(0)
    return Translations(compiled, domain="biwu")


def install(environment: Environment) -> None:
    """Teach templates `_()`, `gettext` and `{% trans %}`; each rendering must be given `language`."""

    @pass_context
    def gettext(context: Context, text: str) -> str:
        return words(context["language"]).gettext(text)

    @pass_context
    def ngettext(context: Context, one: str, many: str, number: int) -> str:
        return words(context["language"]).ngettext(one, many, number)

    environment.add_extension("jinja2.ext.i18n")
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
