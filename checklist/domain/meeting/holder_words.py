"""Who stands behind the whole, in sentences and, in open mode, as rows of gemeenten."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from checklist.domain.meeting.naming import differences, gemeenten_named, names_in_order, question_numbers
from checklist.domain.meeting.pieces import Line, fitting, line, strong
from checklist.domain.meeting.whole import Whole

NOT_LINKED = "antwoorden op verschillende vragen zijn niet aan elkaar verbonden"
WHAT_A_DIFFERENCE_IS = "Een verschil: een antwoord dat erbij komt, afvalt of anders is"
_FROM_COUNTS = "Dat volgt uit de tellingen, zonder te weten wie wat koos."


@dataclass(frozen=True)
class AwayRow:
    """The names of gemeenten that are equally far from the whole."""

    label: str
    names: tuple[str, ...]


def holders_line(whole: Whole, names: Mapping[str, str]) -> Line:
    """Return who holds the whole, or who is the furthest from it; empty when nobody answered. In: the names of
    gemeenten by code."""
    if whole.secret:
        return line(f"Wie dit hele ontwerp zo wil, is niet bekend: {NOT_LINKED}.")
    if whole.by_hand:
        where = question_numbers(whole.by_hand)
        return line(f"Wie dit hele ontwerp zo wil, is niet bekend: bij {where} zijn handen geteld.")
    return fitting(*map(line, _held(whole, names) if whole.away else [""]))


def away_rows(whole: Whole, names: Mapping[str, str]) -> tuple[AwayRow, ...]:
    """Return the gemeenten by how far they are, the nearest first; those that hold the whole always, also when nobody
    does."""
    others = [one for one in whole.away if one.steps or not one.complete]
    rows = groupby(others, key=lambda one: one.steps)
    held = AwayRow("helemaal", names_in_order(whole.holders, names))
    return held, *(
        AwayRow(_label(steps), names_in_order((one.gemeente for one in group), names)) for steps, group in rows
    )


def secret_lines(whole: Whole) -> tuple[Line, ...]:
    """Return what secret mode can tell of who stands behind the whole: at most so many, and the mean; nothing without
    counts."""
    if whole.at_most is None or whole.mean is None:
        return ()
    at_most = f"Hoogstens {whole.at_most} van de {whole.present} gemeenten."
    return line(strong(at_most), f" Wie, is niet bekend: {NOT_LINKED}."), line(f"{_mean(whole.mean)} {_FROM_COUNTS}")


def _held(whole: Whole, names: Mapping[str, str]) -> Iterator[str]:
    """Ways to say who holds the whole, the longest first."""
    holders = whole.holders
    if len(holders) == 1:
        yield f"Alleen {names[holders[0]]} heeft precies dit ingevuld."
    elif holders:
        yield f"{len(holders)} gemeenten hebben precies dit ingevuld: {gemeenten_named(holders, names)}."
        yield f"{len(holders)} gemeenten hebben precies dit ingevuld."
    else:
        nobody = "Dit hele ontwerp heeft niemand zo ingevuld."
        if far := whole.away[-1].steps:
            furthest = [one.gemeente for one in whole.away if one.steps == far]
            yield f"{nobody} Het verst weg: {gemeenten_named(furthest, names)}, {differences(far)}."
            yield f"{nobody} Het verst weg: {len(furthest)} gemeenten, {differences(far)}."
        else:
            yield nobody


def _label(steps: int) -> str:
    return differences(steps) if steps else "geen verschil, niet alles beantwoord"


def _mean(mean: Fraction) -> str:
    """The mean to half a step: it is reckoned with rounded counts."""
    halves = round(mean * 2)
    if not halves:
        return "Gemiddeld is er bijna geen verschil per gemeente."
    if halves == 2:
        return "Gemiddeld is er ongeveer 1 verschil per gemeente."
    return f"Gemiddeld zijn er ongeveer {halves // 2}{',5' if halves % 2 else ''} verschillen per gemeente."
