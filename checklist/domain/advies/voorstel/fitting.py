"""What of the summary is dropped so that it fits on its page: a count of lines decides, in a fixed order.

The sentences that the page puts around texts stand in `templates/advies/voorstel/summary.html`; here stands how long
they are, the longest of each.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from checklist.domain.advies.voorstel.lines import BOX_LINE, DECISION_LINE, LIST_LINE, lines_of
from checklist.domain.advies.voorstel.value_chapters import Consequences, TermRow
from checklist.domain.advies.voorstel.value_summary import Dropped, Summary
from checklist.domain.decision.value import Asked, PathWarning, Point, Stop

# Lines of running text that the page holds below its heading.
PAGE = 53.6
# In lines: the room after a paragraph and around a box or table, a row of a table, and a line of a decision.
_AFTER, _AROUND, _ROW, _DECISION = 0.21, 0.7, 1.06, 1.05
_QUESTION = (
    "Vraag. Wij vragen het algemeen bestuur in te stemmen met een regiostaf voor Veiligheidsregio {}: een gezamenlijke "
    "ambtelijke staf waarmee de gemeenten greep houden op hun veiligheidsregio. De regiostaf {}. De regiostaf {}."
)
_STOPS = "Dit voorstel kan zo niet worden besloten: En nog twee; zie boven 2.1."
_MOST_STOPS = 3
_STAR = "* De rechtsgrond is nog na te kijken; zie 5.3."
_ELSEWHERE = " aan de {} zes,"
_AGREED = " De kring en de gemeentesecretarissen maakten zelf 21 afspraken; zie bijlage C."
_ELSEWHERE_AT = " vragen wij besluiten; zie 2.8 tot en met 2.16."
_OPEN = "Nog niet bepaald: {} en {}. Daarover wordt nu geen besluit gevraagd."
_KEPT = (
    "Let op: de kring laat bewust twee keuzes staan die niet samengaan. De motivering staat in bijlage D, bij het paar."
)
_TOLD_ELSEWHERE = "Het ontwerpbesluit van negentien punten staat in hoofdstuk 2 (2.1 tot en met 2.19)."
_NO_FUNDING = " Er is geen aparte bekostiging; elke gemeente draagt haar eigen uren en kosten."
_SUMS = " Opgeteld per betaler: (tabel 2)."
_SUM = "betaler niet ingevuld € 999.999,99 per jaar en € 999.999,99 eenmalig; "
_VIEWS = " Bij twaalf vragen is een minderheidsstandpunt vastgelegd: Over wat u zelf besluit:"
_WARNING = "De vergadering is niet haalbaar: de wettelijke termijnen vragen tijd tot ten minste 11 september 2027."


@dataclass(frozen=True)
class Around:
    """What stands on the page beside the summary's own: the names and sentences of the rest of the voorstel."""

    region: str
    asked: Asked
    attendance: str
    kept_contradictions: int
    effects: Consequences
    empty: Mapping[str, str]
    terms: tuple[TermRow, ...]
    warnings: tuple[PathWarning, ...]


def fitted(summary: Summary, around: Around) -> Summary:
    """Return the summary with what is dropped, one thing after another until its lines fit on the page."""
    steps = [one.name for one in fields(Dropped) if _is_there(one.name, summary, around)]
    for count in range(len(steps) + 1):
        summary = replace(summary, dropped=Dropped(**dict.fromkeys(steps[:count], True)))
        summary = replace(summary, lines=round(sum(_blocks(summary, around)), 1))
        if summary.lines <= PAGE:
            break
    return summary


def _is_there(name: str, summary: Summary, around: Around) -> bool:
    """Whether there is something of this to drop."""
    return {
        "minorities": bool(summary.minorities),
        "informed": any(point.informed for point in summary.own),
        "support": bool(summary.support),
        "points": bool(summary.own),
        "stops": len(around.asked.stops) > 1,
        "costs": bool(summary.costs or around.effects.money.to_find_out or around.effects.sums),
        "occasion": bool(summary.occasion),
    }[name]


