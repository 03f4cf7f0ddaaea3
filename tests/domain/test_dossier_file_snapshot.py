"""A snapshot of a settled voorstel as a dossier file: the dossier in it is read, as strictly as a file of its own."""

import json
from typing import Any

import pytest

from checklist.domain.dossier_file import UPLOAD_CAP, ExchangeError, parse_dossier
from tests.content import gemeenten_by_region, real_content
from tests.frozen import frozen, sample, snapshot


def read(raw: bytes) -> Any:
    return parse_dossier(raw, real_content(), gemeenten_by_region())


def test_the_dossier_in_a_snapshot_is_read() -> None:
    assert read(snapshot(frozen(sample()))) == sample()


REFUSED = {
    "cut off": (b'{"advies":{"language"', "dit zijn geen gegevens van een vastgesteld voorstel, of ze zijn beschadigd"),
    "too deep": (b'{"advies":{' + b'"a":{' * 30_000, "beschadigd"),
    "another format": (
        b'{"advies":{},"dossier":{},"format":"regiostaf-evaluatie/1"}',
        "hier moet regiostaf-advies/1 staan",
    ),
    "no dossier": (b'{"advies":{},"dossier":[],"format":"regiostaf-advies/1"}', "met een dossier"),
    "a dossier that isn't one": (b'{"advies":{},"dossier":{},"format":"regiostaf-advies/1"}', "format ontbreekt"),
    "a surrogate": (b'{"advies":{},"dossier":{"a":"\\ud800"},"format":"regiostaf-advies/1"}', "het is geen UTF-8"),
    "too many parts": (b'{"advies":{' + b"[" * 40_001, "er staan meer onderdelen in dan een vastgesteld voorstel"),
    "too large": (b'{"advies":{'.ljust(UPLOAD_CAP + 1), "het is groter dan 3,5 MB"),
}


@pytest.mark.parametrize(("raw", "words"), REFUSED.values(), ids=REFUSED)
def test_what_begins_as_a_snapshot_and_is_none_is_refused_with_why(raw: bytes, words: str) -> None:
    with pytest.raises(ExchangeError, match=words):
        read(raw)


def test_a_dossier_in_a_snapshot_may_not_have_more_than_a_file_of_its_own() -> None:
    told = json.loads(snapshot(frozen(sample())))
    told["dossier"]["extra"] = 1

    with pytest.raises(ExchangeError, match="de sleutel 'extra' is onbekend"):
        read(json.dumps(told, separators=(",", ":")).encode())
