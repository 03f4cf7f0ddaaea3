"""How sentences name options: words and their question."""

import pytest

from checklist.domain.choices.option_words import all_named, named, quoted
from tests.content import real_content


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2a", "‘advies aan het bestuur’ (vraag 2)"),
        ("3a", "‘geen directe relatie’ (vraag 3, Colleges)"),
        ("5a", "‘geen directe relatie’ (vraag 5, Veiligheidsregio)"),
    ],
)
def test_an_option_is_named_with_its_question_whose_name_is_told_where_the_words_need_it(code: str, words: str) -> None:
    assert named(real_content(), code) == words


def test_more_options_stand_in_a_row() -> None:
    options = real_content().option_of
    assert quoted([options["8a"], options["8b"]]) == (
        "‘vertegenwoordiging van secretarissen’ en ‘één vrijgestelde functionaris’"
    )
    assert all_named(real_content(), ["2a", "6a"]) == (
        "‘advies aan het bestuur’ (vraag 2) en ‘alleen rampen en crises’ (vraag 6)"
    )
