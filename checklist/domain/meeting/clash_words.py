"""What clashes in the whole, and by whom both halves are carried, in sentences."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from checklist.domain.content import CGS, Content
from checklist.domain.meeting.count_words import of_all
from checklist.domain.meeting.naming import gemeenten_named, option_name
from checklist.domain.meeting.pieces import Line, fitting, line, strong
from checklist.domain.meeting.whole import Both, Contradiction, Half, Standing
from checklist.domain.meeting_record.words import Rough

EACH_HAS_A_MAJORITY = "Elk heeft een meerderheid, samen kunnen ze niet."


def no_clash_words(agreements: int) -> str:
    """Return that nothing clashes, and how often an agreement is needed."""
    if not agreements:
        return "Er botst niets in wat de kring tot nu toe kiest."
    return f"Er botst niets; {agreements} keer is een afspraak nodig."


def clash_line(content: Content, contradictions: Sequence[Contradiction], cgs: str = CGS) -> Line:
    """Return what clashes, the heaviest: 'Opgeteld botst dit: advies aan het bestuur (3 van de 7, geen meerderheid) en
    …', with how many contradictions there are besides."""
    return fitting(
        _clash(content, contradictions, half_words, cgs), _clash(content, contradictions, _half_in_short, cgs)
    )


def half_words(half: Half) -> str:
    """Return what a half stands on: '3 van de 7, geen meerderheid', 'vastgesteld, 4 van de 7', in secret mode 'enkele,
    geen meerderheid'."""
    told = "" if half.voor is None or half.n is None else of_all(half.voor, half.n)
    return _standing(half, told, f"vastgesteld, {told}" if told else "vastgesteld")


def carried_line(contradiction: Contradiction, names: Mapping[str, str]) -> Line:
    """Return who is voor both halves, and how many answered each question where not all did; empty when nothing of it
    can be told. In: the names of gemeenten by code."""
    partly = _partly(contradiction)
    return fitting(*(line(" ".join(filter(None, (way, partly)))) for way in _both(contradiction.both, names)))


def each_has_a_majority(contradiction: Contradiction) -> str:
    """Return that both halves have a majority that was counted; else empty."""
    counted = all(half.n is not None and half.weight > half.n for half in contradiction.halves)
    return EACH_HAS_A_MAJORITY if counted else ""


def _both(both: Both | None, names: Mapping[str, str]) -> Iterator[str]:
    """Ways to say how many are voor both, the longest first."""
    if both is None:
        yield ""
    elif both.most == 0:
        yield "Geen enkele gemeente wil ze allebei."
    elif both.least == both.most:
        verb = "is" if both.most == 1 else "zijn"
        if both.gemeenten:
            yield f"Alleen {gemeenten_named(both.gemeenten, names)} {verb} voor allebei."
        yield f"{both.most} {'gemeente' if both.most == 1 else 'gemeenten'} {verb} voor allebei."
    elif both.least > 1:
        yield f"Minstens {both.least} en hoogstens {both.most} gemeenten zijn voor allebei."
    else:
        yield "Hoeveel gemeenten ze allebei willen, is uit de aantallen niet te zien."


def _partly(contradiction: Contradiction) -> str:
    if not contradiction.partly:
        return ""
    told = ", ".join(f"{half.n} vraag {half.question}" for half in contradiction.halves)
    return f"Niet alle gemeenten hebben beide vragen beantwoord: {told}."


def _clash(content: Content, contradictions: Sequence[Contradiction], words: Callable[[Half], str], cgs: str) -> Line:
    one, other = contradictions[0].halves
    settled = Standing.SETTLED in (one.standing, other.standing)
    more = len(contradictions) - 1
    return line(
        "Dit botst: " if settled else "Opgeteld botst dit: ",
        *(strong(option_name(content, one.code, cgs)), f" ({words(one)}) en "),
        *(strong(option_name(content, other.code, cgs)), f" ({words(other)})."),
        f" En nog {more}." if more else "",
    )


def _half_in_short(half: Half) -> str:
    told = half.voor.value if isinstance(half.voor, Rough) else str(half.voor)
    return _standing(half, told, "vastgesteld")


def _standing(half: Half, told: str, settled: str) -> str:
    if half.standing == Standing.SETTLED:
        return settled
    return f"{told}, geen meerderheid" if half.standing == Standing.LARGEST else told
