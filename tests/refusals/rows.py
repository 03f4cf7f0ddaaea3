"""A version with a row in each of the four tables, to be kept until some day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Model

from checklist.domain.settled.value import SettledFileKind
from checklist.models import AdviesAct, AdviesFile, ChainRecord, Dossier, SettledAdvies
from tests.settled import add_files, settle

LONG_AGO = datetime(2020, 1, 14, 20, tzinfo=UTC)
MODELS: tuple[type[Model], ...] = (SettledAdvies, AdviesAct, AdviesFile, ChainRecord)


@dataclass(frozen=True)
class Rows:
    """A version of a dossier with one act, one file and two records, of which this is the first."""

    dossier: Dossier
    advies: SettledAdvies
    act: AdviesAct
    file: AdviesFile
    record: ChainRecord


def days_from_now(days: int) -> date:
    """A day so many days after today, as the database counts days."""
    return datetime.now(UTC).date() + timedelta(days=days)


def put_rows(keep_until: date | None) -> Rows:
    """Put a version of a new dossier."""
    advies = settle(at=LONG_AGO, keep_until=keep_until)
    act = advies.acts.get()
    (file,) = add_files(act, {SettledFileKind.PDF: b"%PDF-"})
    return Rows(advies.dossier, advies, act, file, ChainRecord.objects.get(code=advies.code, event="vastgesteld"))
