"""The chapters of the voorstel one by one: what is said where something is empty, and how things are numbered."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from checklist.domain.advies.voorstel.numbering import in_words
from checklist.domain.advies.voorstel.sources import printed
from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.dossier import Action, Answer, DossierValue, Kept
from checklist.domain.proposal import NO_PROPOSAL, Cost, Frequency, Heard, Rejected
from checklist.domain.typed import Typed
from tests.domain.advies.voorstel.composing import composed, example
from tests.domain.decision.designs import dossier_of

FULL = example("vol-voorstel")


def proposing(**changed: object) -> Voorstel:
    """The full example with other fields of the proposal."""
    return composed(replace(FULL, proposal=replace(FULL.proposal, **changed)))  # type: ignore[arg-type]


def acting(*actions: Action) -> Voorstel:
    """The full example with other actions."""
    return composed(replace(FULL, actions=actions))


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((), ""),
        (("2.1",), "2.1"),
        (("2.1", "2.2"), "2.1 en 2.2"),
        (("2.1", "2.2", "2.3"), "2.1 tot en met 2.3"),
        (("2.1", "2.3", "2.4", "2.5", "C.1"), "2.1, 2.3 tot en met 2.5 en C.1"),
        (("2.9", "C.10"), "2.9 en C.10"),
    ],
)
def test_numbers_in_words(numbers: tuple[str, ...], words: str) -> None:
    """Three on end and more by the first and the last."""
    assert in_words(numbers) == words


def test_a_second_paragraph_of_a_subject_moves_the_next_one_on() -> None:
    """Money in two paragraphs makes staff 5.3; what refers to the legal paragraph goes with it."""
    voorstel = proposing(costs="Dit kost geld.\n\nEn dat ook.")
    effects = voorstel.consequences
    assert [one.number for one in effects.money.texts] == ["5.1", "5.2"]
    assert (effects.staff.number, effects.legal.number) == ("5.3", "5.4")
    assert {row.back for row in voorstel.sources if row.back.startswith("5")} == {"5.4"}


def test_what_must_be_found_out_goes_with_an_empty_field_alone() -> None:
    """Each sentence once, and none beside what the kring wrote."""
    effects = composed(replace(FULL, proposal=NO_PROPOSAL)).consequences
    assert "Ga na of gemeenten ongelijk verdeelde uren met elkaar verrekenen." in effects.money.to_find_out
    assert len(set(effects.staff.to_find_out)) == len(effects.staff.to_find_out) > 3
    assert composed(FULL).consequences.staff.to_find_out == ()


def test_a_sentence_that_goes_on_with_a_list_needs_one() -> None:
    """Without an option there is nothing to find out, and the sentence before it stays."""
    full, none = composed(replace(FULL, proposal=NO_PROPOSAL)), composed(dossier_of(""))
    assert full.empty["kosten_dekking"].endswith("Bij deze keuzes moet in elk geval worden uitgezocht:")
    assert none.empty["kosten_dekking"] == "De kring heeft de kosten nog niet geraamd."
    assert none.empty["informatie"] == ""
    assert none.consequences.information.number == "5.4"


def test_items_of_costs_are_an_estimate() -> None:
    """Summed by payer; the document doesn't say that nothing was estimated."""
    costs = (
        Cost("Medewerker", Decimal(54000), Frequency.YEARLY, "gemeenten"),
        Cost("Start", Decimal(1500), Frequency.ONCE, "gemeenten"),
        Cost("Zaal", Decimal(6000), Frequency.YEARLY, "veiligheidsregio"),
    )
    voorstel = proposing(costs="", cost_items=costs)
    sums = [(one.payer, one.yearly, one.once) for one in voorstel.consequences.sums]
    assert sums == [("gemeenten", Decimal(54000), Decimal(1500)), ("veiligheidsregio", Decimal(6000), Decimal(0))]
    assert voorstel.empty["kosten_dekking"] == ""
    assert (voorstel.tables["costs"], voorstel.tables["risks"]) == (2, 3)


def test_gesloten_beurzen_means_no_funding() -> None:
    """10a says so in a sentence of its own."""
    assert composed(dossier_of("1a 2a 10a")).consequences.no_funding
    assert not composed(FULL).consequences.no_funding


