"""The decisions of each organ as numbered points: this meeting's, what it takes note of, and those of later ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from checklist.domain.decision.value import Informed, OrganDecisions, Point
from checklist.domain.decision_content import DecisionKind, Organ

INFORMS = "kennis te nemen van"


@dataclass(frozen=True)
class Draft:
    """A decision before it has a number. `later` is the key of the later step that it is for, empty for this meeting;
    `late` says which of an organ's later meetings comes first."""

    organ: Organ
    text: str
    kind: DecisionKind
    codes: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    later: str = ""
    late: int = -1
    later_on: date | None = None
    on_costs: bool = False

    @property
    def informs(self) -> bool:
        """Whether the organ only takes note."""
        return self.kind == DecisionKind.NOTE


def organ_lists(
    drafts: Iterable[Draft], organs: Sequence[Organ], openings: Mapping[Organ, str], prefix: str
) -> tuple[OrganDecisions, ...]:
    """Return a list for each of the organs that has a decision, in the order of the organs, numbered through with the
    prefix. `openings` have their names filled in; the comma before a decision goes, as a colon comes in its place."""
    by_organ: dict[Organ, list[Draft]] = {organ: [] for organ in organs}
    for draft in drafts:
        if draft.organ in by_organ:
            by_organ[draft.organ].append(draft)
    numbers = count(1)
    return tuple(
        OrganDecisions(organ, openings.get(organ, "").removesuffix(","), tuple(_points(found, prefix, numbers)))
        for organ, found in by_organ.items()
        if found
    )


def _points(drafts: Iterable[Draft], prefix: str, numbers: Iterator[int]) -> Iterator[Point]:
    """Number them: first what this meeting decides, then the one point to take note of, then later meetings'."""
    once = _once(drafts)
    informs = [draft for draft in once if draft.informs]
    now = [draft for draft in once if not draft.informs and not draft.later]
    later = sorted((draft for draft in once if not draft.informs and draft.later), key=lambda draft: draft.late)
    for draft in now:
        yield _point(draft, f"{prefix}{next(numbers)}")
    if informs:
        yield _informing(informs, f"{prefix}{next(numbers)}")
    for draft in later:
        yield _point(draft, f"{prefix}{next(numbers)}")


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """Let options that ask the same of an organ share one decision."""
    found: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        key = draft.text, draft.later
        if (first := found.get(key)) is None:
            found[key] = draft
        else:
            codes, grounds = dict.fromkeys((*first.codes, *draft.codes)), (*first.grounds, *draft.grounds)
            found[key] = replace(first, codes=tuple(codes), grounds=tuple(dict.fromkeys(grounds)))
    return list(found.values())


def _point(draft: Draft, number: str) -> Point:
    return Point(
        number, draft.organ, draft.text, draft.codes, draft.grounds, draft.later, draft.later_on, draft.on_costs
    )


def _informing(drafts: Sequence[Draft], number: str) -> Point:
    """The one point to take note of; with one thing to note it is a sentence, with more they follow it."""
    if len(drafts) == 1:
        return _point(drafts[0], number)
    rest = (draft.text.removeprefix(f"{INFORMS} ").removesuffix(".") for draft in drafts)
    informed = tuple(Informed(text, draft.codes, draft.grounds) for text, draft in zip(rest, drafts, strict=True))
    return Point(number, drafts[0].organ, f"{INFORMS}:", informed=informed)
