"""The voorstel as a value (rule 6): facts, numbers and texts in the order of the document.

Headings and connecting sentences stand in `templates/advies/voorstel/`; numbers that others refer to stand here. Whose
words a text is, its type says (`pieces`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from checklist.domain.advies.voorstel.attendees import Attendees
from checklist.domain.advies.voorstel.cover import Cover, Facts, ReglementHead
from checklist.domain.advies.voorstel.pieces import Chapter, Said
from checklist.domain.advies.voorstel.value_appendices import Agreement, ModelRow, OpenMatter, SourceRow
from checklist.domain.advies.voorstel.value_chapters import (
    Argument,
    ChoiceRow,
    Consequences,
    RiskRow,
    StepRow,
    Support,
    TermRow,
)
from checklist.domain.advies.voorstel.value_summary import Summary
from checklist.domain.decision.reglement.value import Reglement
from checklist.domain.decision.tijdlijn import Tijdlijn
from checklist.domain.decision.value import Asked, PathWarning
from checklist.domain.state import State


@dataclass(frozen=True)
class ContentsRow:
    """A row of the contents: '4 Argumenten' or 'Bijlage A. Verantwoording', and the anchor it leads to."""

    text: str
    anchor: str


@dataclass(frozen=True)
class Voorstel:
    """The whole document. `dated`: the day of the dossier, when the kring met; `today`: the day it was composed.

    `answered` and `chosen` count questions and options. `occasion` is chapter 1, `booklet` the number of its paragraph
    on the booklet, which is source 1. `figure` is the alternative text of the organigram, at most 700 characters;
    `tijdlijn` what the time line of appendix D shows, None when no moment has a date.
    `caveats` stand where the kring named no risks: those of all chosen options, each with the paragraph or the section
    of chapter 4 that it belongs to. `present` are the kring's lines, `without_example` chosen options in words with
    codes.

    `empty` has what the document says of each empty field by its key, '' when nothing. A sentence of it that ends with
    a colon goes on with a list (`to_find_out`, `look_up`); where that list is empty the sentence is left out.
    `tables` has the number of each table that is there: choices, costs, risks, steps, models, sources, other_steps.
    """

    title: str
    region: str
    state: State
    dated: date
    today: date
    answered: int
    chosen: int
    facts: Facts
    attendees: Attendees
    contents: tuple[ContentsRow, ...]
    summary: Summary
    asked: Asked
    occasion: Chapter
    booklet: str
    choices: tuple[ChoiceRow, ...]
    figure: str
    tijdlijn: Tijdlijn | None
    arguments: tuple[Argument, ...]
    consequences: Consequences
    risks: tuple[RiskRow, ...]
    caveats: tuple[Said, ...]
    support: Support
    steps: tuple[StepRow, ...]
    terms: tuple[TermRow, ...]
    path_warnings: tuple[PathWarning, ...]
    communication: Chapter
    evaluation: date | None
    evaluation_questions: Chapter
    present: tuple[str, ...]
    models: tuple[ModelRow, ...]
    without_example: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    open_matters: tuple[OpenMatter, ...]
    contradictions: tuple[Agreement, ...]
    agreements_needed: tuple[Agreement, ...]
    agreements_kept: tuple[Agreement, ...]
    other_steps: tuple[StepRow, ...]
    reglement: Reglement
    empty: Mapping[str, str]
    tables: Mapping[str, int]

    @property
    def cover(self) -> Cover:
        """What its cover, its box on page 2 and its last page are made of."""
        there = self.attendees.filled_in
        return Cover(
            title=self.title,
            region=self.region,
            today=self.today,
            facts=self.facts,
            attendance=self.attendees.on_cover if there else "",
            attendance_counted=self.attendees.counted if there else "",
            reglement=ReglementHead(self.reglement.title, self.reglement.subtitle, self.reglement.legal_form),
            state=self.state,
        )
