"""Every write of a dossier. A save carries the version it was based on: who comes second is told so, nothing is lost
silently."""

import secrets
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from checklist import selectors
from checklist.domain.dossier import Answer, DossierValue
from checklist.models import Choice, Dossier, KeptTension, Presence, Question, Tension
from checklist.selectors import ChoiceState, KeptState, OpenDossier
from models_catalogue.models import Veiligheidsregio

# One part takes a tenth of a second.
_UNTOUCHED_AT_ONCE = 200


class ChoiceConflictError(Exception):
    """Somebody else saved this answer first; `theirs` is what is stored now. Nothing was written."""

    def __init__(self, theirs: ChoiceState) -> None:
        super().__init__("the answer was saved by somebody else")
        self.theirs = theirs


class DossierGoneError(Exception):
    """The dossier was deleted by somebody else, just now. Nothing was written."""


class KeptConflictError(Exception):
    """Somebody else changed this kept tension first; `theirs` is what is stored now, None when they let it go."""

    def __init__(self, theirs: KeptState | None) -> None:
        super().__init__("the kept tension was changed by somebody else")
        self.theirs = theirs


class NotBothChosenError(Exception):
    """A tension can't be kept: some of its options, `missing`, aren't chosen (any more). Nothing was written."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__("the options of the tension are not both chosen")
        self.missing = missing


class DetailsConflictError(Exception):
    """Somebody else changed the dossier's details first. Nothing was written."""


@dataclass(frozen=True)
class Details:
    """The title page of a dossier."""

    title: str
    region_code: str
    date: date
    present: tuple[str, ...]


@dataclass(frozen=True)
class Visit:
    """The question that a browser has open from now on; None: it left the questions."""

    visitor: str
    question_number: int | None


