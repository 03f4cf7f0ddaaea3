"""Chapter 5: what it costs, who does it, what the law asks and what is needed to know."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from checklist.domain.advies.voorstel.given import Given
from checklist.domain.advies.voorstel.numbering import Numbers
from checklist.domain.advies.voorstel.value_chapters import Consequences, CostRow, PayerSum
from checklist.domain.decision_content import OptionDeciding
from checklist.domain.proposal import Cost, Frequency
from checklist.domain.typed import one_line

# Gesloten beurzen: nobody pays another.
NO_FUNDING = "10a"


def found_out(given: Given, what: Callable[[OptionDeciding], str]) -> tuple[str, ...]:
    """Return what must be found out or arranged for the chosen options, each once."""
    texts = (given.names.fill(what(given.deciding(option.code))) for option in given.chosen)
    return tuple(dict.fromkeys(text for text in texts if text))


def consequences(given: Given) -> Consequences:
    """Return the chapter without what must still be looked up in the law."""
    numbers, proposal = Numbers("5."), given.proposal
    information = found_out(given, lambda one: one.information)
    return Consequences(
        money=numbers.chapter(proposal.costs, found_out(given, lambda one: one.money)),
        staff=numbers.chapter(proposal.staff, found_out(given, lambda one: one.staff)),
        legal=numbers.chapter(proposal.legal_check, found_out(given, lambda one: one.law)),
        information=numbers.chapter(proposal.information, information),
        no_funding=NO_FUNDING in given.dossier.chosen,
        costs=tuple(_row(cost) for cost in proposal.cost_items),
        sums=_sums(proposal.cost_items),
    )


def _row(cost: Cost) -> CostRow:
    return CostRow(one_line(cost.what), cost.amount, cost.frequency is Frequency.YEARLY, one_line(cost.payer))


def _sums(costs: Iterable[Cost]) -> tuple[PayerSum, ...]:
    """What each payer pays, in the order in which they were first named."""
    found: dict[str, dict[Frequency, Decimal]] = {}
    for cost in costs:
        of_payer = found.setdefault(cost.payer, dict.fromkeys(Frequency, Decimal(0)))
        of_payer[cost.frequency] += cost.amount
    return tuple(PayerSum(payer, of[Frequency.YEARLY], of[Frequency.ONCE]) for payer, of in found.items())
