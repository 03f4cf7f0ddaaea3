"""Every option with every answer to what it leaves open, and without: no sentence comes out wrong."""

import re
from collections.abc import Iterator

import pytest

from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.content import Detail
from tests.content import real_content
from tests.domain.advies.voorstel.composing import composed, our_texts, pieces
from tests.domain.decision.designs import dossier_of

CONTENT = real_content()
# Two for the other questions, so that what is counted is one or more.
OTHERS = ("", "1a 2a 2b 7a 9a 10b")


def designs() -> Iterator[tuple[str, str, str, str]]:
    """Each option alone and beside others, with each answer to each of its details, and with none."""
    for code, option in CONTENT.option_of.items():
        for others in OTHERS:
            yield code, "", "", others
            for detail in option.details:
                yield from ((code, detail.key, value, others) for value in _values(detail))


def _values(detail: Detail) -> list[str]:
    return [one.value for one in detail.alternatives] or ["GM0828"]


def _design(code: str, key: str, value: str, others: str) -> Voorstel:
    number = CONTENT.option_of[code].question_number
    beside = [one for one in others.split() if CONTENT.option_of[one].question_number != number]
    codes = " ".join(CONTENT.in_order([code, *beside]))
    return composed(dossier_of(codes, {code: {key: value}} if key else {}))


@pytest.mark.parametrize("design", list(designs()), ids="-".join)
def test_no_text_is_doubled_braced_or_without_its_capital(design: tuple[str, str, str, str]) -> None:
    """Of the texts that aren't typed: sentences and headings alike."""
    voorstel = _design(*design)
    for text in our_texts(voorstel):
        assert not re.search(r"[{}]|\s\s|\s[.,;:]|[.,;:]{2}", text), text
        assert not re.search(r"\b(?!de\b|het\b)(\w{3,}) \1\b", text), text
    for argument in voorstel.arguments:
        assert argument.heading[0].isupper()
        assert argument.open or f"({argument.question}" in argument.heading
        for said in filter(None, (argument.remark, *argument.details)):
            assert said.text[0].isupper()
            assert said.text.endswith((".", "?"))
    for row in (*voorstel.steps, *voorstel.other_steps):
        assert str(row.what)[0].isupper()
    for one in (*voorstel.agreements_needed, *voorstel.contradictions):
        assert one.pair[0].isupper()
        assert one.short[0].islower()
        assert one.explanation.endswith(".")


@pytest.mark.parametrize("design", list(designs()), ids="-".join)
def test_the_option_is_named_where_it_must_be(design: tuple[str, str, str, str]) -> None:
    """In table 1, in the heading of its section, and at what is decided; unless a decision waits."""
    code, *_ = design
    voorstel = _design(*design)
    number = CONTENT.option_of[code].question_number
    assert f"({code})" in voorstel.choices[number - 1].choice
    assert f"({code})" in voorstel.arguments[number - 1].heading
    asked = (voorstel.asked.decisions, voorstel.asked.agreements)
    named = {one for piece in pieces(asked) for one in getattr(piece, "codes", ())}
    assert (code in named) is (code not in voorstel.asked.not_told)
