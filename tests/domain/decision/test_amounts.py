"""What the decisions on the funding say of the costs."""

from decimal import Decimal

import pytest

from checklist.domain.decision.amounts import Payer, payers_named, with_amount, yearly
from checklist.domain.proposal import Cost, Frequency


def cost(amount: str, payer: str, frequency: Frequency = Frequency.YEARLY) -> Cost:
    """One item of the costs."""
    return Cost("Medewerker", Decimal(amount), frequency, payer)


@pytest.mark.parametrize(
    ("text", "payers"),
    [
        ("de veiligheidsregio", (Payer.REGION,)),
        ("Veiligheidsregio Brabant-Noord", (Payer.REGION,)),
        ("de gemeenten", (Payer.GEMEENTEN,)),
        ("Alle gemeenten, naar inwonertal", (Payer.GEMEENTEN,)),
        ("elke gemeente, een gelijk deel", (Payer.GEMEENTEN,)),
        ("de gemeente Oss", ()),
        ("de provincie", ()),
        ("", ()),
        ("veiligheidsregio en gemeenten", (Payer.REGION, Payer.GEMEENTEN)),
    ],
)
def test_a_payer_is_known_by_its_name(text: str, payers: tuple[Payer, ...]) -> None:
    assert payers_named(text) == payers


def test_amounts_a_year_are_added_up_per_payer() -> None:
    costs = [
        cost("20000", "veiligheidsregio"),
        cost("4000.50", "de veiligheidsregio"),
        cost("36000", "gemeenten"),
        cost("9999", "gemeenten", Frequency.ONCE),
        cost("500", "de provincie"),
    ]
    assert yearly(costs) == {Payer.REGION: Decimal("24000.50"), Payer.GEMEENTEN: Decimal(36000)}


def test_an_item_that_both_pay_leaves_no_sum() -> None:
    assert yearly([cost("20000", "veiligheidsregio"), cost("10", "gemeenten en veiligheidsregio")]) == {}


@pytest.mark.parametrize(
    ("payer", "sums", "text"),
    [
        (Payer.REGION, {Payer.REGION: Decimal(24000)}, "te dekken, voor € 24.000 per jaar."),
        (
            Payer.GEMEENTEN,
            {Payer.GEMEENTEN: Decimal("36000.50")},
            "te dekken, voor € 36.000,50 per jaar voor alle gemeenten samen.",
        ),
        (Payer.REGION, {Payer.GEMEENTEN: Decimal(36000)}, "te dekken."),
        (Payer.REGION, {Payer.REGION: Decimal(0)}, "te dekken."),
    ],
)
def test_the_amount_stands_before_the_full_stop(payer: Payer, sums: dict[Payer, Decimal], text: str) -> None:
    assert with_amount("te dekken.", payer, sums) == text
