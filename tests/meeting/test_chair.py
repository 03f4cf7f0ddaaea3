"""What the bediening shows in each state, and what it keeps to itself."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from checklist import selectors
from checklist.domain.dossier import Answer
from checklist.domain.meeting.plan import Plan, plan_as_json
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode, RoundKind, Way
from checklist.meeting.chair import stand
from checklist.models import Dossier, Meeting, Round
from tests.dossiers import make_dossier
from tests.meeting.chairs import address, bar, now_of, page_of
from tests.meetings import GEMEENTEN, give, join, make_meeting, make_round

pytestmark = pytest.mark.django_db

COUNTS = {
    "7a": {"voor": 1, "kan": 4, "tegen": 2},
    "7b": {"voor": 5, "kan": 1, "tegen": 1},
    "7c": {"voor": 0, "kan": 0, "tegen": 7},
    "7d": {"voor": 1, "kan": 2, "tegen": 4},
}
TOLD = {code: {"voor": "enkele", "tegen": "niemand"} for code in ("7a", "7c", "7d")} | {"7b": {"voor": 4, "tegen": 3}}
RESULT = {"answered": 7, "blank": 0, "counts": COUNTS}
SECRET_RESULT = {"answered": 7, "blank": 0, "counts": TOLD}


@pytest.fixture
def dossier() -> Dossier:
    """With something written at vraag 7 already."""
    return make_dossier({7: Answer((), "Zo is er één ingang.", "Oss niet.")})


def at_seven(dossier: Dossier, state: RoundState, mode: Mode = Mode.OPEN, **fields: Any) -> Round:
    """A meeting of seven gemeenten, with vraag 7 in this state; six of them answered, each differently reasoned."""
    meeting = make_meeting(dossier, mode)
    cookies = {gemeente: join(meeting, gemeente) for gemeente in GEMEENTEN[:7]}
    made = make_round(meeting, 7, state, **fields)
    for at, (gemeente, cookie) in enumerate(list(cookies.items())[:6]):
        give(made, gemeente, {"7b": "voor", "7c": "tegen"}, cookie, reasons={"7b": f"Reden {at}."})
    return made


STATES = [
    (RoundState.ALONE, {}, ["Toon de redenen", "Meteen stemmen", "Breek af, tel niets"]),
    (RoundState.REASONS, {}, ["Begin het gesprek", "Meteen stemmen", "Breek af, tel niets"]),
    (
        RoundState.REASONS,
        {"steps": [["alleen", 0], ["redenen", 2], ["praten", 3]]},
        ["Open het stemmen", "Sluit en toon de uitslag", "Breek af, tel niets"],
    ),
    (RoundState.VOTE, {}, ["Sluit en toon de uitslag", "Sluit, toon nog niets", "Breek af, tel niets"]),
    (RoundState.ALONE, {"kind": RoundKind.HANDS.value}, ["Sluit en toon de uitslag", "Sluit, toon nog niets"]),
    (RoundState.CLOSED, {"result": RESULT}, ["Toon de uitslag", "Later verder", "Heropen voor allen"]),
    (RoundState.SHOWN, {"result": RESULT}, ["Stel vast: Taak van de CGS", "Openlaten", "Heropen voor allen"]),
    (
        RoundState.SETTLED,
        {"result": RESULT, "settled": ["7b"]},
        ["Volgende: vraag 8", "Heropen voor allen"],
    ),
]


@pytest.mark.parametrize(("state", "fields", "expected"), STATES)
def test_the_first_button_is_the_next_step(
    client: Client, dossier: Dossier, state: RoundState, fields: dict[str, Any], expected: list[str]
) -> None:
    at_seven(dossier, state, **fields)
    assert bar(page_of(client, dossier))[: len(expected)] == expected


def test_one_step_is_shown_as_where_the_question_is(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.VOTE, steps=[["alleen", 0], ["stemmen", 3]])
    page = page_of(client, dossier)
    assert [item.text for item in page.find("li", **{"aria-current": "step"})] == ["Stemmen"]
    assert [item.text.strip() for item in page.find("li", **{"class": "done"})] == ["Alleen"]


@pytest.mark.parametrize("state", [RoundState.ALONE, RoundState.REASONS, RoundState.VOTE, RoundState.CLOSED])
@pytest.mark.parametrize("mode", Mode)
def test_no_number_of_an_answer_is_there_before_the_outcome_is_shown(
    client: Client, dossier: Dossier, state: RoundState, mode: Mode
) -> None:
    at_seven(dossier, state, mode, result={**RESULT, "answered": 86754})
    html = client.get(address(dossier)).content.decode()
    assert "86754" not in html
    assert 'class="num"' not in html or state == RoundState.VOTE


def test_open_mode_names_who_has_not_answered(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.ALONE)
    page = page_of(client, dossier)
    assert "6 van 11 klaar" in page.text
    assert "Nog niet: Maashorst" in page.text


def test_secret_mode_says_how_many_answered_and_not_who(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.ALONE, Mode.SECRET)
    page = page_of(client, dossier)
    assert "6 van 11 klaar" in page.text
    assert "Nog niet" not in page.text
    joined = [item for item in page.find("li") if item.attributes.get("class") == "pres--here"]
    assert len(joined) == 7


def test_the_reasons_are_listed_without_a_name_and_all_on(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.ALONE)
    page = page_of(client, dossier)
    assert len(page.find("input", name="reden", checked="")) == 6
    assert "Reden 3." in page.text


def test_in_secret_mode_a_reason_has_no_stance(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.ALONE, Mode.SECRET)
    html = client.get(address(dossier)).content.decode()
    assert "verraadt van wie die is" in html
    assert "#vorm-voor" not in html


def test_what_majority_wants_is_ticked_to_be_settled(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.SHOWN, result=RESULT)
    page = page_of(client, dossier)
    assert [one.attributes["value"] for one in page.find("input", name="optie", checked="")] == ["7b"]
    assert "Meerderheid voor B: 5 van de 7" in page.text


def test_without_a_majority_nothing_is_ticked(client: Client, dossier: Dossier) -> None:
    counts = COUNTS | {"7b": {"voor": 3, "kan": 0, "tegen": 0}}
    at_seven(dossier, RoundState.SHOWN, result={**RESULT, "counts": counts})
    page = page_of(client, dossier)
    assert not page.find("input", name="optie", checked="")
    assert bar(page)[0] == "Stel vast"


def test_the_outcome_names_who_is_against_and_what_they_want_in_open_mode(client: Client, dossier: Dossier) -> None:
    made = at_seven(dossier, RoundState.SHOWN, result=RESULT)
    give(made, GEMEENTEN[6], {"7b": "tegen", "7d": "voor"}, mandate="voorbehoud")
    sections = [section.text for section in page_of(client, dossier).find("section")]
    against = "Tegen ‘Taak van de CGS’Maashorst: onafhankelijke afdeling veiligheidsregio, onder voorbehoud"
    assert against in sections
    assert any(section.startswith("Voor ‘Taak van de CGS’Bernheze, Boekel") for section in sections)


def test_the_outcome_in_secret_mode_has_words_and_no_name_beside_them(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.SHOWN, Mode.SECRET, result=SECRET_RESULT)
    page = page_of(client, dossier)
    assert "enkele" in page.text
    assert "Tegen ‘" not in page.text
    assert "kan ermee leven" not in page.by_id("bediening").text


def test_too_few_secret_answers_give_no_number(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.SHOWN, Mode.SECRET, result={"answered": 4, "blank": 1})
    page = page_of(client, dossier)
    assert "Te weinig antwoorden om te tonen" in page.text
    assert not page.find("td", **{"class": "num"})


def test_too_few_secret_answers_have_no_majority_and_no_outcome_on_the_beamer(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.SHOWN, Mode.SECRET, result={"answered": 4, "blank": 1})
    page = page_of(client, dossier)
    assert "meerderheid" not in page.text
    assert "‘Te weinig antwoorden om te tonen’, zonder getallen." in page.by_id("stand").text


def test_sheets_can_be_entered_in_secret_mode_once_a_gemeente_uses_paper(client: Client, dossier: Dossier) -> None:
    made = at_seven(dossier, RoundState.VOTE, Mode.SECRET)
    assert not page_of(client, dossier).find("input", name="bladen")
    join(made.meeting, GEMEENTEN[8], device=None, way=Way.PAPER.value)
    assert page_of(client, dossier).find("input", name="bladen")


def test_sheets_are_not_entered_while_the_question_cannot_be_closed(client: Client, dossier: Dossier) -> None:
    made = at_seven(dossier, RoundState.ALONE, Mode.SECRET)
    join(made.meeting, GEMEENTEN[8], device=None, way=Way.PAPER.value)
    assert not page_of(client, dossier).find("input", name="bladen")


def test_another_question_leads_back_to_the_one_that_is_open(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.ALONE)
    assert bar(page_of(client, dossier, "vraag=3"))[0] == "Terug naar vraag 7"


def test_what_was_written_at_the_question_stands_in_every_step(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.VOTE)
    form = page_of(client, dossier).form("/doe/")
    assert (form.values["motivation"], form.values["minority"]) == (["Zo is er één ingang."], ["Oss niet."])


def test_the_plan_of_the_poll_is_the_agenda(client: Client, dossier: Dossier) -> None:
    plan = Plan(formal={4: ("4b",), 1: ("1a",)}, talks=((7, 14), (2, 10)))
    make_meeting(dossier, plan=plan_as_json(plan))
    page = page_of(client, dossier, "blik=hamerstukken")
    assert page.find("h1")[0].text == "Twee hamerstukken"
    assert bar(page)[0] == "Toon de hamerstukken"
    order = [one.attributes["value"] for one in page.find("button", name="naar")]
    assert order[:6] == ["hamerstukken", "1", "4", "bespreekstukken", "7", "2"]


def test_hamerstukken_that_were_shown_can_be_settled_each_with_a_tick(client: Client, dossier: Dossier) -> None:
    plan = Plan(formal={4: ("4b",), 1: ("1a",)}, shown=True, lifted={4: GEMEENTEN[8]})
    make_meeting(dossier, plan=plan_as_json(plan))
    page = page_of(client, dossier, "blik=hamerstukken")
    assert [one.attributes["value"] for one in page.find("input", name="hamerstuk", checked="")] == ["1"]
    assert bar(page)[0] == "Stel dit hamerstuk vast"
    assert "Vraag 4 is een bespreekstuk geworden: op verzoek van Oss." in page.text


def test_settling_is_never_what_enter_does(client: Client, dossier: Dossier) -> None:
    at_seven(dossier, RoundState.SHOWN, result=RESULT)
    assert not page_of(client, dossier).find("button", **{"data-enter": ""})


def test_a_take_over_is_seen_until_it_is_held(client: Client, dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    join(meeting, GEMEENTEN[8], device_no=2)
    assert "Oss antwoordt op een ander apparaat." in page_of(client, dossier).text
    meeting.participants.update(locked=True)
    assert "ander apparaat" not in page_of(client, dossier).text


def test_it_says_when_answers_may_still_lie_in_a_file(client: Client, dossier: Dossier) -> None:
    make_meeting(dossier, Mode.SECRET, to_clean=True)
    assert "nog niet nagekeken" in page_of(client, dossier).text


def test_a_question_of_which_the_answers_were_lost_says_so(client: Client, dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    make_round(meeting, 7, RoundState.LAPSED, lost=True)
    make_round(meeting, 7, attempt=2)
    assert "Door een storing zijn de antwoorden op deze vraag weg." in page_of(client, dossier).text


@pytest.mark.parametrize("mode", Mode)
def test_the_piece_that_follows_is_that_of_the_page_and_small(client: Client, dossier: Dossier, mode: Mode) -> None:
    at_seven(dossier, RoundState.ALONE, mode)
    piece = stand(now_of(dossier), selectors.content_all().stamp)
    page = client.get(address(dossier)).content.decode()
    assert re.sub(r"\s+", " ", piece.strip()) in re.sub(r"\s+", " ", page)
    assert len(piece.encode()) <= 4096


def step_of(dossier: Dossier) -> str:
    """What the piece says of the step that the page is at."""
    found = re.search(r'data-stap="(.*?)"', stand(now_of(dossier), selectors.content_all().stamp))
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    "change", [{"showing": "geheel"}, {"plan": plan_as_json(Plan({3: ("3b",)}, shown=True, lifted={3: ""}))}]
)
def test_the_page_is_another_one_when_the_agenda_or_the_beamer_is(dossier: Dossier, change: dict[str, Any]) -> None:
    meeting = make_meeting(dossier, showing="hamerstukken", plan=plan_as_json(Plan({3: ("3b",)}, shown=True)))
    before = step_of(dossier)
    Meeting.objects.filter(pk=meeting.pk).update(version=7)
    assert step_of(dossier) == before
    Meeting.objects.filter(pk=meeting.pk).update(**change)
    assert step_of(dossier) != before


def test_the_piece_asks_nothing_of_the_database(
    dossier: Dossier, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    at_seven(dossier, RoundState.ALONE)
    meeting, stamp = now_of(dossier), selectors.content_all().stamp
    stand(meeting, stamp)
    with django_assert_num_queries(0):
        stand(meeting, stamp)


def test_a_suspended_meeting_asks_to_be_resumed(client: Client, dossier: Dossier) -> None:
    make_meeting(dossier, state=MeetingState.SUSPENDED)
    assert "Hervat de vergadering" in page_of(client, dossier).text


def test_with_the_leeslink_there_is_no_bediening(client: Client, dossier: Dossier) -> None:
    make_meeting(dossier)
    assert client.get(address(dossier).replace(dossier.edit_key, dossier.read_key)).status_code == 403
