"""The overview for redacteuren: notes to look at again, and texts that differ from what was loaded."""

import datetime
import re
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from checklist.admin.difference import Part, difference
from checklist.admin.notes import in_order
from checklist.admin.words import yes_or_no
from checklist.content_loading.kinds import CONTENT_DIR, KINDS, Kind, Value
from checklist.content_loading.origin import Origin
from checklist.content_loading.plan import plan_kind
from checklist.content_loading.reading import read_file
from checklist.content_loading.rows import KnownRows
from checklist.editors import EDITOR_RIGHTS
from checklist.models import QuestionNote
from models_catalogue.certainty import UNSURE, doubt_of
from models_catalogue.dates import dates_in
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.links import link_of
from models_catalogue.models import ModelNote, RegionNote
from models_catalogue.notes import Note

# How old a note may be before somebody looks whether it still holds.
HALF_A_YEAR = datetime.timedelta(days=183)
# As many as somebody looks up in one go.
NOTES_A_PAGE = 8


@dataclass(frozen=True)
class NoteToCheck:
    """A note in use, with the reasons to look at it again."""

    address: str
    about: str
    text: str
    source: str
    link: str
    date: str
    looked_up: datetime.date
    attention: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class EditedField:
    """A field whose text isn't what the file holds: what is in the file is the old one."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class EditedRow:
    """A row with texts of the redactie; a row that the redactie added has no fields."""

    address: str
    kind: str
    name: str
    fields: tuple[EditedField, ...]


def newest_date(text: str) -> datetime.date | None:
    """Return the newest date in a note's date that names its day, or None when there is none."""
    return max((written.date for written in dates_in(text) if written.date and written.to_the_day), default=None)


def looked_up(text: str) -> datetime.date:
    """Return how old a note is by its date: its newest date, else the first day of its last year; one without a year is
    older than any."""
    if dated := newest_date(text):
        return dated
    years = [int(year) for year in re.findall(r"\b[12][0-9]{3}\b", text)]
    return datetime.date(max(years), 1, 1) if years else datetime.date.min


def reasons_to_check(note: Note, today: datetime.date) -> tuple[str, ...]:
    """Return why a note has to be looked at again; empty when it needn't be. Pure."""
    dated = newest_date(note.date)
    reasons = []
    if note.certainty == UNSURE:
        reasons.append(doubt_of(note.source_kind, note.certainty))
    if dated is None:
        reasons.append("zonder precieze datum")
    elif today - dated > HALF_A_YEAR:
        reasons.append("ouder dan een half jaar")
    return tuple(reasons)


def notes_to_check(today: datetime.date) -> list[NoteToCheck]:
    """Return the notes in use that have to be looked at again, the oldest first, those of the same age by the number of
    their question, model or region. Three queries."""
    of_questions = QuestionNote.objects.select_related("question").order_by(*in_order("question"))
    of_models = ModelNote.objects.select_related("model").order_by(*in_order("model"))
    of_regions = RegionNote.objects.select_related("veiligheidsregio").order_by(*in_order("veiligheidsregio", "code"))
    notes: list[tuple[str, Note]] = [
        *((f"vraag {note.question.number}", note) for note in of_questions),
        *((note.model.short_name, note) for note in of_models),
        *((note.veiligheidsregio.name, note) for note in of_regions),
    ]
    found = [
        NoteToCheck(
            address=_address(note),
            about=about,
            text=note.text,
            source=note.source,
            link=link_of(note.url),
            date=note.date,
            looked_up=looked_up(note.date),
            attention=note.attention,
            reasons=reasons,
        )
        for about, note in notes
        if note.active and (reasons := reasons_to_check(note, today))
    ]
    return sorted(found, key=lambda note: note.looked_up)


def edited_rows() -> list[EditedRow]:
    """Return the rows whose texts differ from the files because somebody of the redactie changed or added them. A query
    per table that the redactie may change or that such a table points at, and reading their files."""
    known = KnownRows()
    pointed_at = {table for kind in KINDS for table in kind.references.values()}
    found = []
    for kind in KINDS:
        may_change = "change" in EDITOR_RIGHTS[kind.label]
        rows = known.read(kind) if may_change or kind.model in pointed_at else []
        if not may_change:
            continue
        plan = plan_kind(kind, read_file(kind, CONTENT_DIR / kind.file), rows, source=Origin.PRODUCT)
        for change in plan.changed:
            fields = tuple(
                EditedField(str(kind.fields[field.name].verbose_name), difference(_words(field.new), _words(field.old)))
                for field in change.kept
                if field.origin is Origin.EDITOR
            )
            if fields:
                found.append(_edited(kind, change.row, fields))
        found += [_edited(kind, row, ()) for row in rows if not row.loaded_hashes]
    return found


def _edited(kind: Kind, row: FixtureRow, fields: tuple[EditedField, ...]) -> EditedRow:
    return EditedRow(_address(row), str(kind.model._meta.verbose_name), str(row), fields)


def _words(value: Value) -> str:
    if isinstance(value, bool):
        return yes_or_no(value)
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _address(row: FixtureRow) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


@require_safe
def redactie(request: HttpRequest) -> HttpResponse:
    """Show what asks for attention, of the facts to look up a page at a time (`?feiten=2`); for who may change texts.
    Queries: twenty-six, besides the session and the user."""
    if not request.user.has_perm("checklist.change_questionnote"):
        raise PermissionDenied
    today = timezone.localdate()
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Overzicht voor de redactie",
        "notes": Paginator(notes_to_check(today), NOTES_A_PAGE).get_page(request.GET.get("feiten")),
        "edited": edited_rows(),
    }
    return TemplateResponse(request, "admin/redactie.html", context)
