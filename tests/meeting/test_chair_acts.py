"""Each button of the bediening, from the page that shows it."""

from typing import Any

import pytest
from django.test import Client

from checklist import services
from checklist.domain.dossier import Answer
from checklist.domain.meeting.plan import Plan, plan_as_json, plan_from_json
from checklist.domain.meeting.value import RoundState, Showing
from checklist.domain.meeting_record.words import Mode, RoundKind, Step, Way
from checklist.models import Dossier, Meeting, Round
from tests.dossiers import choice, make_dossier, opened
from tests.meeting.chairs import address, now_of, page_of, press
from tests.meetings import GEMEENTEN, give, join, make_meeting, make_round
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Dossier:
    """With nothing in it."""
    return make_dossier()


def meeting_of(dossier: Dossier, mode: Mode = Mode.OPEN, **fields: Any) -> tuple[Meeting, dict[str, str]]:
    """A meeting of seven gemeenten, with their cookies."""
    meeting = make_meeting(dossier, mode, **fields)
    return meeting, {gemeente: join(meeting, gemeente) for gemeente in GEMEENTEN[:7]}


def asked(dossier: Dossier, state: RoundState = RoundState.ALONE, mode: Mode = Mode.OPEN, **fields: Any) -> Round:
    """Vraag 7, answered by six of seven: five are voor B."""
    meeting, cookies = meeting_of(dossier, mode)
    made = make_round(meeting, 7, state, **fields)
    for at, (gemeente, cookie) in enumerate(list(cookies.items())[:6]):
        stances = {"7b": "voor"} if at < 5 else {"7a": "voor", "7b": "tegen"}
        give(made, gemeente, stances, cookie, reasons={"7b": f"Reden {at}."})
    return made


def now(dossier: Dossier, number: int = 7) -> RoundState:
    """Where the last round of a question is."""
    return now_of(dossier).newest[number].state


def test_a_question_is_opened_for_the_minutes_of_the_plan(client: Client, dossier: Dossier) -> None:
    meeting_of(dossier, plan=plan_as_json(Plan(talks=((7, 14),))))
    response = press(client, dossier, "vraag=7", actie="open")
    assert response.headers["Location"] == address(dossier, "vraag=7")
    assert now(dossier) == RoundState.ALONE


@pytest.mark.parametrize(
    ("state", "act", "expected"),
    [
        (RoundState.ALONE, "redenen", RoundState.REASONS),
        (RoundState.ALONE, "stemmen", RoundState.VOTE),
        (RoundState.REASONS, "praten", RoundState.REASONS),
        (RoundState.REASONS, "stemmen", RoundState.VOTE),
        (RoundState.VOTE, "sluiten", RoundState.CLOSED),
        (RoundState.VOTE, "sluiten-en-tonen", RoundState.SHOWN),
    ],
)
@pytest.mark.parametrize("mode", Mode)
def test_each_step_is_one_press(  # noqa: PLR0913, PLR0917 - a row of the table
    client: Client, dossier: Dossier, state: RoundState, act: str, expected: RoundState, mode: Mode
) -> None:
    asked(dossier, state, mode)
    press(client, dossier, actie=act)
    assert now(dossier) == expected


def test_the_talk_begins_with_a_press_too(client: Client, dossier: Dossier) -> None:
    asked(dossier, RoundState.REASONS)
    press(client, dossier, actie="praten")
    assert now_of(dossier).newest[7].talking


def test_a_reason_that_was_turned_off_is_not_shown(client: Client, dossier: Dossier) -> None:
    asked(dossier)
    ticks = page_of(client, dossier).form("/doe/").values["reden"]
    press(client, dossier, actie="redenen", reden=[tick for tick in ticks if "Reden 3." not in tick])
    shown = [one["text"] for of_it in (now_of(dossier).newest[7].reasons or {}).values() for one in of_it]
    assert "Reden 2." in shown
    assert "Reden 3." not in shown


