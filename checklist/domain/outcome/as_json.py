"""What a dossier comes to, as the object that `show_outcome --json` prints (docs/exchange_format.md)."""

from typing import Any

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.domain.outcome.matching import ModelMatch, Outcome


def outcome_object(dossier: DossierValue, content: Content, outcome: Outcome) -> dict[str, Any]:
    """Return the outcome with plain lists and codes only, ready for JSON."""
    kept = {(item.a, item.b) for item in dossier.kept}
    return {
        "clear": outcome.clear,
        "models": [_match_object(match) for match in outcome.matches],
        "combination": [model.slug for model in outcome.combination],
        "uncovered": list(outcome.uncovered),
        "tensions": [
            {"a": tension.a, "b": tension.b, "severity": tension.severity, "kept": (tension.a, tension.b) in kept}
            for tension in tensions_between(content, dossier.chosen)
        ],
        "open": [question.number for question in content.questions if dossier.answer(question.number).open],
    }


def _match_object(match: ModelMatch) -> dict[str, Any]:
    return {
        "slug": match.model.slug,
        "rank": match.rank,
        "hallmarks": list(match.hallmarks),
        "kenmerkend": list(match.kenmerkend),
        "past": list(match.past),
        "past_niet": list(match.past_niet),
        "mogelijk": list(match.mogelijk),
        "other": list(match.other),
        "silent": list(match.silent),
    }
