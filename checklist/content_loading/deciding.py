"""Refuses files in which what deciding rests on names what isn't there: a step, a law, an option, an answer."""

from collections.abc import Callable, Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from checklist.content_loading.reading import Contents, Record
from checklist.domain import booklet
from checklist.domain.decision_content import Condition
from checklist.domain.decision_texts import NOT_ANSWERED, condition_of, option_steps
from checklist.models import Decision, LegalSource, OptionDeciding, Step
from models_catalogue.fixture_rows import FixtureRow

# A field with what is wrong with it.
Problem = tuple[str, str]
Checks = Mapping[type[FixtureRow], Callable[[Record], Iterator[Problem]]]


def check_deciding(contents: Contents) -> None:
    """Raise `ContentError` at the first step, option or decision that names what isn't there, at a condition that no
    answer meets, at a later meeting in which nothing is decided, and at steps that wait for each other. What the
    booklet fixes is as it should be."""
    records = {kind.model: records for kind, records in contents.items()}
    known = _Known(records)
    checks: Checks = {Step: known.of_step, OptionDeciding: known.of_option, Decision: known.of_decision}
    for table, check in checks.items():
        for record in records[table]:
            for name, problem in check(record):
                raise record.error(problem, name)
    _check_order(records[Step])


class _Known:
    """What there is, by the names that a record of deciding calls it."""

    def __init__(self, records: Mapping[type[FixtureRow], Collection[Record]]) -> None:
        self.codes = {f"{number}{letter}" for number, letter, _ in booklet.options()}
        self.sources = {str(record.key[0]) for record in records[LegalSource]}
        self.steps = {str(record.key[0]): record for record in records[Step]}
        self.steps_of = {record.key[0]: str(record.values["steps"]) for record in records[OptionDeciding]}

    def of_step(self, record: Record) -> Iterator[Problem]:
        """What a step names that isn't there, and a term that both runs and has a last date."""
        for name in ("after", "after_unless"):
            yield from self._unknown(record, name, self.steps, "step")
        for name in ("unless_any_of", "unless_none_of"):
            yield from self._unknown(record, name, self.codes, "option")
        yield from self._unknown(record, "sources", self.sources, "source")
        days, deadline, month, day = (record.values[f"term_{name}"] for name in ("days", "deadline", "month", "day"))
        runs_until = days and month and not deadline
        if bool(month) != bool(day) or runs_until or bool(record.values["term"]) != bool(days or month):
            yield "term", "either runs for a number of days or has a last date, and has no words without them"

    def of_option(self, record: Record) -> Iterator[Problem]:
        """What an option names that isn't there."""
        yield from self._unknown(record, "legal_sources", self.sources, "source")
        try:
            steps = option_steps(str(record.values["steps"]))
        except ValueError as error:
            yield "steps", str(error)
            return
        for step in steps:
            if step.step not in self.steps:
                yield "steps", f"unknown step {step.step}"
            yield from self._unmet(str(record.key[0]), "steps", step.condition)

    def of_decision(self, record: Record) -> Iterator[Problem]:
        """What a decision names that isn't there, and a later meeting that isn't one of its option."""
        code, step = str(record.key[0]), str(record.values["step"])
        yield from self._unknown(record, "sources", self.sources, "source")
        try:
            yield from self._unmet(code, "condition", condition_of(str(record.values["condition"])))
        except ValueError as error:
            yield "condition", str(error)
        if step and (step not in self.steps or not self.steps[step].values["decides"]):
            yield "step", f"{step} is no step in which an organ decides"
        elif step and step not in {one.step for one in option_steps(self.steps_of.get(code, ""))}:
            yield "step", f"{step} is no step of option {code}"

    def _unknown(self, record: Record, name: str, known: Collection[str], what: str) -> Iterator[Problem]:
        for word in str(record.values[name]).split():
            if word not in known:
                yield name, f"unknown {what} {word}"

    def _unmet(self, code: str, name: str, condition: Condition | None) -> Iterator[Problem]:
        if condition is None:
            return
        detail = booklet.DETAILS.get((code, condition.detail))
        if detail is None:
            yield name, f"option {code} leaves no {condition.detail} open"
            return
        answers = detail.values if detail.required else ("", *detail.values)
        for value in condition.values:
            if value not in answers:
                yield name, f"{value or NOT_ANSWERED} is no answer to {condition.detail} of option {code}"


def _check_order(steps: Collection[Record]) -> None:
    try:
        TopologicalSorter({str(step.key[0]): str(step.values["after"]).split() for step in steps}).prepare()
    except CycleError as error:
        waiting = error.args[1]
        step = next(step for step in steps if step.key[0] == waiting[0])
        raise step.error(f"waits for itself: {' after '.join(reversed(waiting))}", "after") from error
