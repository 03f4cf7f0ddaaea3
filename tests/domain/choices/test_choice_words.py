"""How a document names choices: after their question's name, and as a thing."""

import re

import pytest

from checklist.domain.choices.choice_words import choice_in_words, pair_in_words, thing_in_words
from checklist.domain.content import Detail
from checklist.domain.dossier import Answer, details_from
from tests.content import gemeenten_of, real_content

CONTENT = real_content()
GEMEENTEN = gemeenten_of("VR21")
OSS = next(code for code, name in GEMEENTEN.items() if name == "Oss")


def named(codes: str, **details: dict[str, str]) -> str:
    """What is said of these options of one question, with answers to what they leave open."""
    options = tuple(codes.split())
    answer = Answer(options, details=details_from({code.lstrip("_"): given for code, given in details.items()}))
    return choice_in_words(CONTENT.question_of[CONTENT.option_of[options[0]].question_number], answer, GEMEENTEN)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            named("1a 1d", _1d={"vastlegging": "verordening"}),
            "door de kring (1a); daarna in de organisatieverordening (1d)",
        ),
        (named("1d", _1d={"vastlegging": "regeling"}), "vastgelegd in de gemeenschappelijke regeling (1d)"),
        (
            named("1d", _1d={"vastlegging": "beide"}),
            "vastgelegd in de gemeenschappelijke regeling en in de organisatieverordening (1d)",
        ),
        (named("1d"), "vastgelegd in regeling of verordening (1d)"),
        (named("1a 1b 1c"), "door de kring (1a), door het algemeen bestuur (1b) en door de colleges (1c)"),
        (
            named("2a 2b 2d"),
            "advies aan het bestuur (2a), aan de gemeenten (2b) en samenwerking tussen gemeenten (2d)",
        ),
        (named("5b 5c"), "vaste relatie met het bestuur (5b) en met het management (5c)"),
        (named("3b 3c"), "adviseert een stuurgroep uit de colleges (3b) en een bestuurscommissie met wethouders (3c)"),
        (named("7a", _7a={"drager": "secretarissen"}), "bij het overleg van gemeentesecretarissen (7a)"),
        (
            named("7a", _7a={"drager": "beide"}),
            "bij het overleg van gemeentesecretarissen en het overleg van gemeentelijke veiligheidsadviseurs (7a)",
        ),
        (named("7c", _7c={"gemeente": OSS}), "bij de gemeente Oss als centrumgemeente (7c)"),
        (named("7c", _7c={"gemeente": "GM0000"}), "bij de centrumgemeente (7c)"),
        (named("8a", _8a={"leiding": "namens"}), "medewerkers namens gemeentesecretarissen (8a)"),
        (
            named("9a 9b", _9b={"gemeente": OSS}),
            "medewerkers van gemeenten (9a) en vrijgesteld bij de gemeente Oss (9b)",
        ),
        (
            named("11c", _11c={"reikwijdte": "ambtelijk"}),
            "is voorzitter van het ambtelijke deel van de regiostaf (11c)",
        ),
    ],
)
def test_choices_go_on_after_the_name_of_their_question(said: str, words: str) -> None:
    """In words with codes, with what was answered to what they leave open."""
    assert said == words


def test_a_pair_starts_a_sentence() -> None:
    """Two things, each with its code."""
    words = "Instelling door de kring (1a) en een bijdrage van de veiligheidsregio (10b)"
    assert pair_in_words(CONTENT, "1a", "10b") == words


@pytest.mark.parametrize("code", CONTENT.option_of)
def test_every_option_has_words_of_its_own(code: str) -> None:
    """Open or with any answer, alone: small letter, no brace, its code at the end and nothing doubled."""
    option = CONTENT.option_of[code]
    answers = [None, *((detail, value) for detail in option.details for value in _values(detail))]
    for given in answers:
        details = {f"_{code}": {given[0].key: given[1]}} if given else {}
        for said in (named(code, **details), thing_in_words(CONTENT, code)):
            assert said.endswith(f" ({code})")
            assert said[0].islower()
            assert not re.search(r"[{}]|\b(\w+) \1\b|  ", said)


def _values(detail: Detail) -> list[str]:
    return [one.value for one in detail.alternatives] or [OSS]
