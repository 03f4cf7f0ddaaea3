"""A document as JSON: every word of it in order, with whose it is."""

import json
from collections.abc import Iterator
from typing import Any

from checklist.export.blocks.as_json import write_json
from checklist.export.blocks.value import Cell, Document, Heading, Item, Listing, Paragraph, Row, Run, Table, Whose


def document(*blocks: Any) -> Document:
    return Document("Titel", "Wie", "Waarover", "Woorden", "Kop", "CONCEPT", "Voet", (), blocks)


def told(*blocks: Any) -> list[dict[str, Any]]:
    """The blocks of the JSON of a document with these."""
    found: list[dict[str, Any]] = json.loads(write_json(document(*blocks)))["blocks"]
    return found


def texts(value: Any) -> Iterator[str]:
    """Every text of a run, in order."""
    if isinstance(value, dict):
        if value.get("kind") == "run":
            yield value["text"]
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def test_it_says_what_it_is() -> None:
    found = json.loads(write_json(document()))
    assert (found["format"], found["lang"], found["title"], found["mark"]) == (
        "regiostaf-document/1",
        "nl",
        "Titel",
        "CONCEPT",
    )


def test_a_block_says_its_kind_and_whose_words_it_has() -> None:
    paragraph = Paragraph((Run("wij willen", whose=Whose.KRING),), number="2.1")
    assert told(paragraph) == [
        {
            "kind": "paragraph",
            "number": "2.1",
            "runs": [{"kind": "run", "text": "wij willen", "whose": "kring"}],
        }
    ]


def test_every_word_is_there_in_order() -> None:
    blocks = (
        Heading(2, (Run("een"),)),
        Listing((Item((Run("twee"),), inner=(Listing((Item((Run("drie"),)),)),)),)),
        Table("steps", (Row((Cell((Run("vier"),), head=True),)),), (Row((Cell((Run("vijf"),)),)),)),
    )
    assert list(texts(told(*blocks))) == ["een", "twee", "drie", "vier", "vijf"]


def test_letters_stay_letters() -> None:
    assert "één €" in write_json(document(Paragraph((Run("één €"),)))).decode()
