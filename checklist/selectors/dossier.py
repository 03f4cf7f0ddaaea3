"""A dossier as somebody opens it: its answers, and what the link allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import CharField, OuterRef, Q, Subquery

from checklist.domain.dossier import Answer, Right, details_from
from checklist.domain.settled.value import SettledKind
from checklist.keys import SAMPLE, EditKey, Key, ReadKey
from checklist.models import (
    Choice,
    Dossier,
    SettledAdvies,
)
from checklist.prepared import PreparedQuery, Rows, Slot
from checklist.selectors.house_style import HOUSE_VERSION, saw_house_version
from checklist.selectors.settled import StoredVersion, version_with_code
from models_catalogue import stamp


@dataclass(frozen=True)
class ChoiceState:
    """A stored answer with its row, the version it has and when it was saved; version 0 was never looked at."""

    id: int
    answer: Answer
    version: int
    saved_at: datetime | None


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


_LEESLINK = frozenset({Right.READ})

_DOSSIER_FIELDS = (
    *("edit_key", "read_key", "title", "veiligheidsregio__code", "veiligheidsregio__name"),
    *("date", "until", "present", "version", "withdrawn_on", "withdrawn_because"),
)


_KEY = Slot("key", CharField())

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


@dataclass(frozen=True)
class DossierNow:
    """What a meeting's screens tell of its dossier: the day, when the meeting ends, and the answers that are stored."""

    date: date
    until: time | None
    answers: Mapping[int, ChoiceState]

    @property
    def chosen(self) -> frozenset[str]:
        """The codes of all chosen options."""
        return frozenset(code for state in self.answers.values() for code in state.answer.options)


def dossier_now(dossier_id: int) -> DossierNow:
    """Return a dossier as its meeting's screens tell it. One query. Raises `Dossier.DoesNotExist` when it was
    deleted a moment ago."""
    rows = list(
        Choice.objects.filter(dossier=dossier_id)
        .order_by("question__number")
        .values_list(
            *("dossier__date", "dossier__until"),
            *("question__number", "pk", "options", "motivation", "minority", "details", "version", "saved_at"),
        )
    )
    if not rows:
        raise Dossier.DoesNotExist
    return DossierNow(rows[0][0], rows[0][1], _choice_states(row[2:] for row in rows))


# The acts after which a dossier is something else in a list; a decision leaves it settled.
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
