"""A dossier in which nobody ever saved anything is cleared away in the end; everything else stays."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from checklist import services
from checklist.domain.dossier import Action, Answer, TitlePage
from checklist.domain.meeting_record.words import Mode
from checklist.models import Choice, Dossier
from checklist.selectors import UNTOUCHED_FOR
from checklist.services import Visit
from checklist.services.meeting.opening import open_meeting
from tests.content import EXAMPLES
from tests.dossiers import make_dossier, opened
from tests.pages import Page
from tests.settled import settle

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

DAY = datetime.timedelta(days=1)
LONG_AGO = UNTOUCHED_FOR + DAY


def made(ago: datetime.timedelta = LONG_AGO, meeting: datetime.timedelta = LONG_AGO) -> Dossier:
    """A dossier that was made, and whose meeting is, so long ago; nobody saved anything in it."""
    dossier = make_dossier()
    now = timezone.now()
    Dossier.objects.filter(pk=dossier.pk).update(created_at=now - ago, date=timezone.localdate(now - meeting))
    return dossier


def is_cleared(dossier: Dossier) -> bool:
    services.clear_untouched_dossiers()
    return not Dossier.objects.filter(pk=dossier.pk).exists()


def save(dossier: Dossier) -> None:
    services.save_choice(opened(dossier), 4, Answer(("4b",)), based_on=0)


def leave_open(dossier: Dossier) -> None:
    services.save_choice(opened(dossier), 4, Answer(), based_on=0)


def save_and_take_back(dossier: Dossier) -> None:
    save(dossier)
    services.save_choice(opened(dossier), 4, Answer(), based_on=1)


def change_title(dossier: Dossier) -> None:
    now = opened(dossier)
    title_page = TitlePage(now.title, now.region_code, now.date, now.present)
    services.save_title_page(now, replace(title_page, title="Een andere titel"), based_on=now.version)


def add_action(dossier: Dossier) -> None:
    action = Action("", "Beginnen")
    services.save_agenda(opened(dossier), actions=[services.ActionSave(None, 0, action)], kept=[])


def have_open(dossier: Dossier) -> None:
    services.record_visit(opened(dossier), Visit("somebody", 3))


def open_a_meeting(dossier: Dossier) -> None:
    open_meeting(opened(dossier), Mode.OPEN, poll_until=None, names=False, live=False)


def test_a_dossier_that_nobody_touched_is_cleared_in_the_end() -> None:
    dossier = made()
    assert is_cleared(dossier)
    assert not Choice.objects.filter(dossier_id=dossier.pk).exists()


@pytest.mark.parametrize(
    "touch",
    [save, leave_open, save_and_take_back, change_title, add_action, have_open, settle, open_a_meeting],
)
def test_a_dossier_that_somebody_touched_stays(touch: Callable[[Dossier], object]) -> None:
    dossier = made()
    touch(dossier)
    assert not is_cleared(dossier)


@pytest.mark.parametrize(
    ("ago", "meeting", "cleared"),
    [
        (UNTOUCHED_FOR + DAY, UNTOUCHED_FOR + DAY, True),
        (UNTOUCHED_FOR - DAY, UNTOUCHED_FOR + DAY, False),  # the meeting was over when it was made
        (UNTOUCHED_FOR + DAY, UNTOUCHED_FOR - DAY, False),
        (UNTOUCHED_FOR * 3, -DAY, False),  # prepared long before a meeting that is tomorrow
    ],
)
def test_its_time_runs_from_when_it_was_made_and_from_its_meeting(
    ago: datetime.timedelta, meeting: datetime.timedelta, cleared: bool
) -> None:
    assert is_cleared(made(ago, meeting)) == cleared


def test_a_dossier_from_a_file_with_answers_stays() -> None:
    file = SimpleUploadedFile("d.json", (EXAMPLES / "half.json").read_bytes())
    Client().post(reverse("dossier-upload"), {"file": file})
    Dossier.objects.update(created_at=timezone.now() - LONG_AGO, date=timezone.localdate(timezone.now() - LONG_AGO))
    assert not is_cleared(Dossier.objects.get())


def test_many_are_cleared_in_parts_and_all_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services.dossiers, "_UNTOUCHED_AT_ONCE", 2)
    for _ in range(5):
        made()
    kept = make_dossier()
    out = StringIO()
    call_command("clean_up", stdout=out)
    assert "5 dossiers waarin nooit iets is opgeslagen" in out.getvalue()
    assert list(Dossier.objects.all()) == [kept]


def test_both_pages_that_speak_of_keeping_say_when_it_is_cleared() -> None:
    days = f"{UNTOUCHED_FOR.days} dagen na de datum van de vergadering"
    for address in (reverse("dossier-links", args=[make_dossier().edit_key]), reverse("about")):
        assert days in Page(Client().get(address)).text
