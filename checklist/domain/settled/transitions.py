"""Which acts may follow which, and the words with which one is refused (`docs/rules.md`, rule 17)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from checklist.domain.decision_content import Organ
from checklist.domain.settled.states import bare_state, corrected, reopened
from checklist.domain.settled.value import ACT_TEXT_CAP, Act, ActKind, NewAct
from checklist.domain.state import Outcome, Stand

# Of what isn't the text of a decision: why a proposal is withdrawn, rejected, opened again.
REASON_CAP = 1000
# Rows of acts stay for decades: so many a version has at most.
MOST_ACTS = 100

_MAY_FOLLOW = {
    Stand.SETTLED: (ActKind.OFFERED, ActKind.DECIDED, ActKind.WITHDRAWN, ActKind.REOPENED, ActKind.CORRECTED),
    Stand.OFFERED: (ActKind.DECIDED, ActKind.MOVED, ActKind.WITHDRAWN, ActKind.REOPENED, ActKind.CORRECTED),
    Stand.DECIDED: (ActKind.DECIDED, ActKind.CORRECTED),
    Stand.WITHDRAWN: (ActKind.CORRECTED,),
}
_NOW = {
    Stand.SETTLED: "Deze versie is vastgesteld en nog niet aangeboden.",
    Stand.OFFERED: "Deze versie is al aangeboden.",
    Stand.DECIDED: "Over deze versie is al besloten.",
    Stand.WITHDRAWN: "Deze versie is ingetrokken.",
}
_CANNOT = {
    ActKind.SETTLED: "Vaststellen kan bij deze versie niet nog eens.",
    ActKind.OFFERED: "Aanbieden kan nu niet.",
    ActKind.MOVED: "De vergadering verplaatsen kan nu niet.",
    ActKind.DECIDED: "Een besluit toevoegen kan nu niet.",
    ActKind.WITHDRAWN: "Intrekken kan nu niet.",
    ActKind.REOPENED: "Heropenen kan nu niet.",
    ActKind.CORRECTED: "Verbeteren kan nu niet.",
}
_BY_COVER = "Dat orgaan besluit pas als deze versie eraan is aangeboden."
_ORDER = "Deze datum past niet bij de andere: eerst stelt de kring vast, dan biedt zij aan, en dan volgt het besluit."


@dataclass(frozen=True)
class _Fields:
    """What an act has besides its kind: True must be there, None may be there, False may not. `cap` of its text."""

    organ: bool | None = False
    on: bool | None = True
    outcome: bool | None = False
    text: bool | None = False
    corrects: bool | None = False
    cap: int = REASON_CAP


_FIELDS = {
    ActKind.SETTLED: _Fields(),
    ActKind.OFFERED: _Fields(organ=True),
    ActKind.MOVED: _Fields(),
    ActKind.WITHDRAWN: _Fields(text=None),
    ActKind.REOPENED: _Fields(on=None, text=True),
    ActKind.CORRECTED: _Fields(on=None, text=None, corrects=True, cap=ACT_TEXT_CAP),
}
_FIELDS_OF_DECISION = {
    None: _Fields(organ=True, outcome=True, text=None, cap=ACT_TEXT_CAP),
    Outcome.UNCHANGED: _Fields(organ=True, outcome=True),
    Outcome.CHANGED: _Fields(organ=True, outcome=True, text=True, cap=ACT_TEXT_CAP),
    Outcome.REJECTED: _Fields(organ=True, outcome=True, text=None),
}
_MISSING = {
    "organ": "Kies een orgaan.",
    "on": "Vul een datum in.",
    "outcome": "Kies een uitkomst.",
    "corrects": "Kies welke handeling u verbetert.",
}
_MISSING_TEXT = {
    ActKind.REOPENED: "Schrijf in één zin waarom u deze versie heropent.",
    ActKind.DECIDED: "Schrijf op wat er anders is besloten.",
}
_TOO_MUCH = {
    "organ": "Hierbij hoort geen orgaan.",
    "on": "Hierbij hoort geen datum.",
    "outcome": "Hierbij hoort geen uitkomst.",
    "text": "Hierbij hoort geen tekst.",
    "corrects": "Dit verbetert geen andere handeling.",
}


def may_follow(acts: Sequence[Act], cover: Organ | None) -> tuple[ActKind, ...]:
    """Return the kinds of acts that may be added to a version with these acts; `cover` is the organ on its cover, None
    when it has none."""
    if len(acts) >= MOST_ACTS:
        return ()
    if reopened(acts):
        return (ActKind.CORRECTED,)
    kinds = _MAY_FOLLOW[bare_state(acts).stand]
    return kinds if may_decide(acts, cover) else tuple(kind for kind in kinds if kind != ActKind.DECIDED)


def may_decide(acts: Sequence[Act], cover: Organ | None) -> tuple[Organ, ...]:
    """Return the organs whose decision may be added: that on the cover decides once, after it was offered; others do so
    before and after it, and more than once, as one council after the other does."""
    state = bare_state(acts)
    if reopened(acts) or ActKind.DECIDED not in _MAY_FOLLOW[state.stand]:
        return ()
    waits = None if state.stand == Stand.OFFERED else _deciding(acts, cover)
    return tuple(organ for organ in Organ if organ.asked and organ != waits)


def refusal_of(acts: Sequence[Act], new: NewAct, cover: Organ | None, today: date) -> str:
    """Return why an act can't be added to a version with these acts, in words for the user; '' when it can. `cover` is
    the organ on its cover, `today` a day after which nothing can have happened yet. Texts are cleaned before."""
    rules = (_not_now, _not_by_this_organ, _wrong_fields, _not_to_correct, _not_in_order)
    return next((words for rule in rules if (words := rule(acts, new, cover, today))), "")


_Rule = Callable[[Sequence[Act], NewAct, Organ | None, date], str]


def _deciding(acts: Sequence[Act], cover: Organ | None) -> Organ | None:
    """The organ whose decision is that about the proposal: to which it was offered."""
    return bare_state(acts).organ or cover


def _not_now(acts: Sequence[Act], new: NewAct, cover: Organ | None, _today: date) -> str:
    if len(acts) >= MOST_ACTS:
        return f"Bij een versie passen {MOST_ACTS} handelingen; dat aantal is bereikt."
    if new.kind in may_follow(acts, cover):
        return ""
    now = "Deze versie is heropend." if reopened(acts) else _NOW[bare_state(acts).stand]
    return f"{now} {_CANNOT[new.kind]}"


def _not_by_this_organ(acts: Sequence[Act], new: NewAct, cover: Organ | None, _today: date) -> str:
    if new.organ is None:
        return ""
    if new.kind == ActKind.OFFERED and cover and new.organ != cover:
        return f"Deze versie is gemaakt voor het {cover.value}. Een ander orgaan kan bij een nieuwe versie."
    if new.kind in {ActKind.OFFERED, ActKind.DECIDED} and not new.organ.asked:
        return "Dit orgaan neemt geen besluit hierover."
    if new.kind == ActKind.DECIDED and new.organ not in may_decide(acts, cover):
        decided = bare_state(acts).stand == Stand.DECIDED
        return "Dat orgaan heeft al besloten over deze versie." if decided else _BY_COVER
    return ""


def _wrong_fields(acts: Sequence[Act], new: NewAct, _cover: Organ | None, today: date) -> str:
    fields = _FIELDS_OF_DECISION[new.outcome] if new.kind == ActKind.DECIDED else _FIELDS[new.kind]
    for name in ("organ", "on", "outcome", "text", "corrects"):
        wanted, there = getattr(fields, name), getattr(new, name) not in (None, "")
        if wanted and not there:
            return _MISSING_TEXT[new.kind] if name == "text" else _MISSING[name]
        if there and wanted is False:
            return _TOO_MUCH[name]
    if len(new.text) > fields.cap:
        return f"De tekst telt {len(new.text)} tekens. Maak die korter: er passen er {fields.cap}."
    if new.kind == ActKind.REOPENED and "\n" in new.text:
        return _MISSING_TEXT[new.kind]
    if new.on and new.kind not in {ActKind.MOVED, ActKind.CORRECTED} and new.on > today:
        return "Deze datum is nog niet geweest. Vul in wanneer het is gebeurd."
    return ""


def _not_to_correct(acts: Sequence[Act], new: NewAct, cover: Organ | None, today: date) -> str:
    """A correction gives an act a date or a text that it could have been recorded with."""
    if new.kind != ActKind.CORRECTED:
        return ""
    before = {act.number: act for act in corrected(acts)}.get(new.corrects or 0)
    if before is None:
        return "De handeling die u wilt verbeteren, is er niet."
    if not (new.on or new.text):
        return "Vul de goede datum in, of de goede tekst."
    right = NewAct(before.kind, before.organ, new.on or before.on, before.outcome, new.text or before.text)
    if (right.on, right.text) == (before.on, before.text):
        return "Dit staat er al zo."
    return _wrong_fields(acts, right, cover, today)


def _not_in_order(acts: Sequence[Act], new: NewAct, _cover: Organ | None, _today: date) -> str:
    """A proposal is settled, then offered, then decided on or withdrawn; each day may be the same."""
    after = bare_state([*acts, new.recorded(acts[-1].number + 1, acts[-1].at)])
    days = [day for day in (after.settled_on, after.offered_on, after.decided_on or after.withdrawn_on) if day]
    return "" if days == sorted(days) else _ORDER
