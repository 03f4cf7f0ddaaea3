"""The agenda beside the bediening: what needs no talk, what does and for how long, and the whole at the end."""

from collections.abc import Iterable
from dataclasses import dataclass

from checklist.domain.meeting.value import Showing
from checklist.pages.meeting.agenda_words import is_settled
from checklist.pages.meeting.chair_look import Sight


@dataclass(frozen=True)
class AgendaItem:
    """A line of the agenda; `target` is where pressing it leads. `minutes` is 0 where none are planned."""

    target: str
    number: str
    words: str
    minutes: int
    settled: bool
    current: bool


@dataclass(frozen=True)
class AgendaGroup:
    """Lines under a heading; pressing the heading leads to `target`, where it has one."""

    heading: str
    items: tuple[AgendaItem, ...]
    target: str = ""
    current: bool = False


def agenda(sight: Sight) -> tuple[AgendaGroup, ...]:
    """Return the groups of the agenda, without empty ones."""

    def items(numbers: Iterable[int]) -> tuple[AgendaItem, ...]:
        return tuple(_item(sight, number) for number in numbers)

    plan, look = sight.plan, sight.look
    formal = sorted(plan.unlifted)
    talks = [number for number in order_of_talks(sight) if number not in formal]
    closing = AgendaItem(Showing.WHOLE.value, "", "Het geheel", 0, settled=False, current=look.screen == Showing.WHOLE)
    groups = (
        AgendaGroup("Hamerstukken", items(formal), Showing.FORMALITIES.value, look.screen == Showing.FORMALITIES),
        AgendaGroup("Bespreekstukken", items(talks), Showing.TALKS.value, look.screen == Showing.TALKS)
        if plan.talks
        else AgendaGroup("Vragen", items(talks)),
        AgendaGroup("Slot", (closing,)),
    )
    return tuple(group for group in groups if group.items)


def order_of_talks(sight: Sight) -> tuple[int, ...]:
    """Return the questions in the order in which they are talked about, those without a place in it last."""
    planned = [number for number, _ in sight.plan.talks]
    return (*planned, *(one.number for one in sight.content.questions if one.number not in planned))


def _item(sight: Sight, number: int) -> AgendaItem:
    planned = number in dict(sight.plan.talks)
    return AgendaItem(
        target=str(number),
        number=str(number),
        words=sight.content.question_of[number].short_name,
        minutes=sight.plan.minutes(number) if planned else 0,
        settled=is_settled(sight.meeting, number),
        current=sight.look.screen == Showing.QUESTION and sight.look.number == number,
    )
