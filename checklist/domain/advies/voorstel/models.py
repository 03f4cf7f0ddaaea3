"""Appendix A: how the design stood in 2011 to the models of the booklet."""

from checklist.domain.advies.voorstel.given import Given
from checklist.domain.advies.voorstel.value_appendices import ModelRow
from checklist.domain.outcome.matching import rank_models, without_example


def model_rows(given: Given) -> tuple[ModelRow, ...]:
    """Return a row for each model that says something of a chosen option, in the order of the comparison."""
    chosen = given.dossier.chosen
    return tuple(
        ModelRow(
            name=match.model.short_name,
            region=match.model.region,
            hallmarks=len(match.hallmarks),
            fitting=len(match.past),
            clashing=len(match.past_niet),
            of=len(given.chosen),
            of_hallmarks=len(match.model.hallmarks),
        )
        for match in rank_models(given.content, chosen)
        if match.past or match.past_niet
    )


def alone(given: Given) -> tuple[str, ...]:
    """Return the chosen options that no model has, in words with their codes."""
    return tuple(given.thing(code) for code in without_example(given.content, given.dossier.chosen))