def test_in_secret_mode_a_reason_that_the_chair_did_not_see_is_looked_at_first(
    client: Client, dossier: Dossier
) -> None:
    made = asked(dossier, RoundState.ALONE, Mode.SECRET)
    form = page_of(client, dossier).form("/doe/")
    give(made, GEMEENTEN[6], {"7a": "voor"}, reasons={"7a": "Net binnen."})
    page = Page(client.post(form.action, form.values | {"actie": "redenen"}))
    assert "Er is een reden bijgekomen" in page.text
    assert "Net binnen." in page.text
    assert now(dossier) == RoundState.ALONE


@pytest.mark.parametrize(("gemeenten", "sees"), [(4, False), (5, True)])
def test_in_secret_mode_the_chair_sees_no_reason_before_five_answered(
    client: Client, dossier: Dossier, gemeenten: int, sees: bool
) -> None:
    meeting, cookies = meeting_of(dossier, Mode.SECRET)
    made = make_round(meeting, 7)
    for gemeente, cookie in list(cookies.items())[:gemeenten]:
        give(made, gemeente, {"7b": "voor"}, cookie, reasons={"7b": "Omdat het zo werkt."})
    assert ("Omdat het zo werkt." in page_of(client, dossier, "vraag=7").text) == sees


def test_too_few_answers_show_no_reasons_and_the_page_says_so(client: Client, dossier: Dossier) -> None:
    meeting, _ = meeting_of(dossier)
    make_round(meeting, 7)
    page = Page(press(client, dossier, actie="redenen"))
    assert page.find("p", role="alert")
    assert now(dossier) == RoundState.ALONE


def test_two_minutes_more(client: Client, dossier: Dossier) -> None:
    meeting_of(dossier)
    press(client, dossier, "vraag=7", actie="open")
    before = now_of(dossier).box_until
    press(client, dossier, actie="langer")
    after = now_of(dossier).box_until
    assert before
    assert after
    assert (after - before).total_seconds() == 120


def test_hands_are_counted_apart(client: Client, dossier: Dossier) -> None:
    meeting_of(dossier)
    press(client, dossier, "vraag=7", actie="handen")
    sums = {"aanwezig": "6", "voor-7b": "4", "tegen-7b": "2"}
    press(client, dossier, actie="sluiten-en-tonen", **sums)
    closed = now_of(dossier).newest[7]
    assert closed.kind == RoundKind.HANDS
    assert closed.result
    assert closed.result["counts"]["7b"] == {"voor": 4, "kan": 0, "tegen": 2}


@pytest.mark.parametrize("sums", [{"aanwezig": "3", "voor-7b": "4"}, {"aanwezig": "drie"}])
def test_more_hands_than_gemeenten_come_back_as_they_were_typed(
    client: Client, dossier: Dossier, sums: dict[str, str]
) -> None:
    meeting, _ = meeting_of(dossier)
    make_round(meeting, 7, kind=RoundKind.HANDS.value)
    page = Page(press(client, dossier, actie="sluiten", **sums))
    assert page.find("p", role="alert")
    assert all(page.find("input", name=name, value=value) for name, value in sums.items())
    assert now(dossier) == RoundState.ALONE


def test_one_sheet_is_asked_once_more(client: Client, dossier: Dossier) -> None:
    made = asked(dossier, RoundState.VOTE, Mode.SECRET)
    join(made.meeting, GEMEENTEN[8], device=None, way=Way.PAPER.value)
    sheet = {"bladen": "1", "voor-7b": "1"}
    page = Page(press(client, dossier, actie="sluiten", **sheet))
    assert "u ziet nu het antwoord van die gemeente" in page.text
    assert now(dossier) == RoundState.VOTE
    press(client, dossier, actie="sluiten", **sheet, **{"een-blad": "1"})
    assert now(dossier) == RoundState.CLOSED
    assert now_of(dossier).newest[7].result["answered"] == 7  # type: ignore[index]


