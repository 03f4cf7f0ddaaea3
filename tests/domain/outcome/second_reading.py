"""A second reading of the rules of the outcome, straight from the fixtures and without the product's own code.

It takes the long way on purpose: every list is written out as its rule is worded (rule 5), so that a mistake in the
product has to be made twice to stay unseen.
"""

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from random import Random
from typing import Any

from tests.content import FIXTURES


@dataclass(frozen=True)
class ReadModel:
    """A model: its hallmarks, and per option its stance and how many readers read it; only what is in use."""

    slug: str
    hallmarks: tuple[str, str]
    traits: dict[str, tuple[str, int]]


@dataclass(frozen=True)
class Booklet:
    """What the fixtures say, as far as the outcome depends on it."""

    codes: dict[int, list[str]]
    many: Collection[int]
    exclusive: Collection[str]
    models: list[ReadModel]
    tensions: list[tuple[str, str, str]]


def _rows(name: str) -> list[dict[str, Any]]:
    rows = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    return [row["fields"] for row in rows if row["fields"].get("active", True)]


@cache
def booklet() -> Booklet:
    """Read the fixtures."""
    options = _rows("options")
    questions = sorted(_rows("questions"), key=lambda row: row["number"])
    traits: dict[str, dict[str, tuple[str, int]]] = {}
    for row in _rows("traits"):
        traits.setdefault(row["model"][0], {})[row["option"][0]] = row["stance"], row["readers"]
    return Booklet(
        codes={
            question["number"]: sorted(row["code"] for row in options if row["question"] == [question["number"]])
            for question in questions
        },
        many={question["number"] for question in questions if question["selection"] == "many"},
        exclusive={row["code"] for row in options if row["exclusive"]},
        models=[
            ReadModel(row["slug"], (row["hallmark_1"][0], row["hallmark_2"][0]), traits[row["slug"]])
            for row in sorted(_rows("governance_models"), key=lambda row: row["number"])
        ],
        tensions=[
            (row["option_a"][0], row["option_b"][0], row["severity"])
            for row in sorted(_rows("tensions"), key=lambda row: row["number"])
        ],
    )


def random_answers(random: Random) -> dict[int, list[str]]:
    """An answer to every question that the form allows; about one in four questions stays open."""
    return {number: _random_answer(random, number, codes) for number, codes in booklet().codes.items()}


def _random_answer(random: Random, number: int, codes: list[str]) -> list[str]:
    if random.random() < 0.25:
        return []
    first = random.choice(codes)
    if number not in booklet().many or first in booklet().exclusive:
        return [first]
    others = [code for code in codes if code != first and code not in booklet().exclusive]
    return sorted([first, *random.sample(others, random.randint(0, len(others)))])


def expected(answers: dict[int, list[str]], kept: Collection[tuple[str, str]] = ()) -> dict[str, Any]:
    """Return the object that `show_outcome --json` has to print for these answers."""
    chosen = [code for number in sorted(answers) for code in answers[number]]
    models = [_model_object(model, answers, chosen) for model in booklet().models]
    ordered = _in_order(models)
    clear = any(model["hallmarks"] for model in models)
    combination = _combination(models) if clear else []
    covered = {code for model in models if model["slug"] in combination for code in model["past"]}
    return {
        "clear": clear,
        "models": ordered,
        "combination": combination,
        "uncovered": [code for code in chosen if code not in covered],
        "tensions": [
            {"a": a, "b": b, "severity": severity, "kept": (a, b) in kept}
            for a, b, severity in booklet().tensions
            if a in chosen and b in chosen
        ],
        "open": [number for number in sorted(answers) if not answers[number]],
    }


def _model_object(model: ReadModel, answers: dict[int, list[str]], chosen: list[str]) -> dict[str, Any]:
    def by_two(*stances: str) -> list[str]:
        return [code for code in chosen if code in model.traits and model.traits[code] in [(s, 2) for s in stances]]

    answered = [number for number in sorted(answers) if answers[number]]
    silent = [n for n in answered if not any(code in model.traits for code in booklet().codes[n])]
    return {
        "slug": model.slug,
        "hallmarks": [code for code in model.hallmarks if code in chosen],
        "kenmerkend": by_two("kenmerkend"),
        "past": by_two("kenmerkend", "past"),
        "past_niet": by_two("past-niet"),
        "mogelijk": [code for code in chosen if code in model.traits and model.traits[code][1] == 1],
        "other": [n for n in answered if n not in silent and not any(code in model.traits for code in answers[n])],
        "silent": silent,
    }


def _in_order(models: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each model its rank (one more than the number of models before it), and sort by it; equals stay as they
    stand in the booklet."""
    for model in models:
        model["rank"] = 1 + sum(_before(other, model) for other in models)
    return [model for rank in range(1, len(models) + 1) for model in models if model["rank"] == rank]


def _before(one: dict[str, Any], other: dict[str, Any]) -> bool:
    counts: list[Callable[[dict[str, Any]], int]] = [
        lambda model: len(model["hallmarks"]),
        lambda model: len(model["past"]) - len(model["past_niet"]),
        lambda model: len(model["kenmerkend"]),
    ]
    for count in counts:
        if count(one) != count(other):
            return count(one) > count(other)
    return False


def _combination(models: list[dict[str, Any]]) -> list[str]:
    """Lay every set beside the best so far; sets come by size and then as the booklet has them, so an equal one that
    comes later never wins."""
    able = [model for model in models if model["past"] and not model["past_niet"]]
    best: list[dict[str, Any]] = []
    for members in _sets(able):
        more = len(_covered(members)) - len(_covered(best))
        lower = _ranks(members) < _ranks(best)
        if more > 0 or (more == 0 and len(members) == len(best) and lower):
            best = members
    return [model["slug"] for model in best]


def _sets(models: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for size in (1, 2, 3):
        yield from map(list, combinations(models, size))


def _covered(members: list[dict[str, Any]]) -> set[str]:
    return {code for member in members for code in member["past"]}


def _ranks(members: list[dict[str, Any]]) -> int:
    return sum(int(member["rank"]) for member in members)
