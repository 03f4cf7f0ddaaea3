"""A meeting in each state that the beamer shows, straight in the tables; the choices in it are made up."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from checklist import selectors
from checklist.domain.meeting.as_json import count_as_json, shown_as_json
from checklist.domain.meeting.plan import Plan, plan_as_json
from checklist.domain.meeting.polls import poll_as_json, poll_result
from checklist.domain.meeting.shown import shown_count
from checklist.domain.meeting.tally import count
from checklist.domain.meeting.value import Ballot, MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode, RoundKind, Stance
from checklist.models import Choice, Dossier, Meeting, Round
from models_catalogue.models import Gemeente
from tests.dossiers import make_dossier
from tests.meetings import give, join, make_meeting, make_round

# What each says of the four options of question 7.
SAID = (*("vktt", "kvtt", "vkkt", "kvkk", "vktk", "tvkk"), *("kvtt", "kvkt", "tkkv", "kvtk", "ktkv"))
_STANCES = {"v": Stance.FOR, "k": Stance.LIVE_WITH, "t": Stance.AGAINST}
REASONS = {
    "7a": [("voor", "Dan is hij van ons allemaal."), ("tegen", "Wie is er dan dagelijks op aan te spreken?")],
    "7b": [
        ("voor", "Er is dan één ingang, die ook bij een crisis al bestaat."),
        ("voor", "De CGS heeft het netwerk en het gezag."),
        ("tegen", "Eén persoon krijgt er te veel bij."),
    ],
    "7c": [("tegen", "De rekening en de stem komen dan bij één gemeente te liggen.")],
    "7d": [("voor", "Daar zit de kennis."), ("tegen", "Wie betaalt, bepaalt. Dan adviseert hij niet vrij.")],
}


def stances_on(number: int, said: str) -> dict[str, Stance]:
    """What 'vkt' says of the options of a question, in their order; a dash says nothing."""
    options = selectors.content_all(selectors.stamp_now()).question_of[number].options
    return {option.code: _STANCES[sign] for option, sign in zip(options, said, strict=False) if sign in _STANCES}


def everybody(meeting: Meeting, most: int = 26) -> dict[str, str]:
    """Let the gemeenten of the region join; their codes with the cookies of their devices, in the order of codes."""
    of_region = Gemeente.objects.filter(veiligheidsregio=meeting.dossier.veiligheidsregio).order_by("code")
    return {code: join(meeting, code) for code in of_region.values_list("code", flat=True)[:most]}


def answered(meeting: Meeting, number: int, state: RoundState, most: int = 26, **fields: Any) -> Round:
    """A round in this state that these gemeenten answered, with its outcome when it is closed."""
    seats = everybody(meeting, most)
    made = make_round(meeting, number, state, **fields)
    said = {gemeente: stances_on(number, SAID[at % len(SAID)]) for at, gemeente in enumerate(seats)}
    secret = meeting.mode == Mode.SECRET.value
    open_now = state in {RoundState.ALONE, RoundState.REASONS, RoundState.VOTE}
    for gemeente, stances in said.items():
        if open_now or not secret:
            give(made, gemeente, {code: stance.value for code, stance in stances.items()}, seats[gemeente])
    if not open_now:
        question = selectors.content_all(selectors.stamp_now()).question_of[number]
        counted = count(question, said.values())
        made.result = shown_as_json(shown_count(question, counted)) if secret else count_as_json(counted)
        made.save()
    return made


_STEPS = [["alleen", 8], ["redenen", 10], ["praten", 12], ["stemmen", 19], ["dicht", 21], ["getoond", 22]]


def _question(state: RoundState, steps: int, mode: Mode = Mode.OPEN, most: int = 8) -> Callable[[Dossier], Meeting]:
    def make(dossier: Dossier) -> Meeting:
        meeting = make_meeting(dossier, mode, box_until=timezone.now() + timedelta(minutes=12, seconds=30))
        fields: dict[str, Any] = {"steps": _STEPS[:steps]}
        if steps > 1:
            reasons = {code: [_reason(mode, *one) for one in told] for code, told in REASONS.items()}
            fields |= {"word": "verdeeld", "reasons": reasons}
        answered(meeting, 7, state, most, **fields)
        return meeting

    return make


def _reason(mode: Mode, stance: str, text: str) -> dict[str, str]:
    return {"text": text} if mode == Mode.SECRET else {"text": text, "stance": stance}


def _settled(mode: Mode) -> Callable[[Dossier], Meeting]:
    def make(dossier: Dossier) -> Meeting:
        meeting = _question(RoundState.SETTLED, 6, mode, 11)(dossier)
        Choice.objects.filter(dossier=dossier, question__number=11).update(options=["11a"], version=1)
        Choice.objects.filter(dossier=dossier, question__number=7).update(
            options=["7b"],
            version=1,
            motivation="De CGS is de ingang die bij een crisis al bestaat. Zo blijft de regiostaf van de gemeenten.",
            minority="Twee gemeenten horen hem liever bij een afdeling, omdat daar vaste bezetting is.",
        )
        Round.objects.filter(meeting=meeting).update(settled=["7b"], differs="de bezetting nog niet rond is")
        return meeting

    return make


def _agenda(showing: str, mode: Mode = Mode.OPEN) -> Callable[[Dossier], Meeting]:
    formal = {1: ("1b",), 3: ("3b",), 4: ("4b",), 6: ("6b",), 8: ("8b",), 10: ("10b",), 12: ("12b",)}
    lifted = {3: "GM0828" if mode == Mode.OPEN else ""}
    talks = ((7, 14), (11, 12), (9, 12), (2, 10), (5, 10), (3, 7))

    def make(dossier: Dossier) -> Meeting:
        Dossier.objects.filter(pk=dossier.pk).update(until=time(23, 30))
        plan = Plan(formal, talks, shown=True, lifted=lifted)
        meeting = make_meeting(dossier, mode, plan=plan_as_json(plan))
        everybody(meeting)
        content = selectors.content_all(selectors.stamp_now())
        for number in range(1, 13):
            question = content.question_of[number]
            said = ["vkk", "kvk", "vkt"] if number in dict(talks) and number not in lifted else ["kvk", "kvk", "kvk"]
            ballots = [Ballot(stances_on(number, said[at % 3])) for at in range(11)]
            result = poll_as_json(poll_result(question, ballots, secret=mode == Mode.SECRET))
            fields = {"attempt": 0, "kind": RoundKind.POLL.value, "result": result}
            make_round(meeting, number, RoundState.SHOWN, **fields)
        Meeting.objects.filter(pk=meeting.pk).update(showing=showing, current=7)
        return meeting

    return make


def _all_twelve(showing: str) -> Callable[[Dossier], Meeting]:
    """All questions are hamerstukken, or all are to be talked about."""
    formal = {number: (f"{number}b",) for number in range(1, 13)} if showing == "hamerstukken" else {}
    plan = Plan(formal, () if formal else tuple((number, 7) for number in range(1, 13)), shown=True)

    def make(dossier: Dossier) -> Meeting:
        meeting = _agenda(showing)(dossier)
        Meeting.objects.filter(pk=meeting.pk).update(plan=plan_as_json(plan))
        return meeting

    return make


def _joining(dossier: Dossier) -> Meeting:
    meeting = make_meeting(dossier)
    everybody(meeting, 4)
    return meeting


def _with_names(meeting: Meeting) -> Meeting:
    Meeting.objects.filter(pk=meeting.pk).update(showing="namen")
    return meeting


def _lost(dossier: Dossier) -> Meeting:
    meeting = make_meeting(dossier, Mode.SECRET)
    make_round(meeting, 7, RoundState.LAPSED, lost=True)
    make_round(meeting, 7, RoundState.ALONE, attempt=2)
    return meeting


def _whole(showing: str, mode: Mode = Mode.OPEN, most: int = 11, **fields: Any) -> Callable[[Dossier], Meeting]:
    """Question 7 and 11 clash, each with a majority; three more were counted."""

    def make(dossier: Dossier) -> Meeting:
        meeting = make_meeting(dossier, mode)
        seats = everybody(meeting, most)
        content = selectors.content_all(selectors.stamp_now())
        said = {7: ("kvtt", "kvtt", "vkkt"), 11: ("vtt", "vkk", "kvt"), 2: ("vvkt", "kvkv", "vvkk")} | dict.fromkeys(
            (1, 9), ("kvk", "vvk", "kkv")
        )
        for number, of_question in said.items():
            answers = {who: stances_on(number, of_question[at % 3]) for at, who in enumerate(seats)}
            counted = count(content.question_of[number], answers.values())
            told = shown_count(content.question_of[number], counted)
            result = shown_as_json(told) if mode == Mode.SECRET else count_as_json(counted)
            made = make_round(meeting, number, RoundState.SHOWN, result=result)
            for who, stances in answers.items():
                if mode == Mode.OPEN:
                    give(made, who, {code: stance.value for code, stance in stances.items()})
        Meeting.objects.filter(pk=meeting.pk).update(showing=showing, **fields)
        return meeting

    return make


def _settled_in_a_clash(dossier: Dossier) -> Meeting:
    meeting = _whole("vraag", current=11)(dossier)
    Choice.objects.filter(dossier=dossier, question__number=11).update(
        options=["11a"],
        version=1,
        motivation="Zo heeft de coördinerend gemeentesecretaris een rol die past bij wat er al is.",
        minority="Drie gemeenten zien dat liever bij een ander.",
    )
    Round.objects.filter(meeting=meeting, question=11).update(state="vastgesteld", settled=["11a"])
    return meeting


def _in_peace(dossier: Dossier) -> Meeting:
    meeting = _question(RoundState.SHOWN, 6, most=11)(dossier)
    Meeting.objects.filter(pk=meeting.pk).update(showing="geheel")
    return meeting


STATES: Mapping[str, Callable[[Dossier], object]] = {
    "none": lambda _: None,
    "join": _joining,
    "about": lambda dossier: Meeting.objects.filter(pk=make_meeting(dossier).pk).update(current=6, showing="vraag"),
    "alone": _question(RoundState.ALONE, 1),
    "alone-secret": _question(RoundState.ALONE, 1, Mode.SECRET),
    "reasons": _question(RoundState.REASONS, 2),
    "talk-secret": _question(RoundState.REASONS, 3, Mode.SECRET),
    "vote": _question(RoundState.VOTE, 4, most=10),
    "closed": _question(RoundState.CLOSED, 5, most=10),
    "result": _question(RoundState.SHOWN, 6, most=11),
    "names": lambda dossier: _with_names(_question(RoundState.SHOWN, 6, most=11)(dossier)),
    "result-secret": _question(RoundState.SHOWN, 6, Mode.SECRET, 11),
    "result-clash": _whole("vraag", current=11),
    "result-clash-secret": _whole("vraag", Mode.SECRET, current=11),
    "settled-clash": _settled_in_a_clash,
    "too-few": _question(RoundState.SHOWN, 6, Mode.SECRET, 4),
    "settled": _settled(Mode.OPEN),
    "settled-secret": _settled(Mode.SECRET),
    "formal": _agenda("hamerstukken"),
    "formal-secret": _agenda("hamerstukken", Mode.SECRET),
    "talks": _agenda("bespreekstukken"),
    "formal-all": _all_twelve("hamerstukken"),
    "talks-all": _all_twelve("bespreekstukken"),
    "whole": _whole("geheel"),
    "whole-secret": _whole("geheel", Mode.SECRET),
    "whole-in-peace": _in_peace,
    "designs": _whole("ontwerpen"),
    "designs-secret": _whole("ontwerpen", Mode.SECRET),
    "nothing-counted": lambda dossier: make_meeting(dossier, showing="ontwerpen"),
    "lost": _lost,
    "suspended": lambda dossier: make_meeting(dossier, state=MeetingState.SUSPENDED),
    "closed-meeting": lambda dossier: make_meeting(
        dossier, state=MeetingState.CLOSED, closed_at=datetime.now().astimezone()
    ),
}
# In a region with 26 gemeenten.
LARGE: Mapping[str, Callable[[Dossier], Meeting]] = {
    "result": _question(RoundState.SHOWN, 6, most=26),
    "names": lambda dossier: _with_names(_question(RoundState.SHOWN, 6, most=26)(dossier)),
    "result-clash": _whole("vraag", most=26, current=11),
    "vote": _question(RoundState.VOTE, 4, most=25),
    "whole": _whole("geheel", most=26),
}


def make(name: str) -> Dossier:
    """A dossier with a meeting in this state."""
    dossier = make_dossier()
    STATES[name](dossier)
    return dossier


def in_the_largest_region(name: str) -> Dossier:
    """A dossier of the region with 26 gemeenten, with a meeting in this state."""
    made = make_dossier()
    region = Gemeente.objects.get(name="Utrecht").veiligheidsregio
    Dossier.objects.filter(pk=made.pk).update(veiligheidsregio=region)
    dossier = Dossier.objects.get(pk=made.pk)
    LARGE[name](dossier)
    return dossier