def shown(dossier: Dossier, **fields: Any) -> Round:
    """Vraag 7 with its outcome shown: a majority for B."""
    counts = {f"7{letter}": {"voor": 0, "kan": 0, "tegen": 0} for letter in "acd"}
    counts["7b"] = {"voor": 5, "kan": 0, "tegen": 1}
    result = {"answered": 6, "blank": 0, "counts": counts}
    return asked(dossier, RoundState.SHOWN, result=result, **fields)


def test_what_the_majority_wants_is_settled_with_what_was_written(client: Client, dossier: Dossier) -> None:
    shown(dossier)
    press(client, dossier, actie="vaststellen", motivation="Eén ingang.", minority="Oss niet.")
    assert now(dossier) == RoundState.SETTLED
    stored = opened(dossier).answers[7].answer
    assert (stored.options, stored.motivation, stored.minority) == (("7b",), "Eén ingang.", "Oss niet.")


def test_something_else_than_the_majority_asks_why_and_keeps_all_that_was_typed(
    client: Client, dossier: Dossier
) -> None:
    shown(dossier)
    page = Page(press(client, dossier, actie="vaststellen", optie="7a", motivation="Toch dit."))
    assert now(dossier) == RoundState.SHOWN
    form = page.form("/doe/")
    assert (form.values["optie"], form.values["motivation"]) == (["7a"], ["Toch dit."])
    assert form.values["differs"] == [""]
    client.post(form.action, form.values | {"actie": "vaststellen", "differs": "Dit past beter."})
    assert (now(dossier), now_of(dossier).newest[7].differs) == (RoundState.SETTLED, "Dit past beter.")


def test_nothing_is_no_answer_to_settle(client: Client, dossier: Dossier) -> None:
    shown(dossier)
    page = Page(press(client, dossier, actie="vaststellen", optie=[], motivation="Wij weten het niet."))
    assert "Kies eerst wat u vaststelt" in page.text
    assert page.form("/doe/").values["motivation"] == ["Wij weten het niet."]
    assert now(dossier) == RoundState.SHOWN


def test_a_question_is_settled_without_a_vote(client: Client, dossier: Dossier) -> None:
    meeting_of(dossier)
    press(client, dossier, "vraag=3&zonder=stemming", actie="vaststellen", optie="3b", motivation="Zonder stemming.")
    assert now(dossier, 3) == RoundState.SETTLED
    assert choice(dossier, 3).options == ["3b"]


def test_texts_are_saved_by_every_press(client: Client, dossier: Dossier) -> None:
    asked(dossier)
    response = press(client, dossier, naar="3", motivation="Tussendoor.")
    assert response.headers["Location"] == address(dossier, "vraag=3")
    assert choice(dossier, 7).motivation == "Tussendoor."


def test_texts_that_somebody_else_wrote_meanwhile_stand_above_those_of_the_chair(
    client: Client, dossier: Dossier
) -> None:
    asked(dossier)
    form = page_of(client, dossier).form("/doe/")
    services.save_choice(opened(dossier), 7, Answer((), "Van een ander."), based_on=0)
    response = client.post(form.action, form.values | {"actie": "stemmen", "motivation": "Van mij."})
    assert response.status_code == 409
    again = Page(response).form("/doe/")
    assert again.values["motivation"] == ["Van een ander.\r\n\r\nVan mij."]
    assert now(dossier) == RoundState.ALONE
    client.post(again.action, again.values | {"actie": "stemmen"})
    assert now(dossier) == RoundState.VOTE


def test_a_press_of_another_chair_is_told_and_what_was_typed_stays(client: Client, dossier: Dossier) -> None:
    made = asked(dossier, RoundState.VOTE)
    form = page_of(client, dossier).form("/doe/")
    press(client, dossier, actie="sluiten")
    response = client.post(form.action, form.values | {"actie": "redenen", "motivation": "Van mij."})
    assert response.status_code == 409
    page = Page(response)
    assert "De voorzitter op een ander scherm was u voor. Vraag 7 is nu gesloten" in page.text
    assert page.form("/doe/").values["motivation"] == ["Van mij."]
    assert page.form("/doe/").values["ronde"] == [str(made.pk)]


