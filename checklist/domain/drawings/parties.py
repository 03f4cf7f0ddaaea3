"""Who stands in the drawing of the regiostaf, and what each option of the checklist (hoofdstuk 4) says of it: a
relation with one of them, or a field of the regiostaf itself.

The booklet has no option by which the regiostaf reports to somebody; its 'gestructureerde relatie' (5b, 5c) is called a
'vaste lijn' here and no more. Its 'dragende gemeenten' have no box of their own: what they do stands with the colleges.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

NOT_SETTLED = "nog niet bepaald"


class Side(Enum):
    """Where a party stands; the value is the heading of its part of the drawing."""

    GEMEENTEN = "Gemeenten"
    VEILIGHEIDSREGIO = "Veiligheidsregio"


class Party(Enum):
    """Who has a column, from left to right; the value is how the list names it.

    `MEDEWERKERS` is the centrumgemeente too, `MANAGEMENT` all that is ambtelijk in the veiligheidsregio.
    """

    RADEN = "Raden"
    COLLEGES = "Colleges"
    KRING = "Kring van secretarissen"
    CGS = "Coördinerend secretaris (CGS)"
    MEDEWERKERS = "Medewerkers van gemeenten"
    BESTUUR = "Bestuur van de veiligheidsregio"
    MANAGEMENT = "Management van de veiligheidsregio"

    @property
    def side(self) -> Side:
        """Its part of the drawing."""
        return Side.VEILIGHEIDSREGIO if self in {Party.BESTUUR, Party.MANAGEMENT} else Side.GEMEENTEN


class Direction(Enum):
    """From who acts to whom, with the regiostaf below; the value is the arrow for it beside words."""

    TO_STAF = "↓"
    FROM_STAF = "↑"
    BOTH = "↕"


@dataclass(frozen=True)
class Part:
    """What one option says of a relation. Without a direction it says that there is none.

    `verb` stands at the line; the list says `who` and `words`, which go on with it.
    """

    party: Party
    verb: str
    direction: Direction | None
    who: str
    words: str


def _acts(party: Party, verb: str, words: str, who: str = "") -> Part:
    """What a party does for the regiostaf."""
    return Part(party, verb, Direction.TO_STAF, who or party.value, words)


def _staf(party: Party, verb: str, words: str, who: str = "") -> Part:
    """What the regiostaf does for a party, or where it belongs."""
    return Part(party, verb, Direction.FROM_STAF, who or party.value, words)


def _together(party: Party, verb: str, words: str, who: str = "") -> Part:
    return Part(party, verb, Direction.BOTH, who or party.value, words)


def _none(party: Party, number: int, words: str) -> Part:
    # 'Geen relatie' is never shown without its question.
    return Part(party, f"geen relatie (vraag\N{NO-BREAK SPACE}{number})", None, party.value, words)


_AT_THE_COLLEGES = "krijgen advies van de regiostaf over voorstellen die hen binden"

PARTS: Mapping[str, tuple[Part, ...]] = {
    "1a": (_acts(Party.KRING, "richt op", "richt de regiostaf op"),),
    "1b": (_acts(Party.BESTUUR, "richt op", "richt de regiostaf op"),),
    "1c": (_acts(Party.COLLEGES, "richten op", "richten de regiostaf op"),),
    "2a": (_staf(Party.BESTUUR, "adviseert", "krijgt advies van de regiostaf, vanuit verlengd lokaal bestuur"),),
    "2b": (_staf(Party.COLLEGES, "adviseert", _AT_THE_COLLEGES, "Gemeenten"),),
    "2c": (
        _together(
            Party.MANAGEMENT,
            "overleggen",
            "stemt nieuw beleid in de voorbereiding af met de gemeenten, via de regiostaf",
            "Veiligheidsregio",
        ),
    ),
    "3a": (_none(Party.COLLEGES, 3, "hebben geen directe relatie met de regiostaf"),),
    "3b": (_staf(Party.COLLEGES, "adviseert", "krijgen advies van de regiostaf", "Colleges, via een stuurgroep"),),
    "3c": (
        _staf(
            Party.BESTUUR,
            "adviseert",
            "krijgt advies van de regiostaf",
            "Commissie van het bestuur, met wethouders",
        ),
    ),
    "4a": (_none(Party.RADEN, 4, "hebben geen directe relatie met de regiostaf"),),
    "4b": (_together(Party.RADEN, "werkt samen", "werkt samen met de regiostaf", "Netwerk van griffiers"),),
    "4c": (_staf(Party.RADEN, "adviseert", "krijgen advies van de regiostaf", "Raden, via een regionaal overleg"),),
    "5a": (
        _none(Party.BESTUUR, 5, "heeft geen directe relatie met de regiostaf"),
        _none(Party.MANAGEMENT, 5, "heeft geen directe relatie met de regiostaf"),
    ),
    "5b": (_together(Party.BESTUUR, "overleggen", "heeft een vaste lijn met de regiostaf"),),
    "5c": (_together(Party.MANAGEMENT, "overleggen", "heeft een vaste lijn met de regiostaf"),),
    "5d": (_staf(Party.MANAGEMENT, "zit in", "de regiostaf maakt er deel van uit"),),
    "7a": (
        _staf(
            Party.KRING,
            "hoort bij",
            "daar hoort de regiostaf bij",
            "Overleg van secretarissen, veiligheidsadviseurs of beide",
        ),
    ),
    "7b": (_staf(Party.CGS, "hoort bij", "de regiostaf hoort bij deze taak"),),
    "7c": (_staf(Party.MEDEWERKERS, "hoort bij", "daar hoort de regiostaf bij", "Centrumgemeente"),),
    "7d": (
        _staf(
            Party.MANAGEMENT,
            "hoort bij",
            "daar hoort de regiostaf bij",
            "Afdeling van de veiligheidsregio die het bestuur onafhankelijk adviseert",
        ),
    ),
    "9a": (_acts(Party.MEDEWERKERS, "doen het werk", "doen het werk"),),
    "9b": (_acts(Party.MEDEWERKERS, "doen het werk", "doen het werk", "Vrijgestelde medewerkers bij één gemeente"),),
    "9c": (
        _acts(
            Party.MANAGEMENT,
            "doet het werk",
            "doet het werk, onder functionele verantwoordelijkheid van de regiostaf",
            "Bureau van de veiligheidsregio",
        ),
    ),
    "10b": (_acts(Party.BESTUUR, "betaalt", "betaalt een bijdrage uit haar budget", "Veiligheidsregio"),),
    "10c": (_acts(Party.COLLEGES, "betalen", "betalen een afzonderlijke bijdrage", "Gemeenten"),),
    "11a": (Part(Party.CGS, "werkt los", None, Party.CGS.value, "werkt onafhankelijk van de regiostaf"),),
    "11b": (_acts(Party.CGS, "zit in", "maakt deel uit van de structuur van de regiostaf"),),
    "11c": (_acts(Party.CGS, "zit voor", "is vanuit die functie voorzitter van de regiostaf"),),
}

# Without a direct relation with the colleges, advice to the gemeenten goes by their organisation (2b with 3a).
PAST_THE_COLLEGES = _staf(Party.MEDEWERKERS, "adviseert", _AT_THE_COLLEGES, "Gemeenten")


def parts_of(code: str, chosen: frozenset[str]) -> tuple[Part, ...]:
    """What an option says of relations, beside the other chosen ones. Nothing for an option about the staf itself."""
    return (PAST_THE_COLLEGES,) if code == "2b" and "3a" in chosen else PARTS.get(code, ())


# What an option says of the regiostaf itself: a field in its bar, with the words for it.
FIELDS: Mapping[str, tuple[str, str]] = {
    "1d": ("Vastgelegd", "in regeling of verordening"),
    "2d": ("Taak", "samenwerking van gemeenten"),
    "8a": ("Leiding", "vertegenwoordiging van secretarissen"),
    "8b": ("Leiding", "vrijgestelde functionaris"),
    "6a": ("Terrein", "alleen rampen en crises"),
    "6b": ("Terrein", "hele veiligheidsregio"),
    "6c": ("Terrein", "ook sociale en integrale veiligheid"),
    "12a": ("Later", "blijft bij veiligheidsregio"),
    "12b": ("Later", "brede samenwerking"),
    "12c": ("Later", "alle gemeenschappelijke regelingen"),
    "10a": ("Geld", "gesloten beurzen"),
    "10b": ("Geld", "veiligheidsregio"),
    "10c": ("Geld", "gemeenten"),
}

# What an open question leaves dashed in the bar, in the order of the bar.
OPEN_FIELDS: Mapping[int, str] = {
    1: "Oprichting",
    2: "Taak",
    7: "Plaats",
    8: "Leiding",
    6: "Terrein",
    12: "Later",
    10: "Geld",
}

# What an open question leaves dashed in a column.
OPEN_PARTIES: Mapping[int, tuple[Party, ...]] = {
    3: (Party.COLLEGES,),
    4: (Party.RADEN,),
    5: (Party.BESTUUR, Party.MANAGEMENT),
    9: (Party.MEDEWERKERS,),
    11: (Party.CGS,),
}

# How the legend names what is open.
OPEN_WORDS: Mapping[int, str] = {
    **{number: label.lower() for number, label in OPEN_FIELDS.items()},
    3: "colleges",
    4: "raden",
    5: "veiligheidsregio",
    9: "medewerkers",
    11: "CGS",
}
