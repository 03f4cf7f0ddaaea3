"""The JSON Schema of the exchange format: what the import accepts it accepts, and what it can refuse it refuses."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from checklist.domain.dossier_file import ExchangeError, export_dossier, parse_dossier, write_dossier
from checklist.domain.dossier_file.schema import FORMATS, json_schema, schema_file
from checklist.domain.dossier_file.strict import json_of
from checklist.domain.proposal import FIELDS
from checklist.domain.text import clean_text
from tests.content import EXAMPLES, gemeenten_by_region, real_content
from tests.domain import test_dossier_file_meeting_refused, test_dossier_file_proposal, test_dossier_file_refused
from tests.domain.exchanged import base, changed, largest_dossier, newer, newest
from tests.strategies import PURE, as_file, broken_objects, exchange_objects

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

# What is between fields or in the content, and what is left of a text that is cleaned: no schema can say it.
BY_HAND = re.compile(
    "|".join(
        (
            r"er is geen veiligheidsregio 'VR26'",
            r"'GM\d{4}' is geen gemeente van veiligheidsregio VR21",
            r"optie \w+ is (niet )?gekozen",
            r"tussen '\w+' en '\w+' is geen spanning bekend",
            r"\w+ en \w+ zijn niet allebei gekozen",
            r"vraag \d+ is nog niet beantwoord, .*",
            r".* staat er twee keer in",
            r"hier staat niets",
            r"noem een onderdeel \(sleutel\), of een artikel voor een eigen lid",
            r"hier moet een bedrag in euro’s staan, met hooguit twee decimalen",
            r"'(2a\+2a|1a\+12a)' is geen vraag, geen spanning en geen stap",
            r"de titel is leeg",
            # Of a meeting: what is told together, what answers come to, what secret mode may tell.
            r"'GM\d{4}' staat niet bij attendance",
            r"kies bij deze vraag één antwoord, .*",
            r"het zijn er samen meer dan de \d+ antwoorden",
            r"er zijn meer antwoorden dan de 11 gemeenten van de veiligheidsregio",
            r"hier moet een getal van [01] tot en met \d+ staan",
            r"de antwoorden geven .*",
            r"van handen is niet bekend wie ze opstak",
            r"een open vergadering zegt aantallen, geen woorden",
            r"(in )?een geheime vergadering .*|een geheime peiling .*|bij minder dan vijf antwoorden .*",
            r"cleaned ontbreekt; .*|tegen ontbreekt",
            r"'.*' kan niet bij \d+ antwoorden",
            r".*meerderheid.*",
        )
    )
)
REFUSED = [
    *test_dossier_file_refused.REFUSED,
    *test_dossier_file_proposal.REFUSED,
    *test_dossier_file_meeting_refused.REFUSED,
]


def places(shape: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every piece of a schema with its path."""
    if isinstance(shape, dict):
        yield path, shape
        for key, inner in shape.items():
            yield from places(inner, f"{path}/{key}")
    elif isinstance(shape, list):
        for at, inner in enumerate(shape):
            yield from places(inner, f"{path}/{at}")


def cleaned(value: Any) -> Any:
    """The same with every text clean, and without empty lines of those who were present."""
    if isinstance(value, dict):
        found = {key: cleaned(inner) for key, inner in value.items()}
        if isinstance(found.get("present"), list):
            found["present"] = [line for line in found["present"] if line != ""]
        return found
    if isinstance(value, list):
        return [cleaned(inner) for inner in value]
    return clean_text(value) if isinstance(value, str) else value


def is_read(value: Any) -> bool:
    try:
        parse_dossier(as_file(value), real_content(), gemeenten_by_region())
    except ExchangeError:
        return False
    return True


def test_the_schema_is_one_by_its_metaschema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_file_is_the_same_each_time_and_holds_the_schema() -> None:
    assert schema_file() == schema_file()
    assert json.loads(schema_file()) == SCHEMA


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.json")))
def test_a_dossier_of_the_fixtures_is_valid(name: str) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(json_of((EXAMPLES / name).read_bytes()))] == []


@pytest.mark.parametrize("value", [base(), newest()], ids=["the first format", "the newest"])
def test_a_dossier_of_each_format_is_valid(value: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(value)


def test_the_largest_dossier_that_is_written_is_valid() -> None:
    written = export_dossier(largest_dossier("é"))
    assert VALIDATOR.is_valid(written)
    assert set(written["proposal"]) == {field.key for field in FIELDS}
    assert set(written) | {"edition", "edition_sha256", "parked"} == set(FORMATS["regiostaf-dossier/2"]["properties"])


def test_no_object_takes_an_unknown_key() -> None:
    objects = [(path, shape) for path, shape in places(SCHEMA["$defs"]) if shape.get("type") == "object"]
    assert len(objects) > 30
    assert [path for path, shape in objects if shape.get("additionalProperties") is not False] == []


def test_every_field_has_a_title_in_words_of_its_own() -> None:
    fields = [
        (f"{path}/{key}", field)
        for path, shape in places(SCHEMA["$defs"])
        if shape.get("type") == "object" and not path.endswith("details")
        for key, field in shape["properties"].items()
        if "/details/" not in path
    ]
    assert [path for path, field in fields if not field.get("title")] == []
    assert [path for path, field in fields if field["title"].endswith(".")] == []
    assert [path for path, field in fields if not field.get("description", ".").endswith(".")] == []


def test_the_codes_of_all_regions_and_gemeenten_are_as_the_schema_says() -> None:
    for region, gemeenten in gemeenten_by_region().items():
        attendance = [{"gemeente": code, "stand": "aanwezig"} for code in sorted(gemeenten)]
        assert VALIDATOR.is_valid(newer(veiligheidsregio=region, proposal={"aanwezigheid": attendance}))


@PURE
@given(exchange_objects())
def test_what_the_import_accepts_is_valid(value: dict[str, Any]) -> None:
    assert is_read(value)
    assert [error.message for error in VALIDATOR.iter_errors(cleaned(value))] == []


@PURE
@given(exchange_objects())
def test_what_is_written_is_valid(value: dict[str, Any]) -> None:
    read = parse_dossier(as_file(value), real_content(), gemeenten_by_region())
    assert VALIDATOR.is_valid(json_of(write_dossier(read)))


@PURE
@given(broken_objects())
def test_what_the_schema_refuses_the_import_refuses(value: Any) -> None:
    if not VALIDATOR.is_valid(cleaned(value)):
        assert not is_read(value)


@pytest.mark.parametrize(
    "value",
    [value for value, _, reason in REFUSED if not BY_HAND.fullmatch(reason)],
    ids=[f"{at}-{row[1]}" for at, row in enumerate(REFUSED) if not BY_HAND.fullmatch(row[2])],
)
def test_what_is_refused_of_a_shape_is_refused_by_the_schema(value: Any) -> None:
    assert not VALIDATOR.is_valid(json_of(as_file(value)))


def test_a_dossier_without_a_title_is_refused_by_the_schema() -> None:
    assert not VALIDATOR.is_valid(changed(title=""))


def test_the_caps_of_lists_and_texts_are_those_of_the_import() -> None:
    for value in (
        changed(title="x" * 200),
        changed(present=["x" * 200] * 60),
        newer(actions=[{"about": "", "what": "x" * 400, "who": "x" * 120, "when": "x" * 40}] * 200),
        newer(parked=[{"kind": "x", "about": "x", "text": "x" * 10_000}] * 200),
    ):
        assert is_read(value)
        assert VALIDATOR.is_valid(value)
