"""The tensions that a dossier keeps."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, OuterRef, Subquery

from checklist.models import Choice, KeptTension, Tension
from checklist.prepared import PreparedQuery, Slot

_DOSSIER = Slot("dossier", BigIntegerField())


@dataclass(frozen=True)
class KeptState:
    """The motivation with which a tension is kept, and its version."""

    motivation: str
    version: int


_KEPT = PreparedQuery(
    KeptTension.objects.filter(dossier_id=_DOSSIER)
    .order_by("tension__number")
    .values_list("tension__option_a__code", "tension__option_b__code", "motivation", "version")
)


def kept_tensions(dossier_id: int) -> dict[tuple[str, str], KeptState]:
    """Return the kept tensions by their pair of codes, also those whose options are no longer chosen and those that are
    switched off: what a kring wrote stays its own. One query."""
    return {(a, b): KeptState(motivation, version) for a, b, motivation, version in _KEPT.rows(dossier=dossier_id)}


def kept_motivations(dossier_id: int) -> dict[tuple[str, str], str]:
    """Return why a dossier keeps tensions, by their pair of codes. One query."""
    return {pair: state.motivation for pair, state in kept_tensions(dossier_id).items()}


def kept_by_number(dossier_id: int) -> dict[int, KeptState]:
    """Return how tensions are kept by the number of each. One query."""
    rows = KeptTension.objects.filter(dossier_id=dossier_id).values_list("tension__number", "motivation", "version")
    return {number: KeptState(motivation, version) for number, motivation, version in rows}


def options_missing(dossier_id: int, number: int) -> tuple[str, ...] | None:
    """Return the options of a tension that aren't chosen; none when the tension holds, None when the dossier is gone.
    One query."""
    answers = Choice.objects.filter(dossier_id=dossier_id)
    a, b, chosen_a, chosen_b = Tension.objects.values_list(
        "option_a__code",
        "option_b__code",
        Subquery(answers.filter(question=OuterRef("option_a__question")).values("options")),
        Subquery(answers.filter(question=OuterRef("option_b__question")).values("options")),
    ).get(number=number)
    if chosen_a is None or chosen_b is None:  # a dossier has its twelve answers from the start
        return None
    return tuple(code for code, chosen in ((a, chosen_a), (b, chosen_b)) if code not in chosen)


def kept_tension(dossier_id: int, number: int) -> KeptState | None:
    """Return how one tension is kept, or None when it isn't. One query."""
    row = KeptTension.objects.filter(dossier_id=dossier_id, tension__number=number).first()
    return KeptState(row.motivation, row.version) if row else None
