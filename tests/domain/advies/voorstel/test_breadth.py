"""Breedte van het draagvlak: what a document tells of a meeting, and whom it names."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.advies.voorstel.value_breadth import Breadth, Objection, QuestionBreadth
from checklist.domain.dossier import Answer
from checklist.domain.meeting_record.as_json import record_from_json
from checklist.domain.proposal import NO_PROPOSAL, Attendance, Presence
from checklist.domain.typed import Typed
from checklist.domain.variants.comparing import compared
from checklist.domain.variants.variant import Place, variant_of
from tests.content import real_content
from tests.domain.advies.voorstel.composing import TODAY, composed, example, numbers_of
from tests.domain.decision.designs import dossier_of
from tests.meeting_records import (
    BOXTEL,
    DEN_BOSCH,
    OSS,
    VUGHT,
    answer,
    meetings,
    open_meeting,
    open_question,
    secret_meeting,
    voted,
)
from tests.strategies import PURE

NO_VOTE, CHANGED = "Zonder stemming vastgesteld.", "Na de vergadering gewijzigd."


def voorstel_of(codes: str, meeting: dict[str, Any]) -> Voorstel:
    """The voorstel of a dossier in VR21 with these options and this meeting."""
    return composed(replace(dossier_of(codes), veiligheidsregio="VR21", meeting=record_from_json(meeting)))


def breadth(codes: str, meeting: dict[str, Any]) -> Breadth:
    """What is told of the meeting."""
    found = voorstel_of(codes, meeting).support.breadth
    assert found is not None
    return found


def told(number: int, codes: str, meeting: dict[str, Any]) -> QuestionBreadth:
    """What is told of one question."""
    found = breadth(codes, meeting).of(number)
    assert found is not None
    return found


def test_without_a_meeting_nothing_is_told_of_one() -> None:
    assert composed(example("vol-voorstel")).support.breadth is None


def test_it_says_when_the_kring_met_and_that_it_voted_openly() -> None:
    assert breadth("2b", open_meeting()).about.text == (
        "De kring vergaderde op 24 november 2026 van 10.00 tot 11.28 uur. Er is open gestemd. "
        "Wie geen voorkeur had, telt niet mee."
    )


def test_it_says_of_a_secret_vote_how_to_read_it() -> None:
    assert "Er is geheim gestemd. Een of twee heet ‘enkele’" in breadth("2b", secret_meeting()).about.text


def test_a_question_in_the_open() -> None:
    one = told(2, "1a 2b 7b", open_meeting())
    assert one.counted == (
        "Voor was 1 van de 2 gemeenten, 1 kon ermee leven, niemand was tegen.",
        "1 gemeente had geen voorkeur.",
        "In de vergadering antwoordden 3 gemeenten, achteraf 1.",
    )
    assert one.by_gemeente == (
        "Voor: Oss (onder voorbehoud).",
        "Kan ermee leven: Den Bosch.",
        "Geen voorkeur: Vught.",
    )
    assert one.objections == (Objection(Typed("Te veel petten."), "advies aan het bestuur (2a)", "Oss"),)
    assert one.differs == Typed("Wij willen eerst advies aan de gemeenten.")
    assert one.differs_lead == "De kring koos anders dan de telling, want:"
    assert one.after == ()


def test_a_meeting_that_names_no_gemeenten_tells_the_same_without_them() -> None:
    named, unnamed = (told(2, "2b", open_meeting() | {"names": names}) for names in (True, False))
    assert unnamed.by_gemeente == ()
    assert unnamed.objections == tuple(replace(one, by="") for one in named.objections)
    assert replace(unnamed, by_gemeente=(), objections=()) == replace(named, by_gemeente=(), objections=())


def test_a_reason_that_says_itself_that_it_is_one_is_not_led_by_the_word_again() -> None:
    question = open_question() | {"differs": "Omdat het zo kan."}
    assert told(2, "2b", open_meeting(q2=question)).differs_lead == "De kring koos anders dan de telling,"


def test_an_option_with_a_majority_that_was_not_settled_is_told_beside_the_one_that_was() -> None:
    answers = [answer(code, {"2a": "voor", "2b": "kan"}) for code in (OSS, DEN_BOSCH, VUGHT)]
    counts = {"2a": {"voor": 3, "kan": 0, "tegen": 0}, "2b": {"voor": 0, "kan": 3, "tegen": 0}}
    question = voted(answered=3, counts=counts, answers=answers, settled=["2b"])
    assert told(2, "2b", open_meeting(q2=question) | {"names": False}).counted == (
        "Voor advies aan het bestuur (2a) waren alle 3 gemeenten.",
        "Voor advies aan de gemeenten (2b) was geen van de 3 gemeenten, 3 konden ermee leven, niemand was tegen.",
    )


def test_what_was_said_afterwards_is_marked_and_is_no_objection() -> None:
    late = answer(BOXTEL, {"2b": "tegen"}, reasons={"2b": "Te laat."}, late=True)
    question = voted(late=1, counts={}, answers=[late], settled=["2b"])
    question |= {"answered": 1, "answers": [answer(OSS, {"2b": "voor"}), late], "counts": {"2b": {"voor": 1}}}
    one = told(2, "2b", open_meeting(q2=question))
    assert one.by_gemeente == ("Voor: Oss.", "Tegen: Boxtel (achteraf).")
    assert one.objections == ()


def test_reasons_stand_in_the_order_of_the_alphabet_and_once() -> None:
    reasons = [(OSS, "Te duur."), (DEN_BOSCH, "Niet nodig."), (VUGHT, "Te duur.")]
    answers = [answer(code, {"2b": "tegen"}, reasons={"2b": text}) for code, text in reasons]
    question = voted(answered=3, counts={"2b": {"voor": 0, "kan": 0, "tegen": 3}}, answers=answers, settled=["2b"])
    found = told(2, "2b", open_meeting(q2=question)).objections
    assert [(one.text.text, one.by) for one in found] == [("Niet nodig.", "Den Bosch"), ("Te duur.", "Oss en Vught")]


def test_hands_are_said_to_be_hands() -> None:
    assert told(7, "7b", open_meeting()).counted == (
        "Er is met handen gestemd.",
        "Voor waren 2 van de 3 gemeenten, 1 was tegen.",
    )


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ({"settled": ["2b"]}, (NO_VOTE,)),
        (
            voted("peiling", 3, counts={"2b": {"voor": 3}}, settled=["2b"]) | {"attempt": 0},
            (NO_VOTE, "De peiling: voor waren alle 3 gemeenten."),
        ),
        (voted("peiling", 3, settled=["2b"]) | {"attempt": 0}, (NO_VOTE,)),
        (voted("handen", 3, settled=["2b"]), ("Er is met handen gestemd.", "Een oordeel gaven 3 gemeenten.")),
    ],
)
def test_how_a_question_was_settled(question: dict[str, Any], counted: tuple[str, ...]) -> None:
    assert told(2, "2b", open_meeting(q2=question)).counted == counted


@pytest.mark.parametrize(("answered", "expected"), [(0, None), (3, ("De peiling: voor waren alle 3 gemeenten.",))])
def test_a_poll_that_settled_nothing_is_no_settling_and_one_without_answers_is_not_told(
    answered: int, expected: tuple[str, ...] | None
) -> None:
    question = voted("peiling", answered, counts={"2b": {"voor": answered}}) | {"attempt": 0}
    found = breadth("6a", open_meeting(q2=question)).of(2)
    assert (found.counted if found else None) == expected


def test_an_answer_of_which_the_meeting_says_nothing_was_settled_without_a_vote() -> None:
    assert told(6, "2b 6a", open_meeting()).counted == (NO_VOTE,)


def test_a_question_that_is_open_and_was_not_voted_on_is_not_told() -> None:
    assert breadth("2b", open_meeting(q2=open_question())).of(6) is None


@pytest.mark.parametrize(
    ("codes", "settled", "after"),
    [
        ("2b", ["2b"], ()),
        ("2a", ["2b"], (CHANGED,)),
        ("2a 2b", ["2b"], (CHANGED,)),
        ("1a", ["2b"], (CHANGED,)),
        ("2b", [], ("In de vergadering is hierover niets vastgesteld.",)),
    ],
)
def test_what_became_of_it_after_the_meeting(codes: str, settled: list[str], after: tuple[str, ...]) -> None:
    assert told(2, codes, open_meeting(q2=open_question() | {"settled": settled})).after == after


@pytest.mark.parametrize(
    ("number", "counted"),
    [
        (2, ("Voor waren bijna alle 7 gemeenten, niemand was tegen.",)),
        (5, ("Er waren 4 antwoorden. Bij minder dan vijf zegt een geheime vergadering geen aantallen.",)),
        (7, ("Voor was een meerderheid van de 5 gemeenten.",)),
    ],
)
def test_a_secret_question_is_told_in_the_words_that_were_shown(number: int, counted: tuple[str, ...]) -> None:
    one = told(number, "2b 5b 7b", secret_meeting() | {"names": True})
    assert (one.counted, one.by_gemeente, one.objections) == (counted, (), ())


def test_its_paragraphs_follow_those_of_who_was_heard() -> None:
    voorstel = composed(replace(example("vol-voorstel"), meeting=record_from_json(open_meeting())))
    found = voorstel.support.breadth
    assert found is not None
    assert len(found.questions) == 12
    numbers = numbers_of(voorstel)
    assert len(numbers) == len(set(numbers))


def test_the_meeting_says_who_was_there_where_the_kring_did_not() -> None:
    meeting = record_from_json(open_meeting())
    dossier = replace(example("vol-voorstel"), proposal=NO_PROPOSAL, meeting=meeting)
    assert composed(dossier).attendees.away == ("Boxtel",)
    assert composed(dossier).attendees.present == 3
    assert not composed(dossier).empty.get("aanwezigheid")
    typed = replace(NO_PROPOSAL, attendance=(Attendance(OSS, Presence.ABSENT),))
    assert composed(replace(dossier, proposal=typed)).attendees.away == ("Oss",)


def test_designs_side_by_side_are_the_same_whatever_their_meetings() -> None:
    content, place = real_content(), Place("Brabant-Noord")
    dossier = dossier_of("1a 2b 7b")
    with_meeting = replace(dossier, meeting=record_from_json(open_meeting()))
    first, second = (variant_of(content, one, place, TODAY) for one in (dossier, with_meeting))
    assert compared(content, first, second) == compared(content, first, first)


@PURE
@given(st.data())
def test_any_meeting_can_be_told_and_names_a_gemeente_only_where_it_may(data: st.DataObject) -> None:
    meeting = data.draw(meetings(st.just("Zo."), "VR21"))
    dossier = replace(dossier_of("1a 2b 7b"), veiligheidsregio="VR21", meeting=record_from_json(meeting))
    dossier = replace(dossier, answers={**dossier.answers, 6: Answer()})
    found = composed(dossier).support.breadth
    assert found is not None
    if not meeting["names"]:
        assert not any(one.by_gemeente or any(each.by for each in one.objections) for one in found.questions)
