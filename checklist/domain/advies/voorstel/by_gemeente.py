"""Who said what in a meeting that names gemeenten."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checklist.domain.choices.choice_words import official_name
from checklist.domain.dutch import in_a_row
from checklist.domain.meeting_record.value import RecordedAnswer
from checklist.domain.meeting_record.words import Mandate, Stance

_WORDS = {Stance.FOR: "Voor", Stance.LIVE_WITH: "Kan ermee leven", Stance.AGAINST: "Tegen"}


@dataclass(frozen=True)
class ByGemeente:
    """The answers to a question, and the names of the region's gemeenten by code, in their order."""

    gemeenten: Mapping[str, str]
    answers: Sequence[RecordedAnswer]

    def names(self, codes: Iterable[str]) -> str:
        """Return gemeenten in the order of the region's: 'Oss en Vught'."""
        asked = {*codes}
        return in_a_row([official_name(name) for code, name in self.gemeenten.items() if code in asked])

    def sentences(self, of: Mapping[str, str]) -> Iterator[str]:
        """Return who said what of each of these options, each with its noun or an empty text; then who had no
        preference."""
        for code, noun in of.items():
            for stance, word in _WORDS.items():
                said = f"{word} {noun}" if noun and stance is Stance.FOR else word
                yield from self._row(said, [one for one in self.answers if one.stances.get(code) is stance])
        yield from self._row("Geen voorkeur", [one for one in self.answers if not one.stances])

    def _row(self, said: str, answers: Sequence[RecordedAnswer]) -> Iterator[str]:
        by_code = {one.gemeente: one for one in answers}
        names = [
            f"{official_name(name)}{_aside(by_code[code])}" for code, name in self.gemeenten.items() if code in by_code
        ]
        if names:
            yield f"{said}: {in_a_row(names)}."


def _aside(answer: RecordedAnswer) -> str:
    """How the answer was given, where that matters."""
    said = ["onder voorbehoud"] * (answer.mandate is Mandate.RESERVED) + ["achteraf"] * answer.late
    return f" ({', '.join(said)})" if said else ""
