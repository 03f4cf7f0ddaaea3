"""Writes the styles of a document, and what every text of it has in common: its letter, its size, its language."""

from collections.abc import Iterable

from docx.document import Document as Docx
from docx.oxml.ns import qn

from checklist.export.docx.elements import Xml, mm, pt, w
from checklist.export.docx.looks import BESLUIT, INK, KRING, LINK, MUTED, NUMBER, QUIET, RULE, Look

LANGUAGE = "nl-NL"
FONT = "Source Sans 3"
# What Word takes where that letter isn't installed.
OTHER_FONT = "Calibri"
TABLE = "Tabel van Regiostaf"
_LINE = 1.0
# From which size on letters are set closer where they fit, in half points: always, as in the PDF.
_KERNED = 2


def style_id(name: str) -> str:
    """By what the file knows a style."""
    return name.replace(" ", "")


def write_styles(docx: Docx, looks: Iterable[Look], colour: str) -> None:
    """Replace the styles of the file by those of our documents; `colour` is that of links, without its '#'."""
    styles = docx.styles.element
    for child in list(styles):
        if child.tag != qn("w:latentStyles"):
            styles.remove(child)
    styles.insert(0, _defaults())
    styles.extend(_paragraph_style(look) for look in looks)
    styles.extend(_character_styles(colour))
    styles.extend(_table_styles())


def _defaults() -> Xml:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)
    language = w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE)
    spacing = w("spacing", before=0, after=0, line=_lines(_LINE), lineRule="auto")
    run = w("rPr", fonts, w("kern", val=_KERNED), w("sz", val=21), w("szCs", val=21), language)
    paragraph = w("pPr", w("widowControl"), spacing)
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", paragraph))


def _paragraph_style(look: Look) -> Xml:
    style = _style("paragraph", look.name, builtin=look.builtin)
    if not look.based_on:
        style.set(qn("w:default"), "1")
    else:
        style.append(w("basedOn", val=style_id(look.based_on)))
    if look.level or look.name in ("Title", "Caption"):
        style.append(w("next", val="Normal"))
    style.append(w("qFormat"))
    style.append(_paragraph_look(look))
    style.append(_run_look(look))
    return style


def _style(kind: str, name: str, *, builtin: bool) -> Xml:
    known = name[0].lower() + name[1:] if name.startswith(("Heading", "Caption", "Header", "Footer")) else name
    style = w("style", w("name", val=known), type=kind, styleId=style_id(name))
    if not builtin:
        style.set(qn("w:customStyle"), "1")
    return style


def _paragraph_look(look: Look) -> Xml:
    made = w("pPr")
    if look.keep_next:
        made.append(w("keepNext"))
    if look.keep_lines:
        made.append(w("keepLines"))
    if look.borders:
        sides = ("top", "left", "bottom", "right", "between")
        borders = sorted(look.borders, key=lambda border: sides.index(border.side))
        made.append(w("pBdr", *(w(b.side, val="single", sz=b.size, space=b.space, color=b.colour) for b in borders)))
    if look.ground:
        made.append(w("shd", val="clear", color="auto", fill=look.ground))
    if look.tabs:
        made.append(w("tabs", *(w("tab", val=kind, leader=leader, pos=mm(at)) for kind, at, leader in look.tabs)))
    spacing = _spacing(look)
    if spacing:
        made.append(w("spacing", **spacing))
    if look.left or look.right or look.first:
        first = {"hanging": mm(-look.first)} if look.first < 0 else {}
        made.append(w("ind", left=mm(look.left), right=mm(look.right), **first))
    if look.centred:
        made.append(w("jc", val="center"))
    if look.level:
        made.append(w("outlineLvl", val=look.level - 1))
    return made


def _spacing(look: Look) -> dict[str, int | str]:
    made: dict[str, int | str] = {}
    if look.before is not None:
        made["before"] = pt(look.before)
    if look.after is not None:
        made["after"] = pt(look.after)
    if look.line:
        made |= {"line": _lines(look.line), "lineRule": "auto"}
    return made


def _lines(lines: float) -> int:
    """Lines in 240ths of them."""
    return round(lines * 240)


def _run_look(look: Look) -> Xml:
    made = w("rPr")
    if look.bold:
        made.extend((w("b"), w("bCs")))
    if look.italic:
        made.extend((w("i"), w("iCs")))
    if look.colour:
        made.append(w("color", val=look.colour))
    if look.size:
        made.extend((w("sz", val=round(look.size * 2)), w("szCs", val=round(look.size * 2))))
    return made


def _character_styles(colour: str) -> Iterable[Xml]:
    default = _style("character", "Default Paragraph Font", builtin=True)
    default.set(qn("w:default"), "1")
    yield default
    small = (w("color", val=MUTED), w("sz", val=18), w("szCs", val=18))
    looks = {
        KRING: (),
        BESLUIT: (),
        LINK: (w("color", val=colour), w("u", val="single")),
        NUMBER: small,
        QUIET: (w("color", val=MUTED),),
    }
    for name, look in looks.items():
        style = _style("character", name, builtin=name == LINK)
        style.extend((w("basedOn", val="DefaultParagraphFont"), w("qFormat"), w("rPr", *look)))
        yield style


def _table_styles() -> Iterable[Xml]:
    default = _style("table", "Normal Table", builtin=True)
    default.set(qn("w:default"), "1")
    yield default
    style = _style("table", TABLE, builtin=False)
    rule: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": RULE}
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in _CELL_MARGINS))
    borders = w("tblBorders", w("bottom", **rule), w("insideH", **rule))
    bold = w("rPr", w("b"), w("bCs"))
    under_head = w("tcBorders", w("bottom", val="single", sz=6, space=0, color=INK))
    style.extend((w("basedOn", val="NormalTable"), w("qFormat"), w("tblPr", borders, margins)))
    style.append(w("tblStylePr", bold, w("tcPr", under_head), type="firstRow"))
    style.append(w("tblStylePr", w("rPr", w("b"), w("bCs")), type="firstCol"))
    yield style


_CELL_MARGINS = (("top", mm(0.6)), ("left", 0), ("bottom", mm(0.7)), ("right", mm(2.5)))