@transaction.atomic
def create_dossier(value: DossierValue) -> Dossier:
    """Make a dossier with its twelve choices, answered as far as the value answers them. Four queries,
    six when it keeps tensions."""
    dossier = Dossier.objects.create(
        title=value.title,
        veiligheidsregio=Veiligheidsregio.objects.get(code=value.veiligheidsregio),
        date=value.date,
        present=list(value.present),
    )
    now = timezone.now()
    Choice.objects.bulk_create(
        Choice(
            dossier=dossier,
            question=question,
            options=list(value.answer(question.number).options),
            motivation=value.answer(question.number).motivation,
            minority=value.answer(question.number).minority,
            version=1 if question.number in value.answers else 0,
            saved_at=now if question.number in value.answers else None,
        )
        for question in Question.objects.all()
    )
    motivations = {(kept.a, kept.b): kept.motivation for kept in value.kept}
    if motivations:
        tensions = Tension.objects.select_related("option_a", "option_b")
        KeptTension.objects.bulk_create(
            KeptTension(dossier=dossier, tension=tension, motivation=motivations[pair])
            for tension in tensions
            if (pair := (tension.option_a.code, tension.option_b.code)) in motivations
        )
    return dossier


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
    (`looked_at`). Raises `ChoiceConflictError` when somebody else was first, `DossierGoneError` when the dossier was
    deleted meanwhile. Where the browser goes from here (`visit`) is written with it. One query, and one for the visit;
    one more when somebody else was first.
    """
    try:
        with transaction.atomic(savepoint=False):
            try:
                written = _save_choice(dossier, number, answer, based_on, looked_at)
            except ChoiceConflictError as conflict:
                theirs = conflict.theirs  # nothing was written, so there is nothing to roll back
            else:
                if visit:
                    record_visit(dossier.id, visit)
                return written
    except (Choice.DoesNotExist, IntegrityError) as error:
        raise DossierGoneError from error
    raise ChoiceConflictError(theirs)


def record_visit(dossier_id: int, visit: Visit) -> None:
    """Remember which question a browser has open, for others who open it too. Raises `DossierGoneError` when the
    dossier was deleted just now; inside a transaction its end raises `IntegrityError` instead. One query."""
    if visit.question_number is None:
        Presence.objects.filter(dossier_id=dossier_id, visitor=visit.visitor).delete()
        return
    row = Presence(
        dossier_id=dossier_id,
        visitor=visit.visitor,
        question_number=visit.question_number,
        seen_at=timezone.now(),
    )
    try:
        Presence.objects.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=("dossier", "visitor"),
            update_fields=("question_number", "seen_at"),
        )
    except IntegrityError as error:
        raise DossierGoneError from error


def leave_question(dossier_id: int, visitor: str, number: int) -> None:
    """Forget that a browser has this question open, unless it went on to another one meanwhile. One query."""
    Presence.objects.filter(dossier_id=dossier_id, visitor=visitor, question_number=number).delete()


def clear_old_presences() -> int:
    """Forget who had which question open longer ago than anybody is told; return how many. One query."""
    removed, _ = Presence.objects.filter(seen_at__lt=timezone.now() - selectors.PRESENT_FOR).delete()
    return removed


def clear_untouched_dossiers() -> int:
    """Delete the dossiers in which nobody ever saved anything and whose time has passed; return how many. In parts, so
    that no save waits long for it: some ten queries each."""
    cleared = 0
    while part := _clear_some_untouched():
        cleared += part
    return cleared


@transaction.atomic
def _clear_some_untouched() -> int:
    """Somebody may save in the same moment. The rows are locked, those of the answers first as a save does it, and
    looked at once more: what was saved meanwhile stays."""
    found = selectors.untouched_dossiers(_UNTOUCHED_AT_ONCE)
    choices = Choice.objects.select_for_update().filter(dossier__in=found).order_by("pk")
    saved = {dossier for dossier, version in choices.values_list("dossier", "version") if version}
    untouched = Dossier.objects.select_for_update().filter(pk__in=set(found) - saved, version=1).order_by("pk")
    cleared = list(untouched.values_list("pk", flat=True))
    Dossier.objects.filter(pk__in=cleared).delete()
    return len(cleared)


def _save_choice(dossier: OpenDossier, number: int, answer: Answer, based_on: int, looked_at: bool) -> bool:
    if not looked_at and based_on == 0 and answer == Answer():
        return False  # the page stood empty and was left untouched
    stored = dossier.answers[number]
    if answer == stored.answer and (stored.version > 0 or not looked_at):
        return False
    if stored.version == based_on and Choice.objects.filter(pk=stored.id, version=based_on).update(
        options=list(answer.options),
        motivation=answer.motivation,
        minority=answer.minority,
        version=F("version") + 1,
        saved_at=timezone.now(),
    ):
        return True
    stored = selectors.choice(dossier.id, number)
    if answer == stored.answer:
        return False
    raise ChoiceConflictError(stored)


# The version must stand in the statement's own WHERE. Over a join (`tension__number=…`) Django puts it in a subquery,
# and PostgreSQL, after waiting for whoever is first, doesn't look at a subquery again: two saves would both succeed.


def _check_still_there(dossier_id: int) -> None:
    """Raise `DossierGoneError` when the dossier was deleted meanwhile. One query."""
    if not selectors.dossier_exists(dossier_id):
        raise DossierGoneError


def _stored_kept(dossier_id: int, number: int) -> "QuerySet[KeptTension]":
    return KeptTension.objects.filter(dossier_id=dossier_id, tension__in=Tension.objects.filter(number=number))


def keep_tension(dossier_id: int, number: int, motivation: str, *, based_on: int) -> None:
    """Keep a tension on purpose, with its motivation; `based_on` 0 means that it wasn't kept before.

    Raises `NotBothChosenError` when there is nothing to keep, `KeptConflictError` when somebody else was first with
    another text, `DossierGoneError` when the dossier was deleted meanwhile. Three or four queries; one or two more
    when it wasn't written.
    """
    missing = selectors.options_missing(dossier_id, number)
    if missing is None:
        raise DossierGoneError
    if missing:
        raise NotBothChosenError(missing)
    stored = selectors.kept_tension(dossier_id, number)
    if stored and stored.motivation == motivation:
        return
    version = stored.version if stored else 0
    if version == based_on and _write_kept(dossier_id, number, motivation, based_on):
        return
    stored = selectors.kept_tension(dossier_id, number)
    if stored is None:
        _check_still_there(dossier_id)
    if stored is None or stored.motivation != motivation:
        raise KeptConflictError(stored)


def _write_kept(dossier_id: int, number: int, motivation: str, based_on: int) -> bool:
    """Write a kept tension unless somebody else is first; return whether it was written."""
    if based_on:
        kept = _stored_kept(dossier_id, number).filter(version=based_on)
        return bool(kept.update(motivation=motivation, version=F("version") + 1))
    try:
        with transaction.atomic():
            KeptTension.objects.create(
                dossier_id=dossier_id,
                tension=Tension.objects.get(number=number),
                motivation=motivation,
                # A start that nobody has: a page from before a tension was let go must not fit the row made after it.
                version=secrets.randbelow(1_000_000_000) + 1,
            )
    except IntegrityError:
        return False
    return True


def let_tension_go(dossier_id: int, number: int, *, based_on: int) -> None:
    """No longer keep a tension; one that isn't kept is a success. Raises `KeptConflictError`, and `DossierGoneError`
    when the dossier was deleted meanwhile. One to three queries."""
    deleted, _ = _stored_kept(dossier_id, number).filter(version=based_on).delete()
    if deleted:
        return
    if stored := selectors.kept_tension(dossier_id, number):
        raise KeptConflictError(stored)
    _check_still_there(dossier_id)


def delete_dossier(dossier_id: int) -> None:
    """Delete a dossier with all that hangs on it; one that is gone already is a success. Some five queries.

    Somebody may save or look in the same moment, and so add a row after the others were found: then once more.
    """
    try:
        Dossier.objects.filter(pk=dossier_id).delete()
    except IntegrityError:
        Dossier.objects.filter(pk=dossier_id).delete()


def save_details(dossier: OpenDossier, details: Details, *, based_on: int) -> None:
    """Save the title page of a dossier. Raises `DetailsConflictError` when somebody else was first, `DossierGoneError`
    when the dossier was deleted meanwhile. Two queries; three when it was not written, one for what is unchanged."""
    if details == _details(dossier):
        _check_still_there(dossier.id)
        return
    saved = Dossier.objects.filter(pk=dossier.id, version=based_on).update(
        title=details.title,
        veiligheidsregio=Veiligheidsregio.objects.get(code=details.region_code),
        date=details.date,
        present=list(details.present),
        version=F("version") + 1,
    )
    if not saved:
        stored = selectors.dossier_with_key(dossier.edit_key)
        if stored is None:
            raise DossierGoneError
        if details != _details(stored):
            raise DetailsConflictError


def _details(dossier: OpenDossier) -> Details:
    return Details(dossier.title, dossier.region_code, dossier.date, dossier.present)
