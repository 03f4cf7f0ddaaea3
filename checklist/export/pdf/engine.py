"""HTML to PDF with WeasyPrint. Loaded by the fork server and never in the server process.

The stylesheets are parsed when this is loaded. The font configuration isn't made then but per document, in the child:
Pango (1.52 and later) starts a thread with it, and a thread doesn't live on in a fork.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime

from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.export.pdf.resources import FONT_CONFIGURATION, SCHEME, Stylesheet

# Before WeasyPrint is loaded: that is when fontconfig reads it.
os.environ["FONTCONFIG_FILE"] = str(FONT_CONFIGURATION)

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from checklist.export.house_css import PDF, house_css
from checklist.export.pdf.attachment import Attachment
from checklist.export.pdf.embedded import embeddable
from checklist.export.pdf.fetcher import OwnFilesFetcher
from checklist.export.pdf.finisher import finish
from checklist.export.pdf.metadata import extend_metadata

VARIANT = "pdf/a-3a"

_fetcher = OwnFilesFetcher()
_stylesheets = {
    sheet: CSS(string=sheet.path.read_text(encoding="utf-8"), base_url=SCHEME, url_fetcher=_fetcher)
    for sheet in Stylesheet
}


def write_pdf(
    html: str,
    stylesheet: Stylesheet | None = Stylesheet.VERSLAG,
    attachments: Sequence[Attachment] = (),
    dated: datetime | None = None,
    *,
    house: HouseStyle = OWN_STYLE,
) -> bytes:
    """The document as a tagged file that is PDF/A-3a and PDF/UA-1, in one of our stylesheets, in our fonts and in the
    colours of a house, whose logo it may show (`HOUSE_LOGO`). Without a stylesheet it is in its own, which stands in
    it for `print`: the stylesheet and the colours of when it was stored.

    What it says about itself stands in the HTML (`title`, and `meta`: author, description, keywords,
    dcterms.identifier, dcterms.hasVersion), but for `dated`: when it was made, and changed last; now, unless it is
    given. The same input gives the same bytes.
    """
    moment = (dated or datetime.now(UTC)).astimezone(UTC)
    source = HTML(string=html, base_url=SCHEME, url_fetcher=OwnFilesFetcher(house.logo) if house.logo else _fetcher)
    document = source.render(
        stylesheets=[_stylesheets[stylesheet], *_colours_of(house)] if stylesheet else [],
        font_config=FontConfiguration(),
        pdf_variant=VARIANT,
    )
    document.metadata.created = document.metadata.modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    extend_metadata(document.metadata)
    pdf: bytes = document.write_pdf(
        pdf_variant=VARIANT,
        attachments=[embeddable(attachment, moment) for attachment in attachments],
        finisher=finish,
    )
    return pdf


def _colours_of(house: HouseStyle) -> list[CSS]:
    css = house_css(house, PDF)
    return [CSS(string=css, base_url=SCHEME, url_fetcher=_fetcher)] if css else []
