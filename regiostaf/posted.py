"""What came with a form that could not be dealt with: to be shown and sent once more, so that nobody types it again."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import BadRequest, FieldDoesNotExist, SuspiciousOperation
from django.db import models
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.text import capfirst

from checklist.domain.text import MARGIN, TEXT_CAP, clean_text, shortened

# The fields in which somebody types a text that is work to type again; a prefix may stand before it: '1-motivation'.
_TYPED_FIELDS = {
    "motivation": "Waarom kiest u dit?",
    "minority": "Wie denkt er anders over?",
    "title": "Titel van het dossier",
    "present": "Aanwezig",
    "what": "Wat",
    "who": "Wie",
    "when": "Wanneer",
    # Of the afronding: its fields, and the columns of its tables.
    "indiener": "Indiener",
    "aanleiding": "Waarom nu",
    "kosten_dekking": "Kosten en dekking",
    "draagvlak": "Draagvlak",
    "opsteller": "Opsteller",
    "zaaknummer": "Zaaknummer",
    "cgs_benaming": "Naam van de functie",
    "personeel": "Gevolgen voor personeel",
    "juridische_toets": "Juridische toets",
    "informatie": "Informatie en archief",
    "communicatie": "Communicatie",
    "evaluatie_vragen": "Waaraan u het resultaat ziet",
    "naam": "Naam en functie",
    "post": "Post",
    "betaler": "Wie betaalt",
    "risico": "Risico",
    "maatregel": "Maatregel",
    "eigenaar": "Eigenaar",
    "reden": "Reden",
    "partij": "Partij",
    "oordeel": "Oordeel",
    "waarde": "Tekst",
}
# The largest form of ours is a few texts at their cap.
_LARGEST_TO_SEND_AGAIN = 200_000


@dataclass(frozen=True)
class PostedField:
    """One value of a form. With a label it is a text that somebody typed; without one it goes along unseen."""

    name: str
    value: str
    label: str = ""


@dataclass(frozen=True)
class PostedForm:
    """What a form sent, without its token. `again`: a page may carry it back to be sent once more, as it came."""

    fields: tuple[PostedField, ...] = ()
    again: bool = False

    @property
    def typed(self) -> list[PostedField]:
        """The texts that somebody typed in it."""
        return [field for field in self.fields if field.label]


def posted_form(request: HttpRequest) -> PostedForm:
    """Return what a form sent; nothing when that can't be read, or when no form was sent. No queries.

    A password or a file isn't carried back, nor is more than a form of ours holds.
    """
    try:
        values, files = request.POST, request.FILES
    except (UnreadablePostError, SuspiciousOperation, BadRequest, MultiPartParserError):
        return PostedForm()
    sent = [(name, str(value)) for name, all_of in values.lists() for value in all_of if name != "csrfmiddlewaretoken"]
    too_much = sum(len(value) for _, value in sent) > _LARGEST_TO_SEND_AGAIN
    fields = tuple(_field(request, name, value, whole=not too_much) for name, value in sent)
    return PostedForm(fields, again=not (too_much or files or any("password" in field.name for field in fields)))


def _field(request: HttpRequest, name: str, value: str, *, whole: bool) -> PostedField:
    """`whole`: the form is small enough to go along as it came; of a larger one only the start of a text is shown."""
    label = _label(request, name)
    if label and not whole and len(value) > MARGIN * TEXT_CAP:
        return PostedField(name, shortened(value, MARGIN * TEXT_CAP), f"{label} (alleen het begin)")
    text = clean_text(value) if label else ""
    return PostedField(name, text, label) if text else PostedField(name, value)


def _label(request: HttpRequest, name: str) -> str:
    """The label of a field of typed text, in our own forms or in the beheer; empty for any other field."""
    own_name = name.rpartition("-")[2]
    for table in _tables_of(request):
        try:
            field = table._meta.get_field(own_name)
        except FieldDoesNotExist:
            continue
        if isinstance(field, models.CharField | models.TextField) and not field.choices:
            return capfirst(str(field.verbose_name))
    return _TYPED_FIELDS.get(own_name, "")


def _tables_of(request: HttpRequest) -> "Iterator[type[models.Model]]":
    """The tables that a page of the beheer edits: its own and those of the rows below the form."""
    page = getattr(request.resolver_match and request.resolver_match.func, "model_admin", None)
    if page:
        yield page.model
        yield from (inline.model for inline in page.inlines)
