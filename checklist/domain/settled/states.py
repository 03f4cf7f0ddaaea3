"""How far a version is: computed from its acts, never stored (`docs/rules.md`, rule 17)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from checklist.domain.decision_content import Organ
from checklist.domain.settled.code import shown_code
from checklist.domain.settled.value import Act, ActKind, Version
from checklist.domain.state import Outcome, Stand, State


def corrected(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Return the acts as they stand now: with the dates and texts that later ones put right, and without those."""
    standing = {act.number: act for act in acts}
    for act in [act for act in standing.values() if act.kind == ActKind.CORRECTED]:
        del standing[act.number]
        before = standing[act.corrects or 0]
        standing[before.number] = replace(before, on=act.on or before.on, text=act.text or before.text)
    return tuple(standing.values())


def state_of(version: Version, acts: Sequence[Act], site: str, meeting: date | None = None) -> State:
    """Return the state of a version with these acts, all of them or the first ones. `site` is the address of this
    installation, `meeting` the day that the cover has; an act that moved it wins."""
    state = State(
        stand=Stand.SETTLED,
        version=version.version,
        settled_on=version.settled_on,
        meeting=meeting,
        code=shown_code(version.code),
        address=public_address(site, version.code),
        data_sha256=version.snapshot_sha256,
    )
    return _after_all(state, acts)


def bare_state(acts: Sequence[Act]) -> State:
    """Return the state that acts make, without what only its version knows."""
    return _after_all(State(stand=Stand.SETTLED), acts)


def public_address(site: str, code: str) -> str:
    """Return the address where anybody can look a version up."""
    return f"{site}/advies/{code}/"


def reopened(acts: Iterable[Act]) -> bool:
    """Whether a version was opened again: the next one follows it."""
    return any(act.kind == ActKind.REOPENED for act in acts)


def changes_cover(act: Act, cover: Organ | None) -> bool:
    """Whether an act gives the document another cover, and so files of its own. `cover` is the organ on it."""
    if act.kind == ActKind.DECIDED:
        return act.organ == cover
    return act.kind in {ActKind.SETTLED, ActKind.OFFERED, ActKind.WITHDRAWN}


def gives_files(acts: Sequence[Act]) -> bool:
    """Whether the last of these acts gives the document another cover: of the decisions only that of the organ to which
    it was offered."""
    return changes_cover(acts[-1], bare_state(acts).organ)


def _after_all(state: State, acts: Sequence[Act]) -> State:
    for act in corrected(acts):
        state = _after(state, act)
    return state


def _after(state: State, act: Act) -> State:
    match act.kind:
        case ActKind.SETTLED:
            return replace(state, settled_on=act.on)
        case ActKind.OFFERED:
            return replace(state, stand=Stand.OFFERED, offered_on=act.on, organ=act.organ)
        case ActKind.MOVED:
            return replace(state, meeting=act.on)
        case ActKind.WITHDRAWN:
            return replace(state, stand=Stand.WITHDRAWN, withdrawn_on=act.on, text=act.text)
        case ActKind.DECIDED if act.organ == state.organ:
            return replace(state, stand=Stand.DECIDED, decided_on=act.on, outcome=act.outcome, text=_said(act))
        case _:
            return state


def _said(act: Act) -> str:
    return act.text if act.outcome != Outcome.UNCHANGED else ""
