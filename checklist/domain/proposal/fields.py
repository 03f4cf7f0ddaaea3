"""The fields of the proposal: key, kind, cap and columns, for files, forms, pages and documents alike.

The keys are those of the exchange format (docs/exchange_format.md). Nothing is required: every field may stay empty.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from checklist.domain.decision_content import Organ
from checklist.domain.proposal.value import (
    Attendance,
    Cost,
    Frequency,
    Heard,
    OtherMeeting,
    Presence,
    Rejected,
    Risk,
    Rule,
)

# In euros; so many have no more digits than a number in JSON is exact to.
MOST_EUROS = Decimal("999999999.99")


class Kind(Enum):
    """What is filled in: `LINE` and `TEXT` are words, on one line or more; the last five are keys of something else."""

    CHOICE = auto()
    DATE = auto()
    LINE = auto()
    TEXT = auto()
    EUROS = auto()
    TABLE = auto()
    GEMEENTE = auto()
    OPTION = auto()
    STEP = auto()
    RULE = auto()
    ARTICLE = auto()


@dataclass(frozen=True)
class Field:
    """A field of the proposal, or a column of a table: `name` is that of the attribute, `cap` in characters, `choices`
    the answers of a choice. `core`: it stands on the first page.

    A table has at most `rows` of `row`; 0: one for each gemeente. `needed`: a row says nothing without this column.
    `once`: the columns that tell rows from one another; no two rows have the same in all of them.
    """

    key: str
    name: str
    kind: Kind
    cap: int = 0
    choices: tuple[Enum, ...] = ()
    needed: bool = False
    core: bool = False
    row: Callable[..., Any] = dict
    rows: int = 0
    columns: tuple["Field", ...] = ()
    once: tuple[str, ...] = ()


def _text(key: str, name: str, cap: int = 600, *, core: bool = False) -> Field:
    return Field(key, name, Kind.TEXT, cap, core=core)


def _line(key: str, name: str, cap: int = 120, *, core: bool = False) -> Field:
    return Field(key, name, Kind.LINE, cap, core=core)


def _needed(key: str, name: str, kind: Kind, cap: int = 0, choices: Iterable[Enum] = ()) -> Field:
    return Field(key, name, kind, cap, tuple(choices), needed=True)


_ATTENDANCE = (
    _needed("gemeente", "gemeente", Kind.GEMEENTE),
    _needed("stand", "presence", Kind.CHOICE, choices=Presence),
    Field("naam", "name", Kind.LINE, 120),
)
_COSTS = (
    _needed("post", "what", Kind.LINE, 120),
    _needed("bedrag", "amount", Kind.EUROS),
    _needed("soort", "frequency", Kind.CHOICE, choices=Frequency),
    Field("betaler", "payer", Kind.LINE, 120),
)
_OTHER_MEETINGS = (
    _needed("orgaan", "organ", Kind.CHOICE, choices=(Organ.COLLEGES, Organ.RADEN, Organ.DB, Organ.AB, Organ.OTHERS)),
    Field("gemeente", "where", Kind.LINE, 80),
    Field("datum", "on", Kind.DATE),
    Field("stap", "step", Kind.STEP),
)
_RISKS = (
    _needed("risico", "risk", Kind.LINE, 200),
    Field("maatregel", "measure", Kind.LINE, 200),
    Field("eigenaar", "owner", Kind.LINE, 80),
)
_REJECTED = (_needed("optie", "option", Kind.OPTION), _needed("reden", "reason", Kind.LINE, 200))
_HEARD = (
    _needed("partij", "party", Kind.LINE, 120),
    Field("datum", "on", Kind.DATE),
    Field("oordeel", "judgement", Kind.LINE, 200),
)
# A paragraph of the kring's own has the number of its article and no key.
_RULES = (
    Field("sleutel", "key", Kind.RULE),
    Field("artikel", "article", Kind.ARTICLE),
    _needed("waarde", "value", Kind.LINE, 200),
)

# In the order of the pages.
FIELDS = (
    Field("besluit_orgaan", "organ", Kind.CHOICE, choices=(Organ.AB, Organ.DB), core=True),
    Field("vergaderdatum", "meeting", Kind.DATE, core=True),
    _line("indiener", "submitter", core=True),
    Field("aanwezigheid", "attendance", Kind.TABLE, core=True, row=Attendance, columns=_ATTENDANCE, once=("gemeente",)),
    _text("aanleiding", "occasion", core=True),
    _text("kosten_dekking", "costs", core=True),
    _text("draagvlak", "support", core=True),
    Field("evaluatie_datum", "evaluation", Kind.DATE, core=True),
    _line("opsteller", "author"),
    _line("zaaknummer", "case_number", 40),
    _line("cgs_benaming", "cgs", 80),
    Field("kosten_posten", "cost_items", Kind.TABLE, row=Cost, rows=20, columns=_COSTS),
    Field("vergaderingen_anderen", "other_meetings", Kind.TABLE, row=OtherMeeting, rows=60, columns=_OTHER_MEETINGS),
    _text("personeel", "staff"),
    _text("juridische_toets", "legal_check"),
    _text("informatie", "information"),
    Field("risicos", "risks", Kind.TABLE, row=Risk, rows=5, columns=_RISKS),
    Field("alternatieven", "rejected", Kind.TABLE, row=Rejected, rows=39, columns=_REJECTED, once=("optie",)),
    Field("gehoord", "heard", Kind.TABLE, row=Heard, rows=12, columns=_HEARD),
    _text("communicatie", "communication", 400),
    _text("evaluatie_vragen", "evaluation_questions", 400),
    Field("reglement", "rules", Kind.TABLE, row=Rule, rows=30, columns=_RULES, once=("sleutel", "artikel")),
)
FIELD = {field.key: field for field in FIELDS}

# The attribute that holds each, by its key; and the keys of the first page.
FIELD_OF = {field.key: field.name for field in FIELDS}
CORE = tuple(field.key for field in FIELDS if field.core)

# What the concept of the rules (reglement) leaves open; some of it is known from elsewhere in a dossier.
RULE_KEYS = (
    *("regio", "gemeenten", "gemeente", "cgs", "Cgs", "cgs_kaal", "indiener", "orgaan", "datum_voorstel"),
    *("datum_vergadering", "datum_inwerkingtreding", "vastlegging", "commissie", "raadsoverleg", "drager"),
    *("centrumgemeente", "leiding", "aantal_leiding", "zittingsduur", "gemeente_8b", "verantwoording_functionaris"),
    *("gemeente_9b", "uren_per_gemeente", "beslisser_bureau", "verdeelsleutel", "reikwijdte"),
    *("samenstelling_stuurgroep", "frequentie_management", "vergaderfrequentie", "archiefbeheerder"),
    "evaluatietermijn",
)
ARTICLES = tuple(str(number) for number in range(1, 19))
