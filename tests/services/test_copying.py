"""A dossier is copied whole, and stays as it is."""

import datetime
from typing import Any

import pytest

from checklist import selectors, services
from checklist.domain.dossier import Action, Answer, DetailAnswer, Kept
from checklist.domain.meeting.value import MeetingState
from checklist.domain.proposal import proposal_of
from checklist.models import Action as ActionRow
from checklist.models import Choice, Dossier, KeptTension
from checklist.models import Proposal as ProposalRow
from checklist.services import DossierGoneError, NoRightError
from tests.dossiers import CLASHING, make_dossier, opened
from tests.meetings import make_meeting
from tests.proposals import FULL

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

OF_A_DOSSIER = (Choice, KeptTension, ActionRow, ProposalRow)


@pytest.fixture
def original() -> Dossier:
    """With something of everything, also of options that aren't chosen."""
    details = (DetailAnswer("1d", "vastlegging", "beide"), DetailAnswer("7c", "gemeente", "GM0828"))
    answers = CLASHING | {
        1: Answer(("1a", "1d"), "Daarom.", "Oss niet.", details[:1]),
        4: Answer((), "Wij wachten."),
        7: Answer(("7a",), details=details[1:]),
    }
    dossier = make_dossier(
        answers,
        (Kept("2a", "5a", "Met opzet."),),
        (Action("vraag:4", "Navragen", "Oss", "1 maart 2027"), Action("stap:start", "", done=True)),
        proposal_of(FULL),
    )
    Dossier.objects.filter(pk=dossier.pk).update(until=datetime.time(12))
    saved_at = datetime.datetime(2026, 1, 2, 10, tzinfo=datetime.UTC)
    Choice.objects.filter(dossier=dossier, question__number=2).update(saved_at=saved_at)
    return Dossier.objects.get(pk=dossier.pk)


def rows(dossier: Dossier) -> list[Any]:
    """All that hangs on a dossier, without what says whose it is."""
    found = [list(table._default_manager.filter(dossier=dossier).order_by("pk").values()) for table in OF_A_DOSSIER]
    return [[{k: v for k, v in row.items() if k not in {"id", "dossier_id"}} for row in of_it] for of_it in found]


def title_page(dossier: Dossier) -> Any:
    stored = Dossier.objects.get(pk=dossier.pk)
    return stored.veiligheidsregio_id, stored.date, stored.until, stored.present


def test_a_copy_has_no_meeting_so_that_a_kring_can_start_over(original: Dossier) -> None:
    make_meeting(original, state=MeetingState.CLOSED)
    copied = services.copy_dossier(opened(original), "Opnieuw")
    assert selectors.meeting_of(copied.pk) is None
    assert selectors.meeting_of(original.pk)


def test_a_copy_has_everything_and_a_title_of_its_own(original: Dossier) -> None:
    copied = services.copy_dossier(opened(original), "Met een bureau")
    assert copied.title == "Met een bureau"
    assert title_page(copied) == title_page(original)
    assert rows(copied) == rows(original)
    assert all(rows(copied))


def test_a_copy_has_keys_of_its_own(original: Dossier) -> None:
    copied = services.copy_dossier(opened(original), "Variant")
    assert len({original.edit_key, original.read_key, copied.edit_key, copied.read_key}) == 4


def test_the_original_stays_as_it_was(original: Dossier) -> None:
    before = rows(original), title_page(original), original.title
    copied = services.copy_dossier(opened(original), "Variant")
    services.save_choice(opened(copied), 12, Answer(("12a",)), based_on=0)
    services.delete_dossier(opened(copied))
    assert (rows(original), title_page(original), Dossier.objects.get(pk=original.pk).title) == before


def test_a_copy_reads_back_as_the_same_design(original: Dossier) -> None:
    copied = services.copy_dossier(opened(original), original.title)
    assert selectors.dossier_value(opened(copied)) == selectors.dossier_value(opened(original))


def test_with_the_leeslink_nothing_is_copied(original: Dossier) -> None:
    reading = selectors.dossier_with_key(original.read_key)
    assert reading is not None
    with pytest.raises(NoRightError):
        services.copy_dossier(reading, "Variant")
    assert Dossier.objects.count() == 1


def test_a_dossier_that_is_gone_is_not_copied(original: Dossier) -> None:
    dossier = opened(original)
    original.delete()
    with pytest.raises(DossierGoneError):
        services.copy_dossier(dossier, "Variant")
    assert not Dossier.objects.exists()


def test_a_copy_is_made_whole_or_not_at_all(original: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(ActionRow.objects, "bulk_create", fail)
    monkeypatch.setattr(ActionRow._default_manager, "bulk_create", fail)
    with pytest.raises(RuntimeError):
        services.copy_dossier(opened(original), "Variant")
    assert Dossier.objects.count() == 1


def test_a_copy_is_no_larger_than_is_counted() -> None:
    long = "é" * 9_000
    dossier = make_dossier(CLASHING | {12: Answer(("12a",), long)}, (Kept("2a", "5a", long),))
    Choice.objects.filter(dossier=dossier, question__number=5).update(options=["5b"])
    assert selectors.size_of(opened(dossier)) > 4 * 9_000
