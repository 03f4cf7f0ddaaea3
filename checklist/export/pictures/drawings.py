"""The pictures of one advies, by the name that a block of its document has."""

from collections.abc import Mapping

from checklist.domain.advies.value import Advies
from checklist.export.pictures.organigram import organigram_png
from checklist.export.pictures.tijdlijn import tijdlijn_png


def drawings_of(advies: Advies) -> Mapping[str, bytes]:
    """Return each drawing of the documents as PNG: `organigram`, and `tijdlijn` where there is a besluitpad. Pure; 150
    ms each."""
    found = {"organigram": organigram_png(advies.regiostaf)}
    if line := advies.voorstel.tijdlijn:
        found["tijdlijn"] = tijdlijn_png(line)
    return found
