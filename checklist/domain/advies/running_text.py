"""What an advies says in its summary and of each question, for its list of terms: what the kring decides and says.

Not what is quoted beside it (facts, the comparison with the models, the reasons of the booklet): with the terms of
those the list would be two thirds of a page longer, and the full example more than twelve pages.
"""

from collections.abc import Iterator

from checklist.domain.advies.value import Advies, AdviesQuestion

# Of the sentences that stand in every document (`templates/advies/verslag/`).
ALWAYS = "De kring adviseert het algemeen bestuur van de veiligheidsregio over een regiostaf."


def running_text(advies: Advies) -> Iterator[str]:
    """Yield these texts, typed or ours, without headings; a text may come more than once. Pure."""
    yield ALWAYS
    yield from (advies.core.place, *advies.core.tasks)
    if len(advies.answered) > 1:
        yield from (question.in_a_sentence for question in advies.open_questions)
    yield from (model.in_a_sentence for model in advies.nearest)
    if len(advies.nearest) == 1:
        yield from (*advies.nearest[0].silent_in_a_sentence, *advies.nearest[0].other_in_a_sentence)
    for question in advies.questions:
        yield from _of_question(question)
    for tension in advies.tensions:
        yield from (tension.explanation, tension.agreement, tension.motivation)
    for action in advies.actions:
        yield from (action.about, action.what, action.who)


def _of_question(question: AdviesQuestion) -> Iterator[str]:
    yield from (question.motivation, question.minority)
    for option in question.options:
        yield from (option.decision, option.label)
    for detail in question.details:
        yield from (detail.question, detail.answer)
    yield from () if question.motivation else question.prompts
    yield from (former.motivation for former in question.former_tensions)
