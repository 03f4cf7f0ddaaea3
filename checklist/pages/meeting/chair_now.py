"""What the beamer shows now, said to the chair who may not see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.dutch import in_words
from checklist.domain.meeting.value import RoundState, Showing
from checklist.domain.meeting_record.words import RoundKind, Word
from checklist.pages.meeting.chair_look import Sight
from checklist.pages.meeting.screen_result import tells_something
from checklist.selectors import RoundNow


@dataclass(frozen=True)
class OnScreen:
    """What the room sees: its heading, and one or two sentences."""

    heading: str
    text: str


def on_screen(sight: Sight) -> OnScreen:
    """Return what the beamer shows."""
    meeting = sight.meeting
    if meeting.showing in (Showing.QUESTION, Showing.NAMES) and meeting.current:
        return _question(sight, meeting.current_round)
    if meeting.showing == Showing.DESIGNS and sight.plan.proposal:
        return OnScreen("Voorstel", "Het ontwerp dat u voorlegt. Er is nog niets vastgesteld.")
    return _FIXED.get(meeting.showing, _FIXED[Showing.JOIN])


_FIXED: Mapping[str, OnScreen] = {
    Showing.JOIN: OnScreen("Doe mee", "De code, de QR-code en het adres."),
    Showing.FORMALITIES: OnScreen("Hamerstukken", "De lijst met antwoorden."),
    Showing.TALKS: OnScreen("Bespreekstukken", "De volgorde, de reden en de minuten."),
    Showing.WHOLE: OnScreen("Het geheel", "Wat botst, en wat zonder botsing het dichtst bij ligt."),
    Showing.DESIGNS: OnScreen("Het geheel: ontwerpen", "Wat zij delen en waar zij verschillen."),
}
_STEPS = {
    RoundState.ALONE: "Alleen",
    RoundState.REASONS: "Redenen",
    RoundState.VOTE: "Stemmen",
    RoundState.CLOSED: "Gesloten",
    RoundState.SHOWN: "Uitslag",
    RoundState.SETTLED: "Vastgesteld",
}
_NO_NUMBERS = "Geen namen, geen getallen per antwoord."


def _question(sight: Sight, now: RoundNow | None) -> OnScreen:
    if now is None or now.state not in _STEPS:
        return OnScreen(f"Vraag {sight.meeting.current}", "De vraag en de antwoorden.")
    step = "Praten" if now.talking else _STEPS[now.state]
    told = _of_open(sight, now) if now.answerable else _of_closed(sight, now)
    return OnScreen(f"Vraag {now.question}: {step}", told)


def _of_open(sight: Sight, now: RoundNow) -> str:
    options = f"De {in_words(len(sight.content.question_of[now.question].options))} antwoorden"
    if now.kind == RoundKind.HANDS:
        return f"{options}. De zaal steekt de handen op."
    if now.state == RoundState.REASONS:
        return f"{_word(now)} en {_reasons(now)}, zonder namen en getallen."
    did = "klaar" if now.state == RoundState.ALONE else "stemmen binnen"
    return f"{options}, ‘{len(now.answered)} van {len(sight.names)} {did}’. {_NO_NUMBERS}"


def _of_closed(sight: Sight, now: RoundNow) -> str:
    if now.state == RoundState.CLOSED:
        return "‘Gesloten’. Nog geen getallen."
    if now.state == RoundState.SETTLED:
        return "Het antwoord, de telling en uw tekst."
    if sight.meeting.showing == Showing.NAMES:
        return "De telling per antwoord, met de namen van wie tegen is."
    if not tells_something(sight.meeting, now):
        return "‘Te weinig antwoorden om te tonen’, zonder getallen."
    return "De uitslag, in aantallen of woorden." if sight.meeting.secret else "De telling per antwoord."


def _word(now: RoundNow) -> str:
    return "‘Eens’" if now.word == Word.AGREED else "‘Verdeeld’"


def _reasons(now: RoundNow) -> str:
    number = sum(len(of_option) for of_option in (now.reasons or {}).values())
    return f"{in_words(number)} {'reden' if number == 1 else 'redenen'}" if number else "geen redenen"
