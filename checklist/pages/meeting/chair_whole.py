"""The whole on the bediening: what clashes, which designs are near, and what the chair puts forward of these."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from checklist.domain.content import Content
from checklist.domain.dutch import capital, small
from checklist.domain.meeting.design_words import Pick, groups_to_pick
from checklist.domain.meeting.holder_words import AwayRow, away_rows, secret_lines
from checklist.domain.meeting.naming import answer_name
from checklist.domain.meeting.near_words import left_out_words, ties_words
from checklist.domain.meeting.pieces import Line
from checklist.domain.meeting.whole import Whole
from checklist.domain.meeting.whole_words import whole_lines
from checklist.pages.meeting.chair_look import Sight

# The answers of a design, by question.
Answers = Mapping[int, tuple[str, ...]]


@dataclass(frozen=True)
class PickShown:
    """One combination to pick, with the value that its control sends."""

    value: str
    words: str
    changes: str
    chosen: bool


@dataclass(frozen=True)
class GroupShown:
    """Questions that depend on each other; `name` is that of its controls."""

    name: str
    heading: str
    picks: tuple[PickShown, ...]


@dataclass(frozen=True)
class WholePage:
    """The whole in sentences; the groups to pick from; who stands how far from it; and what was put forward."""

    heading: str
    lines: tuple[Line, ...]
    groups: tuple[GroupShown, ...]
    away: tuple[AwayRow, ...]
    secret: tuple[Line, ...]
    left_out: str
    proposed: tuple[tuple[int, str], ...]


def whole_page(sight: Sight, whole: Whole) -> WholePage:
    """Return the page of the whole."""
    content, proposal = sight.content, sight.plan.proposal
    found = f": {small(ties_words(whole.near.ties))}" if whole.contradictions and whole.near else ""
    return WholePage(
        heading=f"Het geheel{found}",
        lines=whole_lines(content, whole, sight.names),
        groups=tuple(_groups(content, whole, proposal)) if whole.contradictions else (),
        away=away_rows(whole, sight.names) if whole.away else (),
        secret=secret_lines(whole) if whole.secret else (),
        left_out=left_out_words(whole),
        proposed=tuple((number, capital(answer_name(content, options))) for number, options in proposal.items()),
    )


def proposal_of(content: Content, whole: Whole, sent: QueryDict) -> Answers | None:
    """Return the answers that were picked, where they differ from the whole, by question; None when what was picked
    isn't one of the near designs (any more)."""
    if whole.near is None or not whole.near.listed:
        return None
    design = dict(whole.near.shared)
    for at, group in enumerate(groups_to_pick(content, whole)):
        found = next((pick for pick in group.picks if _value(pick) == sent.get(_name(at))), None)
        if found is None:
            return None
        design |= found.answers
    return {number: options for number, options in sorted(design.items()) if whole.design.get(number) != options}


def question_to_vote_again(whole: Whole) -> int | None:
    """Return which question of the heaviest contradiction has the fewest behind its answer; None without one."""
    if not whole.contradictions:
        return None
    return min(whole.contradictions[0].halves, key=lambda half: (half.weight, half.question)).question


def _groups(content: Content, whole: Whole, proposal: Answers) -> Iterable[GroupShown]:
    for at, group in enumerate(groups_to_pick(content, whole)):
        picked = next(
            (one for one in group.picks if proposal and one.answers.items() <= proposal.items()), group.picks[0]
        )
        yield GroupShown(
            _name(at),
            group.heading,
            tuple(PickShown(_value(one), one.words, one.changes, one is picked) for one in group.picks),
        )


def _name(at: int) -> str:
    return f"ontwerp-{at}"


def _value(pick: Pick) -> str:
    return " ".join(code for options in pick.answers.values() for code in options)
