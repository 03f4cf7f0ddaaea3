"""What is done with a version is recorded once, and its files are stored once."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from checklist import selectors, services
from checklist.domain.decision_content import Organ
from checklist.domain.settled.canonical import sha256_of, sha256_of_text
from checklist.domain.settled.value import ACT_TEXT_CAP, MOST_BYTES, ActKind, NewAct, NewFile, SettledFileKind
from checklist.domain.state import Outcome, Stand
from checklist.models import AdviesAct, AdviesFile, ChainRecord, Dossier
from checklist.services import (
    ActConflictError,
    ActRefusedError,
    DossierGoneError,
    FileRefusedError,
    NoRightError,
)
from tests.dossiers import full_dossier, opened
from tests.services.values import reopen, settle, version_of

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

TODAY = timezone.localdate()
OFFER = NewAct(ActKind.OFFERED, Organ.AB, TODAY)
CHANGED = NewAct(ActKind.DECIDED, Organ.AB, TODAY, Outcome.CHANGED, "Eerst een proef van een jaar.")
FILES = (
    NewFile(SettledFileKind.PDF, "voorstel.pdf", "application/pdf", b"%PDF-1.7"),
    NewFile(SettledFileKind.MDTO, "mdto.xml", "application/xml", b"<mdto/>"),
)


@pytest.fixture
def settled() -> Dossier:
    """A dossier that is settled."""
    dossier = full_dossier()
    settle(dossier)
    return dossier


def add(dossier: Dossier, *acts: NewAct) -> None:
    """Add acts to the newest version of a dossier, each knowing the one before."""
    for act in acts:
        version = version_of(dossier)
        services.add_act(opened(dossier), version, act, version.acts[-1].number)


def test_an_act_comes_with_its_record(settled: Dossier) -> None:
    version = version_of(settled)
    added = services.add_act(opened(settled), version, OFFER, 1)
    row, record = AdviesAct.objects.get(number=2), ChainRecord.objects.get(sequence=2)
    assert (row.kind, row.organ, row.date, row.at) == ("aangeboden", "algemeen bestuur", TODAY, added.at)
    assert row.keep_until == version.facts.keep_until
    body = json.loads(bytes(record.body))
    assert (record.event, record.code) == ("stand", version.facts.code)
    assert (body["act"]["number"], body["act"]["kind"], body["act"]["date"]) == (2, "aangeboden", TODAY.isoformat())
    assert version_of(settled).state.stand == Stand.OFFERED


def test_a_record_has_the_text_of_an_act_as_a_hash_alone(settled: Dossier) -> None:
    add(settled, OFFER, CHANGED)
    body = bytes(ChainRecord.objects.latest("sequence").body)
    assert json.loads(body)["act"]["text_sha256"] == sha256_of_text(CHANGED.text)
    assert CHANGED.text.encode() not in body


def test_who_did_not_see_the_last_act_meets_a_conflict_with_all_acts(settled: Dossier) -> None:
    version = version_of(settled)
    services.add_act(opened(settled), version, OFFER, 1)
    with pytest.raises(ActConflictError) as conflict:
        services.add_act(opened(settled), version, NewAct(ActKind.WITHDRAWN, on=TODAY), 1)
    assert [act.kind for act in conflict.value.acts] == [ActKind.SETTLED, ActKind.OFFERED]
    assert (AdviesAct.objects.count(), ChainRecord.objects.count()) == (2, 2)


def test_an_act_that_may_not_follow_is_refused_in_words(settled: Dossier) -> None:
    with pytest.raises(ActRefusedError, match="De vergadering verplaatsen kan nu niet"):
        add(settled, NewAct(ActKind.MOVED, on=TODAY))
    assert (AdviesAct.objects.count(), ChainRecord.objects.count()) == (1, 1)


def test_only_the_organ_on_the_cover_decides(settled: Dossier) -> None:
    with pytest.raises(ActRefusedError, match="gemaakt voor het algemeen bestuur"):
        add(settled, NewAct(ActKind.OFFERED, Organ.DB, TODAY))


def test_a_text_is_cleaned(settled: Dossier) -> None:
    add(settled, OFFER, NewAct(ActKind.WITHDRAWN, on=TODAY, text=" Eerst\toverleg.\r\n\u202eCafe\u0301 \x00"))
    assert AdviesAct.objects.latest("number").text == "Eerst overleg.\nCafé"


def test_a_text_that_is_far_too_long_is_refused_before_it_is_cleaned(settled: Dossier) -> None:
    long = "e\u0301" * ACT_TEXT_CAP * 4
    with pytest.raises(ActRefusedError, match=f"telt {len(long)} tekens"):
        add(settled, OFFER, NewAct(ActKind.WITHDRAWN, on=TODAY, text=long))


def test_a_version_is_opened_again_today(settled: Dossier) -> None:
    assert reopen(settled).acts[-1].on == TODAY
    assert opened(settled).can_edit


def test_a_correction_leaves_both_on_the_time_line(settled: Dossier) -> None:
    yesterday = TODAY - timedelta(days=1)
    add(settled, OFFER, NewAct(ActKind.CORRECTED, on=yesterday, corrects=2))
    version = version_of(settled)
    assert [(act.kind, act.on) for act in version.acts[1:]] == [
        *((ActKind.OFFERED, TODAY), (ActKind.CORRECTED, yesterday)),
    ]
    assert version.state.offered_on == yesterday


def test_who_reads_adds_nothing(settled: Dossier) -> None:
    found = selectors.dossier_with_key(settled.read_key)
    assert found is not None
    with pytest.raises(NoRightError):
        services.add_act(found, version_of(settled), OFFER, 1)


def test_a_version_of_another_dossier_is_not_there(settled: Dossier) -> None:
    other = full_dossier()
    settle(other)
    with pytest.raises(DossierGoneError):
        services.add_act(opened(other), version_of(settled), OFFER, 1)
    assert AdviesAct.objects.count() == 2


def test_files_come_with_one_record_for_all(settled: Dossier) -> None:
    version = version_of(settled)
    assert services.store_files(version, 1, FILES)
    assert [(file.kind, file.size, file.sha256, file.keep_until) for file in AdviesFile.objects.order_by("name")] == [
        (one.kind, len(one.content), sha256_of(one.content), version.facts.keep_until) for one in reversed(FILES)
    ]
    record = json.loads(bytes(ChainRecord.objects.get(event="bestanden").body))
    assert (record["act"], [file["kind"] for file in record["files"]]) == (1, ["mdto", "pdf"])


def test_a_second_renderer_throws_its_own_away(settled: Dossier) -> None:
    version = version_of(settled)
    services.store_files(version, 1, FILES)
    assert not services.store_files(version, 1, [NewFile(SettledFileKind.PDF, "x.pdf", "application/pdf", b"other")])
    assert (AdviesFile.objects.count(), ChainRecord.objects.count()) == (2, 2)


def test_each_act_has_its_own_files(settled: Dossier) -> None:
    services.store_files(version_of(settled), 1, FILES)
    add(settled, OFFER)
    assert services.store_files(version_of(settled), 2, FILES)
    assert [file.act for file in selectors.files_of(version_of(settled))] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    "refused",
    [
        [*FILES, NewFile(SettledFileKind.DOCX, "x.docx", "application/x", b"x" * (MOST_BYTES + 1))],
        [*FILES, FILES[0]],
    ],
    ids=["too large", "two of a kind"],
)
def test_a_file_that_does_not_fit_takes_the_others_with_it(settled: Dossier, refused: list[NewFile]) -> None:
    with pytest.raises(FileRefusedError):
        services.store_files(version_of(settled), 1, refused)
    assert (AdviesFile.objects.count(), ChainRecord.objects.count()) == (0, 1)


def test_no_files_leave_no_record(settled: Dossier) -> None:
    assert not services.store_files(version_of(settled), 1, ())
    assert ChainRecord.objects.count() == 1


def test_files_of_an_act_that_is_not_there_are_not_stored(settled: Dossier) -> None:
    with pytest.raises(DossierGoneError):
        services.store_files(version_of(settled), 2, FILES)
