"""What the outcome rests on (*Onderbouwing*), below its first screen, as plain values: the same for every dossier with
the same choices, and without anything typed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from checklist.domain.choices.option_words import all_named, named
from checklist.domain.content import Content, GovernanceModel, Option
from checklist.domain.dutch import capital, in_words
from checklist.domain.outcome.matching import ModelMatch, without_example
from checklist.domain.outcome.table import Cell, Row, outcome_rows
from checklist.domain.outcome.whatif import Change, Effect, OpenQuestion
from checklist.domain.outcome.whole import WholeOutcome
from checklist.domain.outcome.words import (
    change_in_words,
    models_in_a_row,
    summary,
    tensions_in_words,
)


@dataclass(frozen=True)
class ShownChange:
    """Another answer to one question, in words."""

    number: int
    short_name: str
    words: str


@dataclass(frozen=True)
class ShownEffect:
    """A change with what it does. `first`: which models the design looks like afterwards, empty when the same ones."""

    change: ShownChange
    first: str
    made: str
    removed: str


@dataclass(frozen=True)
class ShownWhyNot:
    """How far a model is from standing first, and one shortest way there; without changes it stands there already, or
    (`far`) more than three answers away."""

    name: str
    far: bool
    changes: tuple[ShownChange, ...]
    made: str
    removed: str

    @property
    def count(self) -> str:
        """How many answers, in words."""
        number = len(self.changes)
        return f"{capital(in_words(number))} {'antwoord' if number == 1 else 'antwoorden'}"


@dataclass(frozen=True)
class ModelColumn:
    """One model in the table and in the list of grounds: its counts, its chosen hallmarks, and per question what it
    says."""

    match: ModelMatch
    name: str
    hallmarks: tuple[Option, ...]
    cells: tuple[tuple[Row, Cell], ...]

    @property
    def spoken(self) -> tuple[tuple[Row, Cell], ...]:
        """The questions of which something was read, by two readers or by one."""
        return tuple((row, cell) for row, cell in self.cells if cell.said)


@dataclass(frozen=True)
class OpenWeight:
    """An open question that matters most to settle next: what can come of it."""

    number: int
    short_name: str
    firsts: tuple[str, ...]
    tensions: str


@dataclass(frozen=True)
class RoomRow:
    """The options of one question that aren't chosen, in words: which can still be, and which would clash with what."""

    number: int
    short_name: str
    free: str
    clashing: str


@dataclass(frozen=True)
class OutcomePage:
    """What the choices come to and on what that rests, in the order of the page."""

    sentences: tuple[str, str, str]
    clear: bool
    rows: tuple[Row, ...]
    columns: tuple[ModelColumn, ...]
    combination: tuple[GovernanceModel, ...]
    combination_names: str
    without_example: tuple[str, ...]
    elsewhere: tuple[str, ...]
    why_not: tuple[ShownWhyNot, ...]
    turning_first: tuple[ShownEffect, ...]
    turning_tensions: tuple[ShownEffect, ...]
    matters_most: OpenWeight | None
    change_nothing: tuple[ShownChange, ...]
    room: tuple[RoomRow, ...]
    designs_left: int
    designs_in_all: int

    @property
    def open_numbers(self) -> tuple[int, ...]:
        """The numbers of the open questions."""
        return tuple(row.number for row in self.rows if row.open)


def outcome_page(
    content: Content, chosen: Collection[str], kept: Collection[tuple[str, str]], found: WholeOutcome
) -> OutcomePage:
    """Put the outcome of the chosen options into the values of the page. `kept`: the pairs that the kring keeps."""
    show = _Show(content)
    outcome, absent = found.outcome, without_example(content, chosen)
    rows = outcome_rows(content, chosen, outcome)
    points, following = found.turning_points, found.next_question
    return OutcomePage(
        sentences=summary(content, chosen, outcome, found.what_if.tensions, kept),
        clear=outcome.clear,
        rows=rows,
        columns=tuple(
            ModelColumn(
                match,
                match.model.name_in_a_table,
                tuple(content.option_of[code] for code in match.hallmarks),
                tuple((row, row.cells[at]) for row in rows),
            )
            for at, match in enumerate(outcome.matches)
        ),
        combination=outcome.combination,
        combination_names=models_in_a_row(content, [model.slug for model in outcome.combination]),
        without_example=tuple(named(content, code) for code in absent),
        elsewhere=tuple(named(content, code) for code in outcome.uncovered if code not in absent),
        why_not=tuple(show.why_not(match, found) for match in outcome.matches),
        turning_first=tuple(show.effect(effect) for effect in points.first),
        turning_tensions=tuple(show.effect(effect) for effect in _once(points.made, points.removed)),
        matters_most=show.weight(following.matters_most) if following.matters_most else None,
        change_nothing=tuple(show.change(Change(one.number, (), ())) for one in following.change_nothing),
        room=show.room(found),
        designs_left=found.room.left,
        designs_in_all=found.room.total,
    )


def _once(*lists: Iterable[Effect]) -> list[Effect]:
    """The effects of both lists, each once, in the booklet's order of questions."""
    found = {effect.change: effect for effects in lists for effect in effects}
    return sorted(found.values(), key=lambda effect: effect.change.number)


@dataclass(frozen=True)
class _Show:
    """Turns values of the domain into words."""

    content: Content

    def change(self, change: Change) -> ShownChange:
        return ShownChange(
            number=change.number,
            short_name=self.content.question_of[change.number].short_name,
            words=change_in_words(self.content, change),
        )

    def effect(self, effect: Effect) -> ShownEffect:
        return ShownEffect(
            change=self.change(effect.change),
            first=models_in_a_row(self.content, effect.after.first) if effect.changes_first else "",
            made=tensions_in_words(effect.made),
            removed=tensions_in_words(effect.removed),
        )

    def why_not(self, match: ModelMatch, found: WholeOutcome) -> ShownWhyNot:
        one = found.why_not[match.model.slug]
        return ShownWhyNot(
            name=match.model.short_name,
            far=one.fewest is None,
            changes=tuple(self.change(change) for change in one.changes),
            made=tensions_in_words(one.made),
            removed=tensions_in_words(one.removed),
        )

    def weight(self, question: OpenQuestion) -> OpenWeight:
        return OpenWeight(
            number=question.number,
            short_name=self.content.question_of[question.number].short_name,
            firsts=tuple(models_in_a_row(self.content, slugs) for slugs in question.firsts),
            tensions=tensions_in_words(question.tensions),
        )

    def room(self, found: WholeOutcome) -> tuple[RoomRow, ...]:
        def words(code: str) -> str:
            return self.content.option_of[code].words

        rows = []
        for question in self.content.questions:
            codes = {option.code for option in question.options}
            options = [option for option in found.room.options if option.code in codes]
            rows.append(
                RoomRow(
                    number=question.number,
                    short_name=question.short_name,
                    free=capital("; ".join(words(option.code) for option in options if not option.contradicts)),
                    clashing="; ".join(
                        f"{words(option.code)}, met {all_named(self.content, option.contradicts)}"
                        for option in options
                        if option.contradicts
                    ),
                )
            )
        return tuple(rows)
