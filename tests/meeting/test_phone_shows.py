"""What the phone of a gemeente shows in each state of a meeting."""

from typing import Any

import pytest
from django.urls import reverse

from checklist import selectors
from checklist.domain.meeting.plan import Plan, plan_as_json
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode, RoundKind, Way
from checklist.meeting.phone_shown import stand
from checklist.models import Choice, Dossier, Meeting, Participant
from tests.dossiers import make_dossier
from tests.meetings import give, join, make_meeting, make_round, phone_of
from tests.pages import Page

pytestmark = pytest.mark.django_db

OSS, VUGHT = "GM0828", "GM0865"
OWN = {"7a": "tegen", "7b": "voor", "7c": "kan"}
COUNTED = {
    "answered": 6,
    "blank": 1,
    "counts": {"7a": {"voor": 1, "kan": 1, "tegen": 3}, "7b": {"voor": 4, "kan": 2, "tegen": 0}},
}
NOBODY: dict[str, Any] = {"voor": "niemand", "tegen": "niemand"}
SECRET_COUNTS = {"7a": NOBODY, "7b": {"voor": "bijna iedereen", "tegen": "niemand"}, "7c": NOBODY, "7d": NOBODY}
SHOWN = {"answered": 6, "blank": 0, "counts": SECRET_COUNTS}
TALK = [["alleen", 0], ["redenen", 4], ["praten", 5]]


def shown(meeting: Meeting, cookie: str, query: str = "") -> Page:
    return Page(phone_of(meeting, cookie).get(reverse("participate", args=[meeting.pk]) + query))


def heading(page: Page) -> str:
    return " ".join(page.find("h1")[0].text.split())


def chosen(page: Page) -> dict[str, str]:
    radios = page.find("input", type="radio", checked="")
    return {one.attributes["name"]: one.attributes["value"] for one in radios}


@pytest.mark.parametrize(
    ("state", "fields", "words"),
    [
        (MeetingState.READY, {}, "U doet mee"),
        (MeetingState.SUSPENDED, {}, "De vergadering is geschorst"),
        (MeetingState.RUNNING, {}, "Er is nu geen vraag open"),
        (MeetingState.RUNNING, {"showing": "geheel"}, "Kijk naar het scherm in de zaal"),
        (MeetingState.RUNNING, {"showing": "bespreekstukken"}, "Kijk naar het scherm in de zaal"),
        (MeetingState.RUNNING, {"showing": "ontwerpen"}, "Kijk naar het scherm in de zaal"),
    ],
)
def test_between_questions_it_says_where_the_meeting_is(
    dossier: Dossier, state: MeetingState, fields: dict[str, Any], words: str
) -> None:
    meeting = make_meeting(dossier, state=state, **fields)
    assert heading(shown(meeting, join(meeting, OSS))) == words


@pytest.mark.parametrize(
    ("state", "fields", "words"),
    [
        (RoundState.ALONE, {}, "Uw antwoord is binnen"),
        (RoundState.REASONS, {}, "Uw antwoord is binnen"),
        (RoundState.REASONS, {"steps": TALK}, "Nu praten wij"),
        (RoundState.CLOSED, {}, "Gesloten"),
        (RoundState.SHOWN, {"result": COUNTED}, "Waar hoort de regiostaf bij?"),
        (RoundState.SETTLED, {"settled": ["7b"]}, "Taak van de CGS"),
        (RoundState.SETTLED, {"settled": []}, "Nog niet bepaald"),
        (RoundState.LAPSED, {}, "Afgebroken, niets geteld"),
    ],
)
def test_who_answered_sees_what_comes_next(
    dossier: Dossier, state: RoundState, fields: dict[str, Any], words: str
) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    give(make_round(meeting, 7, state, **fields), OSS, OWN)
    assert heading(shown(meeting, cookie)) == words


@pytest.mark.parametrize("state", [RoundState.ALONE, RoundState.REASONS, RoundState.VOTE])
def test_who_did_not_answer_sees_the_question_with_nothing_chosen(dossier: Dossier, state: RoundState) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    of_round = make_round(meeting, 7, state)
    page = shown(meeting, cookie)
    assert heading(page) == "Waar hoort de regiostaf bij?"
    assert chosen(page) == {}
    assert page.form(f"/deelnemen/{meeting.pk}/").values["ronde"] == [str(of_round.pk)]


