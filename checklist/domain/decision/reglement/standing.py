"""Which parts of the reglement stand there with a design."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checklist.domain.choices.details import value_of
from checklist.domain.content import Content, question_of_code
from checklist.domain.dossier import Answer
from checklist.domain.reglement_content import Part, ReglementContent, When
from checklist.domain.reglement_texts import gaps_of


@dataclass(frozen=True)
class Standing:
    """What was chosen, as conditions ask it: codes of options, numbers of questions, and answers to details by option
    and key."""

    chosen: frozenset[str]
    details: Mapping[tuple[str, str], str]

    def holds(self, when: When) -> bool:
        """Whether all that a condition asks is so."""
        answered = {question_of_code(code) for code in self.chosen}
        return (
            self.chosen.issuperset(when.every)
            and (not when.any_of or not self.chosen.isdisjoint(when.any_of))
            and self.chosen.isdisjoint(when.none_of)
            and answered.isdisjoint(when.open_at)
            and answered.issuperset(when.answered_at)
            and (when.detail is None or self._answered(*when.detail))
        )

    def of(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Return the parts that stand there."""
        return tuple(part for part in parts if self.holds(part.when))

    def _answered(self, option: str, key: str, values: tuple[str, ...]) -> bool:
        return self.details.get((option, key), "") in values


def standing_of(content: Content, answers: Mapping[int, Answer]) -> Standing:
    """Return what these answers, by question, chose. Pure."""
    chosen = frozenset(code for answer in answers.values() for code in answer.options)
    details = {
        (option.code, detail.key): value_of(option, detail, answers[option.question_number].details)
        for option in map(content.option_of.__getitem__, content.in_order(chosen))
        for detail in option.details
    }
    return Standing(chosen, details)


def gaps_of_design(content: ReglementContent, standing: Standing) -> frozenset[str]:
    """Return the names of the gaps that the reglement of a design has, filled in or not."""
    return frozenset(gap for text in _templates(content, standing) for gap in gaps_of(text))


def _templates(content: ReglementContent, standing: Standing) -> Iterator[str]:
    """The texts that stand there, with their gaps."""
    for adoption in content.adoptions:
        if standing.holds(adoption.when):
            yield from (adoption.heading, adoption.subtitle, adoption.closing)
            yield from (part.text for part in standing.of(adoption.preamble))
            yield from (line for block in adoption.signatures for line in block)
    if content.later and standing.holds(content.later.when):
        yield from (content.later.subtitle, content.later.preamble)
    for article in content.articles:
        for clause in article.clauses:
            if standing.holds(clause.when):
                yield from (clause.text, clause.opening, clause.single)
                for part in standing.of(clause.parts):
                    yield from (part.term, part.text)