def _blocks(summary: Summary, around: Around) -> Iterator[float]:
    """The lines of each part of the page, in its order, with the room after it."""
    dropped = summary.dropped
    nothing = around.empty.get("aanleiding", "")
    yield _stops(around.asked.stops, dropped)
    yield lines_of(_QUESTION.format(around.region, summary.task, summary.place)) + _AFTER
    yield (1 if dropped.occasion else lines_of(f"Waarom nu. {summary.occasion.text}{nothing}")) + _AFTER
    yield from _decisions(summary, dropped)
    yield lines_of(_counts(summary)) + _AFTER
    yield around.kept_contradictions * (lines_of(_KEPT) + 1 + _AROUND)
    yield _costs(summary, around) + _AFTER
    yield from _support(summary, around)
    attention = " ".join(one.text if isinstance(one.text, str) else one.text.text for one in summary.attention)
    yield lines_of(f"Aandachtspunten. {attention}{len(summary.attention) * ' (4.10.12)'}") + _AFTER
    yield _ROW * (1 + len(summary.planning)) + _AROUND
    yield lines_of(_WARNING * (len(around.terms) + len(around.warnings)))


def _stops(stops: tuple[Stop, ...], dropped: Dropped) -> float:
    if not stops:
        return 0
    if dropped.stops or len(stops) == 1:
        return lines_of(f"{_STOPS} {stops[0].text}", BOX_LINE) + _AROUND
    return 2 + sum(lines_of(stop.text, BOX_LINE - 3.5) + _AFTER for stop in stops[:_MOST_STOPS]) + _AROUND


def _decisions(summary: Summary, dropped: Dropped) -> Iterator[float]:
    if dropped.points:
        yield lines_of(_TOLD_ELSEWHERE) + _AFTER
    elif summary.own:
        yield 1 + _AROUND
        yield from (_point(point, dropped) for point in summary.own)
        yield any(point.later for point in summary.own) * (1 + _AFTER)


def _point(point: Point, dropped: Dropped) -> float:
    informed = "; ".join(f"{one.text}{'*' * one.star}" for one in point.informed)
    text = f"{point.text} zie {point.number}" if dropped.informed and informed else f"{point.text} {informed}"
    return lines_of(text, DECISION_LINE) * _DECISION + _AFTER


def _counts(summary: Summary) -> str:
    star = any(point.star for point in summary.own) and not summary.dropped.points
    return "".join(
        (
            _STAR if star else "",
            *(_ELSEWHERE.format(one.organ.value) for one in summary.elsewhere),
            _ELSEWHERE_AT if summary.elsewhere else "",
            _AGREED if summary.agreements else "",
            _OPEN.format("", ", ".join(summary.open_names)) if summary.open_names else "",
        )
    )


def _costs(summary: Summary, around: Around) -> int:
    effects = around.effects
    more = _NO_FUNDING if effects.no_funding else ""
    if summary.dropped.costs:
        return lines_of(f"Kosten. Zie 5.1.{more}")
    more += _SUMS + "".join(f"{_SUM}{one.payer}" for one in effects.sums) if effects.sums else ""
    nothing = around.empty.get("kosten_dekking", "")
    return lines_of(" ".join(("Kosten.", summary.costs.text, nothing, *effects.money.to_find_out, more)))


def _support(summary: Summary, around: Around) -> Iterator[float]:
    dropped = summary.dropped
    views = f"{_VIEWS} {', '.join(summary.minority_names)}" if summary.minority_names else ""
    nobody = around.empty.get("draagvlak", "")
    told = "" if dropped.support else summary.support.text
    text = " ".join(("Draagvlak.", around.attendance, told, nobody, views))
    yield lines_of(text) + _AFTER
    if summary.minorities and not dropped.minorities:
        yield sum(lines_of(f"{one.name}: {one.text.text}", LIST_LINE) + 0.1 for one in summary.minorities) + _AFTER
