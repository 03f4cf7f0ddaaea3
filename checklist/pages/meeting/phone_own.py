"""What a gemeente answered itself, in words."""

from dataclasses import dataclass

from checklist.domain.content import Question
from checklist.domain.dutch import capital, in_a_row
from checklist.domain.meeting.value import Ballot
from checklist.domain.meeting_record.words import Mandate, Stance
from checklist.pages.meeting.options import lettered
from checklist.pages.meeting.phone_words import MANDATE_WORDS, STANCE_WORDS


@dataclass(frozen=True)
class OwnLine:
    """An option with what the gemeente said of it: `shape` is 'voor', 'kan', 'tegen', or 'geen' without a judgement."""

    letter: str
    words: str
    shape: str
    said: str
    reason: str


@dataclass(frozen=True)
class OwnAnswer:
    """An answer in words. No lines: no preference."""

    lines: tuple[OwnLine, ...]
    discuss: bool
    mandate: str


def own_answer(question: Question, ballot: Ballot, mandate: Mandate) -> OwnAnswer:
    """Return an answer in words. Pure."""
    lines = tuple(
        OwnLine(
            letter=option.letter,
            words=capital(option.words),
            shape=ballot.stances[option.code].value if option.code in ballot.stances else "geen",
            said=STANCE_WORDS[ballot.stances[option.code]] if option.code in ballot.stances else "geen oordeel",
            reason=ballot.reasons.get(option.code, ""),
        )
        for option in lettered(question)
    )
    return OwnAnswer(lines if ballot.stances else (), ballot.discuss, MANDATE_WORDS[mandate])


def own_of_settled(question: Question, settled: tuple[str, ...], ballot: Ballot) -> str:
    """Return what the gemeente said of what was settled: 'U was voor.', or by option when it said more than one thing;
    empty when it said nothing of it."""
    said = {
        option.letter: ballot.stances[option.code]
        for option in lettered(question)
        if option.code in settled and option.code in ballot.stances
    }
    if len(set(said.values())) == 1:
        return f"U {_PAST[next(iter(said.values()))]}."
    return f"U {in_a_row([f'{_PAST[stance]} bij {letter}' for letter, stance in said.items()])}." if said else ""


_PAST = {Stance.FOR: "was voor", Stance.LIVE_WITH: "kon ermee leven", Stance.AGAINST: "was tegen"}
