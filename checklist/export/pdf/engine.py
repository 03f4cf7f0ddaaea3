"""HTML to PDF with WeasyPrint. Loaded by the fork server and never in the server process.

The stylesheets are parsed when this is loaded. The font configuration isn't made then but per document, in the child:
Pango (1.52 and later) starts a thread with it, and a thread doesn't live on in a fork.
"""

import os

from checklist.export.pdf.resources import FONT_CONFIGURATION, Stylesheet

# Before WeasyPrint is loaded: that is when fontconfig reads it.
os.environ["FONTCONFIG_FILE"] = str(FONT_CONFIGURATION)

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from checklist.export.pdf.fetcher import SCHEME, OwnFilesFetcher
from checklist.export.pdf.finisher import finish

_fetcher = OwnFilesFetcher()
_stylesheets = {
    sheet: CSS(string=sheet.path.read_text(encoding="utf-8"), base_url=SCHEME, url_fetcher=_fetcher)
    for sheet in Stylesheet
}


def write_pdf(html: str, stylesheet: Stylesheet = Stylesheet.VERSLAG) -> bytes:
    """The document as a tagged PDF/UA-1 file, in one of our stylesheets and in our fonts."""
    source = HTML(string=html, base_url=SCHEME, url_fetcher=_fetcher)
    pdf: bytes = source.write_pdf(
        stylesheets=[_stylesheets[stylesheet]],
        font_config=FontConfiguration(),
        pdf_variant="pdf/ua-1",
        finisher=finish,
    )
    return pdf
