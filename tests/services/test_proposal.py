"""What a bestuur asks beyond the answers is saved: no field over somebody else's (rules 1 and 3)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import DataError, IntegrityError, transaction

from checklist import selectors, services
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Action, Answer, TitlePage
from checklist.domain.proposal import (
    NO_PROPOSAL,
    Attendance,
    Cost,
    Frequency,
    Presence,
    Proposal,
    Rejected,
    Risk,
    mark_of,
    proposal_of,
)
from checklist.models import Dossier
from checklist.models import Proposal as ProposalRow
from checklist.services import DossierGoneError, LeftBehind, OtherRegionError, ProposalConflictError
from tests.dossiers import make_dossier, opened
from tests.proposals import FULL, largest_proposal
from tests.services.values import ODD

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

ANSWERS = {1: Answer(("1a", "1d")), 2: Answer(("2a", "2b"))}
OSS, VUGHT, AMSTERDAM = "GM0828", "GM0865", "GM0363"


@pytest.fixture
def filled() -> Dossier:
    """A dossier with a proposal in which every field is filled in."""
    return make_dossier(ANSWERS, proposal=proposal_of(FULL))


def stored(dossier: Dossier) -> Proposal:
    return selectors.proposal_state(dossier.pk).proposal


def version(dossier: Dossier) -> int:
    return selectors.proposal_state(dossier.pk).version


def save(
    dossier: Dossier, filled: Proposal, *keys: str, seen: Proposal | None = None, based_on: int | None = None
) -> bool:
    """Save these fields as a page does that showed what is stored now, or what it had `seen`."""
    seen = stored(dossier) if seen is None else seen
    shown = {key: mark_of(seen, key) for key in keys}
    based_on = version(dossier) if based_on is None else based_on
    return services.save_proposal(opened(dossier), filled, shown=shown, based_on=based_on)


def test_a_dossier_has_none_at_first(dossier: Dossier) -> None:
    assert selectors.proposal_state(dossier.pk) == selectors.ProposalState(NO_PROPOSAL, 0)
    assert selectors.dossier_value(opened(dossier)).proposal == NO_PROPOSAL


def test_what_is_filled_in_is_stored_with_the_next_version(dossier: Dossier) -> None:
    assert save(dossier, Proposal(organ=Organ.DB, occasion=ODD), "besluit_orgaan", "aanleiding")
    assert (stored(dossier), version(dossier)) == (Proposal(organ=Organ.DB, occasion=ODD), 1)
    assert save(dossier, Proposal(meeting=date(2027, 2, 18)), "vergaderdatum")
    assert stored(dossier) == Proposal(organ=Organ.DB, occasion=ODD, meeting=date(2027, 2, 18))
    assert version(dossier) == 2


def test_every_field_comes_back_as_it_was_saved(dossier: Dossier) -> None:
    assert save(dossier, proposal_of(FULL), *FULL)
    assert stored(dossier) == proposal_of(FULL)


def test_only_the_fields_of_the_page_are_written(filled: Dossier) -> None:
    assert save(filled, Proposal(submitter="Een ander"), "indiener")
    assert stored(filled) == replace(proposal_of(FULL), submitter="Een ander")


def test_a_field_can_be_emptied(filled: Dossier) -> None:
    assert save(filled, NO_PROPOSAL, *FULL)
    assert stored(filled) == NO_PROPOSAL


@pytest.mark.parametrize("cents", ["0.00", "0.01", "0.10", "1250.50", "999999999.99"])
def test_an_amount_keeps_its_cents(dossier: Dossier, cents: str) -> None:
    cost = Cost("Uren", Decimal(cents), Frequency.YEARLY)
    save(dossier, Proposal(cost_items=(cost,)), "kosten_posten")
    assert stored(dossier).cost_items == (cost,)


def test_a_save_equal_to_what_is_stored_is_a_success_whatever_it_was_based_on(filled: Dossier) -> None:
    before = version(filled)
    assert not save(filled, proposal_of(FULL), *FULL, seen=NO_PROPOSAL, based_on=0)
    assert version(filled) == before


def test_a_save_without_fields_writes_nothing(dossier: Dossier) -> None:
    assert not save(dossier, NO_PROPOSAL)
    assert version(dossier) == 0


def test_who_comes_second_is_told_what_is_stored(filled: Dossier) -> None:
    before = version(filled)
    save(filled, Proposal(submitter="De eerste"), "indiener")
    with pytest.raises(ProposalConflictError) as caught:
        save(filled, Proposal(submitter="De tweede"), "indiener", "opsteller", seen=proposal_of(FULL), based_on=before)
    assert caught.value.keys == ("indiener",)
    assert caught.value.theirs == selectors.proposal_state(filled.pk)
    assert stored(filled) == replace(proposal_of(FULL), submitter="De eerste")


def test_the_first_save_of_two_at_once_is_not_overwritten(dossier: Dossier) -> None:
    save(dossier, Proposal(submitter="De eerste"), "indiener")
    with pytest.raises(ProposalConflictError):
        save(dossier, Proposal(submitter="De tweede"), "indiener", seen=NO_PROPOSAL, based_on=0)


def test_who_writes_in_another_field_is_in_nobodys_way(filled: Dossier) -> None:
    before = version(filled)
    save(filled, Proposal(submitter="De eerste"), "indiener")
    assert save(filled, Proposal(author="De tweede"), "opsteller", seen=proposal_of(FULL), based_on=before)
    assert stored(filled) == replace(proposal_of(FULL), submitter="De eerste", author="De tweede")


def test_rows_of_a_table_are_one_field(filled: Dossier) -> None:
    before = version(filled)
    (risk,) = stored(filled).risks
    save(filled, Proposal(risks=(risk, Risk("Nog een"))), "risicos")
    with pytest.raises(ProposalConflictError) as caught:
        save(filled, Proposal(risks=(replace(risk, owner="Ik"),)), "risicos", seen=proposal_of(FULL), based_on=before)
    assert caught.value.keys == ("risicos",)


def test_a_dossier_that_is_gone_is_told_as_gone(dossier: Dossier) -> None:
    found = opened(dossier)
    services.delete_dossier(found)
    with pytest.raises(DossierGoneError):
        services.save_proposal(found, Proposal(submitter="x"), shown={"indiener": ""}, based_on=0)


def test_a_proposal_goes_with_its_dossier(filled: Dossier) -> None:
    services.delete_dossier(opened(filled))
    assert not ProposalRow.objects.exists()


def test_a_dossier_is_made_with_its_proposal_and_its_actions(filled: Dossier) -> None:
    made = services.create_dossier(selectors.dossier_value(opened(filled)))
    assert selectors.dossier_value(opened(made)) == selectors.dossier_value(opened(filled))
    assert stored(made) == proposal_of(FULL)


def test_the_proposal_and_the_actions_are_read_together() -> None:
    actions = (Action("stap:start", "", "De kring", "April"), Action("", "Wat\nen meer", done=True))
    dossier = make_dossier(ANSWERS, actions=actions, proposal=proposal_of(FULL))
    beside = selectors.beside_answers(dossier.pk)
    states, state = beside.actions, beside.proposal
    assert state == selectors.proposal_state(dossier.pk) == selectors.ProposalState(proposal_of(FULL), 1)
    assert states == selectors.actions_of(dossier.pk)
    assert tuple(state.action for state in states) == actions


def test_a_reason_against_an_option_is_told_only_while_it_did_not_fall_to_the_choice(filled: Dossier) -> None:
    found = opened(filled)
    services.save_choice(found, 1, Answer(("1a", "1b")), based_on=found.answers[1].version)
    assert selectors.dossier_value(opened(filled)).proposal.rejected == (Rejected("2c", "Niet nodig."),)
    services.save_choice(opened(filled), 2, Answer(), based_on=found.answers[2].version)
    assert selectors.dossier_value(opened(filled)).proposal.rejected == ()
    assert stored(filled).rejected == proposal_of(FULL).rejected


def move(dossier: Dossier, region_code: str) -> LeftBehind:
    now = opened(dossier)
    title_page = TitlePage(now.title, region_code, now.date, now.present, now.until)
    return services.save_title_page(now, title_page, based_on=now.version)


def test_another_region_empties_who_was_there_of_gemeenten_elsewhere(filled: Dossier) -> None:
    before = version(filled)
    assert move(filled, "VR13") == LeftBehind((), attendance=True)
    assert stored(filled) == replace(proposal_of(FULL), attendance=())
    assert version(filled) == before + 1
    assert move(filled, "VR21") == LeftBehind()


def test_a_gemeente_of_another_region_is_refused(dossier: Dossier) -> None:
    found = opened(dossier)
    move(dossier, "VR13")
    there = Proposal(attendance=(Attendance(OSS, Presence.PRESENT),))
    with pytest.raises(OtherRegionError):
        services.save_proposal(found, there, shown={"aanwezigheid": ""}, based_on=0)
    assert version(dossier) == 0


def test_a_dossier_with_a_proposal_is_not_untouched(dossier: Dossier) -> None:
    long_ago = "2020-01-01T00:00:00Z"
    other = make_dossier()
    Dossier.objects.update(created_at=long_ago, date=date(2020, 1, 1))
    save(dossier, Proposal(submitter="x"), "indiener")
    assert services.clear_untouched_dossiers() == 1
    assert Dossier.objects.filter(pk=dossier.pk).exists()
    assert not Dossier.objects.filter(pk=other.pk).exists()


def test_the_largest_proposal_is_stored(dossier: Dossier) -> None:
    largest = largest_proposal("🚒", "VR21", ["1b"])
    row = ProposalRow.objects.create(dossier=dossier, data=FULL)
    row.data = {"aanleiding": "x"}
    row.save()
    assert save(dossier, largest, *FULL)
    assert stored(dossier) == largest


def test_data_beyond_all_fields_is_refused_by_the_database(dossier: Dossier) -> None:
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        ProposalRow.objects.create(dossier=dossier, data={"aanleiding": "x" * 500_000})
