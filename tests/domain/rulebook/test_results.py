"""What a rulebook may leave unsaid of its prizes."""

from domain.rulebook.reading import parse
from tests.domain.rulebook.cases.book import GOOD
from tests.domain.rulebook.cases.results import FIXED, OF_TEAM, PRIZE

ONE_TABLE = FIXED.replace("[[awards]]", "[awards]")


def test_a_prize_without_a_title_is_called_by_its_id():
    (prize,) = parse(GOOD + FIXED + PRIZE).prizes
    assert (prize.title.zh, prize.title.en) == ("gold", "gold")


def test_one_table_and_a_list_of_one_are_the_same():
    assert parse(GOOD + ONE_TABLE + PRIZE).awards == parse(GOOD + FIXED + PRIZE).awards


def test_a_list_of_prizes_by_itself_is_the_main_one():
    assert parse(GOOD + ONE_TABLE.replace('id = "a"\n', "") + PRIZE).awards[0].id == "main"


def test_prizes_of_teams_may_name_what_the_team_is_made_of():
    (team,) = parse(GOOD + OF_TEAM + 'minimum = [{ node = "total", at_least = 1 }]').teams
    assert team.awards[0].minimum[0].node == "total"
