"""The page Evaluatie: a row for each besluit and for each thing that the kring would look at, as stored or as sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict
from django.utils.formats import number_format

from checklist.domain.evaluatie.value import NOTHING_SAID, REMARK_CAP, Decided, Finding, Point, Verdict, is_indicator
from checklist.domain.proposal import Proposal
from checklist.domain.state import Stand
from checklist.domain.text import TooLongError, capped, one_text
from checklist.forms import LARGEST_VERSION, MARK_LENGTH
from checklist.selectors import FindingState, OpenDossier
from checklist.services import FindingSave

VERDICTS = {
    Verdict.AS_DECIDED: "Zo uitgevoerd",
    Verdict.OTHERWISE: "Anders",
    Verdict.NOT: "Niet",
    Verdict.OPEN: "Nog niet bepaald",
}
_BY_VALUE = {verdict.value: verdict for verdict in Verdict}


@dataclass(frozen=True)
class FindingRow:
    """One row of the form. `at` is its place, by which its controls are named. `mark` is that of what the page showed,
    `theirs` what somebody else stored meanwhile."""

    at: int
    key: str
    point: Point | None
    question: str
    finding: Finding
    version: int
    mark: str
    error: str = ""
    theirs: Finding | None = None

    @property
    def changed(self) -> bool:
        """Whether it says something else than the page showed."""
        return mark_of(self.finding) != self.mark

    @property
    def save(self) -> FindingSave:
        """What is to be saved of it."""
        return FindingSave(self.key, self.finding, self.version)


@dataclass(frozen=True)
class EvaluationPage:
    """The rows of the form: first the besluiten, then the indicators."""

    rows: tuple[FindingRow, ...]

    @property
    def besluiten(self) -> Sequence[FindingRow]:
        """The rows with a verdict."""
        return [row for row in self.rows if not is_indicator(row.key)]

    @property
    def indicators(self) -> Sequence[FindingRow]:
        """The rows with what was seen."""
        return [row for row in self.rows if is_indicator(row.key)]

    @property
    def mistakes(self) -> Sequence[FindingRow]:
        """The rows that can't be saved as they are."""
        return [row for row in self.rows if row.error]

    @property
    def conflicts(self) -> Sequence[FindingRow]:
        """The rows that somebody else changed meanwhile."""
        return [row for row in self.rows if row.theirs is not None]

    @property
    def said(self) -> int:
        """How many besluiten have a verdict."""
        return sum(row.finding.verdict != Verdict.OPEN for row in self.besluiten)

    @property
    def changed(self) -> Sequence[FindingRow]:
        """The rows that say something else than the page showed."""
        return [row for row in self.rows if row.changed]

    @property
    def saves(self) -> list[FindingSave]:
        """What was changed on the page."""
        return [row.save for row in self.changed]

    def against(self, theirs: Mapping[str, FindingState]) -> "EvaluationPage":
        """Return the page after somebody else was first in these rows: their text above mine."""
        return EvaluationPage(tuple(_against(row, theirs.get(row.key)) for row in self.rows))


def planned_evaluation(dossier: OpenDossier, proposal: Proposal, today: date) -> date | None:
    """Return the day on which the kring would look back, once that day has come and something was decided; else None.
    No query."""
    decided = dossier.newest is not None and dossier.newest.state.stand == Stand.DECIDED
    return proposal.evaluation if decided and proposal.evaluation and proposal.evaluation <= today else None


def stored_page(decided: Decided, stored: Mapping[str, FindingState]) -> EvaluationPage:
    """Return the page as a fresh visit sees it."""
    rows = []
    for at, (key, point, question) in enumerate(_asked(decided)):
        state = stored.get(key, FindingState(NOTHING_SAID, 0))
        rows.append(FindingRow(at, key, point, question, state.finding, state.version, mark_of(state.finding)))
    return EvaluationPage(tuple(rows))


def sent_page(decided: Decided, sent: QueryDict) -> EvaluationPage:
    """Return the page as it was sent. Raises `SuspiciousOperation` (400) when what the page itself put in it was
    changed."""
    return EvaluationPage(
        tuple(_sent_row(sent, at, *asked) for at, asked in enumerate(_asked(decided)) if f"versie-{at}" in sent)
    )


def mark_of(finding: Finding) -> str:
    """Return sixteen characters that are others when a finding is."""
    return sha256(f"{finding.verdict.value}\n{finding.text}".encode()).hexdigest()[:MARK_LENGTH]


def _asked(decided: Decided) -> Sequence[tuple[str, Point | None, str]]:
    points = [(point.number, point, "") for point in decided.points]
    indicators = zip(decided.keys[len(points) :], decided.questions, strict=True)
    return [*points, *((key, None, question) for key, question in indicators)]


def _sent_row(sent: QueryDict, at: int, key: str, point: Point | None, question: str) -> FindingRow:
    version, mark = sent.get(f"versie-{at}", ""), sent.get(f"getoond-{at}", "")
    if not (version.isascii() and version.isdigit() and int(version[:12]) <= LARGEST_VERSION):
        raise SuspiciousOperation("a row has no version")
    verdict = _BY_VALUE.get(sent.get(f"bevinding-{at}", ""))
    if len(mark) != MARK_LENGTH or verdict is None or (point is None and verdict != Verdict.OPEN):
        raise SuspiciousOperation("a row isn't as the page made it")
    typed = sent.get(f"tekst-{at}", "")
    try:
        text, error = capped(typed, REMARK_CAP), ""
    except TooLongError as too_long:
        count = number_format(too_long.count, force_grouping=True)
        text, error = typed, f"Deze tekst telt {count} tekens. Er passen er {REMARK_CAP}."
    return FindingRow(at, key, point, question, Finding(verdict, text), int(version), mark, error)


def _against(row: FindingRow, theirs: FindingState | None) -> FindingRow:
    if theirs is None:
        return row
    mine = replace(row.finding, text=one_text(theirs.finding.text, row.finding.text)[: REMARK_CAP * 4])
    mark = mark_of(theirs.finding)
    return replace(row, finding=mine, version=theirs.version, mark=mark, theirs=theirs.finding)
