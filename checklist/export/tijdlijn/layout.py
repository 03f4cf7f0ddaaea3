"""Where everything in a time line stands: the axis above, a lane for each organ, what each mark means below."""

from collections.abc import Iterable

from checklist.domain.decision.tijdlijn import Stand, Tijdlijn
from checklist.export.organigram.measures import EDGE, FONT, LEADING, WIDTH
from checklist.export.organigram.shapes import Rect, Text
from checklist.export.organigram.text import in_lines, width_of
from checklist.export.tijdlijn.axis import axis_of
from checklist.export.tijdlijn.lanes import PADDING, ROW, placed
from checklist.export.tijdlijn.shapes import MARK, TICK, Bar, Drawing, Line, Mark

# Years and months stand above each other.
_HEAD = EDGE + 2 * LEADING + PADDING
_TERM, _OTHERS = "wettelijke termijn", "andere stap"
_KEY_WIDTH, _KEY_GAP = 2 * MARK + 8, 26.0
_BAR_KEY = 34.0


def layout_of(line: Tijdlijn) -> Drawing:
    """Place a time line. Pure; a millisecond."""
    axis = axis_of(line.days)
    top, lanes = _HEAD, []
    tops = [top]
    for lane in line.lanes:
        lanes.append(placed(lane, axis, top))
        top += lanes[-1].height
        tops.append(top)
    months = list(axis.lines())
    grid = [Line((x, _HEAD - PADDING), (x, top)) for x, _, _ in months]
    rules = [Line((EDGE, y), (WIDTH - EDGE, y), strong=True) for y in tops]
    head = [Text(year, x, EDGE + LEADING / 2, FONT, 700, centred=False) for x, _, year in months if year]
    head += [Text(month, x, EDGE + 1.5 * LEADING, centred=False) for x, month, _ in months if month]
    legend = _legend(line, top + PADDING)
    foot = _undated(line, legend.height)
    return Drawing(
        height=legend.height + len(foot) * LEADING + PADDING,
        lines=(*grid, *rules),
        bars=(*(bar for lane in lanes for bar in lane.bars), *legend.bars),
        marks=(*(mark for lane in lanes for mark in lane.marks), *legend.marks),
        ticks=(*(tick for lane in lanes for tick in lane.ticks), *legend.ticks),
        texts=(*head, *(text for lane in lanes for text in lane.texts), *legend.texts, *foot),
    )


def _legend(line: Tijdlijn, top: float) -> Drawing:
    """What the marks that are there mean, in as many rows as it takes; its height is where it ends."""
    bars: list[Bar] = []
    marks: list[Mark] = []
    ticks: list[tuple[float, float]] = []
    texts: list[Text] = []
    x, y = 8.0, top + ROW / 2
    for words, stand in _keys(line):
        key = _BAR_KEY + 8 if words == _TERM else _KEY_WIDTH
        width = key + width_of(words, FONT)
        if x > 8 and x + width > WIDTH - EDGE:
            x, y = 8.0, y + ROW
        if stand:
            marks.append(Mark(x + MARK, y, stand))
        elif words == _TERM:
            bars.append(Bar(Rect(x, y - LEADING / 2 + 3, _BAR_KEY, LEADING - 6), dashed=False))
        else:
            ticks.append((x + MARK, y - TICK / 2))
        texts.append(Text(words, x + key, y, centred=False))
        x += width + _KEY_GAP
    return Drawing(y + ROW / 2, (), tuple(bars), tuple(marks), tuple(ticks), tuple(texts))


def _keys(line: Tijdlijn) -> Iterable[tuple[str, Stand | None]]:
    moments = [moment for lane in line.lanes for moment in lane.moments]
    for stand in Stand:
        if any(moment.stand is stand for moment in moments):
            yield stand.value, stand
    if any(moment.began for moment in moments):
        yield _TERM, None
    if any(lane.others for lane in line.lanes):
        yield _OTHERS, None


def _undated(line: Tijdlijn, top: float) -> list[Text]:
    """The lines that say which moments have no date."""
    if not line.undated:
        return []
    words = f"Nog zonder datum: {'; '.join(line.undated)}."
    lines = in_lines(words, WIDTH - 2 * 8, FONT)
    return [Text(part, 8, top + LEADING * (at + 0.5), centred=False) for at, part in enumerate(lines)]
