"""What is settled goes after its time, by the list that was agreed to, and not before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone

from checklist import kept_documents
from checklist.domain.settled.value import ActKind, SettledKind
from checklist.models import AdviesAct, AdviesFile, ChainRecord, Dossier, SettledAdvies
from checklist.selectors.destruction import StillKeptError, destruction_list
from checklist.services import destroying
from checklist.services.destroying import OtherListError, destroy
from checklist.verifying import verify
from tests.dossiers import full_dossier
from tests.settled import add_act, offered_with_files, settle

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

LONG_AGO = datetime(2020, 3, 2, 15, 4, 5, tzinfo=UTC)
LAST_DAY = date(2021, 3, 2)


def past(**columns: Any) -> SettledAdvies:
    """A version with files of which the time is over."""
    return offered_with_files(**{"at": LONG_AGO, "keep_until": LAST_DAY} | columns)


def codes(until: date = LAST_DAY) -> set[str]:
    return {version.facts.code for version in destruction_list(until).versions}


def destroyed(until: date = LAST_DAY) -> None:
    destroy(until, destruction_list(until).sha256)


def test_only_what_was_kept_long_enough_is_on_the_list() -> None:
    mine = past()
    past(keep_until=LAST_DAY + timedelta(days=1))
    past(keep_until=None)
    offered_with_files()
    assert codes() == {mine.code}
    assert codes(LAST_DAY - timedelta(days=1)) == set()


def test_a_day_that_is_not_over_is_refused() -> None:
    today = timezone.now().astimezone(UTC).date()
    for day in (today, today + timedelta(days=400)):
        with pytest.raises(StillKeptError):
            destruction_list(day)
        with pytest.raises(StillKeptError):
            destroy(day, "0" * 64)


def test_yesterday_is_over() -> None:
    yesterday = timezone.now().astimezone(UTC).date() - timedelta(days=1)
    advies = past(keep_until=yesterday)
    assert codes(yesterday) == {advies.code}
    destroyed(yesterday)
    assert not SettledAdvies.objects.exists()


def test_with_its_hash_all_rows_go_and_the_chain_tells_of_each_version() -> None:
    first, second, stays = past(), past(), offered_with_files()
    agreed = destruction_list(LAST_DAY).sha256
    destroy(LAST_DAY, agreed)
    assert [*SettledAdvies.objects.values_list("code", flat=True)] == [stays.code]
    assert AdviesAct.objects.exclude(advies=stays).count() == 0
    assert AdviesFile.objects.count() == 4
    last = [*ChainRecord.objects.order_by("-sequence")[:2]]
    assert {record.code for record in last} == {first.code, second.code}
    assert all(agreed.encode() in bytes(record.body) and record.event == "vernietigd" for record in last)


def test_what_is_left_is_as_it_was_recorded() -> None:
    past()
    offered_with_files()
    destroyed()
    report = verify()
    assert [str(fault) for fault in report.faults] == []
    assert (report.destroyed, report.versions) == (1, 1)


def test_with_another_hash_nothing_goes() -> None:
    past()
    agreed = destruction_list(LAST_DAY).sha256
    past()
    with pytest.raises(OtherListError):
        destroy(LAST_DAY, agreed)
    assert SettledAdvies.objects.count() == 2
    assert not ChainRecord.objects.filter(event="vernietigd").exists()


def test_an_empty_list_cannot_be_agreed_to() -> None:
    with pytest.raises(OtherListError):
        destroyed()


def test_with_the_last_version_the_dossier_goes_and_its_kept_documents(
    django_capture_on_commit_callbacks: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[int] = []
    monkeypatch.setattr(kept_documents, "forget", forgotten.append)
    dossier, other = past().dossier, full_dossier()
    with django_capture_on_commit_callbacks(execute=True):
        destroyed()
    assert [*Dossier.objects.all()] == [other]
    assert forgotten == [dossier.pk]


def reopened(advies: SettledAdvies) -> None:
    add_act(advies, ActKind.REOPENED, text="Er ontbrak iets.")


def settled_again(advies: SettledAdvies) -> None:
    reopened(advies)
    settle(advies.dossier)


def looked_back_on(advies: SettledAdvies) -> None:
    settle(advies.dossier, kind=SettledKind.EVALUATIE, about=advies.code)


@pytest.mark.parametrize("more", [reopened, settled_again, looked_back_on])
def test_a_dossier_stays_while_somebody_works_on_it_or_more_is_kept(more: Callable[[SettledAdvies], None]) -> None:
    advies = past()
    more(advies)
    assert "Het dossier blijft" in destruction_list(LAST_DAY).text
    destroyed()
    assert Dossier.objects.filter(pk=advies.dossier_id).exists()
    assert not SettledAdvies.objects.filter(code=advies.code).exists()
    assert verify().faults == []


def test_a_version_waits_for_the_ones_before_it() -> None:
    first = past(keep_until=None)
    reopened(first)
    second = past(dossier=first.dossier)
    assert second.version == 2
    assert codes() == set()


def test_a_version_that_is_kept_is_refused_by_the_database_and_then_nothing_went(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, over = offered_with_files(), past()
    (dossier,) = destruction_list(LAST_DAY).dossiers
    wrong = replace(dossier.versions[0], id=kept.pk)
    listed = replace(destruction_list(LAST_DAY), dossiers=(replace(dossier, versions=(*dossier.versions, wrong)),))
    monkeypatch.setattr(destroying, "destruction_list", lambda _until: listed)
    with pytest.raises(IntegrityError, match="vastgesteld: verwijderen kan nog niet"):
        destroy(LAST_DAY, listed.sha256)
    assert SettledAdvies.objects.filter(pk__in=[kept.pk, over.pk]).count() == 2
    assert not ChainRecord.objects.filter(event="vernietigd").exists()


def test_the_list_says_what_goes() -> None:
    advies = past(code="7K2M9QXR4TBD")
    size = sum(len(file.content) for file in AdviesFile.objects.all())
    assert destruction_list(LAST_DAY).text == (
        "Vernietigingslijst van http://127.0.0.1:8000\n"
        "Vastgesteld, en bewaard tot en met 2 maart 2021 of korter\n"
        "\n"
        "7K2M-9QXR-4TBD  voorstel, versie 1: Regiostaf Brabant-Noord (Veiligheidsregio Brabant-Noord)\n"
        "  vastgesteld op 2 maart 2020, bewaard tot en met 2 maart 2021\n"
        f"  aantal handelingen 2, bestanden 4, bytes {size}\n"
        f"  SHA-256 van de gegevens {advies.snapshot_sha256}\n"
        "  Het dossier gaat mee: de antwoorden, de afronding en wat er verder van is.\n"
        "\n"
        "Aantal vastgestelde stukken: 1. Aantal bestanden: 4.\n"
    )
