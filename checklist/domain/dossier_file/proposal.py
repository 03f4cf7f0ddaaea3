"""The proposal in a file: what a bestuur asks beyond the answers, by the keys, kinds and caps of its fields."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from checklist.domain.content import Content, question_of_code
from checklist.domain.dossier import Answer
from checklist.domain.dossier_file.schema import AMOUNT, PROPOSAL, Shape
from checklist.domain.dossier_file.strict import capped_text, date_at, listed, of_kind, record, refuse, shown
from checklist.domain.proposal import ARTICLES, FIELD, MOST_EUROS, RULE_KEYS, Field, Kind, Proposal, proposal_of
from checklist.domain.steps import STEPS
from checklist.domain.text import clean_line, clean_text

_CENT = Decimal("0.01")
# An amount with cents as a snapshot has it, which holds no fractions.
_AMOUNT = re.compile(AMOUNT["pattern"])
_EUROS = "hier moet een bedrag in euro’s staan, met hooguit twee decimalen"


@dataclass(frozen=True)
class ProposalReader:
    """Reads the proposal of a dossier of this region, that has these answers."""

    content: Content
    region: str
    gemeenten: Container[str]
    answers: Mapping[int, Answer]

    def read(self, value: object) -> Proposal:
        """Return the proposal; raises `ExchangeError` for what docs/exchange_format.md doesn't allow."""
        raw = record(value, "proposal", PROPOSAL)
        return proposal_of({key: self._value(raw[key], FIELD[key], f"proposal, {key}") for key in raw})

    def _value(self, value: object, field: Field, place: str) -> Any:
        match field.kind:
            case Kind.TABLE:
                return self._rows(value, field, place)
            case Kind.LINE | Kind.TEXT:
                return capped_text(value, place, field.cap, clean_text if field.kind is Kind.TEXT else clean_line)
            case Kind.EUROS:
                return _euros(value, place)
            case Kind.DATE:
                return date_at(value, place).isoformat()
            case _:
                return self._key(of_kind(value, str, place), field, place)

    def _key(self, value: str, field: Field, place: str) -> str:
        match field.kind:
            case Kind.CHOICE:
                names = [str(choice.value) for choice in field.choices]
                _check(value, names, place, f"hier moet {' of '.join(names)} staan")
            case Kind.GEMEENTE:
                reason = f"{shown(value)} is geen gemeente van veiligheidsregio {self.region}"
                _check(value, self.gemeenten, place, reason)
            case Kind.OPTION:
                self._check_option(value, place)
            case Kind.STEP:
                _check(value, STEPS, place, f"er is geen stap {shown(value)}")
            case Kind.RULE:
                _check(value, RULE_KEYS, place, f"er is geen onderdeel {shown(value)}")
            case _:
                _check(value, ARTICLES, place, f"er is geen artikel {shown(value)}")
        return value

    def _check_option(self, code: str, place: str) -> None:
        _check(code, self.content.option_of, place, f"er is geen optie {shown(code)}")
        answer = self.answers.get(question_of_code(code), Answer())
        if answer.open:
            refuse(place, f"vraag {question_of_code(code)} is nog niet beantwoord, dus optie {code} viel niet af")
        if code in answer.options:
            refuse(place, f"optie {code} is gekozen")

    def _rows(self, value: object, table: Field, place: str) -> list[dict[str, Any]]:
        shape = PROPOSAL["properties"][table.key]
        raw = listed(value, place, shape, "regels")
        rows = [self._row(item, table, shape["items"], f"{place}, regel {at}") for at, item in enumerate(raw, start=1)]
        seen: set[tuple[object, ...]] = set()
        for at, row in enumerate(rows, start=1):
            same = tuple(row.get(key, "") for key in table.once)
            if table.once and row and same in seen:
                refuse(f"{place}, regel {at}", f"{' '.join(filter(None, map(str, same)))} staat er twee keer in")
            seen.add(same)
        return [row for row in rows if row]

    def _row(self, item: object, table: Field, shape: Shape, place: str) -> dict[str, Any]:
        """One row without its empty cells; empty when nothing stands in it."""
        columns = {column.key: column for column in table.columns}
        raw = record(item, place, shape)
        filled = {key: cell for key, cell in raw.items() if cell != ""}
        row = {key: self._value(cell, columns[key], f"{place}, {key}") for key, cell in filled.items()}
        row = {key: cell for key, cell in row.items() if cell != ""}
        for key in shape["required"]:
            if row and key not in row:
                refuse(f"{place}, {key}", "hier staat niets")
        if row and table.name == "rules" and ("sleutel" in row) == ("artikel" in row):
            refuse(place, "noem een onderdeel (sleutel), of een artikel voor een eigen lid")
        return row


def _check(value: str, known: Container[str], place: str, reason: str) -> None:
    if value not in known:
        refuse(place, reason)


def _euros(value: object, place: str) -> Decimal:
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        value = Decimal(value)
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        refuse(place, _EUROS)
    amount = Decimal(value)
    if amount < 0:
        refuse(place, "het bedrag is negatief")
    if amount > MOST_EUROS:
        refuse(place, f"het bedrag is te hoog; het hoogste is {MOST_EUROS}")
    if amount != amount.quantize(_CENT):
        refuse(place, _EUROS)
    return amount
