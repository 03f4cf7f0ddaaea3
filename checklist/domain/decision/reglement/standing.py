"""Which parts of the reglement stand there with a design."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.choices.details import value_of
from checklist.domain.content import Content, question_of_code
from checklist.domain.dossier import DossierValue
from checklist.domain.reglement_content import Part, When


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


def standing_of(content: Content, dossier: DossierValue) -> Standing:
    """Return what a dossier chose. Pure."""
    options = [content.option_of[code] for code in content.in_order(dossier.chosen)]
    details = {
        (option.code, detail.key): value_of(option, detail, dossier.answer(option.question_number).details)
        for option in options
        for detail in option.details
    }
    return Standing(dossier.chosen, details)
