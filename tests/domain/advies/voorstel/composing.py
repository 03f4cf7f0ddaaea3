"""Composing a voorstel in tests, and walking through what it is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache

from checklist.domain.advies.setting import Setting
from checklist.domain.advies.voorstel.compose import compose_voorstel
from checklist.domain.advies.voorstel.pieces import Chapter
from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.dossier import DossierValue
from checklist.domain.dossier_file import parse_dossier
from checklist.domain.typed import Typed
from tests.content import EXAMPLES, gemeenten_by_region, gemeenten_of, real_content, regions

TODAY = date(2026, 11, 27)


def composed(dossier: DossierValue, today: date = TODAY) -> Voorstel:
    """The voorstel of a dossier, with all gemeenten of its region."""
    code = dossier.veiligheidsregio
    return compose_voorstel(dossier, real_content(), regions()[code], Setting(gemeenten_of(code), today))


@cache
def example(name: str) -> DossierValue:
    """A dossier of the fixtures."""
    return parse_dossier((EXAMPLES / f"{name}.json").read_bytes(), real_content(), gemeenten_by_region())


def pieces(value: object) -> Iterator[object]:
    """All values that a value is made of, itself first."""
    yield value
    if isinstance(value, Mapping):
        parts = list(value.values())
    elif isinstance(value, (tuple, frozenset)):
        parts = list(value)
    elif is_dataclass(value) and not isinstance(value, (type, Enum)):
        parts = [getattr(value, field.name) for field in fields(value)]
    else:
        parts = []
    for part in parts:
        yield from pieces(part)


def our_texts(value: object) -> Iterator[str]:
    """The texts in words of ours or of the besluit: all but those that the kring typed."""
    if isinstance(value, Typed):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from our_texts(part)
    elif isinstance(value, (tuple, frozenset)):
        for part in value:
            yield from our_texts(part)
    elif is_dataclass(value) and not isinstance(value, (type, Enum)):
        for field in fields(value):
            yield from our_texts(getattr(value, field.name))


def numbers_of(voorstel: Voorstel) -> list[str]:
    """The numbers of all paragraphs, points and rows, in the order of the document within each chapter."""
    found = [f"4.{one.question}" for one in voorstel.arguments] + [voorstel.booklet, "7.1", "10.1"]
    for part in (
        *(voorstel.asked.decisions, voorstel.asked.agreements, voorstel.occasion, voorstel.arguments),
        *(voorstel.consequences.money, voorstel.consequences.staff, voorstel.consequences.legal),
        *(voorstel.consequences.information, voorstel.risks, voorstel.support, voorstel.steps),
        *(voorstel.communication, voorstel.evaluation_questions, voorstel.open_matters, voorstel.contradictions),
        *(voorstel.agreements_needed, voorstel.agreements_kept, voorstel.other_steps),
    ):
        for piece in pieces(part):
            if isinstance(piece, Chapter) and piece.texts:
                continue
            if is_dataclass(piece) and isinstance(number := getattr(piece, "number", None), str) and number:
                found.append(number)
    found += [one.without_motivation for one in voorstel.arguments if one.without_motivation]
    return found
