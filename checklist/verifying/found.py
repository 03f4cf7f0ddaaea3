"""Versions with everything that belongs to them, as they were found."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Model

from checklist.domain.settled.code import shown_code
from checklist.domain.settled.link import Fault, StoredLink
from checklist.models import AdviesAct, AdviesFile, Dossier, SettledAdvies
from checklist.verifying.links import links_of
from checklist.verifying.rows import odd, read


@dataclass(frozen=True)
class Found:
    """A version: its row, its dossier (None when that is gone), its acts with their files, and the records that name
    its code."""

    row: SettledAdvies
    dossier: Dossier | None
    acts: tuple[tuple[AdviesAct, tuple[AdviesFile, ...]], ...]
    links: list[StoredLink]

    @property
    def place(self) -> str:
        """How it is named where something is wrong."""
        return f"{shown_code(self.row.code)} versie {self.row.version}"

    def place_of(self, act: AdviesAct, kind: str = "") -> str:
        """How an act is named, or its file of this kind."""
        return f"{self.place}, handeling {act.number} {act.kind}{kind and f', {kind}'}"

    @property
    def files(self) -> Iterator[tuple[str, AdviesFile]]:
        """Its files, each with how it is named."""
        for act, files in self.acts:
            for file in files:
                yield self.place_of(act, file.kind), file

    @cached_property
    def odd(self) -> tuple[tuple[str, Model, str], ...]:
        """What of its rows can't be: how the row is named, the row, and what."""
        acts = [(self.place_of(act), act) for act, _ in self.acts]
        rows: list[tuple[str, Model]] = [(self.place, self.row), *acts, *self.files]
        return tuple((place, row, what) for place, row in rows for what in odd(row))

    def is_odd(self, *rows: Model) -> bool:
        """Whether something of these rows can't be, so that nothing is made of them."""
        return any(row is seen for _, seen, _ in self.odd for row in rows)


def found_versions(rows: list[SettledAdvies], faults: list[Fault]) -> Iterator[Found]:
    """Return versions with what belongs to them, without the bytes; a row that can't be read is left out and named in
    `faults`. Four queries."""
    keys = [row.pk for row in rows]
    acts: dict[int, list[AdviesAct]] = defaultdict(list)
    for act in read(AdviesAct.objects.filter(advies__in=keys).order_by("number"), faults):
        acts[act.advies_id].append(act)
    files: dict[int, list[AdviesFile]] = defaultdict(list)
    for file in read(AdviesFile.objects.filter(act__advies__in=keys).order_by("kind"), faults):
        files[file.act_id].append(file)
    dossiers = {row.pk: row for row in read(Dossier.objects.filter(pk__in={row.dossier_id for row in rows}), faults)}
    links = links_of(row.code for row in rows)
    for row in rows:
        with_files = tuple((act, tuple(files[act.pk])) for act in acts[row.pk])
        yield Found(row, dossiers.get(row.dossier_id), with_files, links.get(row.code, []))
