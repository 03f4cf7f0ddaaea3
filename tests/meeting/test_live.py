"""A screen asks whether there is something new and gets it, or hears that there is nothing."""

from collections.abc import Callable, Iterator

import pytest
from django.db import ProgrammingError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from checklist.domain.meeting.value import MeetingState
from checklist.meeting import stands
from checklist.meeting.live import FRAGMENTS
from checklist.meeting.release import release
from checklist.models import Meeting
from checklist.selectors import LiveMeeting
from tests.dossiers import make_dossier
from tests.errors.broken_database import full, no_query_works
from tests.meetings import make_meeting

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

VIEWS = {"telefoon": "phone_token", "scherm": "screen_token", "bediening": "chair_token"}


def told(view: str) -> Callable[[LiveMeeting, str], str]:
    """A room that shows no more than which it is, and the version."""
    return lambda meeting, stamp: f'<section id="stand">{view} {meeting.version}</section>'


@pytest.fixture(autouse=True)
def _rooms(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(stands, "STANDS", {view: told(view) for view in VIEWS})
    FRAGMENTS.clear()
    yield
    FRAGMENTS.clear()


REAL = dict(stands.STANDS)


def test_there_is_a_room_for_every_token() -> None:
    assert set(REAL) == set(VIEWS)


@pytest.fixture
def meeting() -> Meeting:
    return make_meeting(make_dossier())


def address_of(token: str | None) -> str:
    return reverse("live", args=[token])


def change(meeting: Meeting) -> None:
    """As an act does: another version."""
    meeting.version += 1
    meeting.save(update_fields=["version"])


@pytest.mark.parametrize(("view", "token"), VIEWS.items())
def test_each_room_gets_its_own_piece_by_its_own_token(client: Client, meeting: Meeting, view: str, token: str) -> None:
    response = client.get(address_of(getattr(meeting, token)))
    assert response.content.decode() == f'<section id="stand">{view} 1</section>'
    assert response["ETag"] == f'"{meeting.pk}-1-{view}-{release()}"'
    assert response["Content-Length"] == str(len(response.content))


@pytest.mark.parametrize("prefix", ["", "W/", '"other", W/'])
def test_who_has_it_already_hears_so(client: Client, meeting: Meeting, prefix: str) -> None:
    address = address_of(meeting.phone_token)
    etag = client.get(address)["ETag"]
    response = client.get(address, headers={"If-None-Match": prefix + etag})
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)


def test_a_change_is_given_to_who_has_what_was_before(client: Client, meeting: Meeting) -> None:
    address = address_of(meeting.screen_token)
    etag = client.get(address)["ETag"]
    change(meeting)
    response = client.get(address, headers={"If-None-Match": etag})
    assert response.content.decode() == '<section id="stand">scherm 2</section>'
    assert response["ETag"] != etag


@pytest.mark.parametrize("known", ["", "geen-etag", '"1"', "*", '"' + "x" * 5000 + '"'])
def test_what_is_no_version_of_ours_is_answered_with_the_piece(client: Client, meeting: Meeting, known: str) -> None:
    assert client.get(address_of(meeting.phone_token), headers={"If-None-Match": known}).status_code == 200


def test_a_closed_meeting_is_gone(client: Client) -> None:
    meeting = make_meeting(make_dossier(), state=MeetingState.CLOSED, phone_token="t" * 22)
    response = client.get(address_of(meeting.phone_token))
    assert (response.status_code, response.content) == (410, b"")


@pytest.mark.parametrize("token", ["-" * 22, "join_token"])
def test_a_token_that_no_screen_has_leads_nowhere(client: Client, meeting: Meeting, token: str) -> None:
    response = client.get(address_of(getattr(meeting, token, token)))
    assert (response.status_code, response.content) == (404, b"")


@pytest.mark.parametrize("address", ["/live/", "/live/kort/", "/live/" + "a" * 23 + "/", "/live/" + "a" * 21 + "é/"])
def test_what_is_no_token_gets_the_page_for_what_is_not_there(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "<h1" in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_it_can_only_be_read(meeting: Meeting, method: str) -> None:
    client = Client(enforce_csrf_checks=True)
    response = getattr(client, method)(address_of(meeting.phone_token))
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


def test_a_head_has_the_headers_of_the_get(client: Client, meeting: Meeting) -> None:
    address = address_of(meeting.phone_token)
    got, asked = client.get(address), client.head(address)
    assert asked.content == b""
    assert {name: asked[name] for name in ("ETag", "Content-Length")} == {
        name: got[name] for name in ("ETag", "Content-Length")
    }


def test_it_has_the_headers_of_a_private_page_and_no_cookie(client: Client, meeting: Meeting) -> None:
    response = client.get(address_of(meeting.phone_token))
    policy = client.get("/")["Content-Security-Policy"]
    assert {name: response[name] for name in response.headers if name not in {"ETag", "Content-Length"}} == {
        "Cache-Control": "private, no-cache",
        "Content-Security-Policy": policy,
        "Content-Type": "text/html; charset=utf-8",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    assert not response.cookies


def test_where_nothing_is_new_it_costs_one_query(
    client: Client, meeting: Meeting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = address_of(meeting.chair_token)
    etag = client.get(address)["ETag"]
    with django_assert_num_queries(1) as captured:
        client.get(address, headers={"If-None-Match": etag})
    with django_assert_num_queries(1):
        client.get(address)  # made before
    assert "checklist_dossier" not in captured.captured_queries[0]["sql"]


def test_a_change_is_rendered_once(client: Client, meeting: Meeting, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[int] = []

    def stand(shown: LiveMeeting, stamp: str) -> str:
        rendered.append(shown.version)
        return "<section id=stand></section>"

    monkeypatch.setattr(stands, "STANDS", dict.fromkeys(VIEWS, stand))
    for _ in range(2):
        for _ in range(3):
            client.get(address_of(meeting.phone_token))
        change(meeting)
    assert rendered == [1, 2]


def test_over_http_it_leads_to_https_where_the_site_needs_that(
    client: Client, meeting: Meeting, settings: Settings
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    address = address_of(meeting.phone_token)
    assert client.get(address)["Location"] == f"https://testserver{address}"
    assert client.get(address, secure=True).status_code == 200


def test_a_database_that_is_away_says_when_to_ask_again_without_a_page(client: Client, meeting: Meeting) -> None:
    with no_query_works(full):
        response = client.get(address_of(meeting.phone_token))
    assert (response.status_code, response.content, response["Retry-After"]) == (503, b"", "2")


def test_an_error_of_ours_is_no_database_that_is_away(client: Client, meeting: Meeting) -> None:
    client.raise_request_exception = False
    with no_query_works(lambda: ProgrammingError("no such column")):
        response = client.get(address_of(meeting.phone_token))
    assert response.status_code == 500


def test_a_meeting_that_is_deleted_meanwhile_leads_nowhere(
    client: Client, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checklist.selectors.meeting_with_id", lambda _: None)
    assert client.get(address_of(meeting.phone_token)).status_code == 404
