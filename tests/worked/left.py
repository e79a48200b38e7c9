"""The cases this engine leaves to other parts, each with the reason and the tests that cover it, if there are any."""

from __future__ import annotations

from typing import NamedTuple


class Left(NamedTuple):
    """`tests` as `path::function`."""

    reason: str
    tests: tuple[str, ...] = ()


_WINDOWS = (
    "tests/domain/test_rulings.py::test_an_appeal_in_time_is_open_and_stands_before_the_final_result",
    "tests/domain/test_rulings.py::test_one_microsecond_late_is_late_and_is_taken_down_all_the_same",
)

LEFT: dict[str, Left] = {
    "CN-24": Left("The level of a contest (A, B, C) is decided before it begins, from who holds it and how many come."),
    "CN-25": Left("How many results are checked again is a plan for people after the contest; no score depends on it."),
    "CN-26": Left("Whether the checking found too many errors is a verdict over a contest, not a figure of an entry."),
    "CN-27": Left(
        "Windows are the record's, counted from publication: the last moment is in time, one later is late.", _WINDOWS
    ),
    "CN-31": Left("Who is let in when coming late is decided at the door; scoring knows the outcome as DNS."),
    "CN-33": Left("Prize money is the budget's; a rulebook gives prizes and says nothing of amounts."),
    "KQ-02": Left("A buzzer is decided by times of presses, which the quiz keeps; a score comes after that."),
    "KQ-04": Left("The points of a quiz go by the question's kind, its clock and the answer: the quiz's own rules."),
    "LE-02": Left(
        "A campaign of months is judged by units and dates of facts: labour emulation, not a contest's marks."
    ),
    "ST-15": Left(
        "Windows are the record's, counted from publication and not from a mark shown in the hall.", _WINDOWS
    ),
    "EV-01": Left(
        "Corrections and what stood at an earlier moment are the record's.",
        (
            "tests/domain/test_marking.py::test_a_signed_sheet_takes_no_more_marks",
            "tests/domain/test_rulings.py::test_a_correction_changes_the_mark_keeps_the_old_one_and_settles_the_ruling",
            "tests/projections/test_as_of.py::test_the_wall_as_of_a_position_is_the_wall_of_that_moment",
        ),
    ),
    "EV-02": Left(
        "Commands that come twice are the desk's: one is stored, another under the same number is refused.",
        (
            "tests/ledger/desk/test_answers.py::test_the_same_command_twice_in_one_commit_is_written_once",
            "tests/ledger/desk/test_answers.py::test_another_payload_under_a_known_id_is_refused_reported_and_not_stored",
        ),
    ),
}
