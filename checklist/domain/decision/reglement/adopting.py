"""Who adopts the reglement: its title, preamble, closing and signatures, by the answers to question 1."""

from collections.abc import Iterator
from dataclasses import dataclass

from checklist.domain.decision.reglement.pieces import Fill, pieces_of
from checklist.domain.decision.reglement.standing import Standing
from checklist.domain.decision.reglement.value import Text
from checklist.domain.reglement_content import Adoption, LaterLaidDown, ReglementContent

# The line of a preamble that says what is done starts with one of these words.
_DOES = ("spreekt", "besluit", "besluiten")


@dataclass(frozen=True)
class Adopting:
    """The texts around the articles."""

    title: Text
    subtitle: Text
    legal_form: str
    preamble: tuple[Text, ...]
    closing: Text
    signatures: tuple[tuple[Text, ...], ...]

    @property
    def texts(self) -> Iterator[Text]:
        """All of them, in the order of the document."""
        yield from (self.title, self.subtitle, *self.preamble, self.closing)
        for block in self.signatures:
            yield from block


def adopting(content: ReglementContent, standing: Standing, fill: Fill) -> Adopting | None:
    """Return the texts around the articles; None when the content has nobody who adopts it with these answers."""
    found = next((one for one in content.adoptions if standing.holds(one.when)), None)
    if found is None:
        return None
    later = content.later if content.later and standing.holds(content.later.when) else None
    return Adopting(
        title=pieces_of(found.heading, fill),
        subtitle=pieces_of(found.subtitle + (later.subtitle if later else ""), fill),
        legal_form=found.legal_form,
        preamble=tuple(pieces_of(line, fill, sentence=False) for line in _preamble(found, later, standing)),
        closing=pieces_of(found.closing, fill),
        signatures=tuple(tuple(pieces_of(line, fill) for line in block) for block in found.signatures),
    )


def _preamble(found: Adoption, later: LaterLaidDown | None, standing: Standing) -> list[str]:
    """The lines that stand there, with what comes later right before the line that says what is done."""
    lines = [part.text for part in standing.of(found.preamble)]
    if later:
        does = (place for place, line in enumerate(lines) if line.split(maxsplit=1)[0] in _DOES)
        lines.insert(next(does, len(lines)), later.preamble)
    return lines
