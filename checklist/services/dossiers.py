"""A dossier is made, its title page changed, and it is deleted."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import F, ProtectedError, QuerySet
from django.utils import timezone

from checklist import kept_documents, selectors
from checklist.domain.choices.details import within_region
from checklist.domain.dossier import Answer, DossierValue, Right, TitlePage, details_by_option, details_from
from checklist.domain.proposal import NO_PROPOSAL, data_of
from checklist.domain.settled.value import SettledKind
from checklist.models import Action, Choice, Dossier, KeptTension, Meeting, Proposal, Question, Tension
from checklist.selectors import OpenDossier, StoredVersion
from checklist.services import guard
from checklist.services.meeting.dossier import holds_region, wiping_of
from checklist.services.meeting.records import keep_record
from checklist.services.proposal import empty_attendance, hold_proposal
from models_catalogue.models import Veiligheidsregio

# One part takes a tenth of a second.
_UNTOUCHED_AT_ONCE = 200


class DossierKeptError(guard.DossierSettledError):
    """A version of the dossier is kept until this day, None for ever, so the dossier can't be deleted. Nothing was."""

    def __init__(self, newest: StoredVersion, until: date | None) -> None:
        super().__init__(newest)
        self.until = until


class RegionHeldError(Exception):
    """Gemeenten of the region take, or took, part in the meeting about the dossier, so it keeps that region. Nothing
    was written."""


class TitlePageConflictError(Exception):
    """Somebody else changed the title page first. Nothing was written."""


