"""The answer to a question is saved."""

from collections.abc import Iterable, Mapping
from contextlib import nullcontext

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from checklist import selectors
from checklist.domain.choices.details import gemeenten_in
from checklist.domain.dossier import Answer, Right, details_by_option
from checklist.models import Choice
from checklist.prepared import PreparedUpdate, Slot
from checklist.selectors import ChoiceState, OpenDossier
from checklist.services import guard
from checklist.services.presence import Visit, record_visit


class ChoiceConflictError(Exception):
    """Somebody else was first with the answer to question `number`; `theirs` is what is stored now. Nothing was
    written."""

    def __init__(self, number: int, theirs: ChoiceState) -> None:
        super().__init__("the answer was saved by somebody else")
        self.number = number
        self.theirs = theirs


class OtherRegionError(Exception):
    """The answer names a gemeente that isn't of the dossier's region: that changed just now. Nothing was written."""


def save_choice(  # noqa: PLR0913 - the last three go by keyword
    dossier: OpenDossier,
    number: int,
    answer: Answer,
    *,
    based_on: int,
    looked_at: bool = True,
    visit: Visit | None = None,
) -> bool:
    """Save the answer to one question in one `UPDATE … WHERE version = n`; return whether anything was written.

    An answer equal to what the dossier was opened with, or to what is stored by now, is a success whatever version it
    was based on, and isn't written; only an open question that was never looked at is, when the user presses on
    (`looked_at`). Raises `ChoiceConflictError` when somebody else was first, `OtherRegionError` for a gemeente of
    another region, `DossierSettledError` and `DossierGoneError` when the dossier was settled or deleted meanwhile.
    Where the browser goes from here (`visit`) is written with it. One query, and one for the visit; one more for the
    first save of a question and when the answer names a gemeente that wasn't named before, one or two when somebody
    else was first.
    """
    guard.require(dossier, Right.EDIT)
    try:
        with transaction.atomic(savepoint=False):
            try:
                written = _save_choice(dossier, number, answer, based_on, looked_at)
            except ChoiceConflictError as conflict:
                theirs = conflict.theirs  # nothing was written, so there is nothing to roll back
            else:
                if visit:
                    record_visit(dossier, visit)
                return written
    except (Choice.DoesNotExist, IntegrityError) as error:
        raise guard.DossierGoneError from error
    raise ChoiceConflictError(number, theirs)


# What every meeting does most is compiled once.
_SAVE = PreparedUpdate(
    Choice.objects.filter(pk=Slot.of(Choice, "id"), version=Slot.of(Choice, "based_on", "version")),
    **{name: Slot.of(Choice, name) for name in ("options", "motivation", "minority", "details", "saved_at")},
    version=F("version") + 1,
)


def _save_choice(dossier: OpenDossier, number: int, answer: Answer, based_on: int, looked_at: bool) -> bool:
    if not looked_at and based_on == 0 and answer == Answer():
        return False  # the page stood empty and was left untouched
    stored = dossier.answers[number]
    if answer == stored.answer and (stored.version > 0 or not looked_at):
        return False
    if stored.version == based_on and _SAVE.execute(
        id=stored.id,
        based_on=based_on,
        options=list(answer.options),
        motivation=answer.motivation,
        minority=answer.minority,
        details=details_by_option(answer.details),
        saved_at=timezone.now(),
    ):
        _check_not_settled(dossier, [based_on])
        _check_region(dossier, answer, stored.answer)
        return True
    was_in_time = stored.version == based_on
    stored = selectors.choice(dossier.id, number)
    if answer == stored.answer:
        return False
    if was_in_time:
        guard.look_again(dossier)
    raise ChoiceConflictError(number, stored)


def save_options(
    dossier: OpenDossier, options: Mapping[int, tuple[str, ...]], *, based_on: Mapping[int, int]
) -> tuple[int, ...]:
    """Save other options for these questions, all of them or none; return the numbers of those that were written.

    What the kring wrote at a question and what it said of its options stays as it is stored. Options equal to what the
    dossier was opened with, or to what is stored by now, are a success whatever version they were based on, and aren't
    written. Raises `ChoiceConflictError` when somebody else was first, `DossierSettledError` and `DossierGoneError`
    when the dossier was settled or deleted meanwhile. One query per question, and two more for more than one; three
    more when one was never looked at, one or two when somebody else was first.
    """
    guard.require(dossier, Right.EDIT)
    try:
        # One UPDATE needs no more; else it is taken back when a second meets a conflict, or when the dossier turns out
        # to be settled.
        alone = len(options) == 1 and 0 not in based_on.values()
        with nullcontext() if alone else transaction.atomic():
            saved = tuple(n for n in sorted(options) if _save_options(dossier, n, options[n], based_on[n]))
            _check_not_settled(dossier, [based_on[number] for number in saved])
            return saved
    except Choice.DoesNotExist as error:
        raise guard.DossierGoneError from error


def _save_options(dossier: OpenDossier, number: int, options: tuple[str, ...], based_on: int) -> bool:
    stored = dossier.answers[number]
    if options == stored.answer.options:
        return False
    rows = Choice.objects.filter(pk=stored.id, version=based_on)
    if stored.version == based_on and rows.update(
        options=list(options), version=F("version") + 1, saved_at=timezone.now()
    ):
        return True
    was_in_time = stored.version == based_on
    stored = selectors.choice(dossier.id, number)
    if options == stored.answer.options:
        return False
    if was_in_time:
        guard.look_again(dossier)
    raise ChoiceConflictError(number, stored)


def _check_not_settled(dossier: OpenDossier, based_on: Iterable[int]) -> None:
    """Whoever settles holds the rows of the answers first and raises their versions, but for 0: that of a question that
    was never looked at says so. Whoever saved there looks again."""
    if 0 in based_on:
        guard.look_again(dossier)


def _check_region(dossier: OpenDossier, answer: Answer, before: Answer) -> None:
    """Whoever changes the region holds the rows of the answers first, as this save does now: it comes before or after,
    never between. What was stored before it opens itself."""
    new = gemeenten_in(answer.details) - gemeenten_in(before.details)
    if new and selectors.gemeenten_elsewhere(dossier.id, new):
        raise OtherRegionError
