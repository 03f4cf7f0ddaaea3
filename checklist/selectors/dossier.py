"""What is stored of a dossier, and what the link it was opened with allows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import BigIntegerField, CharField, Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from checklist.domain.choices.details import gemeenten_in, within_region
from checklist.domain.choices.rejected import as_told
from checklist.domain.dossier import Answer, DossierValue, Kept, Right, details_from
from checklist.domain.dossier_file import write_dossier
from checklist.domain.proposal import NO_PROPOSAL, Proposal
from checklist.domain.settled.value import ActKind, SettledKind
from checklist.keys import SAMPLE, EditKey, Key, ReadKey
from checklist.models import (
    Action,
    AdviesAct,
    Choice,
    Dossier,
    KeptTension,
    Presence,
    SettledAdvies,
    Tension,
)
from checklist.models import Proposal as ProposalRow
from checklist.prepared import PreparedQuery, Rows, Slot
from checklist.selectors.actions import ActionState
from checklist.selectors.house_style import HOUSE_VERSION, saw_house_version
from checklist.selectors.presence import PRESENT_FOR
from checklist.selectors.proposal import beside_answers
from checklist.selectors.regions import gemeenten_of
from checklist.selectors.settled import StoredVersion, version_with_code
from models_catalogue import stamp

# How long a dossier in which nobody ever saved anything is kept, after it was made and after the day of its meeting. A
# link is prepared weeks before, and a meeting that is put off is held a month later (docs/limits.md).
UNTOUCHED_FOR = timedelta(days=30)


@dataclass(frozen=True)
class ChoiceState:
    """A stored answer with its row, the version it has and when it was saved; version 0 was never looked at."""

    id: int
    answer: Answer
    version: int
    saved_at: datetime | None


@dataclass(frozen=True)
class KeptState:
    """The motivation with which a tension is kept, and its version."""

    motivation: str
    version: int


@dataclass(frozen=True)
class Withdrawal:
    """On what day a concept was withdrawn, and why; the kring needn't say."""

    on: date
    because: str


@dataclass(frozen=True)
class OpenDossier:
    """A dossier as somebody opened it: its title page, the answers stored then by question number (all twelve), and
    what this link allows."""

    id: int
    key: Key
    edit_key: EditKey
    read_key: ReadKey
    rights: frozenset[Right]
    title: str
    region_code: str
    region: str
    date: date
    until: time | None
    present: tuple[str, ...]
    version: int
    answers: Mapping[int, ChoiceState]
    # That the kring doesn't put this concept forward.
    withdrawn: Withdrawal | None = None
    # The newest version that was settled, None when none was.
    newest: StoredVersion | None = None
    # Of the content at that moment: `content_all(dossier.stamp)`.
    stamp: str = ""

    @property
    def can_edit(self) -> bool:
        """Whether its answers may be changed."""
        return Right.EDIT in self.rights

    @property
    def read_only(self) -> bool:
        """Whether it was opened with the leeslink."""
        return isinstance(self.key, ReadKey)

    @property
    def can_act(self) -> bool:
        """Whether it may be settled, and what comes after that."""
        return Right.ACT in self.rights

    @property
    def can_copy(self) -> bool:
        """Whether it may be copied as a new dossier."""
        return Right.COPY in self.rights

    @property
    def locked(self) -> bool:
        """Whether it is settled, and not opened again since."""
        return self.newest is not None and not self.newest.reopened

    @property
    def sample(self) -> bool:
        """Whether it is the sample, with made-up choices, that everybody may read and nobody changes."""
        return self.read_key == SAMPLE

    @property
    def last_saved(self) -> datetime | None:
        """When an answer was last saved; None when none ever was."""
        return max((state.saved_at for state in self.answers.values() if state.saved_at), default=None)

    @property
    def chosen(self) -> frozenset[str]:
        """The codes of all chosen options."""
        return frozenset(code for state in self.answers.values() for code in state.answer.options)


@dataclass(frozen=True)
class ListedDossier:
    """A dossier in the list of those opened in this browser, with the number of its answered questions. `standing`: the
    last of its acts that says whether it is settled, withdrawn or opened again; None when nothing was settled."""

    key: Key
    read_key: ReadKey
    title: str
    date: date
    answered: int
    standing: ActKind | None = None

    @property
    def can_edit(self) -> bool:
        """Whether this browser has its werklink."""
        return isinstance(self.key, EditKey)

    @property
    def locked(self) -> bool:
        """Whether it is settled, and not opened again since."""
        return self.standing not in {None, ActKind.REOPENED}


