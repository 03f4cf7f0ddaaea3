"""How broad the support was: what a meeting left behind, told in chapter 7. Who said what is told only where the
meeting chose to name gemeenten."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checklist.domain.advies.voorstel.by_gemeente import ByGemeente
from checklist.domain.advies.voorstel.count_sentences import count_sentence, gemeenten, hidden_sentence, of_poll
from checklist.domain.advies.voorstel.counted import counts_told
from checklist.domain.advies.voorstel.given import Given
from checklist.domain.advies.voorstel.lines import run_together
from checklist.domain.advies.voorstel.numbering import Numbers
from checklist.domain.advies.voorstel.pieces import Said
from checklist.domain.advies.voorstel.value_breadth import Breadth, Objection, QuestionBreadth
from checklist.domain.content import Question
from checklist.domain.decision.date_words import day_in_words
from checklist.domain.dutch import in_a_row
from checklist.domain.meeting_record.value import MeetingRecord, RecordedCount, RecordedQuestion
from checklist.domain.meeting_record.words import LEAST_TO_SHOW, RoundKind

_NO_VOTE = "Zonder stemming vastgesteld."
_BY_HANDS = "Er is met handen gestemd."
_NOT_SETTLED = "In de vergadering is hierover niets vastgesteld."
_CHANGED = "Na de vergadering gewijzigd."
_DIFFERS = "De kring koos anders dan de telling,"
# The chair goes on after 'Anders dan de telling, want …'; some write such a word once more.
_BECAUSE = ("want", "omdat")
_OPEN = "Er is open gestemd."
_SECRET = "Er is geheim gestemd. Een of twee heet ‘enkele’; op een of twee na alle heet ‘bijna alle’."  # noqa: S105
_WHO_COUNTS = "Wie geen voorkeur had, telt niet mee."


def breadth_of(given: Given, numbers: Numbers) -> Breadth | None:
    """Return what the meeting left behind, in paragraphs with the next numbers; None when there was no meeting."""
    record = given.dossier.meeting
    if record is None:
        return None
    about = Said(numbers.next(), _about(record))
    told = (_Told(given, record, question) for question in given.content.questions)
    return Breadth(about, tuple(one.paragraph(numbers.next()) for one in told if one.is_there))


def _about(record: MeetingRecord) -> str:
    times = [f"{day_in_words(one.on)} van {one.start:%H.%M} tot {one.end:%H.%M} uur" for one in record.sittings]
    met = [f"De kring vergaderde op {in_a_row(times)}."] if times else []
    return " ".join([*met, _SECRET if record.secret else _OPEN, _WHO_COUNTS])


@dataclass(frozen=True)
class _Told:
    """One question of a meeting."""

    given: Given
    record: MeetingRecord
    question: Question

    @property
    def asked(self) -> RecordedQuestion:
        """What became of it; nothing but an answer when the meeting says nothing of it."""
        return self.record.questions.get(self.question.number, RecordedQuestion())

    @property
    def is_there(self) -> bool:
        """Whether there is anything to tell: it was voted on or settled, or has an answer."""
        answered = not self.given.dossier.answer(self.question.number).open
        return answered or self.asked.tells_something

    def paragraph(self, number: str) -> QuestionBreadth:
        """Return it as the paragraph with this number."""
        asked = self.asked
        counts = counts_told(self.question, asked, secret=self.record.secret)
        named = ByGemeente(self.given.names.gemeenten, asked.answers) if self.record.names else None
        of = {code: self.given.thing(code) if len(counts) > 1 else "" for code in counts}
        return QuestionBreadth(
            number=number,
            question=self.question.number,
            name=self.question.short_name,
            counted=tuple(self._counted(counts, of)),
            by_gemeente=tuple(named.sentences(of)) if named else (),
            objections=tuple(self._objections(of, named)),
            differs_lead=_DIFFERS if asked.differs.lower().startswith(_BECAUSE) else f"{_DIFFERS} {_BECAUSE[0]}:",
            differs=run_together(asked.differs) if asked.differs else None,
            after=tuple(self._after()),
        )

    def _counted(self, counts: Mapping[str, RecordedCount], of: Mapping[str, str]) -> Iterator[str]:
        asked = self.asked
        sentences = [count_sentence(count, asked.answered, of[code]) for code, count in counts.items()]
        if asked.kind in (None, RoundKind.POLL):
            if asked.kind is None or asked.settled:
                yield _NO_VOTE
            yield from (of_poll(sentence) for sentence in sentences if asked.answered)
            return
        if asked.kind is RoundKind.HANDS:
            yield _BY_HANDS
        yield from sentences
        if not sentences:
            hidden = self.record.secret and asked.answered < LEAST_TO_SHOW
            yield hidden_sentence(asked.answered) if hidden else f"Een oordeel gaven {gemeenten(asked.answered)}."
        if asked.blank:
            yield f"{gemeenten(asked.blank)} {'had' if asked.blank == 1 else 'hadden'} geen voorkeur."
        if asked.late:
            there = asked.answered + asked.blank
            verb = "antwoordde" if there == 1 else "antwoordden"
            yield f"In de vergadering {verb} {gemeenten(there)}, achteraf {asked.late}."

    def _objections(self, of: Mapping[str, str], named: ByGemeente | None) -> Iterator[Objection]:
        """The reasons against, in the order of the alphabet: theirs would tell who gave them."""
        for option in self.question.options:
            reasons = self.asked.reasons_against.get(option.code, {})
            noun = of.get(option.code, self.given.thing(option.code))
            for text in sorted(reasons):
                yield Objection(run_together(text), noun, named.names(reasons[text]) if named else "")

    def _after(self) -> Iterator[str]:
        asked, answer = self.asked, self.given.dossier.answer(self.question.number)
        if asked.settled and {*asked.settled} != {*answer.options}:
            yield _CHANGED
        elif asked.kind is not None and not asked.settled:
            yield _NOT_SETTLED
