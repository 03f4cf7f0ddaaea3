"""What the decisions on the funding say of the costs: who pays how much a year, from the items that the kring named."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from checklist.domain.decision_content import Organ
from checklist.domain.dutch import euros
from checklist.domain.proposal import Cost, Frequency


class Payer(Enum):
    """Who pays, as far as a decision says so."""

    REGION = "veiligheidsregio"
    GEMEENTEN = "gemeenten"


# The first decision that an option asks of an organ is the one on its money.
PAYER_IN = {("10b", Organ.AB): Payer.REGION, ("10c", Organ.COLLEGES): Payer.GEMEENTEN}

_NAMED = {
    Payer.REGION: re.compile(r"veiligheidsregio", re.I),
    Payer.GEMEENTEN: re.compile(r"gemeenten|\b(?:elke|iedere|per) gemeente\b", re.I),
}

# Every college decides for its own gemeente, and the sum is of all of them.
_WORDS = {
    Payer.REGION: ", voor {euros} per jaar",
    Payer.GEMEENTEN: ", voor {euros} per jaar voor alle gemeenten samen",
}


def payers_named(text: str) -> tuple[Payer, ...]:
    """Return who is named as the payer of an item: the veiligheidsregio, the gemeenten, both or neither."""
    return tuple(payer for payer, named in _NAMED.items() if named.search(text))


def yearly(costs: Iterable[Cost]) -> dict[Payer, Decimal]:
    """Return what each pays a year. An item that names neither is nobody's; one that names both can't be divided, and
    then no sum is known."""
    sums: dict[Payer, Decimal] = {}
    for cost in costs:
        if cost.frequency == Frequency.YEARLY:
            named = payers_named(cost.payer)
            if len(named) > 1:
                return {}
            for payer in named:
                sums[payer] = sums.get(payer, Decimal(0)) + cost.amount
    return sums


def with_amount(text: str, payer: Payer, sums: dict[Payer, Decimal]) -> str:
    """Return a decision with the amount a year before its full stop; as it is when there is none."""
    amount = sums.get(payer)
    return f"{text.removesuffix('.')}{_WORDS[payer].format(euros=euros(amount))}." if amount else text
