"""Chapters 3 and 4: what was chosen, and per question why, what speaks against it and what was left."""

from collections.abc import Iterator, Sequence

from checklist.domain.advies.voorstel.given import Given
from checklist.domain.advies.voorstel.numbering import Numbers
from checklist.domain.advies.voorstel.pieces import Numbered, Said
from checklist.domain.advies.voorstel.value_chapters import Argument, ChoiceRow
from checklist.domain.choices.choice_words import choice_in_words
from checklist.domain.choices.details import details_told
from checklist.domain.content import Question
from checklist.domain.decision.value import StopKind
from checklist.domain.dutch import capital


def choice_rows(given: Given) -> tuple[ChoiceRow, ...]:
    """Return table 1, a row per question."""
    clashing = {code for stop in given.asked.stops if stop.kind is StopKind.CONTRADICTION for code in (stop.a, stop.b)}
    return tuple(
        ChoiceRow(
            number=question.number,
            name=question.short_name,
            choice=_choice(question, given),
            decisions=_decisions(question, given),
            clashes=any(option.code in clashing for option in given.of_question(question.number)),
        )
        for question in given.content.questions
    )


def arguments(given: Given) -> tuple[Argument, ...]:
    """Return chapter 4: section 4.n is about question n."""
    return tuple(_argument(question, given) for question in given.content.questions)


def caveats(given: Given, sections: Sequence[Argument]) -> tuple[Said, ...]:
    """Return the caveats of all chosen options, each with the paragraph that tells it, else the section about it."""
    told = {one.remark.text: one.remark.number for one in sections if one.remark}
    texts = {given.names.fill(given.deciding(one.code).remark): f"4.{one.question_number}" for one in given.chosen}
    return tuple(Said(told.get(text, section), text) for text, section in texts.items() if text)


def _choice(question: Question, given: Given) -> str:
    answer = given.dossier.answer(question.number)
    return choice_in_words(question, answer, given.names.gemeenten, given.names.cgs)


def _decisions(question: Question, given: Given) -> tuple[str, ...]:
    points = (point for option in given.of_question(question.number) for point in given.points_of.get(option.code, ()))
    numbers = dict.fromkeys(point.number for point in points)
    in_order = {point.number: place for place, point in enumerate(given.all_points)}
    return tuple(sorted(numbers, key=in_order.__getitem__))


def _argument(question: Question, given: Given) -> Argument:
    answer = given.dossier.answer(question.number)
    numbers = Numbers(f"4.{question.number}.")
    motivation = numbers.typed(answer.motivation)
    choice = _choice(question, given)
    return Argument(
        question=question.number,
        name=question.short_name,
        heading=f"{question.short_name}: {choice}" if choice else question.short_name,
        open=answer.open,
        motivation=motivation,
        without_motivation="" if motivation else numbers.next(),
        remark=_remark(question, given, numbers),
        minority=numbers.typed(answer.minority),
        rejected=tuple(_rejected(question, given, numbers)),
        details=numbers.said(_open_details(question, given)),
    )


def _remark(question: Question, given: Given, numbers: Numbers) -> Said | None:
    """One caveat per question: of an option about which the organ on the cover decides, else of one of which it takes
    note, else of one about which another organ decides, else of the first."""
    informed = {code for point in (given.asked.own.points if given.asked.own else ()) for code in point.codes}
    informed |= {
        code
        for point in (given.asked.own.points if given.asked.own else ())
        for item in point.informed
        for code in item.codes
    }
    elsewhere = {code for one in given.asked.decisions for point in one.points for code in point.codes}
    ranks = (given.decided_by_own, informed, elsewhere)
    options = sorted(
        (option for option in given.of_question(question.number) if given.deciding(option.code).remark),
        key=lambda option: next((rank for rank, codes in enumerate(ranks) if option.code in codes), len(ranks)),
    )
    if not options:
        return None
    return Said(numbers.next(), given.names.fill(given.deciding(options[0].code).remark))


def _rejected(question: Question, given: Given, numbers: Numbers) -> Iterator[Numbered]:
    """Why other options weren't chosen; of an open question none is rejected yet."""
    chosen = {option.code for option in given.of_question(question.number)}
    others = {option.code for option in question.options} - chosen if chosen else set()
    for one in given.proposal.rejected:
        if one.option in others:
            yield from numbers.typed(one.reason, lead=capital(given.thing(one.option)))


def _open_details(question: Question, given: Given) -> Iterator[str]:
    answer = given.dossier.answer(question.number)
    for option in given.of_question(question.number):
        for detail, told in zip(
            option.details, details_told(option, answer.details, given.names.gemeenten), strict=True
        ):
            if told.open and detail.while_open:
                yield given.names.in_detail(detail.while_open)
