"""The pictures of one advies, by the name that a block of its document has."""

from collections.abc import Collection, Mapping

from checklist.domain.advies.value import Advies
from checklist.export.pictures.organigram import organigram_png
from checklist.export.pictures.tijdlijn import tijdlijn_png


def drawings_of(advies: Advies, names: Collection[str]) -> Mapping[str, bytes]:
    """Return the drawings with these names as PNG: `organigram`, and `tijdlijn` where there is a besluitpad. Pure; 150
    ms each."""
    found = {}
    if "organigram" in names:
        found["organigram"] = organigram_png(advies.regiostaf)
    if "tijdlijn" in names and (line := advies.voorstel.tijdlijn):
        found["tijdlijn"] = tijdlijn_png(line)
    return found