@transaction.atomic
def create_dossier(value: DossierValue) -> Dossier:
    """Make a dossier with its twelve choices, answered as far as the value answers them. Four queries;
    two more when it keeps tensions, one each when it has actions, a proposal and a meeting."""
    dossier = Dossier.objects.create(
        title=value.title,
        veiligheidsregio=Veiligheidsregio.objects.get(code=value.veiligheidsregio),
        date=value.date,
        until=value.until,
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
            details=details_by_option(value.answer(question.number).details),
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
    Action.objects.bulk_create(Action(dossier=dossier, **asdict(action)) for action in value.actions)
    if value.proposal != NO_PROPOSAL:
        Proposal.objects.create(dossier=dossier, data=data_of(value.proposal))
    if value.meeting:
        keep_record(dossier, value.meeting, now)
    return dossier


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
    locked = list(untouched.values_list("pk", flat=True))
    planned = set(Action.objects.filter(dossier__in=locked).values_list("dossier", flat=True))
    proposed = set(Proposal.objects.filter(dossier__in=locked).values_list("dossier", flat=True))
    met = set(Meeting.objects.filter(dossier__in=locked).values_list("dossier", flat=True))
    cleared = set(locked) - planned - proposed - met
    Dossier.objects.filter(pk__in=cleared).delete()
    for dossier_id in cleared:
        transaction.on_commit(partial(kept_documents.forget, dossier_id))
    return len(cleared)


def clear_kept_documents() -> int:
    """Remove documents that are kept for too long, or whose dossier is gone: another server deleted it, or this one was
    interrupted. Return how many. One query."""
    kept = kept_documents.dossiers()
    return kept_documents.clear(Dossier.objects.filter(pk__in=kept).values_list("pk", flat=True))


def delete_dossier(dossier: OpenDossier) -> None:
    """Delete a dossier with all that hangs on it, and the documents that are kept of it; one that is gone already is a
    success. Secret answers of its meeting are wiped too. Some ten queries; fifteen with a meeting. Raises
    `DossierKeptError` as long as something that was settled of it is kept.

    Somebody may save, settle or look in the same moment, and so add a row after the others were found: then once more.
    """
    try:
        guard.require(dossier, Right.DELETE)
        wipe = wiping_of(dossier.id)
        _delete(Dossier.objects.filter(pk=dossier.id))
    except (guard.DossierSettledError, ProtectedError) as error:
        kept = [version for kind in SettledKind for version in selectors.versions_of(dossier.id, kind)]
        raise DossierKeptError(kept[0], selectors.kept_until(dossier.id)) from error
    if wipe:
        transaction.on_commit(wipe)
    transaction.on_commit(partial(kept_documents.forget, dossier.id))


def _delete(rows: "QuerySet[Dossier]") -> None:
    try:
        rows.delete()
    except IntegrityError:
        rows.all().delete()


@dataclass(frozen=True)
class LeftBehind:
    """What a dossier lost with its region: the numbers of the questions with a detail that is open again, and whether
    it said who was there of gemeenten that are elsewhere."""

    questions: tuple[int, ...] = ()
    attendance: bool = False


@transaction.atomic
def save_title_page(dossier: OpenDossier, title_page: TitlePage, *, based_on: int) -> LeftBehind:
    """Save the title page of a dossier. With another region the gemeenten of the one before are no answers any more,
    and weren't there: return what went with them.

    Raises `TitlePageConflictError` when somebody else was first, `RegionHeldError` for another region once gemeenten
    take part in the meeting about the dossier, `DossierSettledError` and `DossierGoneError` when the dossier was
    settled or deleted meanwhile. Two queries; three when it was not written, one for what is unchanged. With another
    region four more, one more with a meeting, one for each of those questions, and one for who was there.
    """
    guard.require(dossier, Right.EDIT)
    if title_page == _title_page_of(dossier):
        guard.check_still_there(dossier)
        return LeftBehind()
    moves = title_page.region_code != dossier.region_code
    choices = _choices_held(dossier) if moves else []
    if moves:
        hold_proposal(dossier)
    # Nobody who guesses the next version is let in by it: settling makes that one.
    saved = based_on == dossier.version and Dossier.objects.filter(pk=dossier.id, version=based_on).update(
        title=title_page.title,
        veiligheidsregio=Veiligheidsregio.objects.get(code=title_page.region_code),
        date=title_page.date,
        until=title_page.until,
        present=list(title_page.present),
        version=F("version") + 1,
    )
    if saved:
        return _move(dossier, choices, title_page.region_code) if moves else LeftBehind()
    stored = selectors.dossier_with_key(dossier.edit_key)
    if stored is None:
        raise guard.DossierGoneError
    if stored.newest and stored.locked:
        raise guard.DossierSettledError(stored.newest)
    if title_page != _title_page_of(stored):
        raise TitlePageConflictError
    return LeftBehind()


def _move(dossier: OpenDossier, choices: Iterable[Choice], region_code: str) -> LeftBehind:
    if holds_region(dossier.id):
        raise RegionHeldError
    opened_again = tuple(_open_gemeenten(choices, region_code))
    return LeftBehind(opened_again, empty_attendance(dossier, region_code))


def _choices_held(dossier: OpenDossier) -> list[Choice]:
    """The answers of a dossier, with their rows locked before its own, as a save of an answer locks them."""
    rows = Choice.objects.select_for_update(of=("self",)).select_related("question")
    return list(rows.filter(dossier=dossier.id).order_by("pk"))


def _open_gemeenten(choices: Iterable[Choice], region_code: str) -> Iterator[int]:
    """Leave out the gemeenten of another region; yield the number of each question where there were any. The version
    tells a page that was open meanwhile; when an answer was saved is when the kring gave it."""
    here = selectors.gemeenten_of(region_code)
    for choice in choices:
        before = Answer(details=details_from(choice.details))
        after = within_region(before, here)
        if after != before:
            rows = Choice.objects.filter(pk=choice.pk)
            rows.update(details=details_by_option(after.details), version=F("version") + 1)
            yield choice.question.number


def _title_page_of(dossier: OpenDossier) -> TitlePage:
    return TitlePage(dossier.title, dossier.region_code, dossier.date, dossier.present, dossier.until)