def test_who_was_heard_is_numbered_after_the_text_on_support() -> None:
    """And without either a sentence has that number."""
    heard = (Heard("directie", date(2026, 11, 12), "steunt het"),)
    support = proposing(support="Eén.\n\nTwee.", heard=heard).support
    assert [one.number for one in support.texts] == ["7.2", "7.3"]
    assert (support.heard[0].number, support.heard[0].party, support.number) == ("7.4", Typed("directie"), "")
    assert proposing(support="", heard=()).support.number == "7.2"


def test_only_options_that_werent_chosen_at_an_answered_question_are_rejected() -> None:
    """A reason for a chosen option is no rejection, and an open question rejects nothing."""
    rejected = tuple(Rejected(code, "te duur.") for code in ("1a", "1c", "12c"))
    dossier = replace(FULL, answers={**FULL.answers, 12: Answer()})
    voorstel = composed(replace(dossier, proposal=replace(FULL.proposal, rejected=rejected)))
    assert [one.lead for argument in voorstel.arguments for one in argument.rejected] == [
        "Instelling door de colleges (1c)"
    ]


def test_an_open_question_keeps_its_section_and_what_the_kring_wrote() -> None:
    """4.10 is always question 10."""
    voorstel = composed(replace(FULL, answers={**FULL.answers, 10: Answer((), "Eerst de uren.")}))
    argument = voorstel.arguments[9]
    assert (argument.heading, argument.open) == ("Bekostiging", True)
    assert [one.number for one in argument.motivation] == ["4.10.1"]
    assert [(one.text, one.told_at) for one in voorstel.open_matters] == [("Bekostiging", "4.10")]
    assert voorstel.summary.open_names == ("bekostiging",)


def test_actions_of_the_kring_stand_at_their_date_and_the_others_last() -> None:
    """A date in words that is no date is told as it was typed."""
    late, early, vague = (
        Action("", "Laat.", "", "1 januari 2030"),
        Action("vraag:4", "Vroeg.", "griffier", "1 januari 2026"),
        Action("1a+2a", "Ooit.", "", "voorjaar"),
    )
    rows = acting(late, early, vague).steps
    texts = [row.what.text if isinstance(row.what, Typed) else "" for row in rows]
    assert texts[0] == "Vroeg."
    assert texts[-2:] == ["Laat.", "Ooit."]
    assert (rows[-1].on, rows[-1].when) == (None, "voorjaar")
    assert [row.number for row in rows] == [f"8.{place}" for place in range(1, len(rows) + 1)]


def test_a_step_with_a_name_is_told_in_chapter_8() -> None:
    """Also when that name is the role that the step had."""
    named = acting(Action("stap:kosten_ramen", "", "financieel adviseur van een gemeente"))
    row = next(
        row for row in named.steps if row.what == "Raam de uren en kosten van de regiostaf en bepaal de dekking."
    )
    assert row.who == Typed("financieel adviseur van een gemeente")


def kept_contradiction() -> DossierValue:
    """Advice to the bestuur without a relation with it, on purpose."""
    return dossier_of("1a 2a 5a", kept=(Kept("2a", "5a", "Wij sturen het per post."),))


def test_a_contradiction_that_is_kept_is_told_with_its_reason() -> None:
    """It is a point of attention, and no reason to stop."""
    voorstel = composed(kept_contradiction())
    kept = [one for one in voorstel.agreements_kept if one.contradiction]
    assert [one.codes for one in kept] == [("2a", "5a")]
    assert kept[0].reason == (Typed("Wij sturen het per post."),)
    assert not voorstel.asked.stops
    assert voorstel.summary.attention[0].told_at == kept[0].number


def test_a_contradiction_that_isnt_kept_marks_both_choices() -> None:
    """In table 1, where they give no decision."""
    voorstel = composed(replace(kept_contradiction(), kept=()))
    clashing = [(row.number, row.decisions) for row in voorstel.choices if row.clashes]
    assert clashing == [(2, ()), (5, ())]
    assert [one.codes for one in voorstel.contradictions] == [("2a", "5a")]


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://www.vng.nl/artikelen/", "vng.nl/artikelen"),
        ("http://wetten.overheid.nl/BWBR0027466", "wetten.overheid.nl/BWBR0027466"),
        ("", ""),
    ],
)
def test_an_address_is_printed_without_its_scheme(link: str, address: str) -> None:
    """And without 'www.' and a slash at the end."""
    assert printed(link) == address
