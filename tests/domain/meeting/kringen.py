"""Kringen whose answers are made up: the two worked examples, and what hypothesis makes."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from checklist.domain.content import Question
from checklist.domain.meeting.value import Stances
from checklist.domain.meeting_record.words import Stance
from tests.content import real_content
from tests.strategies import selections

FOR, LIVE_WITH, AGAINST = Stance.FOR, Stance.LIVE_WITH, Stance.AGAINST
QUESTION = real_content().question_of

# What a gemeente said, by question; what it didn't answer isn't in it.
Said = Mapping[int, Stances]


def wants(codes: str) -> Stances:
    """A gemeente that is voor these options, separated by spaces, and says no more."""
    return dict.fromkeys(codes.split(), FOR)


def _said(*answers: tuple[str, str]) -> list[Said]:
    """Gemeenten by what they want at questions 2 and 5; empty: not answered."""
    return [{n: wants(codes) for n, codes in zip((2, 5), both, strict=True) if codes} for both in answers]


# Nobody contradicts itself, everybody answered: the largest group at question 2 clashes with the majority at 5.
SEVEN = _said(
    *[("2b", "5a"), ("2b", "5a"), ("2d", "5a"), ("2d", "5a"), ("2a", "5b"), ("2a", "5b"), ("2a", "5b 5c")],
)
# Nobody contradicts itself, not everybody answered both: two majorities clash.
ATTENDANCE = _said(
    *[("2a", "5b"), ("2a", ""), ("2a", ""), ("2b", "5a"), ("2d", "5a"), ("", "5a"), ("", "5c")],
)


def at(question: Question, kring: Sequence[Said]) -> list[Stances]:
    """What those who answered a question said there."""
    return [said[question.number] for said in kring if question.number in said]


def stances(question: Question) -> st.SearchStrategy[Stances]:
    """A valid answer to a question, with any stance on the other options."""
    others = st.dictionaries(
        st.sampled_from([option.code for option in question.options]), st.sampled_from([LIVE_WITH, AGAINST])
    )
    return st.builds(lambda wanted, other: {**other, **dict.fromkeys(wanted, FOR)}, selections(question), others)


def kringen(questions: Sequence[Question], least: int = 1, most: int = 6) -> st.SearchStrategy[list[Said]]:
    """Gemeenten that each gave a valid answer to these questions, or to some of them."""
    said = st.fixed_dictionaries({}, optional={question.number: stances(question) for question in questions})
    return st.lists(said, min_size=least, max_size=most)
