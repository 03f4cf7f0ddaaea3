"""A gemeente answers with its phone: what counts, what comes back, and that nothing typed is lost."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from checklist import selectors
from checklist.domain.meeting.value import Ballot, MeetingState, RoundState
from checklist.domain.meeting_record.words import MOST_CHANGES, Mandate, Mode, RoundKind, Stance, Way
from checklist.models import Answered, Dossier, Meeting, Participant, Preference, Round, SecretBallot
from checklist.pages.meeting.answer_form import NOTHING_CHOSEN, filled_in, no_preference, sent_form
from tests.content import real_content
from tests.meetings import give, join, make_meeting, make_round, phone_of
from tests.pages import Page

OSS, VUGHT = "GM0828", "GM0865"
QUESTIONS = real_content().questions
ONE, MANY = QUESTIONS[6], QUESTIONS[2]


def sent(**fields: str) -> QueryDict:
    query = QueryDict(mutable=True)
    query.update({name.replace("_", "-"): value for name, value in fields.items()})
    return query


@pytest.mark.parametrize(
    ("fields", "stances"),
    [
        ({"B_keuze": "voor"}, {"7b": "voor"}),
        ({"B_keuze": "voor", "A_keuze": "tegen"}, {"7a": "tegen", "7b": "voor"}),
        ({"B_keuze": "voor", "andere": "kan"}, {"7a": "kan", "7b": "voor", "7c": "kan", "7d": "kan"}),
        (
            {"B_keuze": "voor", "A_keuze": "kan", "andere": "tegen"},
            {"7a": "kan", "7b": "voor", "7c": "tegen", "7d": "tegen"},
        ),
    ],
)
def test_what_is_chosen_is_the_answer_and_the_rest_is_no_judgement(
    fields: dict[str, str], stances: dict[str, str]
) -> None:
    form = sent_form(ONE, sent(**fields))
    assert form.sound
    assert form.ballot.stances == stances


@pytest.mark.parametrize(
    ("question", "fields", "said"),
    [
        (ONE, {}, NOTHING_CHOSEN),
        (ONE, {"andere": "tegen"}, NOTHING_CHOSEN),
        (ONE, {"A_keuze": "voor", "C_keuze": "voor"}, "Kies bij deze vraag één antwoord"),
        (MANY, {"A_keuze": "voor", "C_keuze": "voor"}, "sluit de andere antwoorden uit"),
        (ONE, {"A_keuze": "voor", "B_reden": "Omdat."}, "Bij B staat een reden."),
    ],
)
def test_what_is_no_answer_is_refused_with_the_reason(question: Any, fields: dict[str, str], said: str) -> None:
    form = sent_form(question, sent(**fields))
    assert not form.sound
    assert said in form.refusal


def test_two_voor_is_an_answer_where_many_may_be_chosen() -> None:
    assert sent_form(MANY, sent(B_keuze="voor", C_keuze="voor")).sound


def test_a_reason_over_its_cap_is_refused_and_kept() -> None:
    row = sent_form(ONE, sent(A_keuze="voor", A_reden="r" * 141)).rows[0]
    assert row.error == "Deze reden telt 141 tekens. Er passen er 140."
    assert row.reason == "r" * 141


def test_no_preference_keeps_nothing_but_the_wish_to_talk() -> None:
    form = sent_form(ONE, sent(A_keuze="voor", A_reden="Omdat.", bespreken="on"))
    assert no_preference(form) == Ballot(discuss=True)


BALLOTS = st.builds(
    Ballot,
    stances=st.dictionaries(st.sampled_from([option.code for option in MANY.options]), st.sampled_from(Stance)),
    discuss=st.booleans(),
)


@given(ballot=BALLOTS, mandate=st.sampled_from(Mandate))
def test_a_form_that_is_sent_as_it_was_filled_in_gives_the_same_answer(ballot: Ballot, mandate: Mandate) -> None:
    form = filled_in(MANY, ballot, mandate)
    fields = {f"{row.option.letter}_keuze": row.stance.value for row in form.rows if row.stance}
    again = sent_form(MANY, sent(**fields, mandaat=form.mandate.value, **({"bespreken": "on"} if form.discuss else {})))
    assert (again.ballot, again.mandate) == (ballot, mandate)


@pytest.fixture
def meeting(dossier: Dossier) -> Meeting:
    return make_meeting(dossier)


@pytest.fixture
def phone(meeting: Meeting) -> Client:
    return phone_of(meeting, join(meeting, OSS))


def send(phone: Client, of_round: Round, fields: Mapping[str, str] | None = None, **more: str) -> Any:
    body = {"ronde": str(of_round.pk)} | dict(fields or {"B-keuze": "voor", "B-reden": "Dicht bij huis."}) | more
    return phone.post(f"/deelnemen/{of_round.meeting_id}/", body)


pages = pytest.mark.django_db


@pages
def test_an_answer_is_written_and_the_page_says_so(phone: Client, meeting: Meeting) -> None:
    of_round = make_round(meeting, 7)
    response = send(phone, of_round, mandaat="voorbehoud", bespreken="on")
    assert response.status_code == 303
    stored = Preference.objects.get()
    assert (stored.stances, stored.reasons) == ({"7b": "voor"}, {"7b": "Dicht bij huis."})
    assert (stored.discuss, stored.mandate) == (True, "voorbehoud")
    assert "Uw antwoord is binnen" in Page(phone.get(response["Location"])).text


@pages
@pytest.mark.parametrize("mode", [Mode.OPEN, Mode.SECRET])
def test_an_answer_that_is_sent_twice_counts_once(dossier: Dossier, mode: Mode) -> None:
    meeting = make_meeting(dossier, mode)
    phone = phone_of(meeting, join(meeting, OSS))
    of_round = make_round(meeting, 7)
    assert [send(phone, of_round).status_code for _ in range(2)] == [303, 303]
    assert Preference.objects.count() + SecretBallot.objects.count() == 1


@pages
def test_no_preference_is_an_answer(phone: Client, meeting: Meeting) -> None:
    of_round = make_round(meeting, 7)
    assert send(phone, of_round, {"geen": "1"}).status_code == 303
    assert Preference.objects.get().stances == {}


@pages
@pytest.mark.parametrize(
    "fields",
    [{"B-reden": "Dicht bij huis."}, {"A-keuze": "voor", "B-keuze": "voor", "B-reden": "Dicht bij huis."}],
)
def test_what_is_no_answer_comes_back_as_it_was_typed(phone: Client, meeting: Meeting, fields: dict[str, str]) -> None:
    of_round = make_round(meeting, 7)
    page = Page(send(phone, of_round, fields))
    values = page.form(f"/{meeting.pk}/").values
    assert page.title.startswith("Fout: ")
    assert values["B-reden"] == ["Dicht bij huis."]
    assert values.get("B-keuze", [""]) == [fields.get("B-keuze", "")]
    assert not Preference.objects.exists()


@pages
@pytest.mark.parametrize("state", [RoundState.CLOSED, RoundState.SHOWN, RoundState.SETTLED, RoundState.LAPSED])
def test_an_answer_to_a_closed_question_counts_for_nothing_and_is_given_back(
    phone: Client, meeting: Meeting, state: RoundState
) -> None:
    of_round = make_round(meeting, 7, state)
    make_round(meeting, 8)
    for fields in (None, {"B-reden": "Dicht bij huis."}):
        response = send(phone, of_round, fields)
        page = Page(response)
        assert response.status_code == 409
        assert "Vraag 7 was al gesloten" in page.text
        assert "Dit antwoord telt niet." in page.text
        assert page.texts_to_copy() == {"Reden": "Dicht bij huis."}
        assert page.find("a", href=f"/deelnemen/{meeting.pk}/")
    assert not Preference.objects.exists()


@pages
@pytest.mark.parametrize("ronde", ["", "0", "x", "9" * 30, "-1", "٣"])
def test_an_answer_to_no_round_is_given_back(phone: Client, meeting: Meeting, ronde: str) -> None:
    response = phone.post(f"/deelnemen/{meeting.pk}/", {"ronde": ronde, "B-keuze": "voor", "B-reden": "Omdat."})
    assert response.status_code == 409
    assert Page(response).texts_to_copy() == {"Reden": "Omdat."}


@pages
def test_a_device_that_was_taken_over_keeps_what_it_typed(phone: Client, meeting: Meeting) -> None:
    of_round = make_round(meeting, 7)
    Participant.objects.update(device="0" * 64, device_no=2)
    response = send(phone, of_round)
    assert response.status_code == 409
    assert Page(response).texts_to_copy() == {"Reden": "Dicht bij huis."}
    assert not Preference.objects.exists()


@pages
def test_another_device_cannot_change_a_secret_answer(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    cookie = join(meeting, OSS)
    of_round = make_round(meeting, 7)
    give(of_round, OSS, {"7a": "voor"}, "an earlier device")
    response = send(phone_of(meeting, cookie), of_round)
    assert response.status_code == 409
    assert "Uw gemeente heeft al geantwoord" in Page(response).text
    assert SecretBallot.objects.get().stances == {"7a": "voor"}


@pages
def test_an_answer_is_changed_only_so_often_in_secret_mode(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    cookie = join(meeting, OSS)
    of_round = make_round(meeting, 7)
    give(of_round, OSS, {"7a": "voor"}, cookie)
    Answered.objects.update(changes=MOST_CHANGES)
    assert "Zo vaak wijzigen kan niet" in Page(send(phone_of(meeting, cookie), of_round)).text


@pages
def test_a_gemeente_on_paper_is_refused_and_keeps_what_it_typed(phone: Client, meeting: Meeting) -> None:
    of_round = make_round(meeting, 7)
    Participant.objects.update(way=Way.PAPER.value)
    response = send(phone, of_round)
    assert response.status_code == 409
    assert Page(response).texts_to_copy() == {"Reden": "Dicht bij huis."}


@pages
def test_lost_answers_are_asked_again_with_what_was_typed(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    cookie, other = join(meeting, OSS), join(meeting, VUGHT)
    of_round = make_round(meeting, 7)
    give(of_round, VUGHT, {"7a": "voor"}, other)
    SecretBallot.objects.all().delete()
    page = Page(send(phone_of(meeting, cookie), of_round))
    assert "Door een storing zijn de antwoorden op deze vraag weg. Antwoord opnieuw." in page.text
    values = page.form(f"/{meeting.pk}/").values
    assert values["B-reden"] == ["Dicht bij huis."]
    assert values["ronde"] != [str(of_round.pk)]


@pages
def test_the_own_answer_is_shown_after_closing_in_secret_mode_by_the_device_alone(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    cookie = join(meeting, OSS)
    phone, of_round = phone_of(meeting, cookie), make_round(meeting, 7)
    kept = send(phone, of_round).cookies["eigen"]
    assert (kept["path"], kept["httponly"], kept["samesite"]) == (f"/deelnemen/{meeting.pk}/", True, "Lax")
    Round.objects.update(state=RoundState.CLOSED.value)
    SecretBallot.objects.all().delete()
    assert "Dicht bij huis." in Page(phone.get(f"/deelnemen/{meeting.pk}/")).text
    other = phone_of(meeting, cookie)
    assert "weet dit apparaat niet" in Page(other.get(f"/deelnemen/{meeting.pk}/")).text


@pages
def test_the_cookie_of_an_answer_fits_whatever_was_typed(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    cookie = join(meeting, OSS)
    phone, of_round = phone_of(meeting, cookie), make_round(meeting, 7)
    long = "".join(chr(0x1F300 + at) for at in range(140))
    fields = {f"{letter}-{name}": value for letter in "ABCD" for name, value in (("keuze", "kan"), ("reden", long))}
    kept = send(phone, of_round, fields).cookies["eigen"]
    assert len(kept.OutputString()) < 4000
    assert SecretBallot.objects.get().reasons["7a"] == long


@pages
def test_in_open_mode_no_answer_stays_on_the_device(phone: Client, meeting: Meeting) -> None:
    assert "eigen" not in send(phone, make_round(meeting, 7)).cookies


@pages
def test_a_poll_leads_to_the_next_question_that_is_open(dossier: Dossier) -> None:
    meeting = make_meeting(dossier, state=MeetingState.POLL)
    phone = phone_of(meeting, join(meeting, OSS))
    rounds = {number: make_round(meeting, number, kind=RoundKind.POLL.value, attempt=0) for number in (2, 7, 9)}
    asked = [send(phone, rounds[number], {"A-keuze": "kan"})["Location"] for number in (7, 9, 2)]
    assert asked == [f"/deelnemen/{meeting.pk}/{query}" for query in ("?vraag=9", "?vraag=2", "")]


@pages
def test_a_hamerstuk_is_lifted_by_a_press(dossier: Dossier) -> None:
    plan = {"formal": {"6": ["6a"]}, "talks": [], "shown": True, "lifted": {}, "proposal": {}}
    meeting = make_meeting(dossier, Mode.SECRET, plan=plan, showing="hamerstukken")
    phone = phone_of(meeting, join(meeting, OSS))
    for _ in range(2):
        response = phone.post(f"/deelnemen/{meeting.pk}/doe/", {"actie": "bespreken", "vraag": "6"})
        assert (response.status_code, response["Location"]) == (303, f"/deelnemen/{meeting.pk}/")
    meeting.refresh_from_db()
    assert meeting.plan["lifted"] == {"6": ""}


@pages
@pytest.mark.parametrize(
    "body", [{}, {"actie": "x"}, {"actie": "bespreken", "vraag": "13"}, {"actie": "bespreken", "vraag": "6"}]
)
def test_a_press_that_means_nothing_now_leads_back(phone: Client, meeting: Meeting, body: dict[str, str]) -> None:
    assert phone.post(f"/deelnemen/{meeting.pk}/doe/", body).status_code == 303


@pages
@pytest.mark.parametrize(
    ("mode", "kind", "statements"),
    [
        (Mode.OPEN, RoundKind.DEVICE, 3),
        (Mode.OPEN, RoundKind.POLL, 4),
        (Mode.SECRET, RoundKind.DEVICE, 5),
        (Mode.SECRET, RoundKind.POLL, 6),
    ],
)
def test_an_answer_reads_its_round_and_no_more_of_the_meeting(
    dossier: Dossier,
    mode: Mode,
    kind: RoundKind,
    statements: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    meeting = make_meeting(dossier, mode)
    phone = phone_of(meeting, join(meeting, OSS))
    of_round = make_round(meeting, 7, kind=kind.value)
    selectors.content_all()
    savepoints = 2
    with django_assert_num_queries(savepoints + statements):
        send(phone, of_round)
