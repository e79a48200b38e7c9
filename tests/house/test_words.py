"""Every text a person reads passes through gettext, and the catalogue has Chinese for all of it."""

import pytest

from tests.house import catalogue
from tests.house.prose import in_script, in_template
from tests.house.rooms import files, name
from web.words.catalogue import read

ROOMS = ("web", "judges_console")


@pytest.mark.parametrize("path", list(files(".html", rooms=ROOMS)), ids=name)
def test_a_template_holds_no_untranslated_words(path):
    assert in_template(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", list(files(".js", rooms=ROOMS)), ids=name)
def test_a_script_holds_no_sentences(path):
    assert in_script(path.read_text(encoding="utf-8")) == []


def test_the_catalogue_holds_what_is_said_and_nothing_else():
    said = {message.id for message in catalogue.spoken() if message.id}
    known = {message.id for message in catalogue.written() if message.id}
    assert known == said, "run `make words`"


def test_every_sentence_is_translated_with_the_same_gaps():
    read()  # names every message that is not


def test_bringing_the_catalogue_up_to_date_keeps_what_is_translated(tmp_path):
    page = tmp_path / "web" / "page.html"
    page.parent.mkdir()
    page.write_text('<p>{% trans %}Standings{% endtrans %} {{ _("Sign") }}</p>', encoding="utf-8")
    known = catalogue.spoken(tmp_path, ("web",))
    known["Standings"].string = "排名"
    page.write_text('<p>{% trans %}Standings{% endtrans %} {{ _("Send") }}</p>', encoding="utf-8")
    found = catalogue.brought_up_to_date(catalogue.spoken(tmp_path, ("web",)), known)
    assert {message.id: message.string or "" for message in found if message.id} == {
        "Standings": "排名",
        "Send": "",
    }
    assert "排名" in catalogue.as_text(found).decode()
