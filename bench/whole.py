"""What the whole of a meeting costs: the added-up design, its contradictions and the nearest designs without them."""

import time
from dataclasses import dataclass
from random import Random
from statistics import median

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.content import Content
from checklist.domain.meeting.value import Stances
from checklist.domain.meeting_record.words import Mode
from tests.content import real_content
from tests.domain.meeting.kringen import Said, wants
from tests.domain.meeting.wholes import in_open, in_secret

# A large kring, of which each answered all twelve questions.
GEMEENTEN = 26
KRINGEN = 100


@dataclass(frozen=True)
class WholeFigures:
    """Milliseconds of the processor for one whole, with the counting, over a hundred kringen at random."""

    median_ms: float
    slowest_ms: float


def measure(mode: Mode) -> WholeFigures:
    """Work out the whole of each kring, the best of three."""
    content, random = real_content(), Random(2011)
    found = [min(_milliseconds(mode, kring) for _ in range(3)) for kring in _kringen(content, random)]
    return WholeFigures(median(found), max(found))


def _milliseconds(mode: Mode, kring: list[Said]) -> float:
    whole = in_open if mode == Mode.OPEN else in_secret
    started = time.process_time()
    whole(kring)
    return 1000 * (time.process_time() - started)


def _kringen(content: Content, random: Random) -> list[list[Said]]:
    return [[_said(content, random) for _ in range(GEMEENTEN)] for _ in range(KRINGEN)]


def _said(content: Content, random: Random) -> dict[int, Stances]:
    return {one.number: wants(" ".join(random.choice(allowed_answers(one)[1:]))) for one in content.questions}
