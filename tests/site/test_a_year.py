"""A whole year of one voorstel, with real documents: nothing that was settled changes, and all of it is verified."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from checklist import selectors, services
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Answer
from checklist.domain.evaluatie.value import Finding, Verdict
from checklist.domain.settled.value import ActKind, NewAct, SettledKind
from checklist.domain.state import Outcome, Stand
from checklist.models import Dossier, OptionDeciding
from checklist.selectors import StoredVersion
from checklist.services import FindingSave, Settling
from checklist.settled_making import make_missing
from tests.beheer.browsing import edit
from tests.dossiers import opened
from tests.frozen import sample

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.slow]

Go = Callable[[date], None]
Bytes = dict[str, bytes]


@pytest.fixture
def go_to(monkeypatch: pytest.MonkeyPatch) -> Go:
    """Moves the clock of the site to three in the afternoon of a day."""
    now = [datetime(2027, 1, 14, 14, 0, tzinfo=UTC)]
    monkeypatch.setattr(timezone, "now", lambda: now[0])

    def move(day: date) -> None:
        now[0] = datetime(day.year, day.month, day.day, 14, 0, tzinfo=UTC)

    return move


def test_a_year_of_a_voorstel(go_to: Go, editor: Client) -> None:
    go_to(date(2027, 1, 14))
    dossier = services.create_dossier(sample())
    first = _settle(dossier)
    kept = _bytes_of(first)
    assert {"pdf", "docx", "odt", "mdto", "diwoo"} <= {name.split("/")[-1] for name in kept}

    go_to(date(2027, 1, 21))
    _act(dossier, NewAct(ActKind.OFFERED, Organ.AB, date(2027, 1, 21)))
    go_to(date(2027, 2, 18))
    _act(dossier, NewAct(ActKind.DECIDED, Organ.AB, date(2027, 2, 17), Outcome.CHANGED, "Eerst een proef."))
    _act(dossier, NewAct(ActKind.CORRECTED, on=date(2027, 2, 18), corrects=3))
    decided = _newest(dossier)
    assert (decided.state.stand, decided.state.decided_on) == (Stand.DECIDED, date(2027, 2, 18))
    kept = _bytes_of(decided) | kept

    _change(editor, "4b", "Eerste wijziging van de redactie.")
    assert _bytes_of(_newest(dossier)) == kept

    go_to(date(2028, 2, 1))
    evaluatie = _evaluate(dossier)
    of_evaluatie = _bytes_of(evaluatie)
    _change(editor, "4b", "Tweede wijziging van de redactie.")

    again = services.copy_dossier(opened(dossier), "Een jaar later")
    services.save_choice(opened(again), 3, Answer(("3b",)), based_on=selectors.choice(again.pk, 3).version)
    second = _settle(again)
    assert b"Tweede wijziging" in _bytes_of(second)["html"]

    assert _bytes_of(_newest(dossier)) == kept
    assert _bytes_of(evaluatie) == of_evaluatie
    assert not any(b"Tweede wijziging" in content for content in (kept["html"], kept["snapshot"]))
    out = StringIO()
    call_command("verify_adviezen", stdout=out)
    told = out.getvalue().splitlines()
    assert "sluit aan" in told[0]
    assert told[1].startswith("Voorstellen 3 · bestanden 38 ")


def _newest(dossier: Dossier) -> StoredVersion:
    newest = opened(dossier).newest
    assert newest is not None
    return newest


def _settle(dossier: Dossier) -> StoredVersion:
    """Settle the dossier as it is shown today, with all its documents."""
    today = timezone.localdate()
    shown = selectors.frozen_of(opened(dossier), today, names=False)
    asked = Settling(today, today + timedelta(days=7305), names=False, based_on=shown.html_sha256)
    assert make_missing(services.settle(opened(dossier), asked), lambda: None)
    return _newest(dossier)


def _act(dossier: Dossier, act: NewAct) -> None:
    version = _newest(dossier)
    services.add_act(opened(dossier), version, act, version.acts[-1].number)
    assert make_missing(version.facts.code, lambda: None)


def _evaluate(dossier: Dossier) -> StoredVersion:
    today, now = timezone.localdate(), opened(dossier)
    decided = selectors.decided_now(now)
    assert decided is not None
    saves = [FindingSave(decided.points[0].number, Finding(Verdict.OTHERWISE, "Een jaar later."), 0)]
    services.save_findings(now, decided.code, saves)
    shown = selectors.frozen_evaluatie_of(now, decided, today)
    code = services.settle_evaluatie(now, Settling(today, None, names=False, based_on=shown.html_sha256))
    assert make_missing(code, lambda: None)
    (version,) = selectors.versions_of(dossier.pk, SettledKind.EVALUATIE)
    return version


def _change(editor: Client, code: str, text: str) -> None:
    """A redacteur, who signs in anew that day, gives an option another caveat."""
    editor.force_login(User.objects.get())
    edit(editor, OptionDeciding.objects.get(option__code=code), remark=text)


def _bytes_of(version: StoredVersion) -> Bytes:
    """Everything that is stored of a version, by what it is."""
    files = {f"{file.act}/{file.facts.kind}": selectors.file_content(file) for file in selectors.files_of(version)}
    return files | {"html": selectors.html_bytes(version), "snapshot": selectors.snapshot_bytes(version)}
