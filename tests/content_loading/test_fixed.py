"""What the booklet fixes can't be added, removed or turned into something else by a file (rule 12)."""

import re
from pathlib import Path

import pytest
from django.core.management import CommandError

from models_catalogue.models import GovernanceModel
from tests.content_loading.content_files import Change, add_like, change, dump, load, remove, set_field

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

RULE = "questions, options, details and models can be edited, never added or removed"

REFUSED: dict[str, tuple[str, Change, str]] = {
    "a new option": (
        "options.json",
        add_like(39, code="12d", letter="d"),
        f"options.json, record 40 (12d): is not in the booklet: {RULE}",
    ),
    "another letter": (
        "options.json",
        set_field(39, "code", "12d"),
        f"options.json, record 39 (12d): is not in the booklet: {RULE}",
    ),
    "an option that is gone": ("options.json", remove(39), f"options.json: 12c is missing: {RULE}"),
    "the letter of another option": (
        "options.json",
        set_field(1, "letter", "b"),
        'options.json, record 1 (1a), field letter: must be "a", as in the booklet, not "b"',
    ),
    "an option at another question": (
        "options.json",
        set_field(1, "question", [2]),
        "options.json, record 1 (1a), field question: must be [1], as in the booklet, not [2]",
    ),
    "an option that has to stand alone": (
        "options.json",
        set_field(1, "exclusive", True),
        "options.json, record 1 (1a), field exclusive: must be false, as in the booklet, not true",
    ),
    "an option that no longer has to stand alone": (
        "options.json",
        set_field(9, "exclusive", False),
        "options.json, record 9 (3a), field exclusive: must be true, as in the booklet, not false",
    ),
    "a new detail": (
        "details.json",
        add_like(1, option=["1a"]),
        f"details.json, record 13 (1a vorm): is not in the booklet: {RULE}",
    ),
    "a detail that is gone": ("details.json", remove(12), f"details.json: 11c reikwijdte is missing: {RULE}"),
    "a detail without which something can be decided": (
        "details.json",
        set_field(2, "required", False),
        "details.json, record 2 (1d vastlegging), field required: must be true, as in the booklet, not false",
    ),
    "a detail that asks for a gemeente": (
        "details.json",
        set_field(2, "kind", "gemeente"),
        'details.json, record 2 (1d vastlegging), field kind: must be "keuze", as in the booklet, not "gemeente"',
    ),
    "a new answer to a detail": (
        "detail_alternatives.json",
        add_like(25, number=3, value="deels"),
        f"detail_alternatives.json, record 26 (11c reikwijdte deels): is not in the booklet: {RULE}",
    ),
    "an answer to a detail that is gone": (
        "detail_alternatives.json",
        remove(1),
        f"detail_alternatives.json: 1b vorm commissie is missing: {RULE}",
    ),
    "an answer to a detail at another place": (
        "detail_alternatives.json",
        set_field(1, "number", 2),
        "detail_alternatives.json, record 1 (1b vorm commissie), field number: must be 1, as in the booklet, not 2",
    ),
    "a thirteenth question": (
        "questions.json",
        add_like(12, number=13),
        f"questions.json, record 13 (13): is not in the booklet: {RULE}",
    ),
    "a question that is gone": ("questions.json", remove(5), f"questions.json: 5 is missing: {RULE}"),
    "a question that takes one option": (
        "questions.json",
        set_field(1, "selection", "one"),
        'questions.json, record 1 (1), field selection: must be "many", as in the booklet, not "one"',
    ),
    "a question that takes more": (
        "questions.json",
        set_field(6, "selection", "many"),
        'questions.json, record 6 (6), field selection: must be "one", as in the booklet, not "many"',
    ),
    "a tenth model": (
        "governance_models.json",
        add_like(9, slug="tiende", number=10),
        f"governance_models.json, record 10 (tiende): is not in the booklet: {RULE}",
    ),
    "a model that is gone": (
        "governance_models.json",
        remove(9),
        f"governance_models.json: managementraad is missing: {RULE}",
    ),
    "a model at another place": (
        "governance_models.json",
        set_field(9, "number", 1),
        "governance_models.json, record 9 (managementraad), field number: must be 9, as in the booklet, not 1",
    ),
}

PRODUCT = "what deciding rests on can be edited, never added or removed"

REFUSED |= {
    "an organ that is gone": ("organs.json", remove(1), f"organs.json: algemeen bestuur is missing: {PRODUCT}"),
    "a new source": (
        "legal_sources.json",
        add_like(1, key="wgr-99"),
        f"legal_sources.json, record 20 (wgr-99): is not in the product: {PRODUCT}",
    ),
    "a step at another place": (
        "steps.json",
        set_field(54, "number", 55),
        "steps.json, record 54 (evaluatie), field number: must be 54, as in the product, not 55",
    ),
    "an option that asks less": (
        "decisions.json",
        remove(1),
        f"decisions.json: 1a 1 is missing: {PRODUCT}",
    ),
    "a decision of another organ": (
        "decisions.json",
        set_field(3, "organ", "raden"),
        'decisions.json, record 3 (1a 3), field organ: must be "algemeen bestuur", as in the product, not "raden"',
    ),
    "a decision that is always asked": (
        "decisions.json",
        set_field(5, "condition", ""),
        'decisions.json, record 5 (1b 2), field condition: must be "vorm=open|overleg", as in the product, not ""',
    ),
    "an option with fewer steps": (
        "option_deciding.json",
        set_field(39, "steps", "open_punten"),
        'option_deciding.json, record 39 (12c), field steps: must be "open_punten kring_vaststellen college_voorleggen '
        'colleges_besluiten aanbieden regelingen_overzicht andere_besturen perspectief_uitwerken evaluatie", as in the '
        'product, not "open_punten"',
    ),
    "a field of the proposal that is gone": (
        "proposal_fields.json",
        remove(1),
        f"proposal_fields.json: besluit_orgaan is missing: {PRODUCT}",
    ),
    "a general decision of another kind": (
        "general_decisions.json",
        set_field(1, "kind", "afspreken"),
        'general_decisions.json, record 1 (evaluatie), field kind: must be "vastleggen", as in the product, not '
        '"afspreken"',
    ),
}


@pytest.mark.parametrize(("name", "how", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_with_the_name_of_the_record_and_nothing_changes(
    files: Path, tmp_path: Path, name: str, how: Change, message: str
) -> None:
    change(files, "questions.json", set_field(12, "label", "Bepaal iets anders"))
    change(files, name, how)
    before = dump(tmp_path / "before")
    with pytest.raises(CommandError) as refused:
        load(files)
    assert str(refused.value) == f"{message}. Nothing was changed."
    assert refused.value.returncode == 2
    assert dump(tmp_path / "after") == before


def test_it_is_also_refused_by_a_dry_run(files: Path) -> None:
    name, how, message = REFUSED["a new option"]
    change(files, name, how)
    with pytest.raises(CommandError, match=re.escape(message)):
        load(files, dry_run=True)


def test_a_hallmark_may_point_at_another_option(files: Path) -> None:
    change(files, "governance_models.json", set_field(9, "hallmark_2", ["2b"]))
    load(files)
    assert GovernanceModel.objects.get(slug="managementraad").hallmark_2.code == "2b"
