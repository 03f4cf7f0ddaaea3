"""A small content of five questions, and what matching says of models in it."""

from checklist.domain.content import Content, GovernanceModel
from checklist.domain.outcome.matching import ModelMatch, Outcome, match_models
from tests.content import make_question

QUESTIONS = tuple(make_question(number, "abcd", many=True) for number in range(1, 6))


HALLMARKS = ("5c", "5d")


def content_with(*models: GovernanceModel) -> Content:
    """Five questions of four options each, with these models."""
    return Content(QUESTIONS, (), models)


def match_of(model: GovernanceModel, *chosen: str) -> ModelMatch:
    """What one model says of the chosen options."""
    return match_models(content_with(model), chosen).matches[0]


def ranks(outcome: Outcome) -> list[tuple[int, int]]:
    """Rank and number of the models, in order."""
    return [(match.rank, match.model.number) for match in outcome.matches]


def combination(outcome: Outcome) -> list[int]:
    """The numbers of the models in the combination."""
    return [model.number for model in outcome.combination]
