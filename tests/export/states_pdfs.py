"""The documents of a voorstel and of an evaluatie in each state, made as they really are: what is settled from one
stored text, with the files that go with it."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache, cached_property
from unittest.mock import patch

from checklist import selectors
from checklist.domain.advies.reading import Reading
from checklist.domain.decision_content import Organ
from checklist.domain.evaluatie.decided import decided_of
from checklist.domain.evaluatie.frozen import FrozenEvaluatie
from checklist.domain.evaluatie.value import Evaluatie, Finding, Verdict
from checklist.domain.house_style import OWN_STYLE
from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.chain import NOTHING_BEFORE, Record, chain_file, record_of, told_act, told_settling
from checklist.domain.settled.frozen import Frozen
from checklist.domain.settled.states import public_address, state_of
from checklist.domain.settled.value import Act, ActKind, NewFile, SettledFileKind, SettledKind, Version
from checklist.domain.state import Outcome, Stand, State
from checklist.export.pdf import engine
from checklist.export.settled import frozen_evaluatie_html, parts_of_evaluatie, printed_html
from checklist.selectors import StoredVersion
from checklist.settled_documents import make_files
from tests.export.states import LONG, STATES
from tests.frozen import SETTLED_ON, SITE, frozen, sample, snapshot, version_of

AT = datetime(2027, 1, 14, 15, 4, 5, tzinfo=UTC)
A_YEAR_LATER = date(2028, 2, 18)

SETTLED = Act(1, ActKind.SETTLED, AT, on=SETTLED_ON)
OFFERED = Act(2, ActKind.OFFERED, AT, organ=Organ.AB, on=date(2027, 1, 21))
DECIDED = Act(3, ActKind.DECIDED, AT, organ=Organ.AB, on=date(2027, 2, 18), outcome=Outcome.UNCHANGED)
CHANGED = replace(DECIDED, outcome=Outcome.CHANGED, text=LONG)
REJECTED = replace(DECIDED, outcome=Outcome.REJECTED, text="Te duur.")
WITHDRAWN = Act(3, ActKind.WITHDRAWN, AT, on=date(2027, 2, 18), text="Wij wachten.")

# One of each state and outcome, by the acts that make it.
VOORSTELLEN: Mapping[str, tuple[Act, ...]] = {
    "vastgesteld": (SETTLED,),
    "aangeboden": (SETTLED, OFFERED),
    "besloten, ongewijzigd": (SETTLED, OFFERED, DECIDED),
    "besloten, gewijzigd": (SETTLED, OFFERED, CHANGED),
    "besloten, afgewezen": (SETTLED, OFFERED, REJECTED),
    "ingetrokken": (SETTLED, OFFERED, WITHDRAWN),
}
EVALUATIES: Mapping[str, tuple[Act, ...]] = {
    "evaluatie, vastgesteld": (replace(SETTLED, on=A_YEAR_LATER),),
    "evaluatie, aangeboden": (replace(SETTLED, on=A_YEAR_LATER), replace(OFFERED, on=A_YEAR_LATER)),
}
RECORDED = [*VOORSTELLEN, *EVALUATIES]
# What nobody settled has no code, and so no file that goes with it.
NOT_RECORDED = ["concept", "proefdruk", "ingetrokken als concept"]
READINGS = (Reading.VOORSTEL, Reading.BESLUITENLIJST)


@dataclass(frozen=True)
class Document:
    """A version after these acts, with all that is stored of it."""

    facts: Version
    acts: tuple[Act, ...]
    snapshot: bytes
    html: bytes

    @property
    def address(self) -> str:
        """Where anybody looks it up."""
        return public_address(SITE, self.facts.code)

    @cached_property
    def files(self) -> Mapping[SettledFileKind, NewFile]:
        """All files of its last act."""
        stored = {"snapshot_bytes": self.snapshot, "html_bytes": self.html, "records_of": [*self._records()]}
        with ExitStack() as reading:
            for name, value in stored.items():
                reading.enter_context(patch.object(selectors, name, return_value=value))
            made = make_files(StoredVersion(1, self.facts, self.acts), len(self.acts))
        return {file.kind: file for file in made}

    @property
    def inside(self) -> Mapping[str, bytes]:
        """What is in its PDF."""
        return {
            "regiostaf-advies.json": self.snapshot,
            "ketting.json": chain_file(self._records()),
            "mdto.xml": self.files[SettledFileKind.MDTO].content,
            "diwoo.xml": self.files[SettledFileKind.DIWOO].content,
        }

    def _records(self) -> Iterator[Record]:
        previous = NOTHING_BEFORE
        for act in self.acts:
            told = told_act(self.facts.code, act) if act.number > 1 else told_settling(self.facts, act)
            record = record_of(told, act.number, previous, act.at, SITE)
            previous = record.sha256
            yield record


@cache
def document(name: str) -> Document:
    """The document of this name."""
    if name in EVALUATIES:
        what, facts = evaluatie(), _facts_of_evaluatie()
        return Document(facts, EVALUATIES[name], what.snapshot(facts, SITE), what.html)
    return Document(version_of(voorstel()), VOORSTELLEN[name], snapshot(voorstel()), voorstel().html)


@cache
def written(name: str, reading: Reading = Reading.VOORSTEL) -> bytes:
    """The PDF in a state: of what is settled a file of its last act, an evaluatie has one alone."""
    if name in RECORDED:
        kind = SettledFileKind.BESLUITENLIJST if reading == Reading.BESLUITENLIJST else SettledFileKind.PDF
        return document(name).files[kind].content
    html = printed_html(voorstel().html, reading, STATES[name], voorstel().cover)
    return engine.write_pdf(html, None, (), AT, house=OWN_STYLE)


@cache
def voorstel() -> Frozen:
    """The voorstel that is settled."""
    return frozen(sample())


@cache
def evaluatie() -> FrozenEvaluatie:
    """What the kring found a year after the bestuur decided otherwise: one besluit of each verdict."""
    facts = version_of(voorstel())
    decided = decided_of(facts, state_of(facts, VOORSTELLEN["besloten, gewijzigd"], SITE), snapshot(voorstel()))
    assert decided is not None
    findings = {
        key: Finding(verdict, "Later dan gedacht.") for key, verdict in zip(decided.keys, Verdict, strict=False)
    }
    state = State(Stand.SETTLED, settled_on=A_YEAR_LATER)
    made = Evaluatie(decided, findings, state, A_YEAR_LATER)
    html = frozen_evaluatie_html(made, OWN_STYLE)
    return FrozenEvaluatie(made, OWN_STYLE, A_YEAR_LATER, html, parts_of_evaluatie(html), "9f3a0c21b7d4e586")


def _facts_of_evaluatie() -> Version:
    of_voorstel = version_of(voorstel())
    version = replace(
        of_voorstel,
        code="8M3N0RYS5VCE",
        kind=SettledKind.EVALUATIE,
        about=of_voorstel.code,
        settled_on=A_YEAR_LATER,
        snapshot_sha256="",
        html_sha256=evaluatie().html_sha256,
    )
    return replace(version, snapshot_sha256=sha256_of(evaluatie().snapshot(version, SITE)))
