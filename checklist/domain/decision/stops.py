"""Why a proposal can't be decided on as it is, in sentences."""

from checklist.domain.choices.choice_words import thing_of
from checklist.domain.content import Content, Tension
from checklist.domain.decision.design import Design
from checklist.domain.decision.names import Names
from checklist.domain.decision.value import Stop, StopKind
from checklist.domain.dossier import DossierValue
from checklist.domain.dutch import small

# Without an answer to these two there is nothing to propose; the other questions may be open.
COMPULSORY = {
    1: "Het is nog niet bepaald wie de regiostaf instelt.",
    2: "Het is nog niet bepaald wat de regiostaf gaat doen.",
}
NOTHING = Stop(StopKind.NOTHING, "Er zijn nog geen keuzes gemaakt waarover een orgaan kan besluiten.")


def stops_of(content: Content, dossier: DossierValue, design: Design, names: Names) -> tuple[Stop, ...]:
    """Return the reasons in the order to tell them: contradictions, compulsory details, the first two questions. Where
    nothing is chosen that is the only reason."""
    if not dossier.chosen:
        return (NOTHING,)
    return (
        *(Stop(StopKind.CONTRADICTION, _contradiction(content, one, names), one.a, one.b) for one in design.clashes),
        *(Stop(StopKind.DETAIL, names.in_detail(one.while_open)) for one in design.waiting),
        *(Stop(StopKind.QUESTION, text) for number, text in COMPULSORY.items() if dossier.answer(number).open),
    )


def open_questions(content: Content, dossier: DossierValue) -> tuple[int, ...]:
    """Return the numbers of the open questions that are no reason to stop."""
    known = COMPULSORY if dossier.chosen else ()
    return tuple(
        question.number
        for question in content.questions
        if question.number not in known and dossier.answer(question.number).open
    )


def _contradiction(content: Content, tension: Tension, names: Names) -> str:
    first, second = (f"‘{thing_of(content, code, names.cgs)}’ ({code})" for code in (tension.a, tension.b))
    return (
        f"De keuzes {first} en {second} gaan niet samen: {small(tension.explanation)} "
        "Nodig is dat de kring één van beide kiest, of vastlegt waarom beide blijven staan."
    )