@pytest.mark.parametrize(("act", "expected"), [("sluiten", RoundState.CLOSED), ("sluiten-en-tonen", RoundState.SHOWN)])
def test_the_same_press_twice_is_a_success(client: Client, dossier: Dossier, act: str, expected: RoundState) -> None:
    asked(dossier, RoundState.VOTE)
    form = page_of(client, dossier).form("/doe/")
    for _ in range(2):
        assert client.post(form.action, form.values | {"actie": act}).status_code == 302
    assert now(dossier) == expected


def test_the_names_of_who_is_tegen_go_on_the_beamer_and_off_it(client: Client, dossier: Dossier) -> None:
    shown(dossier)
    assert press(client, dossier, actie="tonen:namen").status_code == 302
    page = page_of(client, dossier)
    assert "met de namen van wie tegen is" in page.text
    assert "Haal de namen van de beamer" in page.text
    press(client, dossier, actie="tonen:vraag")
    assert "Namen op de beamer" in page_of(client, dossier).text


def test_in_secret_mode_no_names_can_be_shown(client: Client, dossier: Dossier) -> None:
    asked(dossier, RoundState.SHOWN, Mode.SECRET, result={"answered": 6, "blank": 0, "counts": {}})
    assert "Namen op de beamer" not in page_of(client, dossier).text


@pytest.mark.parametrize("showing", [Showing.JOIN, Showing.FORMALITIES, Showing.TALKS, Showing.WHOLE, Showing.DESIGNS])
def test_the_beamer_shows_what_a_press_asks(client: Client, dossier: Dossier, showing: Showing) -> None:
    asked(dossier)
    press(client, dossier, actie=f"tonen:{showing.value}")
    assert now_of(dossier).showing == showing.value


def test_ticked_hamerstukken_are_settled_and_the_others_are_talked_about(client: Client, dossier: Dossier) -> None:
    plan = Plan(formal={1: ("1a",), 4: ("4b",)}, shown=True)
    meeting, _ = meeting_of(dossier, plan=plan_as_json(plan))
    for number in plan.formal:
        make_round(meeting, number, RoundState.SHOWN, kind=RoundKind.POLL.value, attempt=0)
    press(client, dossier, "blik=hamerstukken", actie="hamerstukken-vaststellen", hamerstuk=["1"])
    assert now_of(dossier).polls[1].state == RoundState.SETTLED
    assert "1 Instelling vastgesteld" in page_of(client, dossier).text
    assert dict(plan_from_json(now_of(dossier).plan).talks) == {4: 7}


def test_a_take_over_is_held(client: Client, dossier: Dossier) -> None:
    meeting_of(dossier)
    press(client, dossier, actie=f"vastzetten:{GEMEENTEN[0]}")
    assert now_of(dossier).seat_of[GEMEENTEN[0]].locked


def test_a_question_is_reopened_after_one_more_press(client: Client, dossier: Dossier) -> None:
    shown(dossier)
    response = press(client, dossier, naar="opnieuw")
    page = Page(client.get(response.headers["Location"]))
    assert "Daarmee gaan 6 antwoorden weg." in page.text
    assert now(dossier) == RoundState.SHOWN
    form = next(form for form in page.forms if form.posts)
    client.post(response.headers["Location"], form.values | {"actie": "heropenen"})
    again = now_of(dossier).newest[7]
    assert (again.state, again.attempt) == (RoundState.ALONE, 2)


def test_an_open_question_is_broken_off_after_one_more_press(client: Client, dossier: Dossier) -> None:
    asked(dossier)
    where = address(dossier, "", "meeting-reopen", 7)
    form = next(form for form in Page(client.get(where)).forms if form.posts)
    client.post(where, form.values | {"actie": "afbreken"})
    assert 7 not in now_of(dossier).newest


