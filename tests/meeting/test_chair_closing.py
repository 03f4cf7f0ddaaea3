"""Suspending, taking up again and closing a meeting, and what is left to read."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode, RoundKind
from checklist.models import Dossier, Meeting, SecretBallot
from tests.dossiers import choice, make_dossier
from tests.meeting.chairs import address, now_of, page_of
from tests.meetings import GEMEENTEN, give, join, make_meeting, make_round
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Dossier:
    """With nothing in it."""
    return make_dossier()


def meeting_at_seven(dossier: Dossier, mode: Mode = Mode.OPEN) -> Meeting:
    """A meeting in which vraag 7 is open, and five gemeenten answered."""
    meeting = make_meeting(dossier, mode)
    made = make_round(meeting, 7)
    for gemeente in GEMEENTEN[:5]:
        cookie = join(meeting, gemeente)
        give(made, gemeente, {"7b": "voor"}, cookie)
    return meeting


def close(client: Client, dossier: Dossier, **body: str) -> Page:
    """Press a button of the page that asks, of now unless another round is said; where it leads."""
    now = now_of(dossier).open_round
    body = ({"ronde": str(now.id)} if now else {}) | body
    return Page(client.post(address(dossier, "", "meeting-close"), body, follow=True))


def test_the_page_asks_what_becomes_of_an_open_question(client: Client, dossier: Dossier) -> None:
    meeting_at_seven(dossier)
    page = page_of(client, dossier, "", "meeting-close")
    assert "Vraag 7 staat nog open. 5 gemeenten antwoordden." in page.text
    assert not page.find("input", name="open-vraag", checked="")


@pytest.mark.parametrize("act", ["schorsen", "sluiten"])
def test_nothing_happens_before_that_is_said(client: Client, dossier: Dossier, act: str) -> None:
    meeting_at_seven(dossier)
    page = close(client, dossier, actie=act)
    assert "Kies eerst wat er met vraag 7 gebeurt." in page.text
    assert now_of(dossier).state == MeetingState.RUNNING


def test_an_answer_about_another_question_does_nothing_to_the_one_that_is_open(
    client: Client, dossier: Dossier
) -> None:
    meeting_at_seven(dossier)
    close(client, dossier, actie="sluiten", ronde="1999", **{"open-vraag": "afbreken"})
    assert now_of(dossier).state == MeetingState.RUNNING
    assert now_of(dossier).open_round


def test_sheets_and_hands_are_entered_before_the_meeting_ends(client: Client, dossier: Dossier) -> None:
    make_round(make_meeting(dossier), 7, kind=RoundKind.HANDS.value)
    assert not page_of(client, dossier, "", "meeting-close").find("input", value="tellen")
    close(client, dossier, actie="sluiten", **{"open-vraag": "tellen"})
    assert now_of(dossier).open_round


def test_a_question_whose_answers_were_lost_is_asked_again_before_the_meeting_ends(
    client: Client, dossier: Dossier
) -> None:
    meeting_at_seven(dossier, Mode.SECRET)
    SecretBallot.objects.all().delete()
    page = close(client, dossier, actie="sluiten", **{"open-vraag": "tellen"})
    assert "Door een storing zijn de antwoorden weg." in page.text
    assert now_of(dossier).open_round


@pytest.mark.parametrize(("chosen", "expected"), [("tellen", RoundState.CLOSED), ("afbreken", RoundState.LAPSED)])
def test_an_open_question_is_counted_or_broken_off(
    client: Client, dossier: Dossier, chosen: str, expected: RoundState
) -> None:
    meeting_at_seven(dossier)
    close(client, dossier, actie="schorsen", **{"open-vraag": chosen})
    assert now_of(dossier).rounds[0].state == expected
    assert now_of(dossier).state == MeetingState.SUSPENDED


def test_a_meeting_goes_on_with_a_new_code(client: Client, dossier: Dossier) -> None:
    before = make_meeting(dossier).code
    close(client, dossier, actie="schorsen")
    assert now_of(dossier).code is None
    close(client, dossier, actie="hervatten")
    assert now_of(dossier).state == MeetingState.RUNNING
    assert now_of(dossier).code not in {None, before}


def test_a_closed_meeting_shows_who_was_there_and_what_was_counted(client: Client, dossier: Dossier) -> None:
    meeting_at_seven(dossier)
    page = close(client, dossier, actie="sluiten", **{"open-vraag": "tellen"})
    assert page.find("h1")[0].text == "De vergadering is gesloten"
    assert "Bernheze aanwezig" in page.text.partition("Boekel aanwezig")[0]
    assert "In de vergadering 5." in page.text
    assert "De antwoorden per gemeente komen niet in het advies." in page.text
    assert [cell.text for cell in page.find("td", **{"class": "num"})][3:6] == ["5", "0", "0"]


def test_the_kring_can_have_the_answers_in_the_advies(client: Client, dossier: Dossier) -> None:
    meeting_at_seven(dossier)
    page = close(client, dossier, actie="sluiten", namen="1", **{"open-vraag": "tellen"})
    assert "De antwoorden per gemeente komen wel in het advies." in page.text


def test_a_closed_secret_meeting_has_words_and_no_choice_of_names(client: Client, dossier: Dossier) -> None:
    meeting_at_seven(dossier, Mode.SECRET)
    assert not page_of(client, dossier, "", "meeting-close").find("input", name="namen")
    page = close(client, dossier, actie="sluiten", **{"open-vraag": "tellen"})
    assert "per gemeente" not in page.text
    assert [cell.text for cell in page.find("td", **{"class": "num"})][2:4] == ["iedereen", "niemand"]


def test_of_a_secret_poll_the_record_says_whether_all_agreed(client: Client, dossier: Dossier) -> None:
    result = {"answered": 5, "word": "eens", "set": ["7b"], "discuss": False}
    kept = {"kind": RoundKind.POLL.value, "attempt": 0, "result": result, "word": "eens"}
    make_round(make_meeting(dossier, Mode.SECRET), 7, RoundState.CLOSED, **kept)
    assert "In de voorpeiling 5. Eens." in close(client, dossier, actie="sluiten").text


def test_of_a_closed_meeting_nothing_changes_but_who_may_still_answer(client: Client, dossier: Dossier) -> None:
    meeting_at_seven(dossier)
    page = close(client, dossier, actie="sluiten", **{"open-vraag": "afbreken"})
    assert [form.texts for form in page.forms if form.posts] == [{"until"}]
    for name in ("meeting-close", "meeting-invite", "meeting-act"):
        assert client.get(address(dossier, "", name)).headers["Location"] == address(dossier)


def test_a_closed_meeting_that_is_pressed_again_is_still_closed(client: Client, dossier: Dossier) -> None:
    meeting_at_seven(dossier)
    close(client, dossier, actie="sluiten", **{"open-vraag": "afbreken"})
    record = now_of(dossier).record
    typed = {"kijkt": "vraag=3", "version": "0", "motivation": "Nog net getypt.", "minority": "", "optie": "3b"}
    client.post(address(dossier, "", "meeting-act"), typed | {"actie": "vaststellen"})
    assert now_of(dossier).record == record
    assert now_of(dossier).state == MeetingState.CLOSED
    assert choice(dossier, 3).motivation == "Nog net getypt."


def test_after_an_open_meeting_each_gemeente_gets_a_link_until_a_day(client: Client, dossier: Dossier) -> None:
    meeting_at_seven(dossier)
    close(client, dossier, actie="sluiten", **{"open-vraag": "tellen"})
    day = timezone.localdate() + timedelta(days=7)
    page = Page(client.post(address(dossier), {"until": day.isoformat()}, follow=True))
    until = now_of(dossier).late_until
    assert until
    assert timezone.localtime(until).date() == day
    links = [field.attributes["value"] for field in page.find("input", **{"data-copy": ""})]
    assert len(set(links)) == 11
    assert client.get(links[-1]).status_code == 200


def test_too_late_a_day_is_refused(client: Client, dossier: Dossier) -> None:
    meeting_at_seven(dossier)
    close(client, dossier, actie="sluiten", **{"open-vraag": "tellen"})
    day = timezone.localdate() + timedelta(days=99)
    page = Page(client.post(address(dossier), {"until": day.isoformat()}))
    assert page.find("p", role="alert")
    assert now_of(dossier).late_until is None


def test_after_a_secret_meeting_nobody_can_answer(client: Client, dossier: Dossier) -> None:
    meeting_at_seven(dossier, Mode.SECRET)
    page = close(client, dossier, actie="sluiten", **{"open-vraag": "tellen"})
    assert not page.find("input", name="until")
