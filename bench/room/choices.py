"""Dossiers in which a question has any choice: each option alone, all that go together, and each pair that clashes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from checklist.domain.content import Content, Question
from tests.content import EXAMPLES

Dossier = dict[str, Any]


@dataclass
class Case:
    """A dossier file, and which questions to look at in it."""

    dossier: Dossier
    questions: list[int] = field(default_factory=list)


def _choices_of(question: Question) -> list[list[str]]:
    """Each option alone, and all that may stand together."""
    alone = [[option.code] for option in question.options]
    together = [option.code for option in question.options if not option.exclusive]
    return [*alone, together] if question.many and len(together) > 1 else alone


def _example() -> Dossier:
    dossier: Dossier = json.loads((EXAMPLES / "vol.json").read_text(encoding="utf-8"))
    # What is kept gives no line, and of what an option leaves open nothing takes the most room.
    del dossier["kept"]
    for choice in dossier["choices"].values():
        choice.pop("details", None)
    return dossier


def any_choice(content: Content) -> Iterator[Case]:
    """Every choice at every question beside the answers of the full example, then every tension by itself."""
    for question in content.questions:
        for codes in _choices_of(question):
            dossier = _example()
            dossier["choices"][str(question.number)]["options"] = codes
            yield Case(dossier, [question.number])
    for tension in content.tensions:
        numbers = sorted({int(code[:-1]) for code in (tension.a, tension.b)})
        choices = {
            str(number): {"options": sorted(code for code in (tension.a, tension.b) if int(code[:-1]) == number)}
            for number in numbers
        }
        yield Case({**_example(), "choices": choices}, numbers)


def chosen(case: Case, number: int) -> str:
    """The options chosen at a question of this case, as words for a table."""
    return " ".join(case.dossier["choices"][str(number)]["options"])
