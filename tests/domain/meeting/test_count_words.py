"""What a count comes to, in words."""

import pytest

from checklist.domain.meeting.count_words import count_words
from checklist.domain.meeting.pieces import plain
from checklist.domain.meeting.shown import shown_count
from checklist.domain.meeting.tally import count
from tests.content import make_question
from tests.domain.meeting.kringen import wants

QUESTION = make_question(7, "abcd")
MANY = make_question(2, "abcd", many=True)


@pytest.mark.parametrize(
    ("said", "words", "in_secret"),
    [
        ("bbbbbbaaadd", "Meerderheid voor B: 6 van de 11", "Meerderheid voor B: 6 van de 11"),
        ("bbbbba", "Meerderheid voor B: 5 van de 6", "Meerderheid voor B: bijna iedereen"),
        ("bbbbaacd", "De stemmen staken", "De stemmen staken"),
        ("bbbaadd", "B is de grootste groep, geen meerderheid", "B is de grootste groep, geen meerderheid"),
        ("bbaad", "Geen meerderheid en geen grootste groep", "Geen meerderheid en geen grootste groep"),
        ("bba", "Meerderheid voor B: 2 van de 3", "Te weinig antwoorden om te tonen"),
        ("", "Niemand gaf een antwoord", "Niemand gaf een antwoord"),
    ],
)
def test_a_count_in_words(said: str, words: str, in_secret: str) -> None:
    counted = count(QUESTION, [wants(f"7{letter}") for letter in said])
    assert plain(count_words(QUESTION, counted)) == words
    assert plain(count_words(QUESTION, shown_count(QUESTION, counted))) == in_secret


def test_two_majorities_are_both_told() -> None:
    counted = count(MANY, map(wants, ["2a 2c", "2a 2c", "2c", "2a", "2c"]))
    assert plain(count_words(MANY, counted)) == "Meerderheid voor A en C: 3 van de 5 en 4 van de 5"


@pytest.mark.parametrize(("said", "words"), [("bbbba", "Meerderheid voor B"), ("bbbacd", "Geen meerderheid")])
def test_after_a_reopening_only_whether_there_is_a_majority(said: str, words: str) -> None:
    counted = count(QUESTION, [wants(f"7{letter}") for letter in said])
    assert plain(count_words(QUESTION, shown_count(QUESTION, counted, majority_only=True))) == words


def test_what_matters_most_stands_out() -> None:
    assert [piece.strong for piece in count_words(QUESTION, count(QUESTION, [wants("7b")]))] == [True, False]
