"""Repairs by meaning: what the content offers to solve a tension, and what that makes of a design (rule 4)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from checklist.domain import booklet
from checklist.domain.choices.consistency import selection_error, tensions_between
from checklist.domain.choices.option_words import named
from checklist.domain.content import Content, Option, Question, Repair, Tension, question_of_code
from checklist.domain.dutch import in_a_row


@dataclass(frozen=True)
class Way:
    """A repair as it changes one design. `answers`: those that become other ones, by question; `contradicts`: chosen
    options with which it brings a contradiction, in words, in the booklet's order."""

    repair: Repair
    answers: Mapping[int, tuple[str, ...]]
    contradicts: tuple[str, ...]

    @property
    def then(self) -> str:
        """What its button says of what comes of it: 'botst dan met ‘geen directe relatie’ (vraag 5, Veiligheidsregio)',
        or that a question is open then; empty when there is nothing to say."""
        clash = [f"botst dan met {in_a_row(self.contradicts)}"] if self.contradicts else []
        opened = [f"vraag {number} is dan nog niet bepaald" for number, options in self.answers.items() if not options]
        return "; ".join(clash + opened)


def ways_out(content: Content, chosen: Collection[str], tension: Tension) -> tuple[Way, ...]:
    """Return the repairs of a tension that solve it in this design, in their order; of two that come to the same design
    the first."""
    found: dict[frozenset[str], Way] = {}
    for repair in tension.repairs:
        after = repaired(content.question_of, chosen, repair)
        if not {tension.a, tension.b} <= after and after not in found:
            found[after] = _way(content, frozenset(chosen), after, repair)
    return tuple(found.values())


def _way(content: Content, before: frozenset[str], after: frozenset[str], repair: Repair) -> Way:
    touched = sorted({question_of_code(code) for code in before ^ after})
    made = [
        tension
        for tension in tensions_between(content, after)
        if tension.contradiction and not {tension.a, tension.b} <= before
    ]
    # Of a new contradiction one option is new, or both: then the first is named.
    others = content.in_order(tension.a if tension.b not in before else tension.b for tension in made)
    return Way(
        repair=repair,
        answers={
            number: tuple(sorted(code for code in after if question_of_code(code) == number)) for number in touched
        },
        contradicts=tuple(named(content, code) for code in others),
    )


def repaired(questions: Mapping[int, Question], chosen: Collection[str], repair: Repair) -> frozenset[str]:
    """Return the chosen options after a repair. An option that comes drops what it can't stand beside: the other answer
    to a question that takes one, an option that excludes the others, and all others when it excludes them itself."""
    design = {*chosen} - {*repair.drops}
    for code in repair.adds:
        question = questions[question_of_code(code)]
        design -= {
            other.code for other in question.options if selection_error(question, (code, other.code)) is not None
        }
        design.add(code)
    return frozenset(design)


def repair_refusal(a: str, b: str, repair: Repair) -> str | None:
    """Return why this is no repair of the tension between two options, for whoever wrote it, or None."""
    questions = _questions()
    known = {option.code for question in questions.values() for option in question.options}
    named = (*repair.adds, *repair.drops)
    if not named:
        return "Noem minstens één optie die erbij komt of die vervalt."
    if unknown := [code for code in named if code not in known]:
        return f"De code {unknown[0]} is van geen enkele optie."
    if twice := [code for code in named if named.count(code) > 1]:
        return f"Optie {twice[0]} staat er twee keer."
    after = repaired(questions, (a, b), repair)
    if lost := [code for code in repair.adds if code not in after]:
        return f"Optie {lost[0]} kan niet samen met een andere optie die erbij komt."
    if {a, b} <= after:
        return f"Hiermee zijn {a} en {b} nog allebei gekozen."
    return None


@cache
def _questions() -> Mapping[int, Question]:
    """The questions with what the booklet fixes of them, without texts."""
    return {
        number: Question(
            number,
            "",
            "",
            fixed.many,
            tuple(Option(f"{number}{letter}", "", letter in fixed.exclusive) for letter in fixed.letters),
        )
        for number, fixed in booklet.QUESTIONS.items()
    }
