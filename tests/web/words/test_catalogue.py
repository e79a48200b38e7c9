"""Sentences come from the catalogue in the reader's language, and a catalogue with holes is refused."""

import pytest
from jinja2 import DictLoader, Environment

from web.words import catalogue

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
)


@pytest.fixture
def chinese(tmp_path, monkeypatch):
    """Replaces the catalogue by one of the test's own."""

    def write(body):
        path = tmp_path / "biwu.po"
        path.write_text(HEADER + body, encoding="utf-8")
        return path

    yield write
    catalogue.words.cache_clear()


@pytest.fixture
def page(chinese, monkeypatch):
    path = chinese(
        'msgid "Standings"\nmsgstr "排名"\n\n'
        '#, python-format\nmsgid "%(n)s mark"\nmsgid_plural "%(n)s marks"\nmsgstr[0] "%(n)s 个分数"\n'
    )
    whole = catalogue.read(path)
    monkeypatch.setattr(catalogue, "read", lambda: whole)
    catalogue.words.cache_clear()
    counted = "{% trans n=n %}{{ n }} mark{% pluralize %}{{ n }} marks{% endtrans %}"
    text = "{% trans %}\n  Standings\n{% endtrans %}, " + counted + ", {{ _('Sign') }}"
    environment = Environment(loader=DictLoader({"page": text}), autoescape=True)
    catalogue.install(environment)
    return environment.get_template("page")


def test_a_page_speaks_the_language_it_is_rendered_in(page):
    assert page.render(language="zh", n=3) == "排名, 3 个分数, Sign"
    assert page.render(language="en", n=3) == "Standings, 3 marks, Sign"
    assert page.render(language="en", n=1) == "Standings, 1 mark, Sign"


def test_a_page_without_a_language_is_a_bug_and_loud(page):
    with pytest.raises(KeyError, match="language"):
        page.render(n=1)


def test_what_fills_a_gap_is_escaped(page):
    assert "&lt;b&gt;" in page.environment.from_string("{% trans n=n %}{{ n }} mark{% endtrans %}").render(
        language="en", n="<b>"
    )


@pytest.mark.parametrize(
    "body",
    [
        'msgid "Sign"\nmsgstr ""\n',
        '#, fuzzy\nmsgid "Sign"\nmsgstr "签字"\n',
        '#, python-format\nmsgid "%(n)s marks"\nmsgstr "分数"\n',
        'msgid "{n} marks"\nmsgstr "{m} 个分数"\n',
    ],
    ids=["empty", "fuzzy", "gap lost", "gap renamed"],
)
def test_a_catalogue_with_a_hole_is_refused(chinese, body):
    with pytest.raises(ValueError, match="untranslated, fuzzy or with other gaps"):
        catalogue.read(chinese(body))


def test_the_house_catalogue_is_whole():
    assert catalogue.words("zh").gettext("") != ""  # its header
