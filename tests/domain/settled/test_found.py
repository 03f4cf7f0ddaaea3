"""What the check says of a file: the words of the specification, and never a judgement."""

import re
from dataclasses import replace
from datetime import date

import pytest

from checklist.domain.settled.found import ANOTHER_FILE, TOO_LARGE, UNKNOWN_CODE, Answers, answers_of
from checklist.domain.settled.value import Act, ActFiles, ActKind, FileFacts, SettledFileKind, Version
from checklist.domain.state import Outcome
from tests.domain.settled.acts import AT, DECIDED, OFFERED, SETTLED, VERSION, changed

FIRST, SECOND, THIRD, OTHER = ("1" * 64, "2" * 64, "3" * 64, "9" * 64)
NEWER = replace(VERSION, version=2, settled_on=date(2027, 3, 3))
BEWARE = "Let op: er is een nieuwere versie, versie 2 van 3 maart 2027."
SAME_DATA = (
    "Niet hetzelfde bestand. De gegevens die in dit bestand zitten, zijn wel die van versie 1; wat er op de bladzijden "
    "staat, is daarmee niet nagegaan."
)
EARLIER = (
    "Dit is een vastgesteld document: versie 1, in de stand vastgesteld (14 januari 2027). De stand is nu: aangeboden."
)
WITHDRAWN = Act(3, ActKind.WITHDRAWN, AT, on=date(2027, 2, 1))
REOPENED = Act(3, ActKind.REOPENED, AT, text="De griffiers vroegen erom.")
CORRECTED = Act(3, ActKind.CORRECTED, AT, on=date(2027, 1, 22), corrects=2)


def made(number: int, sha256: str) -> ActFiles:
    """The one file of an act."""
    return ActFiles(number, (FileFacts(SettledFileKind.PDF, "voorstel.pdf", "application/pdf", 3, sha256, AT),))


FILES = [made(1, FIRST), made(2, SECOND), made(3, THIRD)]


def answers(*acts: Act, newer: Version | None = None) -> Answers:
    """What is said when these acts were done."""
    return answers_of(VERSION, acts, FILES[: len(acts)], newer)


NOW = "Dit is het vastgestelde document: versie 1, "
WORDS = [
    ((SETTLED,), FIRST, NOW + "vastgesteld op 14 januari 2027."),
    ((SETTLED, OFFERED), SECOND, NOW + "aangeboden op 21 januari 2027."),
    ((SETTLED, OFFERED), FIRST, EARLIER),
    ((SETTLED, OFFERED, REOPENED), SECOND, NOW + "aangeboden op 21 januari 2027."),
    ((SETTLED, OFFERED, CORRECTED), SECOND, NOW + "aangeboden op 22 januari 2027."),
    ((SETTLED, OFFERED, WITHDRAWN), THIRD, NOW + "ingetrokken op 1 februari 2027."),
    ((SETTLED, OFFERED, DECIDED), THIRD, NOW + "besloten op 18 februari 2027 (aangenomen zonder wijziging)."),
    (
        (SETTLED, OFFERED, changed(DECIDED, outcome=Outcome.REJECTED)),
        THIRD,
        NOW + "besloten op 18 februari 2027 (niet aangenomen).",
    ),
]


@pytest.mark.parametrize(("acts", "sha256", "words"), WORDS, ids=[words[22:60] for _, _, words in WORDS])
def test_a_recorded_file_is_told_with_its_state(acts: tuple[Act, ...], sha256: str, words: str) -> None:
    said = answers(*acts).of(sha256, set())
    assert (said.same, said.text) == (True, words)


@pytest.mark.parametrize(("acts", "sha256", "words"), WORDS[:3])
def test_a_version_that_was_replaced_says_so_too(acts: tuple[Act, ...], sha256: str, words: str) -> None:
    assert answers(*acts, newer=NEWER).of(sha256, set()).text == f"{words} {BEWARE}"


def test_what_is_stored_beside_the_files_is_known_too() -> None:
    found = answers(SETTLED)
    assert found.of(VERSION.snapshot_sha256, set()).text == "Dit zijn de vastgelegde gegevens van versie 1."
    assert found.of(VERSION.html_sha256, set()).text == "Dit is de vastgelegde tekst van versie 1, zonder de stand."


@pytest.mark.parametrize(
    ("embedded", "words"),
    [({VERSION.snapshot_sha256, OTHER}, SAME_DATA), ({OTHER}, ANOTHER_FILE), (set(), ANOTHER_FILE)],
)
def test_other_bytes_are_another_file_whatever_is_in_them(embedded: set[str], words: str) -> None:
    said = answers(SETTLED).of(OTHER, embedded)
    assert (said.same, said.text) == (False, words)


def test_the_script_gets_every_sentence() -> None:
    found = answers(SETTLED, OFFERED)
    told = found.as_json()
    assert told["known"] == found.known
    assert len(found.known) == 4
    assert {told["sameData"], told["anotherFile"], told["tooLarge"]} == {SAME_DATA, ANOTHER_FILE, TOO_LARGE}
    assert told["snapshot"] == VERSION.snapshot_sha256


def test_nothing_is_called_false_or_true() -> None:
    said = [text for acts, _, _ in WORDS for text in answers(*acts, newer=NEWER).known.values()]
    said += [SAME_DATA, ANOTHER_FILE, TOO_LARGE, UNKNOWN_CODE]
    assert not re.search(r"\b(vals|nep|echte?|geldige?|vervalst)\b", " ".join(said), re.IGNORECASE)
