"""What stands in the box of a party: its name, and in what form it takes part, by what the kring chose."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from checklist.domain.drawings.parties import Party


@dataclass(frozen=True)
class BoxWords:
    """The lines of a name, and `form`: by whom or in what form it takes part, or an empty text."""

    name: tuple[str, ...]
    form: str = ""


# By the options that have to be chosen; the first that holds counts.
_WORDS: Mapping[Party, tuple[tuple[str, BoxWords], ...]] = {
    Party.RADEN: (
        ("4b 4c", BoxWords(("Raden",), "griffiers en overleg")),
        ("4b", BoxWords(("Raden",), "via griffiers")),
        ("4c", BoxWords(("Raden",), "via een overleg")),
        ("", BoxWords(("Raden",))),
    ),
    Party.COLLEGES: (
        ("3b", BoxWords(("Colleges",), "via een stuurgroep")),
        ("", BoxWords(("Colleges",))),
    ),
    Party.KRING: (
        ("7a", BoxWords(("Kring",), "en/of adviseurs")),
        ("", BoxWords(("Kring van", "secretarissen"))),
    ),
    Party.CGS: (("", BoxWords(("Coördinerend", "secretaris (CGS)"))),),
    Party.MEDEWERKERS: (
        ("7c", BoxWords(("Centrum-", "gemeente"))),
        ("9a 9b", BoxWords(("Medewerkers",), "deels vrijgesteld")),
        ("9b", BoxWords(("Medewerkers",), "bij één gemeente")),
        ("", BoxWords(("Medewerkers", "van gemeenten"))),
    ),
    Party.BESTUUR: (
        ("3c", BoxWords(("Bestuur",), "via een commissie")),
        ("", BoxWords(("Bestuur", "veiligheidsregio"))),
    ),
    Party.MANAGEMENT: (
        ("7d 9c", BoxWords(("Management",), "afdeling en bureau")),
        ("7d", BoxWords(("Management",), "en een afdeling")),
        ("9c", BoxWords(("Management",), "en een bureau")),
        ("", BoxWords(("Management", "veiligheidsregio"))),
    ),
}
_CENTRUM_AND_MEDEWERKERS = BoxWords(("Centrum-", "gemeente"), "en medewerkers")


def words_of(party: Party, chosen: Collection[str], *, with_medewerkers: bool) -> BoxWords:
    """Return the words in the box of a party.

    `with_medewerkers`: they take part beside the centrumgemeente, which stands in their column.
    """
    if party is Party.MEDEWERKERS and "7c" in chosen and with_medewerkers:
        return _CENTRUM_AND_MEDEWERKERS
    return next(words for codes, words in _WORDS[party] if set(codes.split()) <= set(chosen))
