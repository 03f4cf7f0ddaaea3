"""The exchange format: whatever a file holds, it is read or refused in one line."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.dossier_file import FILE_CAP, ExchangeError, parse_dossier, write_dossier
from tests.content import gemeenten_by_region, real_content
from tests.domain.exchanged import base, choices, parse, refusal, text_with
from tests.domain.test_dossier_file_refused import OBJECT, TEXT
from tests.strategies import PURE, as_file, broken_files, broken_objects, json_values, typed_texts

NO_JSON = "dit is geen dossierbestand, of het is beschadigd"


DEEP = "het is te diep genest"


MANY = "er staan meer onderdelen in dan een dossier kan hebben"


ODD = [
    pytest.param(b"", "regel 1, teken 1", NO_JSON, id="empty"),
    pytest.param(b" \n\n", "regel 3, teken 1", NO_JSON, id="white-space"),
    pytest.param(b"{", "regel 1, teken 2", NO_JSON, id="cut-off"),
    pytest.param(b"%PDF-1.7\n", "regel 1, teken 1", NO_JSON, id="a-pdf"),
    pytest.param(b'{\n"format": }', "regel 2, teken 11", NO_JSON, id="wrong-on-line-2"),
    pytest.param(b"{} {}", "regel 1, teken 4", NO_JSON, id="two-values"),
    pytest.param(b"\xef\xbb\xbf", "regel 1, teken 1", NO_JSON, id="a-byte-order-mark-alone"),
    pytest.param(b"\xef\xbb\xbf\xef\xbb\xbf{}", "regel 1, teken 1", NO_JSON, id="two-byte-order-marks"),
    pytest.param(b"\x00", "regel 1, teken 1", NO_JSON, id="nul"),
    pytest.param(b'{"title": "a\x00b"}', "regel 1, teken 13", NO_JSON, id="nul-within-a-text"),
    pytest.param(b'{"title": "a\nb"}', "regel 1, teken 13", NO_JSON, id="a-line-end-within-a-text"),
    pytest.param(b"\xff\xfe{\x00}\x00", "bestand", "het is geen UTF-8", id="utf-16"),
    pytest.param(b'{"title": "caf\xe9"}', "bestand", "het is geen UTF-8", id="latin-1"),
    pytest.param(b'{"title": "\xed\xa0\x80"}', "bestand", "het is geen UTF-8", id="a-surrogate-in-bytes"),
    pytest.param(b"[" * 1_000, "bestand", DEEP, id="1000-brackets"),
    pytest.param(b"[" * 1_000 + b"]" * 1_000, "bestand", DEEP, id="1000-pairs-of-brackets"),
    pytest.param(b'{"choices":' * 1_000, "bestand", DEEP, id="1000-braces"),
    pytest.param(b"[" * 200_000, "bestand", MANY, id="200000-brackets"),
    pytest.param(b'{"choices":' * 100_000, "bestand", MANY, id="100000-braces"),
    pytest.param(b"[" + b"{}," * 2_099 + b"{}]", "bestand", MANY, id="2101-parts"),
    pytest.param(b"[" + b"[]," * 2_098 + b"{}]", "bestand", OBJECT, id="2100-parts"),
    pytest.param(b"9" * 5_000, "bestand", "er staat een getal in dat te groot is", id="5000-digits"),
    pytest.param(
        b'{"date": -' + b"9" * 5_000 + b"}", "bestand", "er staat een getal in dat te groot is", id="5000-digits-within"
    ),
    pytest.param(b"NaN", "bestand", "NaN hoort niet in een dossierbestand", id="nan"),
    pytest.param(b'{"date": Infinity}', "bestand", "Infinity hoort niet in een dossierbestand", id="infinity"),
    pytest.param(b'{"date": -Infinity}', "bestand", "-Infinity hoort niet in een dossierbestand", id="minus-infinity"),
    pytest.param(text_with('"2026-11-24"', "1e999"), "date", TEXT, id="a-number-out-of-range"),
    pytest.param(text_with('"2026-11-24"', "true"), "date", TEXT, id="true"),
    pytest.param(
        text_with('"VR21"', '"\\ud800"'), "veiligheidsregio", r"er is geen veiligheidsregio '\ud800'", id="a-surrogate"
    ),
    pytest.param(
        text_with('"2": {', '"\\udfff": {'), "choices", r"er is geen vraag '\udfff'", id="a-surrogate-as-a-key"
    ),
]


@pytest.mark.parametrize(("raw", "place", "reason"), ODD)
def test_odd_input_is_refused(raw: bytes, place: str, reason: str) -> None:
    assert refusal(raw) == f"Fout bij {place}: {reason}."


def test_a_lone_surrogate_in_a_text_is_left_out() -> None:
    raw = text_with('"Het kan beter."', '"Het \\ud800kan\\udc00."')
    assert parse_dossier(raw, real_content(), gemeenten_by_region()).answers[1].minority == "Het kan."


@pytest.mark.parametrize("sign", ["[", "{", '"[', "\\[", '\\"{'])
def test_signs_within_a_text_are_no_parts(sign: str) -> None:
    text = sign * 3_000
    assert parse(choices(q1={"motivation": text})).answers[1].motivation == text


def test_a_file_of_the_cap_is_read_and_one_byte_more_is_refused() -> None:
    raw = json.dumps(base()).encode().ljust(FILE_CAP)
    assert parse_dossier(raw, real_content(), gemeenten_by_region()) == parse(base())
    assert refusal(raw + b" ") == "Fout bij bestand: het is groter dan 3 MB."


def accepted_or_refused_in_one_line(raw: bytes) -> None:
    """Fails when anything but an `ExchangeError` is raised, or its message is no single line."""
    try:
        dossier = parse_dossier(raw, real_content(), gemeenten_by_region())
    except ExchangeError as error:
        message = str(error)
        assert message.splitlines() == [message]
        assert message.startswith("Fout bij ")
        assert message.encode()
    else:
        assert parse_dossier(write_dossier(dossier), real_content(), gemeenten_by_region()) == dossier


@PURE
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    accepted_or_refused_in_one_line(raw)


@PURE
@given(json_values())
def test_any_json_is_read_or_refused(value: Any) -> None:
    accepted_or_refused_in_one_line(as_file(value))


@PURE
@given(broken_objects())
def test_a_dossier_with_one_place_changed_is_read_or_refused(value: Any) -> None:
    accepted_or_refused_in_one_line(as_file(value))


@PURE
@given(broken_files())
def test_a_file_with_a_few_bytes_changed_is_read_or_refused(raw: bytes) -> None:
    accepted_or_refused_in_one_line(raw)


@PURE
@given(typed_texts(), typed_texts())
def test_an_unknown_key_is_refused_whatever_it_is(key: str, other: str) -> None:
    accepted_or_refused_in_one_line(as_file(base() | {key: other}))
    accepted_or_refused_in_one_line(as_file(choices(q1={key: other})))
