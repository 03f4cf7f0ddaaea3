"""The proposal in a file: what is read, and what is refused with which words and which place."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from checklist.domain.decision_content import Organ
from checklist.domain.dossier_file import parse_dossier
from checklist.domain.proposal import FIELDS, NO_PROPOSAL, Attendance, Cost, Frequency, Kind, OtherMeeting, Presence
from checklist.domain.proposal import Rule as ReglementRule
from tests.content import gemeenten_by_region, real_content
from tests.domain.exchanged import changed, parse, proposal, refusal
from tests.proposals import FULL
from tests.strategies import as_file

LIST, OBJECT, TEXT = "hier moet een lijst staan", "hier moet een object staan", "hier moet een tekst staan"
EUROS = "hier moet een bedrag in euro’s staan, met hooguit twee decimalen"
TABLES = [field for field in FIELDS if field.kind is Kind.TABLE]
WORDS = [field for field in FIELDS if field.kind in (Kind.LINE, Kind.TEXT)]
NO_OBJECT: list[Any] = [[], None, "x", 1]
WRONG_TEXTS: list[Any] = [None, 1, []]
WRONG_TABLES: list[Any] = [{}, None, ""]
WRONG_ROWS: list[Any] = [[], "x"]
WRONG_AMOUNTS: list[Any] = ["1250", None, True, [], 0.001, 12.345, 1e-30]
CELLS = [(table, column) for table in TABLES for column in table.columns if column.kind is Kind.LINE]


def row(table: str, **cells: Any) -> dict[str, Any]:
    """The example with a proposal of one row: its first, with other cells."""
    return proposal(**{table: [FULL[table][0] | cells]})


def over(count: int, cap: int) -> str:
    return f"de tekst is {count} tekens lang; er mogen er {cap} in"


REFUSED: list[tuple[Any, str, str]] = [
    (changed(proposal={}), "bestand", "de sleutel 'proposal' is onbekend"),
    *[(changed(format="regiostaf-dossier/2", proposal=wrong), "proposal", OBJECT) for wrong in NO_OBJECT],
    (proposal(acties=[]), "proposal", "de sleutel 'acties' is onbekend"),
    (proposal(Indiener="x"), "proposal", "de sleutel 'Indiener' is onbekend"),
    # Choices
    *[
        (
            proposal(besluit_orgaan=text),
            "proposal, besluit_orgaan",
            "hier moet algemeen bestuur of dagelijks bestuur staan",
        )
        for text in ("colleges", "raden", "kring van gemeentesecretarissen", "Algemeen bestuur", "ab", "")
    ],
    (proposal(besluit_orgaan=None), "proposal, besluit_orgaan", TEXT),
    (
        row("aanwezigheid", stand="ziek"),
        "proposal, aanwezigheid, regel 1, stand",
        "hier moet aanwezig of afwezig of later ingestemd staan",
    ),
    (
        row("vergaderingen_anderen", orgaan="kring van gemeentesecretarissen"),
        "proposal, vergaderingen_anderen, regel 1, orgaan",
        "hier moet colleges of raden of dagelijks bestuur of algemeen bestuur of besturen van andere regelingen staan",
    ),
    (
        row("kosten_posten", soort="maandelijks"),
        "proposal, kosten_posten, regel 1, soort",
        "hier moet eenmalig of per jaar staan",
    ),
    # Dates
    *[
        (proposal(**{key: text}), f"proposal, {key}", "schrijf de datum als jjjj-mm-dd")
        for key in ("vergaderdatum", "evaluatie_datum")
        for text in ("18-02-2027", "2027-2-18", "", "2027-02-18T00:00")
    ],
    (proposal(vergaderdatum="2027-02-29"), "proposal, vergaderdatum", "de datum 2027-02-29 bestaat niet"),
    (proposal(vergaderdatum=20270218), "proposal, vergaderdatum", TEXT),
    (row("gehoord", datum="2026-13-01"), "proposal, gehoord, regel 1, datum", "de datum 2026-13-01 bestaat niet"),
    # Texts
    *[(proposal(**{field.key: wrong}), f"proposal, {field.key}", TEXT) for field in WORDS for wrong in WRONG_TEXTS],
    *[
        (proposal(**{field.key: "x" * (field.cap + 1)}), f"proposal, {field.key}", over(field.cap + 1, field.cap))
        for field in WORDS
    ],
    *[
        (
            row(table.key, **{column.key: "x" * (column.cap + 1)}),
            f"proposal, {table.key}, regel 1, {column.key}",
            over(column.cap + 1, column.cap),
        )
        for table, column in CELLS
    ],
    # Tables
    *[(proposal(**{table.key: wrong}), f"proposal, {table.key}", LIST) for table in TABLES for wrong in WRONG_TABLES],
    *[
        (proposal(**{table.key: [wrong]}), f"proposal, {table.key}, regel 1", OBJECT)
        for table in TABLES
        for wrong in WRONG_ROWS
    ],
    *[
        (
            proposal(**{table.key: [FULL[table.key][0]] * (table.rows + 1)}),
            f"proposal, {table.key}",
            f"er staan {table.rows + 1} regels; er mogen er {table.rows} in",
        )
        for table in TABLES
        if table.rows
    ],
    *[
        (
            proposal(**{table.key: [{key: cell for key, cell in FULL[table.key][0].items() if key != column.key}]}),
            f"proposal, {table.key}, regel 1",
            f"{column.key} ontbreekt",
        )
        for table in TABLES
        for column in table.columns
        if column.needed
    ],
    *[
        (row(table.key, **{column.key: ""}), f"proposal, {table.key}, regel 1, {column.key}", "hier staat niets")
        for table in TABLES
        for column in table.columns
        if column.needed
    ],
    *[
        (row(table.key, extra=1), f"proposal, {table.key}, regel 1", "de sleutel 'extra' is onbekend")
        for table in TABLES
    ],
    # Who was there
    *[
        (
            row("aanwezigheid", gemeente=code),
            "proposal, aanwezigheid, regel 1, gemeente",
            f"{code!r} is geen gemeente van veiligheidsregio VR21",
        )
        for code in ("GM0363", "GM9999", "Oss")
    ],
    (
        proposal(aanwezigheid=[{"gemeente": "GM0796", "stand": stand} for stand in ("aanwezig", "afwezig")]),
        "proposal, aanwezigheid, regel 2",
        "GM0796 staat er twee keer in",
    ),
    # Euros
    *[
        (row("kosten_posten", bedrag=wrong), "proposal, kosten_posten, regel 1, bedrag", EUROS)
        for wrong in WRONG_AMOUNTS
    ],
    *[
        (row("kosten_posten", bedrag=amount), "proposal, kosten_posten, regel 1, bedrag", "het bedrag is negatief")
        for amount in (-1, -0.01)
    ],
    *[
        (
            row("kosten_posten", bedrag=amount),
            "proposal, kosten_posten, regel 1, bedrag",
            "het bedrag is te hoog; het hoogste is 999999999.99",
        )
        for amount in (10**9, 1e300, 10**400)
    ],
    # Options that fell through
    (row("alternatieven", optie="1e"), "proposal, alternatieven, regel 1, optie", "er is geen optie '1e'"),
    (row("alternatieven", optie="1a"), "proposal, alternatieven, regel 1, optie", "optie 1a is gekozen"),
    *[
        (
            row("alternatieven", optie=code),
            "proposal, alternatieven, regel 1, optie",
            f"vraag {code[:-1]} is nog niet beantwoord, dus optie {code} viel niet af",
        )
        for code in ("3a", "4a")  # no answer, and one without options
    ],
    (
        proposal(alternatieven=[{"optie": "1b", "reden": reason} for reason in ("Te zwaar.", "Te duur.")]),
        "proposal, alternatieven, regel 2",
        "1b staat er twee keer in",
    ),
    # Steps and parts of the rules
    (
        row("vergaderingen_anderen", stap="ab"),
        "proposal, vergaderingen_anderen, regel 1, stap",
        "er is geen stap 'ab'",
    ),
    (row("reglement", sleutel="x"), "proposal, reglement, regel 1, sleutel", "er is geen onderdeel 'x'"),
    *[
        (row("reglement", artikel=number), "proposal, reglement, regel 1, artikel", f"er is geen artikel '{number}'")
        for number in ("0", "19", "1.1", "01")
    ],
    *[
        (
            proposal(reglement=[cells | {"waarde": "x"}]),
            "proposal, reglement, regel 1",
            "noem een onderdeel (sleutel), of een artikel voor een eigen lid",
        )
        for cells in ({}, {"sleutel": "zittingsduur", "artikel": "17"})
    ],
    (
        proposal(reglement=[{"sleutel": "zittingsduur", "waarde": text} for text in "ab"]),
        "proposal, reglement, regel 2",
        "zittingsduur staat er twee keer in",
    ),
]


@pytest.mark.parametrize(
    ("value", "place", "reason"), REFUSED, ids=[f"{at}-{row[1]}" for at, row in enumerate(REFUSED)]
)
def test_is_refused_in_one_line_that_names_the_place(value: Any, place: str, reason: str) -> None:
    assert refusal(as_file(value)) == f"Fout bij {place}: {reason}."


def test_a_doubled_key_is_refused_with_its_place() -> None:
    raw = as_file(proposal(indiener="x")).replace(b'"indiener":', b'"indiener": "y", "indiener":')
    assert refusal(raw) == "Fout bij proposal: de sleutel 'indiener' staat er twee keer in."


@pytest.mark.parametrize("digits", [b"1e999999999999999999999", b"1E-99999999999999999999"])
def test_a_fraction_beyond_all_numbers_is_refused(digits: bytes) -> None:
    raw = as_file(row("kosten_posten", bedrag=1)).replace(b'"bedrag": 1', b'"bedrag": ' + digits)
    assert refusal(raw) == "Fout bij bestand: er staat een getal in dat te groot is."


def test_every_field_of_the_example_is_read() -> None:
    read = parse(proposal(**FULL)).proposal
    assert (read.organ, read.meeting, read.evaluation) == (Organ.AB, date(2027, 2, 18), date(2028, 6, 1))
    assert read.attendance[1] == Attendance("GM0828", Presence.AGREED_LATER)
    assert read.cost_items[0] == Cost("Uren", Decimal("1250.50"), Frequency.YEARLY, "De gemeenten")
    assert read.other_meetings == (
        OtherMeeting(Organ.COLLEGES, "Oss", date(2027, 3, 1), "colleges_besluiten"),
        OtherMeeting(Organ.RADEN),
    )
    assert read.rules[1] == ReglementRule("", "17", "Een eigen lid.")
    assert all(getattr(read, field.name) for field in FIELDS)


def test_an_empty_proposal_is_none() -> None:
    assert parse(proposal()).proposal == NO_PROPOSAL
    assert parse(proposal(indiener=" \u200b", risicos=[], gehoord=[])).proposal == NO_PROPOSAL


def test_texts_are_clean_and_a_line_is_one_line() -> None:
    read = parse(
        proposal(indiener="a\r\nb ", aanleiding=" e\u0301\r\nb\x00", risicos=[{"risico": "a\nb\u200b"}])
    ).proposal
    assert (read.submitter, read.occasion, read.risks[0].risk) == ("a b", "é\nb", "a b")


def test_a_row_in_which_nothing_stands_is_left_out() -> None:
    read = parse(proposal(risicos=[{"risico": "", "maatregel": "\u200b"}, {"risico": "x", "maatregel": ""}])).proposal
    assert [risk.risk for risk in read.risks] == ["x"]


@pytest.mark.parametrize(
    ("written", "read"),
    [(b"12.5", "12.50"), (b"12.50", "12.50"), (b"1e3", "1000.00"), (b"0.10", "0.10"), (b"-0.0", "0")],
)
def test_an_amount_is_read_as_it_is_written(written: bytes, read: str) -> None:
    raw = as_file(row("kosten_posten", bedrag=1)).replace(b'"bedrag": 1', b'"bedrag": ' + written)
    dossier = parse_dossier(raw, real_content(), gemeenten_by_region())
    assert dossier.proposal.cost_items[0].amount == Decimal(read)
