"""A fact claims no more than its source, and says it in one of two phrases: by a load and in the beheer (rule 12)."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.test import Client

from checklist.models import Background, QuestionNote
from models_catalogue.certainty import doubt_of, problems_of_note, says_unchecked
from tests.beheer.browsing import edit, redacteurs_browser, words_of
from tests.content_loading.content_files import Change, change, load, set_field

LAW = {"source_kind": "wet", "certainty": "middel", "url": "https://wetten.overheid.nl/BWBR0003740", "date": "2022"}
REPORT = {"source_kind": "bericht", "certainty": "hoog", "url": "https://example.nl/bericht", "date": "2022-07-01"}


@pytest.mark.parametrize(
    ("kind", "certainty", "phrase"),
    [
        ("wet", "middel", "niet nagekeken in de geldende wettekst"),
        ("bericht", "middel", "niet nagekeken bij een tweede bron"),
        ("wet", "hoog", ""),
        ("bericht", "hoog", ""),
    ],
)
def test_what_stands_under_a_fact(kind: str, certainty: str, phrase: str) -> None:
    assert doubt_of(kind, certainty) == phrase


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        (LAW, []),
        (LAW | {"url": ""}, []),
        (LAW | {"url": "https://zoek.officielebekendmakingen.nl/stb-2020-140.html"}, []),
        (LAW | {"url": "https://advocaten.example/wgr"}, ["url"]),
        (LAW | {"url": "https://wetten.overheid.nl.example/BWBR0003740"}, ["url"]),
        (LAW | {"url": "http://[wetten"}, ["url"]),
        (REPORT, []),
        (REPORT | {"date": "2019-2020"}, []),
        (REPORT | {"date": "ongedateerd"}, ["certainty"]),
        (REPORT | {"date": "ongedateerd", "certainty": "middel"}, []),
        (REPORT | {"date": "ongedateerd", "url": "https://lokaleregelgeving.overheid.nl/CVDR651418/1"}, []),
    ],
)
def test_what_does_not_go_together_is_named(values: Mapping[str, object], fields: list[str]) -> None:
    assert [name for name, _ in problems_of_note(values)] == fields


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Dit is niet nagekeken.", True),
        ("Stand van zaken bij vraag 1; niet nagekeken in de geldende wettekst", False),
        ("Niet nagekeken bij een tweede bron.", False),
        ("Niet nagekeken in de geldende tekst.", True),
        ("Dit is nagekeken.", False),
    ],
)
def test_a_field_that_may_say_it_says_it_in_one_of_the_two_phrases(text: str, refused: bool) -> None:
    assert bool(list(says_unchecked({"passage": text}, may_say={"passage"}, hidden=()))) == refused
    assert bool(list(says_unchecked({"text": text}, may_say={"passage"}, hidden=()))) == ("iet nagekeken" in text)
    assert list(says_unchecked({"attention": text}, may_say=(), hidden={"attention"})) == []


BROKEN: dict[str, tuple[str, Change, str]] = {
    "a law at another address": (
        "question_notes.json",
        set_field(1, "url", "https://advocaten.example/wgr"),
        r"question_notes\.json, record 1 \(vraag-1-1\), field url: Een wet staat op een officieel adres",
    ),
    "a text that says it itself": (
        "considerations.json",
        set_field(1, "text", "Dit is niet nagekeken in de geldende wettekst."),
        r"considerations\.json, record 1 \(1 1\), field text: ‘niet nagekeken in de geldende wettekst’ staat onder",
    ),
    "other words where it may be said": (
        "backgrounds.json",
        set_field(1, "passage", "hoofdstuk 2, inleiding; niet nagekeken in de tekst"),
        r"backgrounds\.json, record 1 \(aanvulling 1\), field passage",
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "how", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_load_refuses_it_and_names_the_place(files: Path, name: str, how: Change, message: str) -> None:
    change(files, name, how)
    with pytest.raises(CommandError, match=message):
        load(files)


@pytest.mark.django_db
def test_the_beheer_refuses_a_law_at_another_address(editor: Client) -> None:
    note = QuestionNote.objects.get(key="vraag-1-1")
    response = edit(editor, note, url="https://advocaten.example/wgr")
    assert "Een wet staat op een officieel adres" in words_of(response.content.decode())
    note.refresh_from_db()
    assert "advocaten" not in note.url


@pytest.mark.django_db
def test_the_beheer_refuses_a_text_that_says_it_itself(editor: Client) -> None:
    row = Background.objects.order_by("pk")[0]
    response = edit(editor, row, text="Dit is niet nagekeken.")
    assert "‘niet nagekeken’ staat onder een feit" in words_of(response.content.decode())
    row.refresh_from_db()
    assert "nagekeken" not in row.text


@pytest.mark.django_db
def test_an_editors_address_of_a_law_does_not_stop_a_next_version(files: Path) -> None:
    QuestionNote.objects.filter(key="vraag-1-1").update(url="https://advocaten.example/wgr", source_kind="bericht")
    load(files)
    note = QuestionNote.objects.get(key="vraag-1-1")
    assert (note.url, note.source_kind) == ("https://advocaten.example/wgr", "bericht")


@pytest.fixture
def editor(db: None) -> Client:
    return redacteurs_browser()
