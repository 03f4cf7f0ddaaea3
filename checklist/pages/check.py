"""The controle as plain values: the agenda of the last ten minutes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.choices.details import waited_for
from checklist.domain.choices.minutes import minutes_of
from checklist.domain.content import Content, Question
from checklist.domain.dossier import DossierValue, about_pair, about_question, is_about_step
from checklist.domain.dutch import capital, in_a_row, in_words
from checklist.pages.agenda import TEXTS, ActionRow, KeepRow, SentAgenda
from checklist.pages.points import Point, Points, StoredAgenda
from checklist.pages.repairs import States


@dataclass(frozen=True)
class Part:
    """A part of the agenda, with the minutes for it."""

    heading: str
    points: tuple[Point, ...]
    minutes: int


@dataclass(frozen=True)
class Told:
    """What is said of the form above it, with the id of the field that it is about; empty where it is about none."""

    field: str
    text: str


@dataclass(frozen=True)
class CheckPage:
    """All that the page shows. `others` are actions whose clash or question went, and actions about nothing in
    particular; `former` are tensions that were switched off, and the kring once kept them. `steps`: how many actions
    are about a step of the besluitpad, which stand on the afronding."""

    parts: tuple[Part, ...]
    others: tuple[Point, ...]
    former: tuple[Point, ...]
    summary: str
    steps: int = 0
    refusal: str = ""

    @property
    def points(self) -> tuple[Point, ...]:
        """All that somebody must do something about."""
        return (*(point for part in self.parts for point in part.points), *(one for one in self.others if one.counts))

    @property
    def planned(self) -> int:
        """How many points have a name and a date."""
        return sum(point.planned for point in self.points)

    @property
    def conflicts(self) -> tuple[Told, ...]:
        """The rows in which somebody else was first: the field to look at, and the title of the point."""
        return tuple(
            Told(f"{row.name}-{'keep' if isinstance(row, KeepRow) else 'what'}", point.title or "Overig")
            for point, row in self._rows
            if row.conflicts
        )

    @property
    def mistakes(self) -> tuple[Told, ...]:
        """Why the form can't be saved, in its order."""
        refused = (Told("", self.refusal),) if self.refusal else ()
        return refused + tuple(
            Told(f"{row.name}-{name}", f"{TEXTS[name]}: {message}" if name in TEXTS else message)
            for _, row in self._rows
            for name, message in row.errors.items()
        )

    @property
    def _rows(self) -> Iterator[tuple[Point, ActionRow | KeepRow]]:
        for point in (*self.points, *self.former):
            for row in point.fields:
                yield point, row


def check_page(  # noqa: PLR0913 - the last three go by keyword
    content: Content,
    dossier: DossierValue,
    states: States,
    stored: StoredAgenda,
    *,
    gemeenten: Mapping[str, str],
    sent: SentAgenda | None = None,
    room: bool = True,
) -> CheckPage:
    """Return the page of a dossier, whose answers are stored as `states`. `gemeenten`: the names of those of its region
    by code; `sent`: a form that comes back as it was typed; `room`: for one more action."""
    points = Points(content, dossier, stored, sent or SentAgenda())
    between = tensions_between(content, dossier.chosen)
    tensions = [points.of_tension(tension, states) for tension in between]
    asked = (points.of_question(question, gemeenten) for question in content.questions)
    by_mark = {mark: [one for one in tensions if one.mark == mark] for mark in ("botst", "afspraak", "afgesproken")}
    parts = {
        "Wat botst": by_mark["botst"],
        "Wat een afspraak vraagt": by_mark["afspraak"] + by_mark["afgesproken"],
        "Wat nog open is": [point for point in asked if point],
    }
    minutes = minutes_of([len(of_part) for of_part in parts.values()])
    gone = (points.of_gone(tension) for tension in content.tensions if tension not in between)
    former = (points.of_former(tension) for tension in content.switched_off)
    return CheckPage(
        parts=tuple(
            Part(heading, tuple(of_part), time)
            for (heading, of_part), time in zip(parts.items(), minutes, strict=True)
            if of_part
        ),
        others=(*filter(None, gone), *points.left(room=room)),
        former=tuple(filter(None, former)),
        steps=sum(is_about_step(action.about) for action in dossier.actions),
        refusal=sent.refusal if sent else "",
        summary=_summary([point.mark for of_part in parts.values() for point in of_part]),
    )


def number_of_points(content: Content, dossier: DossierValue, gemeenten: Mapping[str, str]) -> int:
    """Return how many points the page of a dossier has, without making them: each clash and agreement, each open
    question, and each action about none of these."""
    tensions = tensions_between(content, dossier.chosen)
    asked = [question.number for question in content.questions if _is_open(question, dossier, gemeenten)]
    about = {*(about_pair(tension.a, tension.b) for tension in tensions), *map(about_question, asked)}
    others = (action for action in dossier.actions if not is_about_step(action.about))
    return len(about) + sum(action.about not in about for action in others)


def _is_open(question: Question, dossier: DossierValue, gemeenten: Mapping[str, str]) -> bool:
    answer = dossier.answer(question.number)
    return answer.open or bool(waited_for(question, answer, gemeenten))


_COUNTED = {
    "botst": ("botsing", "botsingen"),
    "afspraak": ("afspraak om te maken", "afspraken om te maken"),
    "afgesproken": ("gemaakte afspraak", "gemaakte afspraken"),
    "open": ("open vraag", "open vragen"),
}


def _summary(marks: Sequence[str]) -> str:
    """What there is to talk about, in one sentence; what was agreed only when that is all."""
    if not marks:
        return "Niets botst, alles is bepaald."
    to_talk_about = [mark for mark in marks if mark != "afgesproken"] or marks
    counted = [
        f"{in_words(to_talk_about.count(mark))} {words[to_talk_about.count(mark) > 1]}"
        for mark, words in _COUNTED.items()
        if mark in to_talk_about
    ]
    return f"{capital(in_a_row(counted))}. Alles hieronder komt in het advies."