_LEESLINK = frozenset({Right.READ})

_DOSSIER_FIELDS = (
    *("edit_key", "read_key", "title", "veiligheidsregio__code", "veiligheidsregio__name"),
    *("date", "until", "present", "version", "withdrawn_on", "withdrawn_because"),
)


_KEY = Slot("key", CharField())
_DOSSIER = Slot("dossier", BigIntegerField())

_NEWEST_SETTLED = (
    SettledAdvies.objects.filter(dossier=OuterRef("dossier"), kind=SettledKind.VOORSTEL.value)
    .order_by("-version")
    .values("code")[:1]
)
# A row per answer, each with the dossier it belongs to: a dossier has its twelve answers from the start.
_OPENED = PreparedQuery(
    Choice.objects.filter(Q(dossier__edit_key=_KEY) | Q(dossier__read_key=_KEY))
    .order_by("question__number")
    .values_list(
        Subquery(stamp.current()),
        HOUSE_VERSION,
        Subquery(_NEWEST_SETTLED),
        *("dossier_id", *(f"dossier__{name}" for name in _DOSSIER_FIELDS)),
        *("question__number", "pk", "options", "motivation", "minority", "details", "version", "saved_at"),
    ),
    same=4 + len(_DOSSIER_FIELDS),
)
_KEPT = PreparedQuery(
    KeptTension.objects.filter(dossier_id=_DOSSIER)
    .order_by("tension__number")
    .values_list("tension__option_a__code", "tension__option_b__code", "motivation", "version")
)


def dossier_with_key(key: Key) -> OpenDossier | None:
    """Return the dossier that this key opens, with its answers, or None. One query; two more once it was settled.

    Its `key` is of the kind that it has: a leeslink had the address of a werklink once, so an `EditKey` may turn out to
    read. A `ReadKey` never turns out to edit: that would tell that it is the key of a werklink.
    """
    rows = _OPENED.rows(key=key)
    if not rows:
        return None
    content_stamp, house_version, settled, pk, edit_key, read_key, title, region_code, region = rows[0][:9]
    when, until, present, version, withdrawn_on, because = rows[0][9:15]
    saw_house_version(house_version)
    edits = key == edit_key
    if edits and isinstance(key, ReadKey):
        return None
    newest = version_with_code(settled) if settled else None
    return OpenDossier(
        id=pk,
        key=edit_key if edits else read_key,
        edit_key=edit_key,
        read_key=read_key,
        rights=_rights_of_werklink(newest) if edits else _LEESLINK,
        title=title,
        region_code=region_code,
        region=region,
        date=when,
        until=until,
        present=tuple(present),
        version=version,
        answers=_choice_states(row[15:] for row in rows),
        withdrawn=Withdrawal(withdrawn_on, because) if withdrawn_on else None,
        newest=newest,
        stamp=content_stamp,
    )


def _rights_of_werklink(newest: StoredVersion | None) -> frozenset[Right]:
    if newest is None:
        return frozenset(Right)
    return frozenset(Right) - ({Right.DELETE} if newest.reopened else {Right.DELETE, Right.EDIT})


# The acts after which a dossier is something else in a list; a decision leaves it settled.
_STANDING = (ActKind.SETTLED, ActKind.WITHDRAWN, ActKind.REOPENED)


def dossiers_with_keys(keys: Sequence[str]) -> list[ListedDossier]:
    """Return the dossiers that these keys open, each once and in the order of the keys: by its werklink when that is
    among them. One query."""
    answers = Choice.objects.filter(dossier=OuterRef("pk")).exclude(options=[]).order_by()
    counted = Subquery(answers.values("dossier").annotate(count=Count("pk")).values("count"))
    acts = AdviesAct.objects.filter(advies__dossier=OuterRef("pk"), advies__kind=SettledKind.VOORSTEL.value)
    standing = acts.filter(kind__in=_STANDING).order_by("-advies__version", "-number").values("kind")[:1]
    rows = Dossier.objects.filter(Q(edit_key__in=keys) | Q(read_key__in=keys)).values_list(
        *("edit_key", "read_key", "title", "date", Coalesce(counted, 0), Subquery(standing))
    )
    found = {}
    for edit_key, read_key, title, day, answered, act in rows:
        key = EditKey(edit_key) if edit_key in keys else ReadKey(read_key)
        listed = ListedDossier(key, ReadKey(read_key), title, day, answered, ActKind(act) if act else None)
        found[edit_key] = found[read_key] = listed
    return list(dict.fromkeys(found[key] for key in keys if key in found))


