"""A count in a sentence: grammatical for each number, and in secret mode for each word."""

import pytest

from checklist.domain.advies.voorstel.count_sentences import count_sentence, hidden_sentence, of_poll
from checklist.domain.meeting_record.value import RecordedCount
from checklist.domain.meeting_record.words import Rough

ALL, NEARLY, SOME, NOBODY = Rough.ALL, Rough.NEARLY_ALL, Rough.SOME, Rough.NOBODY


@pytest.mark.parametrize(
    ("count", "n", "sentence"),
    [
        (RecordedCount(4, 2, 1), 7, "Voor waren 4 van de 7 gemeenten, 2 konden ermee leven, 1 was tegen."),
        (RecordedCount(4, 1, 2), 7, "Voor waren 4 van de 7 gemeenten, 1 kon ermee leven, 2 waren tegen."),
        (RecordedCount(1, 0, 0), 7, "Voor was 1 van de 7 gemeenten, niemand was tegen."),
        (RecordedCount(0, 3, 0), 7, "Voor was geen van de 7 gemeenten, 3 konden ermee leven, niemand was tegen."),
        (RecordedCount(7, 0, 0), 7, "Voor waren alle 7 gemeenten."),
        (RecordedCount(1, 0, 0), 1, "Voor was de enige gemeente die antwoordde."),
        (RecordedCount(0, 0, 0), 0, "Voor was niemand."),
        # By hands nobody says that they can live with it.
        (RecordedCount(2, tegen=1), 3, "Voor waren 2 van de 3 gemeenten, 1 was tegen."),
        # In secret mode
        (RecordedCount(4, tegen=3), 7, "Voor waren 4 van de 7 gemeenten, 3 waren tegen."),
        (RecordedCount(NEARLY, tegen=NOBODY), 7, "Voor waren bijna alle 7 gemeenten, niemand was tegen."),
        (RecordedCount(SOME, tegen=NEARLY), 7, "Voor waren enkele van de 7 gemeenten, bijna alle waren tegen."),
        (RecordedCount(NOBODY, tegen=ALL), 7, "Voor was geen van de 7 gemeenten, alle waren tegen."),
        (RecordedCount(3, tegen=SOME), 7, "Voor waren 3 van de 7 gemeenten, enkele waren tegen."),
        (RecordedCount(ALL, tegen=NOBODY), 7, "Voor waren alle 7 gemeenten."),
        (RecordedCount(Rough.MAJORITY), 7, "Voor was een meerderheid van de 7 gemeenten."),
        (RecordedCount(Rough.NO_MAJORITY), 7, "Voor was geen meerderheid van de 7 gemeenten."),
    ],
)
def test_a_count_in_a_sentence(count: RecordedCount, n: int, sentence: str) -> None:
    assert count_sentence(count, n) == sentence


def test_an_option_is_named_where_more_than_one_is_told_of() -> None:
    assert count_sentence(RecordedCount(4, 0, 3), 7, "gesloten beurzen (10a)") == (
        "Voor gesloten beurzen (10a) waren 4 van de 7 gemeenten, 3 waren tegen."
    )


@pytest.mark.parametrize(
    ("n", "start"), [(0, "Er waren geen antwoorden."), (1, "Er was 1 antwoord."), (4, "Er waren 4 antwoorden.")]
)
def test_too_few_secret_answers_are_no_count(n: int, start: str) -> None:
    assert hidden_sentence(n) == f"{start} Bij minder dan vijf zegt een geheime vergadering geen aantallen."


def test_a_poll_says_that_it_is_one() -> None:
    assert of_poll("Voor waren alle 7 gemeenten.") == "De peiling: voor waren alle 7 gemeenten."
