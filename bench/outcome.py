"""What the outcome of a full dossier costs: models, every change with its effect, why not, repairs, room."""

import pickle
import time
from collections.abc import Collection
from dataclasses import dataclass, replace
from random import Random
from statistics import median

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.content import Content
from checklist.domain.dossier_file import parse_dossier
from checklist.domain.drawings.regiostaf import regiostaf_of
from checklist.domain.outcome.whole import whole_outcome
from tests.content import EXAMPLES, gemeenten_by_region, real_content

AIM_MS = 5.0
DESIGNS = 100


@dataclass(frozen=True)
class OutcomeFigures:
    """Milliseconds of the processor for one whole outcome; what else the machine does hardly counts.

    `median_ms`: the full example dossier, with the content read anew each time as a request does; `slowest_ms`: the
    slowest of a hundred full dossiers made at random, each the best of three; `first_ms`: the example once after the
    content was edited, when everything that is kept per content is worked out again.
    """

    median_ms: float
    slowest_ms: float
    first_ms: float


def measure(repeats: int = 50) -> OutcomeFigures:
    """Work out the outcome of the full example `repeats` times, and of a hundred others."""
    content = real_content()
    raw = (EXAMPLES / "vol.json").read_bytes()
    chosen = parse_dossier(raw, content, gemeenten_by_region()).chosen
    first, *rest = content.tensions
    edited = replace(content, tensions=(replace(first, explanation=f"{first.explanation} {time.time_ns()}"), *rest))
    first_ms = _milliseconds(edited, chosen)
    _milliseconds(content, chosen)
    return OutcomeFigures(
        median_ms=median(_milliseconds(_read_anew(content), chosen) for _ in range(repeats)),
        slowest_ms=max(min(_milliseconds(content, design) for _ in range(3)) for design in _full_designs(content)),
        first_ms=first_ms,
    )


def _milliseconds(content: Content, chosen: Collection[str]) -> float:
    started = time.process_time()
    # Everything that the outcome page and the advies ask of the domain.
    whole_outcome(content, chosen)
    regiostaf_of(content, chosen)
    return 1000 * (time.process_time() - started)


def _read_anew(content: Content) -> Content:
    """The same content as other objects: nothing that Python keeps per object helps."""
    read: Content = pickle.loads(pickle.dumps(content))  # noqa: S301 - our own object, dumped here
    return read


def _full_designs(content: Content) -> list[frozenset[str]]:
    random = Random(2011)
    return [
        frozenset(code for question in content.questions for code in random.choice(allowed_answers(question)[1:]))
        for _ in range(DESIGNS)
    ]
