"""Documents: the free text behind the notes of the record."""

import pytest

from domain.errors import Refused
from domain.notes import Note


def test_a_text_becomes_a_note_that_tells_nothing_and_agrees_with_it(registry):
    note = registry.documents.write("第三项漏评，\n请复核。 ", by="team-leader")
    assert len(note.seal) == 32
    assert registry.documents.agrees(note) is True
    assert registry.documents.agrees(Note(note.document, bytes(32))) is False
    assert registry.documents.read(note.document, by="arbitrator", why="appeal") == "第三项漏评，\n请复核。"


def test_the_same_text_twice_is_two_documents_with_two_seals(registry):
    one, other = (registry.documents.write("漏评", by="wang") for _ in range(2))
    assert one.document != other.document
    assert one.seal != other.seal


def test_reading_a_text_about_somebody_is_a_look_at_him(registry):
    note = registry.documents.write("他未戴安全帽", by="floor-judge", about="wanbei/E07")
    registry.documents.read(note.document, by="arbitrator", why="appeal")
    acts = [(line.by, line.act) for line in registry.journal.about("wanbei/E07")]
    assert acts == [("arbitrator", "saw-document"), ("floor-judge", "wrote-document")]


def test_the_texts_about_somebody_can_be_found(registry):
    about = [registry.documents.write(text, by="wang", about="wanbei/E07").document for text in ("a", "b")]
    registry.documents.write("c", by="wang", about="wanbei/E08")
    assert registry.documents.about("wanbei/E07") == sorted(about)


def test_a_published_text_is_read_without_a_line_in_the_journal(registry):
    note = registry.documents.write("维持原判", by="arbitrator")
    before = registry.journal.latest(1)
    assert registry.documents.read_all([note.document], public=True) == {note.document: "维持原判"}
    assert registry.journal.latest(1) == before


def test_an_erased_text_is_missing_and_its_note_neither_agrees_nor_disagrees(registry):
    note = registry.documents.write("漏评", by="wang")
    assert registry.documents.erase([note.document], by="wang") == 1
    assert registry.documents.read(note.document, by="zhao", why="appeal") is None
    assert registry.documents.agrees(note) is None


@pytest.mark.parametrize(
    ("text", "reason"), [(" \n ", "text-missing"), ("x" * 20_001, "text-too-long"), ("a\x07", "text-unreadable")]
)
def test_a_text_that_is_none_is_refused(registry, text, reason):
    with pytest.raises(Refused, match=reason):
        registry.documents.write(text, by="wang")
