"""Appendix D: what is open, and pairs of choices that don't go together by themselves."""

from collections.abc import Iterator

from checklist.domain.advies.voorstel.given import Given
from checklist.domain.advies.voorstel.numbering import Numbers
from checklist.domain.advies.voorstel.value_appendices import Agreement, OpenMatter
from checklist.domain.choices.choice_words import pair_in_words
from checklist.domain.choices.consistency import tensions_between
from checklist.domain.choices.details import waited_for
from checklist.domain.content import Tension
from checklist.domain.typed import paragraphs

# The pairs of which a decision settles certainly what must be agreed, with the option and the words of that decision.
_PROVIDED = {
    ("2a", "10b"): ("10b", "de inhoud van zijn advies zelf bepaalt"),
    ("2b", "10b"): ("10b", "de inhoud van zijn advies zelf bepaalt"),
}


def open_matters(given: Given, numbers: Numbers) -> tuple[OpenMatter, ...]:
    """Return the questions that are open, and the details of chosen options that a decision waits for."""
    found: list[OpenMatter] = []
    for question in given.content.questions:
        answer = given.dossier.answer(question.number)
        section = f"4.{question.number}"
        if answer.open:
            found.append(OpenMatter(numbers.next(), question.short_name, section))
        for detail in waited_for(question, answer, given.names.gemeenten):
            text = given.names.in_detail(detail.question)
            found.append(OpenMatter(numbers.next(), text, section, detail=True))
    return tuple(found)


def agreements(given: Given, numbers: Numbers) -> tuple[tuple[Agreement, ...], ...]:
    """Return the pairs that contradict, those that need an agreement and those that the kring keeps, numbered in that
    order."""
    kept = given.dossier.kept_motivations
    between = tensions_between(given.content, given.dossier.chosen)
    apart = [tension for tension in between if (tension.a, tension.b) not in kept]
    # What the kring wrote stays when a redacteur switches the tension off since.
    former = [one for one in given.content.switched_off if {one.a, one.b} <= given.dossier.chosen]
    groups = (
        [tension for tension in apart if tension.contradiction],
        [tension for tension in apart if not tension.contradiction],
        [
            *(tension for tension in between if (tension.a, tension.b) in kept),
            *(tension for tension in former if kept.get((tension.a, tension.b))),
        ],
    )
    return tuple(tuple(_agreements(group, given, numbers)) for group in groups)


def _agreements(tensions: list[Tension], given: Given, numbers: Numbers) -> Iterator[Agreement]:
    reasons = given.dossier.kept_motivations
    for tension in tensions:
        pair = tension.a, tension.b
        yield Agreement(
            number=numbers.next(),
            codes=pair,
            pair=pair_in_words(given.content, *pair, given.names.cgs),
            short=f"{given.thing(tension.a)} met {given.thing(tension.b)}",
            contradiction=tension.contradiction and tension in given.content.tensions,
            explanation=given.names.in_detail(tension.explanation),
            reason=paragraphs(reasons.get(pair, "")),
            provided="" if pair in reasons else _provided(pair, given),
        )


def _provided(pair: tuple[str, str], given: Given) -> str:
    code, words = _PROVIDED.get(pair, ("", ""))
    points = given.points_of.get(code, ())
    return next((point.number for point in points if point.number[0].isdigit() and words in point.text), "")
