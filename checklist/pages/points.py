"""The points of the controle, each with its fields: what clashes, needs an agreement, is open or is left to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from textwrap import shorten

from checklist.domain.choices.details import waited_for
from checklist.domain.choices.repairs import ways_out
from checklist.domain.content import Content, Question, Tension
from checklist.domain.dossier import DossierValue, about_pair, about_question, is_about_step
from checklist.domain.dutch import first_sentence
from checklist.pages.agenda import ActionRow, KeepRow, SentAgenda, action_rows, new_row, stored_keep
from checklist.pages.repairs import WAYS_AT_ONCE, ShownWay, States, shown_ways
from checklist.selectors import ActionState, KeptState

_WORDS = {"botst": "Botst", "afspraak": "Afspraak nodig", "afgesproken": "Afgesproken", "open": "Nog niet bepaald"}
# Most characters of what a kring typed in the line below a point; the whole text stands in its field and in the advies.
_LINE = 160


@dataclass(frozen=True)
class Point:
    """Something to talk about. `mark` is its shape and word, empty for an action that is about none of them;
    `questions` where one can choose anew; `agreement` with what both choices can stay, when nothing was written yet."""

    anchor: str
    mark: str
    title: str
    why: str = ""
    questions: tuple[int, ...] = ()
    rows: tuple[ActionRow, ...] = ()
    keep: KeepRow | None = None
    agreement: str = ""
    ways: tuple[ShownWay, ...] = ()

    @property
    def word(self) -> str:
        """What its mark means."""
        return _WORDS.get(self.mark, "")

    @property
    def planned(self) -> bool:
        """Whether somebody does something about it at some time."""
        return any(row.planned for row in self.rows)

    @property
    def counts(self) -> bool:
        """Whether it is a point already, and no row in which one can be typed."""
        return bool(self.mark or self.title or any(row.id or row.changed for row in self.rows))

    @property
    def fields(self) -> Iterator[ActionRow | KeepRow]:
        """Its rows of fields, as they stand on the page."""
        if self.keep:
            yield self.keep
        yield from self.rows


@dataclass(frozen=True)
class StoredAgenda:
    """What is stored of a dossier's agenda: its actions, and its kept tensions by their pair of codes."""

    actions: Sequence[ActionState]
    kept: Mapping[tuple[str, str], KeptState]


def anchor_of(tension: Tension) -> str:
    """Return the id of the point of a tension."""
    return f"punt-{tension.a}-{tension.b}"


class Points:
    """Makes the points of a page. Each action stands at the first point that is about the same, what is left at the
    end; those about steps of the besluitpad stand on the afronding."""

    def __init__(
        self,
        content: Content,
        dossier: DossierValue,
        stored: StoredAgenda,
        sent: SentAgenda,
    ) -> None:
        """`sent`: what comes back as it was typed."""
        self._content, self._dossier, self._kept = content, dossier, stored.kept
        self._typed = {row.number: row for row in sent.changed_kept}
        self._left: dict[str, list[ActionRow]] = {}
        for row in action_rows(stored.actions, sent):
            if is_about_step(row.action.about):
                continue
            self._left.setdefault(row.action.about, []).append(row)
        self._new = count(sum(map(len, self._left.values())))

    def of_tension(self, tension: Tension, states: States) -> Point:
        """A tension between two chosen options; `states`: the answers that its ways out change."""
        state, keep = self._kept.get((tension.a, tension.b)), self._keep(tension)
        if state:
            mark, why = "afgesproken", _line(state.motivation) or "Zonder reden erbij."
        elif tension.contradiction:
            mark, why = "botst", ""
        else:
            mark, why = "afspraak", first_sentence(tension.explanation) if tension.question else ""
        ways = ways_out(self._content, self._dossier.chosen, tension)[:WAYS_AT_ONCE]
        numbers = (self._content.option_of[code].question_number for code in (tension.a, tension.b))
        return Point(
            anchor=anchor_of(tension),
            mark=mark,
            title=_title(tension),
            why=why,
            questions=tuple(dict.fromkeys(numbers)),
            rows=self._rows(about_pair(tension.a, tension.b)),
            keep=keep,
            agreement="" if tension.contradiction or keep.motivation else tension.agreement,
            ways=shown_ways(tension, ways, states),
        )

    def of_question(self, question: Question, gemeenten: Mapping[str, str]) -> Point | None:
        """A question without an answer, or with one that leaves something open; None for one that is settled.
        `gemeenten`: names by code, those of the region."""
        answer = self._dossier.answer(question.number)
        why = " ".join(detail.question for detail in waited_for(question, answer, gemeenten))
        if not answer.open and not why:
            return None
        return Point(
            anchor=f"punt-vraag-{question.number}",
            mark="open",
            title=question.words,
            why=why or _line(first_sentence(answer.motivation)),
            questions=(question.number,),
            rows=self._rows(about_question(question.number)),
        )

    def of_former(self, tension: Tension) -> Point | None:
        """A tension that was switched off; None for one that the kring doesn't keep."""
        if (tension.a, tension.b) not in self._dossier.kept_motivations and tension.number not in self._typed:
            return None
        options = [self._content.option_of[code] for code in (tension.a, tension.b)]
        words = (f"vraag {option.question_number}: {option.words}" for option in options)
        state = self._kept.get((tension.a, tension.b))
        why = (_line(state.motivation) or "Zonder reden erbij.") if state else ""
        return Point(anchor_of(tension), "", " – ".join(words), why, keep=self._keep(tension))

    def of_gone(self, tension: Tension) -> Point | None:
        """A tension that is none any more between what is chosen; None for one about which nothing was typed just
        now."""
        if tension.number not in self._typed:
            return None
        rows = tuple(self._left.pop(about_pair(tension.a, tension.b), ()))
        return Point(anchor_of(tension), "", self._was(tension), rows=rows, keep=self._keep(tension))

    def left(self, *, room: bool) -> Iterator[Point]:
        """The actions that stand at no point, and room for one more."""
        for about, rows in self._left.items():
            for row in rows:
                yield Point(f"punt-overig-{row.id or f'nieuw-{row.at}'}", "", self._about(about), rows=(row,))
        if room:
            yield Point("punt-overig", "", "", rows=(new_row(next(self._new), ""),))

    def _keep(self, tension: Tension) -> KeepRow:
        stored = self._kept.get((tension.a, tension.b))
        return self._typed.get(tension.number) or stored_keep(tension.number, stored)

    def _rows(self, about: str) -> tuple[ActionRow, ...]:
        return tuple(self._left.pop(about, ())) or (new_row(next(self._new), about),)

    def _was(self, tension: Tension) -> str:
        return f"was: {_title(tension)}"

    def _about(self, about: str) -> str:
        """What an action was about, in words."""
        for tension in (*self._content.tensions, *self._content.switched_off):
            if about == about_pair(tension.a, tension.b):
                return self._was(tension)
        asked = (question for question in self._content.questions if about == about_question(question.number))
        return next((f"was: {question.words}" for question in asked), "")


def _title(tension: Tension) -> str:
    return tension.question or tension.explanation


def _line(text: str) -> str:
    return shorten(text, _LINE, placeholder=" …")
