"""Pictures with their words, for who can't see them, and a bar along the cover that nobody is told of."""

from io import BytesIO

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.shape import CT_Inline
from docx.parts.story import StoryPart
from docx.shared import Emu, Mm
from PIL import Image

from checklist.export.docx.elements import Xml, plain, w

_BAR = (Mm(8), Mm(297))
# Behind the text, from the corner of the page.
_AT_EDGE = f"""
<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1"
 locked="1" layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="{_BAR[0]}" cy="{_BAR[1]}"/>
<wp:wrapNone/>
</wp:anchor>
"""
_DECORATIVE = f"""
<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">
<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
</a:ext></a:extLst>
"""


def picture_xml(part: StoryPart, png: bytes, size: tuple[float, float], words: str, name: str) -> Xml:
    """A run with a picture as large as fits in `size`, in mm."""
    inline = part.new_pic_inline(BytesIO(png))
    scale = min(Mm(size[0]) / inline.extent.cx, Mm(size[1]) / inline.extent.cy)
    width, height = Emu(int(inline.extent.cx * scale)), Emu(int(inline.extent.cy * scale))
    shape = inline.graphic.graphicData.pic.spPr
    inline.extent.cx, inline.extent.cy, shape.cx, shape.cy = width, height, width, height
    _name(inline, name, words)
    return w("r", w("drawing", inline))


def bar_xml(part: StoryPart, colour: str) -> Xml:
    """A run with a bar along the left edge of the page: a picture of one point, stretched."""
    point = BytesIO()
    Image.new("RGB", (1, 1), f"#{colour}").save(point, "PNG")
    inline = part.new_pic_inline(point, *_BAR)
    _name(inline, "balk", "")
    inline.docPr.append(parse_xml(_DECORATIVE))
    anchor = parse_xml(_AT_EDGE)
    anchor.extend(child for child in list(inline) if child is not inline.extent)
    return w("r", w("drawing", anchor))


def _name(inline: CT_Inline, name: str, words: str) -> None:
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("name", name)
    inline.docPr.set("descr", plain(words))
