"""The page of one gemeente: how it takes part, and its answer entered by the chair."""

from typing import Any

import pytest
from django.test import Client

from checklist import selectors
from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import How, Mandate, Mode, Stance, Way
from checklist.models import Dossier, Meeting
from tests.dossiers import make_dossier
from tests.meeting.chairs import address, now_of, press
from tests.meetings import GEMEENTEN, give, join, make_meeting, make_round
from tests.pages import Page

pytestmark = pytest.mark.django_db

OSS = GEMEENTEN[8]


@pytest.fixture
def dossier() -> Dossier:
    """With nothing in it."""
    return make_dossier()


def page_of(client: Client, dossier: Dossier, gemeente: str = OSS) -> Page:
    """The page of a gemeente."""
    return Page(client.get(address(dossier, "", "meeting-seat", gemeente)))


def send(client: Client, dossier: Dossier, **body: Any) -> Page:
    """Send a form of the page of Oss; where it leads."""
    return Page(client.post(address(dossier, "", "meeting-seat", OSS), body, follow=True))


def test_the_name_in_the_list_leads_there_and_saves_first(client: Client, dossier: Dossier) -> None:
    make_round(make_meeting(dossier), 7)
    response = press(client, dossier, naar=OSS, motivation="Tussendoor.")
    assert response.headers["Location"] == address(dossier, "", "meeting-seat", OSS)
    assert page_of(client, dossier).find("h1")[0].text == "Oss"


@pytest.mark.parametrize("way", Way)
def test_the_chair_says_how_a_gemeente_takes_part(client: Client, dossier: Dossier, way: Way) -> None:
    make_meeting(dossier)
    page = send(client, dossier, actie="wijze", wijze=way.value)
    assert now_of(dossier).seat_of[OSS].way == way
    assert page.find("input", name="wijze", value=way.value, checked="")


def test_without_a_way_nothing_is_changed(client: Client, dossier: Dossier) -> None:
    make_meeting(dossier)
    assert "Kies hoe deze gemeente meedoet." in send(client, dossier, actie="wijze", wijze="duif").text
    assert OSS not in now_of(dossier).seat_of


def test_in_secret_mode_a_gemeente_that_answered_can_not_go_to_paper(client: Client, dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    give(make_round(meeting, 7), OSS, {"7b": "voor"}, join(meeting, OSS))
    page = send(client, dossier, actie="wijze", wijze="papier")
    assert page.find("p", role="alert")
    assert now_of(dossier).seat_of[OSS].way == Way.PHONE


def test_a_device_is_held_and_let_go(client: Client, dossier: Dossier) -> None:
    join(make_meeting(dossier), OSS, device_no=2)
    assert "antwoordt nu op apparaat 2" in page_of(client, dossier).text
    send(client, dossier, actie="vast")
    assert now_of(dossier).seat_of[OSS].locked
    send(client, dossier, actie="los")
    assert not now_of(dossier).seat_of[OSS].locked


def at_seven(dossier: Dossier, state: RoundState = RoundState.ALONE) -> Meeting:
    """A meeting at vraag 7 that Oss takes part in."""
    meeting = make_meeting(dossier)
    join(meeting, OSS)
    make_round(meeting, 7, state)
    return meeting


@pytest.mark.parametrize("how", [How.PAPER, How.HAND])
def test_an_answer_is_entered_with_where_it_came_from(client: Client, dossier: Dossier, how: How) -> None:
    meeting = at_seven(dossier)
    body = {"A-keuze": "tegen", "B-keuze": "voor", "mandaat": "voorbehoud", "hoe": how.value}
    send(client, dossier, actie="antwoord", ronde=meeting.rounds.get().pk, **body)
    given = selectors.given_in(meeting.rounds.get().pk)[OSS]
    assert given.ballot.stances == {"7a": Stance.AGAINST, "7b": Stance.FOR}
    assert (given.how, given.mandate) == (how, Mandate.RESERVED)


def test_the_answer_that_a_gemeente_gave_stands_there_and_is_replaced(client: Client, dossier: Dossier) -> None:
    meeting = at_seven(dossier)
    made = meeting.rounds.get()
    give(made, OSS, {"7a": "voor"}, reasons={"7a": "Omdat."})
    page = page_of(client, dossier)
    assert page.find("input", name="A-keuze", value="voor", checked="")
    assert page.find("input", name="A-reden", value="Omdat.")
    send(client, dossier, actie="antwoord", ronde=made.pk, **{"C-keuze": "voor"})
    assert selectors.given_in(made.pk)[OSS].ballot.stances == {"7c": Stance.FOR}


def test_no_preference_can_be_entered(client: Client, dossier: Dossier) -> None:
    meeting = at_seven(dossier)
    send(client, dossier, geen="1", ronde=meeting.rounds.get().pk)
    assert not selectors.given_in(meeting.rounds.get().pk)[OSS].ballot.stances


def test_what_is_no_answer_comes_back_as_it_was_entered(client: Client, dossier: Dossier) -> None:
    meeting = at_seven(dossier)
    page = send(
        client, dossier, actie="antwoord", ronde=meeting.rounds.get().pk, **{"A-keuze": "voor", "B-keuze": "voor"}
    )
    assert page.find("p", role="alert")
    assert page.find("input", name="B-keuze", value="voor", checked="")
    assert not selectors.given_in(meeting.rounds.get().pk)


def test_an_answer_to_a_round_that_is_over_is_not_written_and_the_page_says_so(
    client: Client, dossier: Dossier
) -> None:
    meeting = at_seven(dossier)
    closed = meeting.rounds.get().pk
    meeting.rounds.update(state=RoundState.LAPSED.value)
    make_round(meeting, 7, attempt=2)
    response = client.post(
        address(dossier, "", "meeting-seat", OSS), {"actie": "antwoord", "ronde": closed, "A-keuze": "voor"}
    )
    assert response.status_code == 409
    assert not any(selectors.given_in(made.pk) for made in meeting.rounds.all())


def test_in_secret_mode_no_answer_of_one_gemeente_can_be_entered(client: Client, dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    made = make_round(meeting, 7)
    assert not page_of(client, dossier).find("input", name="A-keuze")
    send(client, dossier, actie="antwoord", ronde=made.pk, **{"A-keuze": "voor"})
    assert not now_of(dossier).newest[7].answered


def test_a_gemeente_of_another_region_has_no_page(client: Client, dossier: Dossier) -> None:
    make_meeting(dossier)
    assert client.get(address(dossier, "", "meeting-seat", "GM0344")).status_code == 404
