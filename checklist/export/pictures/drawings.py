"""The pictures of one advies, by the name that a block of its document has."""

from collections.abc import Mapping

from checklist.domain.advies.value import Advies
from checklist.export.pictures.organigram import organigram_png


def drawings_of(advies: Advies) -> Mapping[str, bytes]:
    """Return each drawing of the documents as PNG: `organigram`. Pure; 150 ms each."""
    return {"organigram": organigram_png(advies.regiostaf)}
