"""What a settled dossier no longer needs goes; a concept is withdrawn and taken up again."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from checklist import selectors, services
from checklist.domain.dossier import Action
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.proposal import Attendance, Presence, Proposal, proposal_of
from checklist.domain.settled.value import ActKind, NewAct
from checklist.domain.state import CONCEPT, Stand
from checklist.models import Dossier, Meeting, Participant, Preference, Round, SettledAdvies
from checklist.selectors.dossier import Withdrawal
from checklist.services import ActRefusedError, DossierKeptError, DossierSettledError, Visit
from tests.dossiers import CLASHING, make_dossier, opened
from tests.meetings import give, join, make_meeting, make_round
from tests.services.values import reopen, settle, version_of

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

TODAY = timezone.localdate()


@pytest.fixture
def busy() -> Dossier:
    """A dossier with people and actions in it, that somebody has open."""
    there = Proposal(submitter="De burgemeester", attendance=(Attendance("GM0828", Presence.PRESENT, "A. Jansen"),))
    dossier = make_dossier(CLASHING, actions=(Action("", "Bellen", "B. de Vries"),), proposal=there)
    services.record_visit(opened(dossier), Visit("somebody", 3))
    return dossier


def test_who_was_there_and_what_was_to_be_done_goes_once_it_is_settled(busy: Dossier) -> None:
    settle(busy)
    services.clear_out(opened(busy))
    busy.refresh_from_db()
    assert (busy.present, busy.actions.count(), busy.presences.count()) == ([], 0, 0)
    assert proposal_of(busy.proposal.data) == Proposal(submitter="De burgemeester")


def test_its_meeting_goes_with_what_each_gemeente_answered(busy: Dossier) -> None:
    meeting = make_meeting(busy, state=MeetingState.CLOSED)
    join(meeting, "GM0828")
    give(make_round(meeting, 2, RoundState.SETTLED), "GM0828", {"2a": "voor"})
    version = settle(busy)
    services.clear_out(opened(busy))
    tables: list[Any] = [Meeting, Participant, Round, Preference]
    assert not any(table.objects.exists() for table in tables)
    assert version_of(busy) == version


def test_keys_answers_and_what_is_settled_stay_so_that_acts_can_follow(busy: Dossier) -> None:
    version, before = settle(busy), opened(busy)
    services.clear_out(opened(busy))
    after = opened(busy)
    assert (after.edit_key, after.read_key, after.answers) == (before.edit_key, before.read_key, before.answers)
    assert version_of(busy) == version
    services.add_act(after, version, NewAct(ActKind.WITHDRAWN, on=TODAY), 1)


def test_clearing_out_once_more_is_a_success(busy: Dossier) -> None:
    settle(busy)
    services.clear_out(opened(busy))
    services.clear_out(opened(busy))


@pytest.mark.parametrize("opened_again", [False, True])
def test_a_dossier_on_which_the_kring_works_is_not_cleared_out(busy: Dossier, opened_again: bool) -> None:
    if opened_again:
        settle(busy)
        reopen(busy)
    with pytest.raises(ActRefusedError):
        services.clear_out(opened(busy))
    busy.refresh_from_db()
    assert (len(busy.present), busy.actions.count(), busy.presences.count()) == (1, 1, 1)
    assert proposal_of(busy.proposal.data).attendance


def test_a_concept_is_withdrawn_and_taken_up_again_without_a_record(busy: Dossier) -> None:
    services.withdraw_concept(opened(busy), TODAY, " Eerst\toverleg. ")
    found = opened(busy)
    assert found.withdrawn == Withdrawal(TODAY, "Eerst overleg.")
    services.take_up_again(found)
    assert opened(busy).withdrawn is None
    assert not SettledAdvies.objects.exists()


def test_the_document_of_a_concept_that_was_withdrawn_says_so(busy: Dossier) -> None:
    assert selectors.advies_of(opened(busy)).voorstel.state == CONCEPT
    services.withdraw_concept(opened(busy), TODAY, "Eerst overleg.")
    state = selectors.advies_of(opened(busy)).voorstel.state
    assert (state.stand, state.withdrawn_on, state.text) == (Stand.WITHDRAWN, TODAY, "Eerst overleg.")


def test_a_file_of_a_concept_that_was_withdrawn_is_made_for_that_state(busy: Dossier) -> None:
    services.withdraw_concept(opened(busy), TODAY, "")
    assert selectors.state_of_live(opened(busy)).mark == "INGETROKKEN"


@pytest.mark.parametrize(
    ("on", "because", "words"),
    [
        (None, "", "Vul een datum in."),
        (TODAY + timedelta(days=1), "", "nog niet geweest"),
        (TODAY, "x" * 1001, "er passen er 1000"),
    ],
)
def test_a_withdrawal_that_can_not_be_is_refused(busy: Dossier, on: date | None, because: str, words: str) -> None:
    with pytest.raises(ActRefusedError, match=words):
        services.withdraw_concept(opened(busy), on, because)
    assert opened(busy).withdrawn is None


def test_what_is_settled_is_withdrawn_by_an_act_only(busy: Dossier) -> None:
    settle(busy)
    for write in (lambda found: services.withdraw_concept(found, TODAY, ""), services.take_up_again):
        with pytest.raises(DossierSettledError):
            write(opened(busy))


@pytest.mark.parametrize("opened_again", [False, True])
def test_a_dossier_is_not_deleted_before_the_day_until_which_its_versions_are_kept(
    busy: Dossier, opened_again: bool
) -> None:
    before = opened(busy)
    version = settle(busy)
    if opened_again:
        reopen(busy)
    for found in (before, opened(busy)):
        with pytest.raises(DossierKeptError) as refused:
            services.delete_dossier(found)
        assert refused.value.until == version.facts.keep_until
    assert Dossier.objects.filter(pk=busy.pk).exists()
    assert busy.choices.count() == 12
