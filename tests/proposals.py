"""Proposals as they stand in a file: one with something in every field, and whatever hypothesis makes."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from checklist.domain.proposal import ARTICLES, FIELDS, MOST_EUROS, RULE_KEYS, Field, Kind, Proposal, proposal_of
from checklist.domain.steps import STEPS
from tests.content import gemeenten_by_region, real_content

# Of a dossier of VR21 in which question 1 is answered with 1a and 1d, and question 2 with 2a and 2b.
FULL: dict[str, Any] = {
    "besluit_orgaan": "algemeen bestuur",
    "vergaderdatum": "2027-02-18",
    "indiener": "Portefeuillehouder veiligheid",
    "aanwezigheid": [
        {"gemeente": "GM0796", "stand": "aanwezig", "naam": "Gemeentesecretaris"},
        {"gemeente": "GM0828", "stand": "later ingestemd"},
    ],
    "aanleiding": "De regeling wordt herzien.\nDaarom nu.",
    "kosten_dekking": "Uit de bestaande begroting.",
    "draagvlak": "De directie is gehoord.",
    "evaluatie_datum": "2028-06-01",
    "opsteller": "Beleidsadviseur",
    "zaaknummer": "Z-1",
    "cgs_benaming": "de coördinerend secretaris",
    "kosten_posten": [
        {"post": "Uren", "bedrag": 1250.5, "soort": "per jaar", "betaler": "De gemeenten"},
        {"post": "Start", "bedrag": 0, "soort": "eenmalig"},
    ],
    "vergaderingen_anderen": [
        {"orgaan": "colleges", "gemeente": "Oss", "datum": "2027-03-01", "stap": "colleges_besluiten"},
        {"orgaan": "raden"},
    ],
    "personeel": "Twee mensen.",
    "juridische_toets": "Nog niet.",
    "informatie": "Een zaaksysteem.",
    "risicos": [{"risico": "Te weinig tijd", "maatregel": "Eerder beginnen", "eigenaar": "De kring"}],
    "alternatieven": [{"optie": "1b", "reden": "Te zwaar."}, {"optie": "2c", "reden": "Niet nodig."}],
    "gehoord": [{"partij": "griffiers", "datum": "2026-10-01", "oordeel": "Eens"}],
    "communicatie": "Via de griffiers.",
    "evaluatie_vragen": "Werkt het?",
    "reglement": [
        {"sleutel": "vergaderfrequentie", "waarde": "vier keer per jaar"},
        {"artikel": "17", "waarde": "Een eigen lid."},
    ],
}


def largest_proposal(character: str, region: str, rejected: list[str]) -> Proposal:
    """Every text as long as it may be, all in this character, and every table with as many rows as it may have."""
    keys: Mapping[Kind, list[str]] = {
        Kind.GEMEENTE: sorted(gemeenten_by_region()[region]),
        Kind.OPTION: rejected,
        Kind.STEP: [max(STEPS, key=len)],
        Kind.RULE: list(RULE_KEYS),
    }

    def longest(field: Field, at: int) -> Any:
        if field.kind is Kind.TABLE:
            unique = [keys[column.kind] for column in field.columns if column.key in field.once[:1]]
            number = min([field.rows or 99, *map(len, unique)])
            return [{column.key: longest(column, row) for column in field.columns} for row in range(number)]
        if field.kind is Kind.CHOICE:
            return max((choice.value for choice in field.choices), key=len)
        if field.kind in keys:
            return keys[field.kind][at % len(keys[field.kind])]
        return {Kind.DATE: "2027-12-31", Kind.EUROS: float(MOST_EUROS), Kind.ARTICLE: ""}.get(
            field.kind, character * field.cap
        )

    return proposal_of({field.key: longest(field, 0) for field in FIELDS})


def _amounts() -> st.SearchStrategy[int | float]:
    cents = st.integers(0, int(MOST_EUROS * 100)).map(lambda number: Decimal(number) / 100)
    return cents.map(lambda amount: int(amount) if amount == int(amount) else float(amount))


def proposals(
    texts: st.SearchStrategy[str], region: str, answers: Mapping[str, list[str]]
) -> st.SearchStrategy[dict[str, Any]]:
    """What a file may hold, in a dossier of this region with these answers by the number of their question."""
    options = (option for question in real_content().questions for option in question.options)
    rejected = [
        option.code
        for option in options
        if (chosen := answers.get(str(option.question_number), [])) and option.code not in chosen
    ]
    filled = texts.map(lambda text: f"T{text}")

    def of_column(column: Field) -> st.SearchStrategy[Any]:
        match column.kind:
            case Kind.LINE | Kind.TEXT:
                return filled if column.needed else texts
            case Kind.DATE:
                return st.dates().map(str)
            case Kind.EUROS:
                return _amounts()
            case Kind.CHOICE:
                return st.sampled_from([choice.value for choice in column.choices])
            case Kind.STEP:
                return st.sampled_from(STEPS)
            case _:
                known = {Kind.GEMEENTE: sorted(gemeenten_by_region()[region]), Kind.OPTION: rejected}
                return st.sampled_from(known[column.kind])

    def of_table(table: Field) -> st.SearchStrategy[Any]:
        if table.name == "rules":
            keyed = st.fixed_dictionaries({"sleutel": st.sampled_from(RULE_KEYS), "waarde": filled})
            own = st.fixed_dictionaries({"artikel": st.sampled_from(ARTICLES), "waarde": filled})
            row = st.one_of(keyed, own)
        elif table.name == "rejected" and not rejected:
            return st.just([])
        else:
            row = st.fixed_dictionaries(
                {column.key: of_column(column) for column in table.columns if column.needed},
                optional={column.key: of_column(column) for column in table.columns if not column.needed},
            )
        by = (lambda one: tuple(one.get(key) for key in table.once)) if table.once else None
        return st.lists(row, max_size=3, unique_by=by)

    fields = {field.key: of_table(field) if field.kind is Kind.TABLE else of_column(field) for field in FIELDS}
    return st.fixed_dictionaries({}, optional=fields)
