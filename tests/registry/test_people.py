"""People: written, looked at, corrected."""

import pytest

from domain.errors import Refused

LI = {"name": "李 䶮", "employer": "皖北供电公司", "phone": "13800000000"}


def test_a_persons_name_is_read_by_somebody_for_a_reason_and_that_is_journalled(registry, clock):
    registry.people.write("wanbei/E07", LI, by="wang")
    clock.wait(5)
    assert registry.people.names(["wanbei/E07"], by="zhao", why="award-list") == {"wanbei/E07": "李 䶮"}
    line = registry.journal.about("wanbei/E07")[0]
    assert (line.by, line.act, line.why, line.at, line.subjects) == (
        "zhao",
        "saw-person",
        "award-list",
        clock.now,
        ("wanbei/E07",),
    )


def test_one_look_at_many_people_is_one_line_about_each(registry):
    registry.people.write_all({f"wanbei/E{n}": {"name": f"{n}"} for n in range(30)}, by="wang")
    before = registry.journal.latest(1)[0].number
    registry.people.names([f"wanbei/E{n}" for n in range(30)], by="zhao", why="list")
    (line,) = registry.journal.lines(after=before)
    assert len(line.subjects) == 30


def test_a_whole_list_with_all_its_fields_is_one_look_and_the_erased_are_missing(registry):
    registry.people.write_all({f"wanbei/E{n}": LI for n in range(3)}, by="wang")
    registry.people.erase(["wanbei/E2"], by="wang")
    before = registry.journal.latest(1)[0].number
    seen = registry.people.all_fields([f"wanbei/E{n}" for n in range(4)], by="zhao", why="import")
    assert seen == {"wanbei/E0": LI, "wanbei/E1": LI}
    (line,) = registry.journal.lines(after=before)
    assert (line.by, line.why, line.subjects) == ("zhao", "import", ("wanbei/E0", "wanbei/E1"))


def test_after_decoding_names_are_public_and_not_journalled(registry):
    registry.people.write("wanbei/E07", LI, by="wang")
    before = registry.journal.latest(1)[0].number
    assert registry.people.names(["wanbei/E07"], public=True) == {"wanbei/E07": "李 䶮"}
    assert registry.journal.lines(after=before) == []


def test_nobody_looks_at_a_name_without_saying_who_he_is(registry):
    registry.people.write("wanbei/E07", LI, by="wang")
    with pytest.raises(ValueError, match="who looks"):
        registry.people.names(["wanbei/E07"])


def test_a_reason_for_looking_is_a_word_so_that_nothing_personal_stays_in_the_journal(registry):
    registry.people.write("wanbei/E07", LI, by="wang")
    with pytest.raises(ValueError, match="fixed word"):
        registry.people.names(["wanbei/E07"], by="zhao", why="because of Mr Li")


def test_when_the_look_cannot_be_journalled_nothing_is_shown(registry, monkeypatch):
    registry.people.write("wanbei/E07", LI, by="wang")
    monkeypatch.setattr(registry.journal, "_now", lambda: None)
    with pytest.raises(Exception, match="NOT NULL"):
        registry.people.names(["wanbei/E07"], by="zhao", why="list")


def test_all_fields_come_back_tidied_and_empty_ones_are_left_out(registry):
    registry.people.write("p1", {"name": " 李\u3000", "phone": "  ", "e-mail": "x@y"}, by="wang")
    assert registry.people.fields("p1", by="zhao", why="phone-call") == {"name": "李", "e-mail": "x@y"}


def test_the_unknown_are_missing_and_looking_for_them_is_no_look(registry):
    before = len(registry.journal.latest())
    assert registry.people.names(["wanbei/E99"], by="zhao", why="list") == {}
    assert registry.people.fields("wanbei/E99", by="zhao", why="list") is None
    assert registry.people.seal("wanbei/E99") is None
    assert registry.people.agrees("wanbei/E99", b"") is None
    assert len(registry.journal.latest()) == before


def test_a_person_without_a_name_has_no_name(registry):
    registry.people.write("p1", {"phone": "1"}, by="wang")
    assert registry.people.names(["p1"], by="zhao", why="list") == {}


def test_writing_the_same_person_again_changes_nothing_not_even_the_seal(registry):
    seal = registry.people.write("p1", LI, by="wang")
    before = registry.journal.latest(1)
    assert registry.people.write("p1", {**LI, "name": LI["name"] + " "}, by="wang") == seal
    assert registry.journal.latest(1) == before


def test_a_corrected_name_has_a_new_seal_and_the_old_one_no_longer_agrees(registry):
    old = registry.people.write("p1", LI, by="wang")
    new = registry.people.write("p1", {**LI, "name": "李䶮"}, by="wang")
    assert registry.people.seal("p1") == new
    assert (registry.people.agrees("p1", new), registry.people.agrees("p1", old)) == (True, False)


def test_two_people_of_one_name_have_different_seals(registry):
    seals = registry.people.write_all({"p1": LI, "p2": LI}, by="wang")
    assert seals["p1"] != seals["p2"]


def test_an_import_is_written_whole_or_not_at_all(registry):
    with pytest.raises(Refused, match="text-too-long"):
        registry.people.write_all({"p1": LI, "p2": {"name": "x" * 1001}}, by="wang")
    registry.people.erase([], by="wang")
    registry.people.write("gone", LI, by="wang")
    registry.people.erase(["gone"], by="wang")
    with pytest.raises(Refused, match="forgotten"):
        registry.people.write_all({"p1": LI, "gone": LI}, by="wang")
    assert registry.people.ids() == []


@pytest.mark.parametrize("person", ["", "a b", "../x", "a/b/c", "a/", "李"])
def test_a_person_is_known_by_an_id_never_by_a_name(registry, person):
    with pytest.raises(Refused, match="bad-id"):
        registry.people.write(person, LI, by="wang")


def test_there_is_an_end_to_how_many_fields_a_person_has(registry):
    with pytest.raises(Refused, match="too-many-fields"):
        registry.people.write("p1", {f"f{n}": "x" for n in range(65)}, by="wang")