def test_the_vote_starts_from_the_own_answer(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    cookie = join(meeting, OSS)
    of_round = make_round(meeting, 7, RoundState.VOTE)
    give(of_round, OSS, OWN, cookie)
    page = shown(meeting, cookie)
    assert chosen(page) == {"A-keuze": "tegen", "B-keuze": "voor", "C-keuze": "kan"}
    assert "Zo stem ik" in [button.text for button in page.find("button")]
    assert "Laatste keer: klopt uw antwoord?" in page.text
    assert heading(shown(meeting, cookie, f"?binnen={of_round.pk}.stemmen")) == "Uw antwoord is binnen"


def test_an_answer_can_be_changed_until_the_question_is_closed(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    give(make_round(meeting, 7), OSS, OWN)
    link = next(one for one in shown(meeting, cookie).find("a") if one.text == "Wijzig mijn antwoord")
    assert chosen(shown(meeting, cookie, link.attributes["href"]))["B-keuze"] == "voor"


def test_the_answer_of_the_poll_stands_in_the_form_in_open_mode(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    give(make_round(meeting, 7, RoundState.CLOSED, kind=RoundKind.POLL.value, attempt=0), OSS, OWN)
    make_round(meeting, 7)
    page = shown(meeting, cookie)
    assert chosen(page)["B-keuze"] == "voor"
    assert "Uw eerdere antwoord staat er al." in page.text


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (Mode.OPEN, "Open: bij uw antwoord staat de naam van uw gemeente."),
        (Mode.SECRET, "Als iedereen hetzelfde kiest, weet u van iedereen wat die koos."),
    ],
)
def test_what_the_mode_means_stands_above_the_first_press(dossier: Dossier, mode: Mode, words: str) -> None:
    meeting = make_meeting(dossier, mode)
    cookie = join(meeting, OSS)
    make_round(meeting, 7)
    page = shown(meeting, cookie)
    assert words in page.text.partition("Verstuur")[0]
    assert page.find("span", **{"class": "top__mode"})[0].text == mode.value


@pytest.mark.parametrize(("mode", "asked"), [(Mode.OPEN, True), (Mode.SECRET, False)])
def test_the_mandate_is_asked_with_an_answer_in_open_mode_alone(dossier: Dossier, mode: Mode, asked: bool) -> None:
    meeting = make_meeting(dossier, mode)
    cookie = join(meeting, OSS, mandate="voorbehoud")
    make_round(meeting, 7)
    assert (chosen(shown(meeting, cookie)).get("mandaat") == "voorbehoud") == asked


def test_the_bar_names_no_gemeente_in_secret_mode(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    assert "Oss" not in shown(meeting, join(meeting, OSS)).text


def test_the_own_answer_is_shown_in_words(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    give(make_round(meeting, 7), OSS, OWN, reasons={"7b": "Dicht bij huis."}, discuss=True, mandate="mandaat")
    text = shown(meeting, cookie).text
    for words in ("tegen", "voor", "kan ermee leven", "geen oordeel", "Dicht bij huis.", "Met mandaat.", "bespreken"):
        assert words in text


def test_no_preference_is_shown_as_one(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    give(make_round(meeting, 7), OSS, {})
    assert "U koos: geen voorkeur." in shown(meeting, cookie).text


def test_no_number_is_shown_before_the_outcome(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    give(make_round(meeting, 7, RoundState.CLOSED, result=COUNTED), OSS, OWN)
    assert "4 voor" not in shown(meeting, cookie).text


def test_the_outcome_is_that_of_the_beamer_in_open_mode(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    give(make_round(meeting, 7, RoundState.SHOWN, result=COUNTED), OSS, OWN)
    text = shown(meeting, cookie).text
    assert "6 gemeenten kozen, 1 zonder voorkeur. Meerderheid voor B. De uitslag is nog geen besluit." in text
    assert "4 voor 2 ermee leven 0 tegen" in text


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (SHOWN, "voor: bijna iedereen tegen: niemand"),
        ({"answered": 6, "blank": 0, "counts": {"7b": {"voor": "meerderheid"}}}, "voor: meerderheid"),
        ({"answered": 4, "blank": 0}, "Te weinig antwoorden om te tonen."),
    ],
)
def test_the_outcome_is_in_words_in_secret_mode(dossier: Dossier, result: dict[str, Any], words: str) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    cookie = join(meeting, OSS)
    make_round(meeting, 7, RoundState.SHOWN, result=result)
    text = shown(meeting, cookie).text
    assert words in text
    assert "Wat uw gemeente antwoordde, weet dit apparaat niet." in text


def test_what_was_settled_stands_with_its_texts_and_what_comes_next(dossier: Dossier) -> None:
    plan = plan_as_json(Plan(talks=((3, 7), (7, 7), (11, 5))))
    meeting = make_meeting(dossier, plan=plan)
    Choice.objects.filter(dossier=dossier, question__number=7).update(motivation="Daarom.", minority="Vught niet.")
    cookie = join(meeting, OSS)
    settled = make_round(meeting, 7, RoundState.SETTLED, result=COUNTED, settled=["7b"], differs="Zo is het.")
    give(settled, OSS, OWN)
    text = shown(meeting, cookie).text
    for words in ("Daarom.", "Vught niet.", "Zo is het.", "4 voor", "U was voor.", "Hierna: vraag 11,"):
        assert words in text
    assert "3 tegen" not in text


def test_a_question_of_which_the_answers_were_lost_says_so(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    cookie = join(meeting, OSS)
    make_round(meeting, 7, RoundState.LAPSED, lost=True)
    make_round(meeting, 7, attempt=2)
    page = shown(meeting, cookie)
    assert "Door een storing zijn de antwoorden op deze vraag weg. Antwoord opnieuw." in page.text
    assert page.find("form", method="post")


def test_a_poll_of_which_the_answers_were_lost_says_so(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET, MeetingState.POLL)
    cookie = join(meeting, OSS)
    make_round(meeting, 7, kind=RoundKind.POLL.value, attempt=0, lost=True)
    assert "Door een storing zijn de antwoorden op deze vraag weg." in shown(meeting, cookie, "?vraag=7").text


@pytest.mark.parametrize(
    ("way", "words"),
    [(Way.PAPER, "Uw gemeente stemt op papier"), (Way.ABSENT, "Uw gemeente staat als afwezig")],
)
@pytest.mark.parametrize("kind", [RoundKind.DEVICE, RoundKind.POLL])
def test_who_does_not_answer_by_phone_gets_no_form(dossier: Dossier, way: Way, words: str, kind: RoundKind) -> None:
    state = MeetingState.POLL if kind == RoundKind.POLL else MeetingState.RUNNING
    meeting = make_meeting(dossier, state=state)
    cookie = join(meeting, OSS, way=way.value)
    make_round(meeting, 7, kind=kind.value)
    for query in ("", "?vraag=7"):
        page = shown(meeting, cookie, query)
        assert heading(page) == words
        assert not page.find("form", method="post")


def test_hands_are_raised_and_no_phone_is_asked(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    make_round(meeting, 7, kind=RoundKind.HANDS.value)
    assert heading(shown(meeting, cookie)) == "Steek uw hand op"


def test_after_a_poll_was_closed_nothing_is_asked_until_the_meeting_begins(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, state=MeetingState.POLL)
    cookie = join(meeting, OSS)
    make_round(meeting, 7, RoundState.CLOSED, kind=RoundKind.POLL.value, attempt=0)
    assert heading(shown(meeting, cookie)) == "De voorpeiling is gesloten"


def test_a_poll_lists_the_questions_and_opens_each(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, state=MeetingState.POLL)
    cookie = join(meeting, OSS)
    rounds = {number: make_round(meeting, number, kind=RoundKind.POLL.value, attempt=0) for number in range(1, 13)}
    give(rounds[3], OSS, {"3a": "voor"})
    page = shown(meeting, cookie)
    marks = [mark.text.strip() for mark in page.find("span", **{"class": "poll__mark"})]
    assert marks == ["nog niet", "nog niet", "klaar", *["nog niet"] * 9]
    assert shown(meeting, cookie, "?vraag=5").form(f"/{meeting.pk}/").values["ronde"] == [str(rounds[5].pk)]
    assert heading(shown(meeting, cookie, "?vraag=3")) == "Uw antwoord is binnen"
    assert chosen(shown(meeting, cookie, "?vraag=3&wijzig=1"))["A-keuze"] == "voor"


@pytest.mark.parametrize(("mode", "by"), [(Mode.OPEN, "op verzoek van Oss"), (Mode.SECRET, "Wordt besproken")])
def test_the_hamerstukken_can_be_lifted_until_they_are_settled(dossier: Dossier, mode: Mode, by: str) -> None:
    lifted = {6: OSS if mode == Mode.OPEN else ""}
    plan = plan_as_json(Plan(formal={1: ("1a",), 6: ("6a",), 9: ("9a",)}, lifted=lifted))
    meeting = make_meeting(dossier, mode, plan=plan)
    cookie = join(meeting, VUGHT)
    make_round(meeting, 9, RoundState.SETTLED, settled=["9a"], kind=RoundKind.POLL.value, attempt=0)
    Meeting.objects.update(showing="hamerstukken")
    page = shown(meeting, cookie)
    assert [form.values["vraag"] for form in page.forms if form.posts] == [["1"]]
    assert by in page.text
    assert ("Niemand ziet dat u het was." in page.text) == (mode == Mode.SECRET)


def test_a_phone_looks_again_once_a_hamerstuk_is_settled(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, plan=plan_as_json(Plan(formal={1: ("1a",)})), showing="hamerstukken")
    cookie = join(meeting, OSS)
    poll = make_round(meeting, 1, RoundState.CLOSED, kind=RoundKind.POLL.value, attempt=0)
    before = shown(meeting, cookie).by_id("stand").attributes["data-stap"]
    poll.state = RoundState.SETTLED.value
    poll.save()
    assert shown(meeting, cookie).by_id("stand").attributes["data-stap"] != before


def test_of_hands_no_phone_has_an_answer_of_its_own(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    counts = {code: {"voor": 2, "kan": 0, "tegen": 1} for code in ("7a", "7b", "7c", "7d")}
    result = {"answered": 3, "blank": 0, "counts": counts}
    make_round(meeting, 7, RoundState.SHOWN, kind=RoundKind.HANDS.value, result=result)
    text = shown(meeting, cookie).text
    assert "2 voor" in text
    assert "ermee leven" not in text
    assert "Uw antwoord" not in text


def test_a_proposal_is_shown_and_settles_nothing(dossier: Dossier) -> None:
    plan = plan_as_json(Plan(proposal={7: ("7b",)}))
    meeting = make_meeting(dossier, plan=plan, showing="ontwerpen")
    text = shown(meeting, join(meeting, OSS)).text
    assert "Er is niets vastgesteld." in text
    assert "Taak van de CGS" in text


def test_an_open_question_comes_before_what_the_beamer_shows(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    cookie = join(meeting, OSS)
    make_round(meeting, 7)
    Meeting.objects.update(showing="geheel")
    assert heading(shown(meeting, cookie)) == "Waar hoort de regiostaf bij?"


def test_a_device_that_was_taken_over_reads_so_and_takes_back(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    first = join(meeting, OSS)
    Participant.objects.update(device="0" * 64, device_no=2)
    phone = phone_of(meeting, first)
    page = Page(phone.get(f"/deelnemen/{meeting.pk}/"))
    assert heading(page) == "Oss is overgenomen door een ander apparaat"
    response = phone.post(f"/deelnemen/{meeting.pk}/doe/", {"actie": "terugnemen"})
    assert (response.status_code, response["Location"]) == (303, f"/deelnemen/{meeting.pk}/")
    assert Participant.objects.get().device_no == 3
    assert heading(Page(phone.get(f"/deelnemen/{meeting.pk}/"))) == "Er is nu geen vraag open"


def test_a_locked_gemeente_is_not_taken_back(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    first = join(meeting, OSS)
    Participant.objects.update(device="0" * 64, device_no=2, locked=True)
    phone = phone_of(meeting, first)
    assert not Page(phone.get(f"/deelnemen/{meeting.pk}/")).find("button", name="actie")
    assert phone.post(f"/deelnemen/{meeting.pk}/doe/", {"actie": "terugnemen"}).status_code == 409
    assert Participant.objects.get().device_no == 2


def test_nobody_takes_back_what_their_device_never_had(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    join(meeting, OSS)
    phone = phone_of(meeting, "")
    for forged in ("x.GM0828.1", f"{'x' * 22}.GM0828.1:abc:def"):
        phone.cookies["deelnemer"] = forged
        assert phone.post(f"/deelnemen/{meeting.pk}/doe/", {"actie": "terugnemen"}).status_code == 404
    other = phone_of(make_meeting(make_dossier()), f"{'x' * 22}.GM0828.1")
    assert other.post(f"/deelnemen/{meeting.pk}/doe/", {"actie": "terugnemen"}).status_code == 404
    assert Participant.objects.get().device_no == 1


def test_a_closed_meeting_says_so_and_the_device_forgets_it(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, state=MeetingState.CLOSED)
    cookie = join(meeting, OSS)
    Participant.objects.update(device=None)
    response = phone_of(meeting, cookie).get(f"/deelnemen/{meeting.pk}/")
    assert heading(Page(response)) == "De vergadering is gesloten"
    assert response.cookies["deelnemer"]["max-age"] == 0


def test_who_never_took_part_gets_the_page_of_a_wrong_code(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    for pk in (meeting.pk, meeting.pk + 1):
        response = phone_of(meeting, "").get(f"/deelnemen/{pk}/")
        assert response.status_code == 404
        assert heading(Page(response)) == "Doe mee met de vergadering"


def test_the_stand_names_no_gemeente_and_is_small(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    cookie = join(meeting, OSS)
    join(meeting, VUGHT, device_no=3)
    give(make_round(meeting, 7), OSS, OWN, cookie)
    found = selectors.meeting_with_id(meeting.pk)
    assert found
    html = stand(found, selectors.stamp_now())
    part = Page(f"<body>{html}</body>").by_id("stand")
    assert part.text.strip() == "Vraag 7 van 12 · eerst alleen · 1 van 11 klaar"
    assert part.attributes["data-apparaten"] == f"{OSS}:1 {VUGHT}:3"
    assert part.attributes["data-stap"] == "eerst alleen"
    assert len(html) < 4096
    assert html in phone_of(meeting, cookie).get(f"/deelnemen/{meeting.pk}/").content.decode()
