"""The files of the reglement ask for nothing that isn't there, and its texts fit where they stand."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from checklist.content_loading.kinds import CONTENT_DIR
from checklist.content_loading.reading import read_contents
from checklist.content_loading.reglement import check_reglement
from tests.content_loading.content_files import Change, change, load, set_field

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

ARTICLES, CLAUSES, PARTS, ADOPTIONS, PREAMBLES, GAPS = (
    f"reglement_{name}.json" for name in ("articles", "clauses", "parts", "adoptions", "preambles", "gaps")
)
# Of the clauses 3 is 2.2, a list, and 4 is 2.3; of the parts 1 is the first term; of the gaps 12 is vastlegging.
REFUSED: dict[str, tuple[str, Change, str]] = {
    "an article about no question": (
        ARTICLES,
        set_field(2, "questions", "1 13"),
        f"{ARTICLES}, record 2 (2), field questions: unknown question 13",
    ),
    "a clause with no option": (
        CLAUSES,
        set_field(4, "condition", "all=1z"),
        f"{CLAUSES}, record 4 (2.3), field condition: unknown option 1z",
    ),
    "a clause at no question": (
        CLAUSES,
        set_field(4, "condition", "open=13"),
        f"{CLAUSES}, record 4 (2.3), field condition: unknown question 13",
    ),
    "a condition on no detail": (
        CLAUSES,
        set_field(4, "condition", "1a.vorm=overleg"),
        f"{CLAUSES}, record 4 (2.3), field condition: option 1a leaves no vorm to choose open",
    ),
    "a condition on a gemeente": (
        CLAUSES,
        set_field(4, "condition", "7c.gemeente=open"),
        f"{CLAUSES}, record 4 (2.3), field condition: option 7c leaves no gemeente to choose open",
    ),
    "a condition that no answer meets": (
        CLAUSES,
        set_field(4, "condition", "1b.vorm=raad"),
        f"{CLAUSES}, record 4 (2.3), field condition: raad is no answer to vorm of option 1b",
    ),
    "a condition of another form": (
        CLAUSES,
        set_field(4, "condition", "alle=1a"),
        f"{CLAUSES}, record 4 (2.3), field condition: 'alle=1a' is no condition such as 'all=1a|1d'",
    ),
    "a condition that says a thing twice": (
        CLAUSES,
        set_field(4, "condition", "all=1a all=1b"),
        f"{CLAUSES}, record 4 (2.3), field condition: 'all=1b' says twice what another word says",
    ),
    "an unknown gap": (
        CLAUSES,
        set_field(4, "text", "De kring heet {naam}."),
        f"{CLAUSES}, record 4 (2.3), field text: unknown gap naam",
    ),
    "a gap that has no words": (
        GAPS,
        lambda records: records.pop(0),
        f"{CLAUSES}, record 98 (18.1), field text: unknown gap regio",
    ),
    "a gap with no detail": (
        GAPS,
        set_field(12, "detail", "1d.vorm"),
        f"{GAPS}, record 12 (vastlegging), field detail: option 1d leaves no vorm open",
    ),
    "two that adopt it": (
        ADOPTIONS,
        set_field(1, "condition", "all=1a none=1c"),
        f"{ADOPTIONS}: 2 rows adopt the reglement with 1a 1b to question 1, not one",
    ),
    "nobody who adopts it": (
        ADOPTIONS,
        set_field(9, "condition", "open=2"),
        f"{ADOPTIONS}: 2 rows adopt the reglement with 1a to question 1, not one",
    ),
    "a doubled clause": (
        CLAUSES,
        set_field(4, "key", "2.2"),
        f"{CLAUSES}, record 4 (2.2), field key: has the key of record 3",
    ),
    "a clause that the product has with another condition": (
        CLAUSES,
        set_field(4, "condition", "all=1b"),
        f'{CLAUSES}, record 4 (2.3), field condition: must be "all=1a", as in the product, not "all=1b"',
    ),
    "a list without a sentence for one part": (
        CLAUSES,
        set_field(3, "single", ""),
        f"{CLAUSES}, record 3 (2.2), field single: Deze tekst kan niet leeg zijn.",
    ),
    "a sentence that begins small": (
        CLAUSES,
        set_field(4, "text", "de kring spreekt af."),
        f"{CLAUSES}, record 4 (2.3), field text: Begin met een hoofdletter",
    ),
    "brackets without a pair": (
        CLAUSES,
        set_field(4, "text", "De kring [nog te bepalen: wie."),
        f"{CLAUSES}, record 4 (2.3), field text: Zet wat nog open is tussen één paar vierkante haken.",
    ),
    "a list's item with a mark": (
        PARTS,
        set_field(1, "text", "algemeen bestuur;"),
        f"{PARTS}, record 1 (1.1 1), field text: Eindig zonder leesteken",
    ),
    "a term without its word": (
        PARTS,
        set_field(1, "term", ""),
        f"{PARTS}, record 1 (1.1 1), field term: Deze tekst kan niet leeg zijn.",
    ),
    "an adoption without a closing": (
        ADOPTIONS,
        set_field(1, "closing", ""),
        f"{ADOPTIONS}, record 1 (kring), field closing: Deze tekst kan niet leeg zijn.",
    ),
    "words for other answers": (
        GAPS,
        set_field(12, "words", "regeling: de regeling"),
        f"{GAPS}, record 12 (vastlegging), field words: Zet voor elk antwoord een regel: regeling, verordening, beide.",
    ),
}


def test_the_files_of_the_product_are_whole() -> None:
    check_reglement(read_contents(CONTENT_DIR))


@pytest.mark.parametrize(("name", "how", "message"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_its_place(files: Path, name: str, how: Change, message: str) -> None:
    change(files, name, how)
    with pytest.raises(CommandError) as refused:
        load(files)
    assert str(refused.value).startswith(message)
