"""Chapters 6 and 7: what can go wrong, and who stands behind it."""

from collections.abc import Iterable, Sequence

from checklist.domain.advies.voorstel.breadth import breadth_of
from checklist.domain.advies.voorstel.given import Given
from checklist.domain.advies.voorstel.numbering import Numbers
from checklist.domain.advies.voorstel.value_chapters import Argument, HeardRow, RiskRow, Support
from checklist.domain.proposal import Risk
from checklist.domain.typed import one_line


def risk_rows(risks: Iterable[Risk]) -> tuple[RiskRow, ...]:
    """Return the risks that the kring named, in its order."""
    numbers = Numbers("6.")
    return tuple(
        RiskRow(numbers.next(), one_line(one.risk), one_line(one.measure), one_line(one.owner)) for one in risks
    )


def support_of(given: Given, arguments: Sequence[Argument]) -> Support:
    """Return chapter 7, which says in 7.1 who was there."""
    numbers, proposal = Numbers("7.", start=2), given.proposal
    texts = numbers.typed(proposal.support)
    heard = tuple(
        HeardRow(numbers.next(), one_line(one.party), one.on, one_line(one.judgement)) for one in proposal.heard
    )
    return Support(
        number="" if texts or heard else numbers.next(),
        texts=texts,
        heard=heard,
        minority_numbers=tuple(one.minority[0].number for one in arguments if one.minority),
        breadth=breadth_of(given, numbers),
    )
