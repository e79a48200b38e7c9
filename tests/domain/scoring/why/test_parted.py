"""Whatever the figures: what is said to have parted two neighbours did, and nothing before it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.scoring.results.field import entry, rules
from tests.domain.scoring.why.asked import asked, told

CHAIN = rules(
    '[ranking]\nties = [{ node = "practical" }, { node = "time", better = "lower" }]', nodes=("practical", "time")
)
FEW = st.sampled_from(["1", "2", "3"])
FIELDS = st.dictionaries(st.sampled_from("abcdef"), st.tuples(FEW, FEW, FEW), min_size=2)
LINKS = ("total", "practical", "time")


def scored(figures):
    return {name: entry(total, practical=practical, time=time) for name, (total, practical, time) in figures.items()}


@given(FIELDS)
def test_the_link_named_is_the_first_in_which_the_neighbours_differ(figures):
    for name in figures:
        for beside in (
            asked(CHAIN, scored(figures), name).place.ahead,
            asked(CHAIN, scored(figures), name).place.behind,
        ):
            if beside is None:
                continue
            own, theirs = figures[name], figures[beside.other]
            first = next(place for place, _ in enumerate(LINKS) if own[place] != theirs[place])
            assert (beside.link, beside.node) == (first, LINKS[first])
            assert (str(beside.own[0]), str(beside.theirs[0])) == (own[first], theirs[first])


@given(FIELDS)
def test_who_shares_a_place_differs_in_nothing_and_nobody_else_does_so(figures):
    for name, own in figures.items():
        alike = {other for other, theirs in figures.items() if theirs == own and other != name}
        assert set(asked(CHAIN, scored(figures), name).place.sharing) == alike


@given(FIELDS)
def test_all_is_told_in_both_languages_line_by_line(figures):
    for name in figures:
        chinese, english = (told(CHAIN, scored(figures), name, language=language) for language in ("zh", "en"))
        assert len(chinese) == len(english)