def _choice_states(rows: Rows) -> dict[int, ChoiceState]:
    return {
        number: ChoiceState(pk, Answer(tuple(options), motivation, minority, details_from(details)), version, saved_at)
        for number, pk, options, motivation, minority, details, version, saved_at in rows
    }


def choice(dossier_id: int, number: int) -> ChoiceState:
    """Return one stored answer. One query."""
    row = Choice.objects.get(dossier_id=dossier_id, question__number=number)
    answer = Answer(tuple(row.options), row.motivation, row.minority, details_from(row.details))
    return ChoiceState(row.pk, answer, row.version, row.saved_at)


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


def dossier_exists(dossier_id: int) -> bool:
    """Whether a dossier that was opened is still there. One query."""
    return Dossier.objects.filter(pk=dossier_id).exists()


def untouched_dossiers(most: int) -> list[int]:
    """Return at most so many dossiers in which nobody ever saved anything, older than `UNTOUCHED_FOR` and with their
    meeting as long ago, that no browser has open now. One query."""
    before = timezone.now() - UNTOUCHED_FOR
    saved = Choice.objects.filter(dossier=OuterRef("pk"), version__gt=0)
    open_now = Presence.objects.filter(dossier=OuterRef("pk"), seen_at__gte=timezone.now() - PRESENT_FOR)
    planned = Action.objects.filter(dossier=OuterRef("pk"))
    proposed = ProposalRow.objects.filter(dossier=OuterRef("pk"))
    settled = SettledAdvies.objects.filter(dossier=OuterRef("pk"))
    used = (saved, planned, proposed, open_now, settled)
    rows = Dossier.objects.filter(*(~Exists(rows) for rows in used), version=1)
    rows = rows.filter(created_at__lt=before)
    rows = rows.filter(date__lt=timezone.localdate(before)).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:most])


def size_of(dossier: OpenDossier) -> int:
    """Return in bytes what the kring typed and chose, at most: all that a copy of it would take. Two queries, and those
    of `gemeenten_named`."""
    kept = kept_tensions(dossier.id)
    motivations = sum(len(state.motivation.encode()) for state in kept.values())
    return len(write_dossier(dossier_value(dossier, kept=kept))) + motivations


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


def gemeenten_for(answers: Iterable[Answer], region_code: str, stamp: str = "") -> Mapping[str, str]:
    """Return the names of the region's gemeenten by code when one of the answers names a gemeente, else none. Queries:
    those of `gemeenten_of`, or none."""
    named = any(gemeenten_in(answer.details) for answer in answers)
    return gemeenten_of(region_code, stamp) if named else {}


def gemeenten_named(dossier: OpenDossier) -> Mapping[str, str]:
    """Return the `gemeenten_for` the answers of a dossier, those of options that aren't chosen too."""
    answers = (state.answer for state in dossier.answers.values())
    return gemeenten_for(answers, dossier.region_code, dossier.stamp)


def dossier_value(
    dossier: OpenDossier,
    kept: Mapping[tuple[str, str], KeptState] | None = None,
    gemeenten: Mapping[str, str] | None = None,
    actions: Iterable[ActionState] | None = None,
    proposal: Proposal = NO_PROPOSAL,
) -> DossierValue:
    """Return what the kring typed and chose, as it is told: questions never looked at, details of options that aren't
    chosen and reasons against options that are, or whose question is open, are left out. A query for the kept tensions,
    none when its caller has read them; one for the actions and the proposal, or none when its caller gives the actions,
    and the proposal if it is to be told. Without `gemeenten`, those of `gemeenten_named` too."""
    if kept is None:
        kept = kept_tensions(dossier.id)
    if gemeenten is None:
        gemeenten = gemeenten_named(dossier)
    if actions is None:
        actions, state = beside_answers(dossier.id)
        proposal = state.proposal
    answers = {
        number: within_region(state.answer.as_told, gemeenten)
        for number, state in dossier.answers.items()
        if state.version
    }
    chosen = {code for answer in answers.values() for code in answer.options}
    return DossierValue(
        title=dossier.title,
        veiligheidsregio=dossier.region_code,
        date=dossier.date,
        present=dossier.present,
        answers=answers,
        kept=tuple(Kept(a, b, state.motivation) for (a, b), state in kept.items() if {a, b} <= chosen),
        until=dossier.until,
        actions=tuple(state.action for state in actions),
        proposal=as_told(proposal, answers),
    )
