"""The exchange format: what is written comes back the same."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.advies.compose import compose_advies
from checklist.domain.dossier import Action, Answer, DetailAnswer, details_by_option
from checklist.domain.dossier_file import FILE_CAP, export_dossier, parse_dossier, write_dossier
from checklist.domain.proposal import FIELDS, Field, Kind, data_of
from checklist.domain.text import clean_line, clean_text
from tests.content import EXAMPLE_NAMES, EXAMPLES, gemeenten_by_region, real_content, regions, with_switched_off
from tests.domain.exchanged import base, largest_dossier, newest, parse
from tests.strategies import PURE, as_file, exchange_objects


@pytest.mark.parametrize("value", [base(), newest()], ids=["read from the first format", "read from the newest"])
def test_the_export_is_the_newest_format_with_empty_parts_left_out(value: dict[str, Any]) -> None:
    assert export_dossier(parse(value)) == value | {"format": "regiostaf-dossier/2"}


def test_a_detail_of_an_option_that_is_not_chosen_is_not_written() -> None:
    hidden = Answer(("7b",), details=(DetailAnswer("7a", "drager", "beide"),))
    value = replace(parse(base()), answers={7: hidden})
    assert export_dossier(value)["choices"] == {"7": {"options": ["7b"]}}


def test_questions_are_written_in_their_order_whatever_order_they_were_read_in() -> None:
    value = base() | {"choices": {"12": {}, "4": {}, "1": {}}, "kept": []}
    assert list(export_dossier(parse(value))["choices"]) == ["1", "4", "12"]


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_an_example_dossier_is_written_as_it_stands_in_its_file(name: str) -> None:
    raw = (EXAMPLES / f"{name}.json").read_bytes()
    written = raw.replace(b"regiostaf-dossier/1", b"regiostaf-dossier/2", 1)
    assert write_dossier(parse_dossier(raw, real_content(), gemeenten_by_region())) + b"\n" == written


# In characters of four bytes alone it is too large: the download says so (`tests/site/test_download.py`).
@pytest.mark.parametrize("character", ["é", "消"])
def test_the_largest_dossier_there_can_be_fits(character: str) -> None:
    largest = largest_dossier(character)
    raw = write_dossier(largest)
    assert len(raw) <= FILE_CAP
    assert parse_dossier(raw, real_content(), gemeenten_by_region()) == largest


def test_the_full_example_answers_everything_at_length() -> None:
    dossier = parse_dossier((EXAMPLES / "vol.json").read_bytes(), real_content(), gemeenten_by_region())
    assert all(answer.options and len(answer.motivation) > 300 for answer in dossier.answers.values())
    assert len(dossier.answers) == 12
    assert sum(bool(answer.minority) for answer in dossier.answers.values()) >= 6


@PURE
@given(exchange_objects(), st.sets(st.sampled_from([tension.number for tension in real_content().tensions])))
def test_a_file_is_read_and_written_the_same_whatever_tensions_were_switched_off_since(
    value: dict[str, Any], numbers: set[int]
) -> None:
    content = with_switched_off(real_content(), *numbers)
    read = parse_dossier(as_file(value), content, gemeenten_by_region())
    assert read == parse(value)
    assert parse_dossier(write_dossier(read), content, gemeenten_by_region()) == read


def as_action(item: dict[str, Any]) -> Action:
    """An action as it stands in a file, with its texts cleaned and its pair in the booklet's order."""
    pair = item["about"].split("+")
    about = "+".join(sorted(pair, key=lambda code: (int(code[:-1]), code))) if len(pair) > 1 else item["about"]
    who, when = (clean_line(item.get(name, "")) for name in ("who", "when"))
    return Action(about, clean_text(item["what"]), who, when, item.get("done", False))


def as_cells(holder: dict[str, Any], fields: Iterable[Field]) -> dict[str, Any]:
    """What stands in a file, with its texts cleaned and without what is empty."""
    cleaning = {Kind.LINE: clean_line, Kind.TEXT: clean_text}
    found: dict[str, Any] = {}
    for field in fields:
        cell = holder.get(field.key, "")
        if field.kind is Kind.TABLE:
            cell = [as_cells(row, field.columns) for row in cell or []]
        elif field.kind in cleaning:
            cell = cleaning[field.kind](cell)
        if cell not in ("", []):
            found[field.key] = cell
    return found


@PURE
@given(exchange_objects())
def test_what_is_read_is_what_stands_in_the_file(value: dict[str, Any]) -> None:
    dossier = parse(value)
    assert dossier.title == clean_line(value["title"])
    assert dossier.veiligheidsregio == value["veiligheidsregio"]
    assert dossier.date.isoformat() == value["date"]
    assert list(dossier.present) == [line for typed in value.get("present", []) if (line := clean_line(typed))]
    assert {str(number) for number in dossier.answers} == set(value["choices"])
    for number, choice in value["choices"].items():
        answer = dossier.answer(int(number))
        assert set(answer.options) == set(choice.get("options", []))
        assert answer.motivation == clean_text(choice.get("motivation", ""))
        assert answer.minority == clean_text(choice.get("minority", ""))
        assert details_by_option(answer.details) == {
            code: of_it for code, of_it in choice.get("details", {}).items() if of_it
        }
    assert (dossier.until.strftime("%H:%M") if dossier.until else None) == value.get("until")
    assert data_of(dossier.proposal) == as_cells(value.get("proposal", {}), FIELDS)
    told = [as_action(item) for item in value.get("actions", [])]
    assert list(dossier.actions) == [action for action in told if not action.empty]
    assert {(frozenset((kept.a, kept.b)), kept.motivation) for kept in dossier.kept} == {
        (frozenset((item["a"], item["b"])), clean_text(item.get("motivation", ""))) for item in value.get("kept", [])
    }


@PURE
@given(exchange_objects())
def test_parse_compose_export_parse_gives_an_equal_dossier(value: dict[str, Any]) -> None:
    dossier = parse(value)
    advies = compose_advies(dossier, real_content(), regions()[dossier.veiligheidsregio])
    again = parse_dossier(write_dossier(dossier), real_content(), gemeenten_by_region())
    assert again == dossier
    assert compose_advies(again, real_content(), advies.region) == advies
    assert write_dossier(again) == write_dossier(dossier)
