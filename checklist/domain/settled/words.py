"""What was done with a version, and how far it is, in words: one source for pages and for the check of a file."""

from checklist.domain.decision.date_words import day_in_words
from checklist.domain.decision_content import Organ
from checklist.domain.dutch import capital
from checklist.domain.settled.value import Act, ActKind
from checklist.domain.state import Outcome, State

_DONE = {
    ActKind.SETTLED: "vastgesteld door de kring",
    ActKind.WITHDRAWN: "ingetrokken door de kring",
    ActKind.REOPENED: "heropend door de kring",
    ActKind.CORRECTED: "verbeterd",
}
_OUTCOMES = {
    Outcome.UNCHANGED: "aangenomen zonder wijziging",
    Outcome.CHANGED: "aangenomen met een wijziging",
    Outcome.REJECTED: "niet aangenomen",
}


def standing_words(state: State) -> str:
    """Return a state with its day, as it stands in a sentence: 'aangeboden op 21 januari 2027'."""
    day = day_in_words(state.day)
    return f"{state.stand.value} op {day}" if day else state.stand.value


def act_words(act: Act) -> str:
    """Return what an act was, without its day or text: 'aangeboden aan het algemeen bestuur'."""
    match act.kind:
        case ActKind.OFFERED:
            return f"aangeboden aan {organ_words(act.organ)}"
        case ActKind.MOVED:
            return f"vergadering verplaatst naar {day_in_words(act.on)}"
        case ActKind.DECIDED:
            return f"besluit van {organ_words(act.organ)}: {outcome_words(act.outcome)}"
        case _:
            return _DONE[act.kind]


def act_title(act: Act) -> str:
    """Return an act with its day, by which it is told from others: 'Aangeboden aan het algemeen bestuur, 21 januari
    2027'."""
    day = "" if act.kind == ActKind.MOVED else day_in_words(act.on)
    return capital(", ".join(filter(None, (act_words(act), day))))


def organ_words(organ: Organ | None) -> str:
    """Return an organ with its article, in a sentence: 'het algemeen bestuur', 'de colleges'."""
    return organ.with_article if organ else "het bestuur"


def outcome_words(outcome: Outcome | None) -> str:
    """Return what became of the proposal: 'aangenomen zonder wijziging'; empty for none."""
    return _OUTCOMES[outcome] if outcome else ""
