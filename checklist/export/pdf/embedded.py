"""The files inside a PDF: given to WeasyPrint, and its list of them mended."""

from contextlib import nullcontext
from datetime import datetime
from io import BytesIO
from itertools import chain
from typing import Any

import weasyprint

from checklist.export.pdf.attachment import Attachment


def embeddable(attachment: Attachment, dated: datetime) -> Any:
    """What WeasyPrint embeds: a file of its own media type and what it is to the document, made at that moment."""
    embedded = weasyprint.Attachment(
        string=b"",
        name=attachment.name,
        description=attachment.description,
        created=dated,
        modified=dated,
        relationship=attachment.relationship.value,
    )
    # The one way to say the media type; from a name it only guesses.
    embedded.source = nullcontext((BytesIO(attachment.content), None, None, attachment.media_type))
    return embedded


def list_files_once(pdf: Any) -> None:
    """WeasyPrint 70 names each file twice among the associated files, and in its list of names in no order."""
    if "AF" not in pdf.catalog:
        return
    pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    by_number = {item.number: item for item in pdf.objects}
    names = by_number[int(pdf.catalog["Names"]["EmbeddedFiles"].split()[0])]["Names"]
    pairs = sorted(zip(names[::2], names[1::2], strict=True), key=lambda pair: pair[0].data)
    names[:] = chain.from_iterable(pairs)
