"""Every answer that a question's form allows, and no other."""

from checklist.domain.choices.allowed import allowed_answers
from tests.content import make_question


def test_one_option_question() -> None:
    assert allowed_answers(make_question(1, "abc")) == ((), ("1a",), ("1b",), ("1c",))


def test_exclusive_option_stands_alone() -> None:
    question = make_question(3, "abc", many=True, exclusive="a")
    assert allowed_answers(question) == ((), ("3a",), ("3b",), ("3c",), ("3b", "3c"))