def test_what_was_asked_of_an_open_question_is_not_done_to_one_that_closed_meanwhile(
    client: Client, dossier: Dossier
) -> None:
    asked(dossier, RoundState.VOTE)
    where = address(dossier, "", "meeting-reopen", 7)
    form = next(form for form in Page(client.get(where)).forms if form.posts)
    press(client, dossier, actie="sluiten")
    page = Page(client.post(where, form.values | {"actie": "afbreken"}, follow=True))
    assert now(dossier) == RoundState.CLOSED
    assert "was u voor" in page.text


def test_the_words_save_themselves_with_a_version(client: Client, dossier: Dossier) -> None:
    asked(dossier)
    form = page_of(client, dossier).form("/doe/")
    where = address(dossier, "", "meeting-words")
    first = client.post(where, form.values | {"motivation": "Een begin"})
    assert first.json()["version"] == 1
    assert first.json()["told"].startswith("Opgeslagen om ")
    late = client.post(where, form.values | {"motivation": "Van een oude bladzijde"})
    assert late.status_code == 409
    assert choice(dossier, 7).motivation == "Een begin"


def test_too_long_a_text_is_refused_and_stays(client: Client, dossier: Dossier) -> None:
    asked(dossier)
    page = Page(press(client, dossier, actie="stemmen", motivation="a" * 10_001))
    assert "Deze tekst telt 10.001 tekens." in page.text
    assert page.form("/doe/").values["motivation"] == ["a" * 10_001]
    assert now(dossier) == RoundState.ALONE


@pytest.mark.parametrize("body", [{"actie": "stemmen"}, {"actie": "vaststellen"}, {"actie": "redenen", "ronde": "x"}])
def test_a_form_that_is_not_of_the_page_is_refused(client: Client, dossier: Dossier, body: dict[str, str]) -> None:
    make_meeting(dossier)
    assert client.post(address(dossier, "", "meeting-act"), body).status_code == 400


@pytest.mark.parametrize("name", ["meeting-act", "meeting-words"])
def test_a_get_leads_to_the_bediening(client: Client, dossier: Dossier, name: str) -> None:
    make_meeting(dossier)
    assert client.get(address(dossier, "", name)).headers["Location"] == address(dossier)


def test_a_design_is_put_forward_and_fills_in_its_questions(client: Client, dossier: Dossier) -> None:
    meeting, cookies = meeting_of(dossier, showing=Showing.DESIGNS.value)
    for number, option in ((2, "2a"), (5, "5a")):
        letters = "abcd"
        counts = {f"{number}{letter}": {"voor": 0, "kan": 0, "tegen": 0} for letter in letters}
        counts[option] = {"voor": 7, "kan": 0, "tegen": 0}
        made = make_round(meeting, number, RoundState.SHOWN, result={"answered": 7, "blank": 0, "counts": counts})
        for gemeente in cookies:
            give(made, gemeente, {option: "voor"})
    Meeting.objects.update(showing=Showing.DESIGNS.value)
    page = page_of(client, dossier, "blik=geheel")
    assert "botst" in page.text
    press(client, dossier, "blik=geheel", actie="voorleggen")
    proposal = plan_from_json(now_of(dossier).plan).proposal
    assert proposal
    (number, options), *_ = proposal.items()
    ticked = page_of(client, dossier, f"vraag={number}").form("/doe/").values["optie"]
    assert tuple(ticked) == options
    press(client, dossier, "blik=geheel", actie="voorstel-intrekken")
    assert not plan_from_json(now_of(dossier).plan).proposal


def test_a_pick_that_is_no_near_design_is_refused(client: Client, dossier: Dossier) -> None:
    meeting_of(dossier, showing=Showing.DESIGNS.value)
    page = Page(press(client, dossier, "blik=geheel", actie="voorleggen"))
    assert "Kies opnieuw wat u voorlegt." in page.text


def test_steps_that_were_taken_are_those_of_the_record(client: Client, dossier: Dossier) -> None:
    meeting_of(dossier)
    press(client, dossier, "vraag=7", actie="open")
    press(client, dossier, actie="stemmen")
    assert [step for step, _ in now_of(dossier).newest[7].steps] == [Step.ALONE, Step.VOTE]
