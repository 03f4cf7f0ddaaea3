"""Two thousand designs by chance: every reference exists, numbers have no gaps, and every text is whole."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.dossier import Answer, DossierValue
from checklist.domain.proposal import Heard, Rejected, Risk
from tests.content import real_content
from tests.domain.advies.voorstel.composing import composed, numbers_of, our_texts
from tests.domain.decision.random_designs import TODAY, random_dossier

DESIGNS, BATCH = 2000, 100
TEXTS = ("", "Daarom.", "Eerst dit.\n\nDan dat.", "Wij denken aan:\n- een;\n- twee.", "1. een\n2. twee")
_NUMBER = re.compile(r"\b[CD]?\d*\.\d+(?:\.\d+)?\b|\b[CD]\.\d+\b")


def typed_dossier(number: int) -> DossierValue:
    """The dossier of a number, with texts typed in by chance."""
    chance = Random(number)
    dossier = random_dossier(number)
    answers = {
        question.number: replace(
            dossier.answers.get(question.number, Answer()),
            motivation=chance.choice(TEXTS),
            minority=chance.choice(TEXTS),
        )
        for question in real_content().questions
    }
    texts = ("occasion", "costs", "support", "staff", "legal_check", "information", "communication")
    typed: dict[str, Any] = {name: chance.choice(TEXTS) for name in (*texts, "evaluation_questions")}
    proposal = replace(
        dossier.proposal,
        **typed,
        risks=tuple(Risk(f"Risico {place}.") for place in range(chance.choice((0, 0, 3)))),
        rejected=tuple(Rejected(code, "te duur.") for code in chance.sample(list(real_content().option_of), 3)),
        heard=tuple(Heard("griffiers", TODAY, "zijn voor") for _ in range(chance.choice((0, 2)))),
    )
    return replace(dossier, answers=answers, proposal=proposal)


@pytest.mark.parametrize("batch", range(DESIGNS // BATCH))
def test_two_thousand_designs(batch: int) -> None:
    """Each by its own number, so that one that fails comes back."""
    for number in range(batch * BATCH, (batch + 1) * BATCH):
        voorstel = composed(typed_dossier(number), TODAY)
        try:
            _hold(voorstel)
        except AssertionError as error:
            raise AssertionError(f"design {number}: {error}") from error


def _hold(voorstel: Voorstel) -> None:
    there = numbers_of(voorstel)
    assert len(there) == len(set(there)), "a number is there twice"
    _without_gaps(there)
    assert not [number for number in _referred(voorstel) if number not in there]
    for text in our_texts(replace(voorstel, title="", region="")):
        assert not re.search(r"[{}]", text), text
    for argument in voorstel.arguments:
        assert argument.motivation or argument.without_motivation, "a heading without a text"
    assert all(row.choice or not row.decisions for row in voorstel.choices)
    sources = [row.number for row in voorstel.sources]
    assert sources == list(range(1, len(sources) + 1))
    assert {one.source for one in voorstel.consequences.look_up} | {one.source for one in voorstel.terms} <= {
        *sources,
        0,
    }
    assert list(voorstel.tables.values()) == list(range(1, len(voorstel.tables) + 1))


def _without_gaps(numbers: list[str]) -> None:
    places = defaultdict(list)
    for number in numbers:
        chapter, _, place = number.rpartition(".")
        places[chapter].append(int(place))
    for chapter, found in places.items():
        assert sorted(found) == list(range(1, len(found) + 1)), f"{chapter}: {sorted(found)}"


def _referred(voorstel: Voorstel) -> Iterator[str]:
    summary = voorstel.summary
    yield from (number for row in voorstel.choices for number in row.decisions)
    yield from (number for one in voorstel.consequences.look_up for number in _NUMBER.findall(one.points))
    yield from (one.told_at for one in summary.attention)
    yield from (one.number for one in summary.minorities)
    yield from (number for one in summary.elsewhere for number in (one.first, one.last))
    yield from voorstel.support.minority_numbers
    yield from (one.provided for one in voorstel.agreements_needed if one.provided)
    yield from (one.told_at for one in voorstel.open_matters)
    yield from (one.number for one in voorstel.caveats)
    yield from (one.back for one in voorstel.sources if "." in one.back)
