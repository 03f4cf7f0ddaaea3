"""Which file of `fixtures/` holds which table, and in what order they are loaded and dumped."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.conf import settings
from django.db import models

from checklist.models import (
    Adoption,
    Article,
    Background,
    Clause,
    ClausePart,
    Consideration,
    Decision,
    Detail,
    DetailAlternative,
    Gap,
    GeneralDecision,
    LegalSource,
    Option,
    OptionDeciding,
    Organ,
    PreambleLine,
    ProposalField,
    Question,
    QuestionNote,
    Repair,
    Step,
    Tension,
    Term,
)
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.models import Gemeente, GovernanceModel, ModelNote, RegionNote, Trait, Veiligheidsregio

CONTENT_DIR = settings.BASE_DIR / "fixtures"

# What a fixture holds for a field: a reference is the natural key of the other row, as a list.
Value = str | int | bool | list[str | int]
# The natural key of a row, such as ("1a",) or ("managementraad", "2a").
Key = tuple[str | int, ...]

# What a row says about itself; no file holds it.
BOOKKEEPING = {"loaded_hashes", "changed_at"}


@dataclass(frozen=True)
class Kind:
    """One table of content, the file that holds it, and the fields that its rows are sorted by in that file."""

    file: str
    model: type[FixtureRow]
    order: tuple[str, ...]

    @property
    def label(self) -> str:
        """The name by which a fixture calls the table, such as checklist.question."""
        return self.model._meta.label_lower

    @cached_property
    def fields(self) -> "Mapping[str, models.Field[Any, Any]]":
        """The fields that every record has, by name, in the table's order."""
        return {
            field.name: field
            for field in self.model._meta.concrete_fields
            if not field.primary_key and field.name not in BOOKKEEPING
        }

    @property
    def can_be_switched_off(self) -> bool:
        """Whether a row can be kept without being shown."""
        return "active" in self.fields

    @cached_property
    def references(self) -> Mapping[str, type[FixtureRow]]:
        """The fields that point at a row of another table of content, with that table."""
        return {
            name: cast(type[FixtureRow], field.related_model)
            for name, field in self.fields.items()
            if isinstance(field, models.ForeignKey)
        }

    def key_of(self, values: Mapping[str, Value]) -> Key:
        """Return the natural key of a record with these values; a reference brings all parts of the other row's key."""
        key: list[str | int] = []
        for name in dict.fromkeys(path.split("__")[0] for path in self.model.natural_key_fields):
            value = values[name]
            key.extend(value if isinstance(value, list) else [value])
        return tuple(key)

    def sort_key(self, values: Mapping[str, Value]) -> tuple[tuple[int, str], ...]:
        """Return what the record is sorted by: numbers inside a code count as numbers, so 2a comes before 10a."""
        parts: list[tuple[int, str]] = []
        for name in self.order:
            value = values[name]
            for piece in value if isinstance(value, list) else [value]:
                parts.extend(
                    (int(run), "") if run.isdigit() else (0, run) for run in re.findall(r"\d+|\D+", str(piece))
                )
        return tuple(parts)


# In the order of loading: a table comes after the tables it points at.
KINDS = (
    Kind("questions.json", Question, ("number",)),
    Kind("options.json", Option, ("code",)),
    Kind("details.json", Detail, ("option", "key")),
    Kind("detail_alternatives.json", DetailAlternative, ("detail", "number")),
    Kind("considerations.json", Consideration, ("question", "number")),
    Kind("backgrounds.json", Background, ("kind", "number")),
    Kind("question_notes.json", QuestionNote, ("key",)),
    Kind("tensions.json", Tension, ("number",)),
    Kind("repairs.json", Repair, ("tension", "number")),
    Kind("organs.json", Organ, ("name",)),
    Kind("legal_sources.json", LegalSource, ("key",)),
    Kind("steps.json", Step, ("number",)),
    Kind("option_deciding.json", OptionDeciding, ("option",)),
    Kind("decisions.json", Decision, ("deciding", "number")),
    Kind("general_decisions.json", GeneralDecision, ("key",)),
    Kind("proposal_fields.json", ProposalField, ("number",)),
    Kind("reglement_articles.json", Article, ("number",)),
    Kind("reglement_clauses.json", Clause, ("article", "number")),
    Kind("reglement_parts.json", ClausePart, ("clause", "number")),
    Kind("reglement_adoptions.json", Adoption, ("number",)),
    Kind("reglement_preambles.json", PreambleLine, ("adoption", "number")),
    Kind("reglement_gaps.json", Gap, ("number",)),
    Kind("terms.json", Term, ("name",)),
    Kind("governance_models.json", GovernanceModel, ("number",)),
    Kind("traits.json", Trait, ("model", "option")),
    Kind("model_notes.json", ModelNote, ("key",)),
    Kind("veiligheidsregios.json", Veiligheidsregio, ("code",)),
    Kind("gemeenten.json", Gemeente, ("code",)),
    Kind("region_notes.json", RegionNote, ("key",)),
)
