"""Which page a phone shows in each state of the meeting."""

from collections.abc import Mapping

from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import RoundKind, Way
from checklist.pages.meeting.agenda_words import next_question
from checklist.pages.meeting.answer_form import AnswerForm, filled_in
from checklist.pages.meeting.options import letter_of
from checklist.pages.meeting.phone import Ask, Asked, Outcome, Own, Phone, Screen, Settled, Told
from checklist.pages.meeting.phone_lists import formalities, poll_list, proposal
from checklist.pages.meeting.phone_own import OwnAnswer, own_answer, own_of_settled
from checklist.pages.meeting.phone_place import Kind, place_of
from checklist.pages.meeting.phone_result import Result, result_of
from checklist.pages.meeting.phone_words import answer_words
from checklist.selectors import LiveMeeting, RoundNow

_ON_PAPER = Told("Uw gemeente stemt op papier", ("Vul het blad in en geef het aan de voorzitter.",))
_ABSENT = Told(
    "Uw gemeente staat als afwezig",
    ("Bent u er toch? Zeg het tegen de voorzitter; dan kunt u hier antwoorden.",),
)
_TOLD = {
    Kind.READY: Told(
        "U doet mee",
        ("De vergadering is nog niet begonnen. Dit scherm gaat vanzelf verder.",),
    ),
    Kind.POLLED: Told(
        "De voorpeiling is gesloten",
        ("De vergadering is nog niet begonnen. Dit scherm gaat vanzelf verder.",),
    ),
    Kind.SUSPENDED: Told(
        "De vergadering is geschorst",
        ("Wat is vastgesteld, blijft staan. Na de pauze gaat u hier verder.",),
    ),
    Kind.CLOSED: Told(
        "De vergadering is gesloten",
        ("Bedankt voor het meedoen. Wat is vastgesteld, staat in het dossier van uw kring.",),
    ),
    Kind.LOOK_UP: Told("Kijk naar het scherm in de zaal", ("U hoeft nu niets te doen.",)),
    Kind.BETWEEN: Told(
        "Er is nu geen vraag open", ("De voorzitter opent zo een vraag. Dit scherm gaat vanzelf verder.",)
    ),
}


def round_asked(meeting: LiveMeeting, asked: Asked) -> RoundNow | None:
    """Return the round that the page is about: that of the meeting, or of a poll the question asked for. Pure."""
    place = place_of(meeting)
    return meeting.polls.get(asked.question) if place.kind == Kind.POLL else place.round


def phone_page(phone: Phone, asked: Asked, names: Mapping[str, str], sent: AnswerForm | None = None) -> Screen:
    """Return the page; `names` are those of the gemeenten, `sent` is the form as it came back. Pure."""
    place = place_of(phone.meeting)
    if place.kind == Kind.FORMALITIES:
        return formalities(phone, names)
    if place.kind == Kind.PROPOSAL:
        return proposal(phone)
    now = round_asked(phone.meeting, asked)
    if now is None and place.kind == Kind.POLL:
        return _without_phone(phone) or poll_list(phone)
    return _of_round(phone, now, asked, sent) if now else _TOLD[place.kind]


def _of_round(phone: Phone, now: RoundNow, asked: Asked, sent: AnswerForm | None) -> Screen:
    if now.answerable:
        return _without_phone(phone) or _open(phone, now, asked, sent)
    match now.state:
        case RoundState.LAPSED:
            return Told("Afgebroken, niets geteld", ("De voorzitter brak deze vraag af.",))
        case RoundState.SHOWN if now.result is not None:
            question = phone.question(now.question)
            return Outcome(question, _result(phone, now), _own(phone, now), asks_own=now.kind != RoundKind.HANDS)
        case RoundState.SETTLED:
            return _settled(phone, now)
        case _:
            return Own("Gesloten", "De voorzitter toont zo de uitslag.", _own(phone, now), change="")


def _without_phone(phone: Phone) -> Told | None:
    """What a gemeente reads that doesn't answer by phone."""
    return {Way.PHONE: None, Way.PAPER: _ON_PAPER, Way.ABSENT: _ABSENT}[phone.seat.way]


def _open(phone: Phone, now: RoundNow, asked: Asked, sent: AnswerForm | None) -> Screen:
    if now.kind == RoundKind.HANDS:
        return Told("Steek uw hand op", ("Bij deze vraag telt de voorzitter de handen.",))
    answered = phone.seat.gemeente in now.answered
    just_sent = asked.sent == f"{now.id}.{now.state}"
    if sent or asked.change or not answered or (now.state == RoundState.VOTE and phone.own and not just_sent):
        return _ask(phone, now, sent)
    if now.talking:
        return Own(
            heading="Nu praten wij",
            help="Leg uw telefoon gerust weg. Dit scherm gaat vanzelf verder als u kunt stemmen.",
            own=_own(phone, now),
            change=_change(now),
        )
    return Own(
        heading="Uw antwoord is binnen",
        help="Kijk gerust op: dit scherm gaat vanzelf verder.",
        own=_own(phone, now),
        change=_change(now),
        ticked=True,
    )


def _change(now: RoundNow) -> str:
    """The query of the address where the answer can be changed."""
    return f"?vraag={now.question}&wijzig=1" if now.kind == RoundKind.POLL else "?wijzig=1"


def _ask(phone: Phone, now: RoundNow, sent: AnswerForm | None) -> Ask:
    question, meeting, start = phone.question(now.question), phone.meeting, phone.own or phone.before
    mandate = start.mandate if start and start.mandate else phone.seat.mandate
    return Ask(
        round=now,
        question=question,
        form=sent or filled_in(question, start.ballot if start else None, mandate),
        asks_mandate=not meeting.secret,
        lost=meeting.lost_before(now),
        first=not any(phone.seat.gemeente in one.answered for one in meeting.rounds),
        started=phone.own is None and phone.before is not None,
        last=phone.own is not None and now.state == RoundState.VOTE,
    )


def _result(phone: Phone, now: RoundNow) -> Result:
    by_hands, secret = now.kind == RoundKind.HANDS, phone.meeting.secret
    return result_of(phone.question(now.question), now.result or {}, secret=secret, by_hands=by_hands)


def _own(phone: Phone, now: RoundNow) -> OwnAnswer | None:
    own = phone.own
    return own_answer(phone.question(now.question), own.ballot, own.mandate) if own else None


def _settled(phone: Phone, now: RoundNow) -> Settled:
    question, settled = phone.question(now.question), now.settled or ()
    next_one = next_question(phone.content, phone.meeting, phone.plan, now.question)
    result = None if now.result is None else _result(phone, now)
    of_answer = {letter_of(option) for option in question.options if option.code in settled}
    return Settled(
        question=question,
        answer=answer_words(question, settled),
        counts=tuple(line for line in result.lines if line.letter in of_answer) if result else (),
        differs=now.differs,
        texts=phone.texts,
        own=own_of_settled(question, settled, phone.own.ballot) if phone.own else "",
        next=phone.question(next_one) if next_one else None,
    )
