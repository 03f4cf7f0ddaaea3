"""The pictures of one advies, by the name that a block of its document has."""

from collections.abc import Collection, Mapping
from functools import lru_cache

from checklist.domain.advies.value import Advies
from checklist.export.pictures.organigram import organigram_png
from checklist.export.pictures.tijdlijn import tijdlijn_png

# Who settles looks at the proefdruk first: the same drawings are asked for again and again. Some 50 KB each.
_organigram = lru_cache(32)(organigram_png)
_tijdlijn = lru_cache(32)(tijdlijn_png)


def drawings_of(advies: Advies, names: Collection[str]) -> Mapping[str, bytes]:
    """Return the drawings with these names as PNG: `organigram`, and `tijdlijn` where there is a besluitpad. Pure; 150
    ms each for what this process didn't draw lately."""
    found = {}
    if "organigram" in names:
        found["organigram"] = _organigram(advies.regiostaf)
    if "tijdlijn" in names and (line := advies.voorstel.tijdlijn):
        found["tijdlijn"] = _tijdlijn(line)
    return found
