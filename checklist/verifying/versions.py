"""Are the rows of a version what the chain recorded? Each record is made anew of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db.models import Model

from checklist.domain.settled.chain import Event, Told, told_act, told_files, told_settling
from checklist.domain.settled.link import Fault, StoredLink
from checklist.domain.settled.retold import differences
from checklist.domain.settled.value import ActFiles, Version
from checklist.models import AdviesAct, AdviesFile, Dossier
from checklist.selectors.settled import act_value, file_facts, version_facts
from checklist.verifying.found import Found


@dataclass(frozen=True)
class _Part:
    """What one record must tell: made of these rows, at this moment."""

    tells: tuple[str, int | None]
    place: str
    rows: tuple[Model, ...]
    at: datetime
    told: Callable[[], Told]


def version_faults(found: Found) -> Iterator[Fault]:
    """Return what is wrong with the rows of a version, but for the bytes in them. No query."""
    if found.dossier is None:
        yield Fault(found.place, "dossier ontbreekt")
    yield from (Fault(place, what) for place, _, what in found.odd)
    copies: list[tuple[str, AdviesAct | AdviesFile]] = [(found.place_of(act), act) for act, _ in found.acts]
    for place, copy in (*copies, *found.files):
        if copy.keep_until != found.row.keep_until:
            yield Fault(place, "bewaren tot en met: is niet dat van het voorstel")
    yield from _chain_faults(found)


def facts_of(found: Found) -> Version:
    """Return what is recorded of a version; its dossier, when that is gone, is the one that the chain names. For a row
    of which `Found.odd` says nothing."""
    settling = next((link.members for link in found.links if link.event == Event.SETTLED), None) or {}
    found.row.dossier = found.dossier or Dossier(pk=found.row.dossier_id, uuid=str(settling.get("dossier")))
    return version_facts(found.row)


def _chain_faults(found: Found) -> Iterator[Fault]:
    links: dict[tuple[str, int | None], StoredLink] = {}
    for link in found.links:
        if link.tells in links:
            yield Fault(found.place, f"{link.place} vertelt hetzelfde als {links[link.tells].place}")
        links.setdefault(link.tells, link)
    act_before = 0
    for part in _parts(found):
        recorded = links.pop(part.tells, None)
        if recorded is None:
            yield Fault(part.place, "staat niet in de ketting")
            continue
        if recorded.sequence < act_before:
            yield Fault(part.place, f"{recorded.place} staat niet op volgorde")
        if part.tells[0] != Event.FILES:  # those of an earlier act may be made later
            act_before = recorded.sequence
        yield from _part_faults(found, part, recorded)
    for link in links.values():
        yield Fault(found.place, _without_rows(link))


def _part_faults(found: Found, part: _Part, link: StoredLink) -> Iterator[Fault]:
    if link.members is None or found.is_odd(*part.rows):
        return  # said already
    for kind, what in differences(link, part.told(), part.at):
        yield Fault(f"{part.place}{kind and f', {kind}'}", what)
    for row in part.rows:
        if isinstance(row, AdviesFile) and row.made_at != part.at:
            yield Fault(f"{part.place}, {row.kind}", "vastgelegd op: niet hetzelfde als van de andere bestanden")


def _parts(found: Found) -> Iterator[_Part]:
    for act, files in found.acts:
        if act.number == 1:
            yield _Part(
                (Event.SETTLED, 1), found.place, (found.row, act), found.row.settled_at, partial(_settling, found, act)
            )
        else:
            yield _Part((Event.STATE, act.number), found.place_of(act), (act,), act.at, partial(_act, found, act))
        if files:
            told = partial(_files, found, act, files)
            yield _Part((Event.FILES, act.number), found.place_of(act), files, files[0].made_at, told)


def _settling(found: Found, act: AdviesAct) -> Told:
    return told_settling(facts_of(found), act_value(act))


def _act(found: Found, act: AdviesAct) -> Told:
    return told_act(found.row.code, act_value(act))


def _files(found: Found, act: AdviesAct, files: tuple[AdviesFile, ...]) -> Told:
    return told_files(found.row.code, ActFiles(act.number, [file_facts(file) for file in files]))


def _without_rows(link: StoredLink) -> str:
    event, number = link.tells
    if event == Event.DESTROYED:
        return f"is vernietigd volgens {link.place}, maar staat er nog"
    missing = (
        f"de bestanden van handeling {number} ontbreken" if event == Event.FILES else f"handeling {number} ontbreekt"
    )
    return f"{missing}, zegt {link.place}"
