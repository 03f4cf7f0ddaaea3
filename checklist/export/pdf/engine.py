"""HTML to PDF with WeasyPrint. Loaded by the fork server and never in the server process.

The stylesheet is parsed when this is loaded. The font configuration isn't made then but per document, in the child:
Pango (1.52 and later) starts a thread with it, and a thread doesn't live on in a fork.
"""

import os

from checklist.export.pdf.resources import FONT_CONFIGURATION, STYLESHEET

# Before WeasyPrint is loaded: that is when fontconfig reads it.
os.environ["FONTCONFIG_FILE"] = str(FONT_CONFIGURATION)

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from checklist.export.pdf.fetcher import SCHEME, OwnFilesFetcher
from checklist.export.pdf.finisher import finish

_fetcher = OwnFilesFetcher()
_stylesheet = CSS(string=STYLESHEET.read_text(encoding="utf-8"), base_url=SCHEME, url_fetcher=_fetcher)


def write_pdf(html: str) -> bytes:
    """The document as a tagged PDF/UA-1 file, in our stylesheet and fonts."""
    source = HTML(string=html, base_url=SCHEME, url_fetcher=_fetcher)
    pdf: bytes = source.write_pdf(
        stylesheets=[_stylesheet], font_config=FontConfiguration(), pdf_variant="pdf/ua-1", finisher=finish
    )
    return pdf
