"""Which designs lie near without a contradiction, in sentences."""

from collections.abc import Iterator

from checklist.domain.content import CGS, Content
from checklist.domain.dutch import capital, in_a_row
from checklist.domain.meeting.naming import answer_name, differences, question_numbers
from checklist.domain.meeting.nearest import MOST_LISTED, Nearest
from checklist.domain.meeting.pieces import Line, fitting, line, strong
from checklist.domain.meeting.whole import Whole

ONE_DESIGN = "Eén ontwerp ligt het dichtst bij"
_BY_SHOWN = "Gerekend met de getoonde aantallen."
_NEAREST = "Zonder botsing ligt het dichtst bij: "
# Of a question with more answers than these only its number is told.
_MOST_TOLD = 2


def near_line(content: Content, whole: Whole, cgs: str = CGS) -> Line:
    """Return which design is the nearest, or how many are and where they differ; empty when there is none, or none
    other than the whole."""
    near = whole.near
    if near is None:
        return ()
    if near.ties > MOST_LISTED:
        return line(strong(f"{ties_words(near.ties)}:"), " de aantallen wijzen geen richting.")
    if near.ties > 1:
        ways = tuple(_tied(content, near, cgs))
        return fitting(*(line(*way, f" {_BY_SHOWN}") for way in ways if whole.secret), *ways)
    changed = [number for number, answer in near.designs[0].items() if whole.design.get(number) != answer]
    return fitting(*_one(content, whole, near, changed, cgs)) if changed else ()


def ties_words(ties: int) -> str:
    """Return how many designs are equally near, as a heading: '14 ontwerpen liggen even dichtbij'."""
    if ties == 1:
        return ONE_DESIGN
    number = f"{min(ties, MOST_LISTED):,}".replace(",", ".")
    return f"{'Meer dan ' if ties > MOST_LISTED else ''}{number} ontwerpen liggen even dichtbij"


def left_out_words(whole: Whole) -> str:
    """Return which questions were answered but can't be reckoned with, and why; empty without any."""
    if not whole.left_out:
        return ""
    verb = "telt" if len(whole.left_out) == 1 else "tellen"
    why = "daarvan zijn geen aantallen getoond" if whole.secret else "niemand gaf daar een antwoord"
    return f"{capital(question_numbers(whole.left_out))} {verb} hier niet mee: {why}."


def _tied(content: Content, near: Nearest, cgs: str) -> Iterator[Line]:
    """Ways to say where they differ, the longest first."""
    head, alike, differing = strong(f"{ties_words(near.ties)}."), len(near.shared), near.differing
    same = f"zijn gelijk bij {alike} {'vraag' if alike == 1 else 'vragen'} en " if alike else ""
    where = f" Ze {same}verschillen bij {question_numbers(differing)}"
    if len(differing) == 1:
        (answers,) = differing.values()
        if len(answers) <= _MOST_TOLD:
            yield line(head, f"{where}: {' of '.join(answer_name(content, answer, cgs) for answer in answers)}.")
    yield line(head, f"{where}.")
    yield line(head, f" Ze verschillen bij {len(differing)} vragen.")


def _one(content: Content, whole: Whole, near: Nearest, changed: list[int], cgs: str) -> Iterator[Line]:
    """Ways to say what is different in it, the longest first."""
    answers = strong(in_a_row([answer_name(content, near.designs[0][number], cgs) for number in changed]))
    elsewhere = strong(f"een ander antwoord bij {question_numbers(changed)}")
    many = strong(f"een ander antwoord bij {len(changed)} vragen")
    if not whole.secret:
        total = f"; dat geeft samen {differences(near.key[0])}."
        yield from (line(_NEAREST, told, total) for told in (answers, elsewhere, many))
    elif not whole.others:
        shown = " (gerekend met de getoonde aantallen)."
        yield from (line(_NEAREST, told, shown) for told in (answers, elsewhere, many))
    else:
        where = question_numbers(whole.others)
        full = f" (gerekend met de getoonde aantallen; bij {where} kan het door de afronding ook anders zijn)."
        short = f" (door de afronding {'kan' if len(whole.others) == 1 else 'kunnen'} {where} ook anders zijn)."
        yield line(_NEAREST, answers, full)
        yield from (line(_NEAREST, told, short) for told in (answers, elsewhere, many))
        yield line(_NEAREST, many, f" (door de afronding kunnen {len(whole.others)} vragen anders zijn).")
