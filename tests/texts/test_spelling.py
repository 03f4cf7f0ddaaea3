"""The texts of fixtures, templates and beheer are spelt well, by the dictionary and our own list of words."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from checklist.content_loading.kinds import KINDS
from checklist.domain.dossier_file.schema import json_schema
from checklist.export.choices_csv import HEADINGS
from tests.domain.test_dossier_schema import places
from tests.texts.said import own_texts, template_texts

DATA = Path(__file__).parents[1] / "data"


OWN_WORDS = DATA / "woordenlijst.txt"


def misspelt(texts: list[str]) -> list[str]:
    """The words that neither hunspell's Dutch dictionary nor our own list has; codes such as 12a are no words."""
    if (
        shutil.which("hunspell") is None
        or b"nl_NL" not in subprocess.run(["hunspell", "-D"], capture_output=True, check=False, input=b"").stderr
    ):
        pytest.skip("hunspell with its Dutch dictionary isn't installed")
    words = "\n".join(texts)
    words = re.sub(r"https?://\S+|[\w.-]+\.(?:html|pdf|json)\b|\{[\w.]+\}", " ", words)
    # Parts of words that share their other half ('advies- of besluitvorming', 'secretarissen of -functionarissen').
    words = re.sub(r"\b\d+[a-z]?\b|(?<=\w)-(?!\w)|(?<!\w)-(?=\w)", " ", words)
    # A full stop or a closing quote is no part of a word; '(veiligheids)regio' is one word.
    words = re.sub(r"[.’](?!\w)", " ", re.sub(r"\((\w+)\)(?=\w)", r"\1", words))
    checked = subprocess.run(
        ["hunspell", "-d", "nl_NL", "-i", "utf-8", "-p", str(OWN_WORDS), "-l"],
        input=words,
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/"},
    )
    return sorted(set(checked.stdout.split()))


def test_the_speller_finds_mistakes_and_knows_our_words() -> None:
    assert misspelt(["De regiostaf advizeert het bestuur.", "De CGS van Brabant-Noord, optie 12a"]) == ["advizeert"]


def test_the_texts_are_spelt_well() -> None:
    assert misspelt([text.text for text in own_texts()]) == []


def test_the_templates_are_spelt_well() -> None:
    assert misspelt([text.text.replace("+", " ") for text in template_texts()]) == []


def test_the_labels_and_help_texts_of_the_beheer_are_spelt_well() -> None:
    texts = [
        str(text)
        for kind in KINDS
        for field in kind.fields.values()
        for text in (field.verbose_name, field.help_text, *(label for _, label in field.flatchoices))
    ]
    assert misspelt(texts) == []


def test_the_words_of_the_schema_and_of_the_table_of_choices_are_spelt_well() -> None:
    shapes = [shape for _, shape in places(json_schema())]
    words = [shape[key] for shape in shapes for key in ("title", "description") if isinstance(shape.get(key), str)]
    assert len(words) > 100
    said = [word.replace("+", " ") for word in words if not word.startswith("regiostaf-dossier/")]
    assert misspelt([*said, *HEADINGS]) == []


def test_our_own_words_are_sorted() -> None:
    words = OWN_WORDS.read_text(encoding="utf-8").split()
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
