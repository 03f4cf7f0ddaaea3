"""What each option of the checklist (hoofdstuk 4) says of the regiostaf, as relations and facts in plain words.

The booklet has no option by which the regiostaf reports to somebody; its 'gestructureerde relatie' (5b, 5c) is called a
'vaste relatie' here and no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

NOT_SETTLED = "nog niet bepaald"


class Side(Enum):
    """Where an actor stands; the value is the heading of its part of the drawing."""

    GEMEENTEN = "Gemeenten"
    BETWEEN = "Regiostaf"
    VEILIGHEIDSREGIO = "Veiligheidsregio"


class Actor(Enum):
    """Who can be in the drawing, with the words in its box.

    `GEMEENTEN` and `VEILIGHEIDSREGIO` are all that stands on their side together: frames, not boxes.
    """

    GEMEENTEN = "Gemeenten"
    RADEN = "Raden"
    GRIFFIERS = "Griffiers"
    COLLEGES = "Colleges"
    KRING = "Kring van gemeentesecretarissen"
    OVERLEG = "Overleg van gemeentesecretarissen of veiligheidsadviseurs"
    CGS = "Coördinerend gemeentesecretaris"
    CENTRUMGEMEENTE = "Centrumgemeente"
    EEN_GEMEENTE = "Eén van de gemeenten"
    REGIOSTAF = "Regiostaf"
    VEILIGHEIDSREGIO = "Veiligheidsregio"
    BESTUUR = "Bestuur van de veiligheidsregio"
    MANAGEMENT = "Management van de veiligheidsregio"
    BUREAU = "Bureau van de veiligheidsregio"

    @property
    def frame(self) -> bool:
        """Whether it is a whole side instead of a box."""
        return self in {Actor.GEMEENTEN, Actor.VEILIGHEIDSREGIO}

    @property
    def side(self) -> Side:
        """Its part of the drawing."""
        if self is Actor.REGIOSTAF:
            return Side.BETWEEN
        if self in {Actor.VEILIGHEIDSREGIO, Actor.BESTUUR, Actor.MANAGEMENT, Actor.BUREAU}:
            return Side.VEILIGHEIDSREGIO
        return Side.GEMEENTEN


class Verb(Enum):
    """What kind of relation it is."""

    INSTALLS = "installs"
    LEADS = "leads"
    CHAIRS = "chairs"
    BELONGS_TO = "belongs to"
    SUPPORTS = "supports"
    ANSWERS_FOR = "answers for"
    PAYS = "pays"
    ADVISES = "advises"
    MEETS = "meets"
    ALIGNS = "aligns"
    ORGANISES = "organises"
    WORKS_WITH = "works with"
    RELATES = "relates to"


@dataclass(frozen=True)
class OpenRelation:
    """What an open question leaves undrawn. An end that is None depends on the answer; without a verb it is a fact.

    It is a dashed line when both ends are known (`dashed`), else only a sentence.
    """

    number: int
    source: Actor | None
    verb: Verb | None
    target: Actor | None
    sentence: str

    @property
    def dashed(self) -> bool:
        """Whether it can be drawn as a line."""
        return self.source is not None and self.target is not None


@dataclass(frozen=True)
class Part:
    """What one option says of a relation; `words` is the sentence without its codes and full stop.

    `through`: by whom or in what form, or empty. `apart`: the option says that there is no such relation.
    """

    source: Actor
    verb: Verb
    target: Actor
    label: str
    words: str
    through: str = ""
    apart: bool = False


def _staf(verb: Verb, target: Actor, label: str, words: str, *, through: str = "") -> Part:
    """What the regiostaf does for another."""
    return Part(Actor.REGIOSTAF, verb, target, label, f"De regiostaf {words}", through)


def _to_staf(source: Actor, verb: Verb, label: str, words: str, *, through: str = "") -> Part:
    """What another does for the regiostaf."""
    return Part(source, verb, Actor.REGIOSTAF, label, words, through)


def _no_relation(target: Actor, whom: str) -> Part:
    words = f"De regiostaf heeft geen directe relatie met {whom}"
    return Part(Actor.REGIOSTAF, Verb.RELATES, target, "geen directe relatie", words, apart=True)


PARTS: Mapping[str, tuple[Part, ...]] = {
    "1a": (
        _to_staf(Actor.KRING, Verb.INSTALLS, "richt op", "De kring van gemeentesecretarissen richt de regiostaf op"),
    ),
    "1b": (
        _to_staf(Actor.BESTUUR, Verb.INSTALLS, "richt op", "Het bestuur van de veiligheidsregio richt de regiostaf op"),
    ),
    "1c": (
        _to_staf(Actor.COLLEGES, Verb.INSTALLS, "richten op", "De colleges van de gemeenten richten de regiostaf op"),
    ),
    "2a": (
        _staf(
            Verb.ADVISES,
            Actor.BESTUUR,
            "adviseert",
            "adviseert het bestuur van de veiligheidsregio vanuit verlengd lokaal bestuur",
        ),
    ),
    "2b": (
        _staf(
            Verb.ADVISES,
            Actor.GEMEENTEN,
            "adviseert",
            "adviseert de dragende gemeenten, voor hun standpunt, over voorstellen van de veiligheidsregio die hen "
            "binden",
        ),
    ),
    "2c": (
        _staf(
            Verb.ALIGNS,
            Actor.GEMEENTEN,
            "stemt af met",
            "stemt de voorbereiding van beleid af met de dragende gemeenten",
        ),
        _staf(
            Verb.ALIGNS,
            Actor.VEILIGHEIDSREGIO,
            "stemt af met",
            "stemt de voorbereiding van beleid af met de veiligheidsregio",
        ),
    ),
    "2d": (
        _staf(
            Verb.ORGANISES,
            Actor.GEMEENTEN,
            "organiseert samenwerking",
            "organiseert de samenwerking tussen de gemeenten",
        ),
    ),
    "3a": (_no_relation(Actor.COLLEGES, "de colleges"),),
    "3b": (
        _staf(
            Verb.ADVISES,
            Actor.COLLEGES,
            "adviseert",
            "adviseert een stuurgroep uit de colleges",
            through="stuurgroep",
        ),
    ),
    "3c": (
        _staf(
            Verb.ADVISES,
            Actor.BESTUUR,
            "adviseert",
            "adviseert een commissie van het bestuur van de veiligheidsregio, met bestuursleden en wethouders",
            through="commissie met wethouders",
        ),
    ),
    "4a": (_no_relation(Actor.RADEN, "de raden"),),
    "4b": (
        _staf(
            Verb.WORKS_WITH,
            Actor.GRIFFIERS,
            "werkt samen met",
            "werkt samen met een netwerk van griffiers",
            through="netwerk",
        ),
    ),
    "4c": (
        _staf(
            Verb.ADVISES,
            Actor.RADEN,
            "adviseert",
            "adviseert een regionaal overleg uit de raden",
            through="regionaal overleg",
        ),
    ),
    "5a": (_no_relation(Actor.VEILIGHEIDSREGIO, "de veiligheidsregio"),),
    "5b": (
        _staf(
            Verb.MEETS,
            Actor.BESTUUR,
            "vaste relatie",
            "heeft een vaste relatie met het bestuur van de veiligheidsregio",
        ),
    ),
    "5c": (
        _staf(
            Verb.MEETS,
            Actor.MANAGEMENT,
            "vaste relatie",
            "heeft een vaste relatie met het ambtelijk management van de veiligheidsregio",
        ),
    ),
    "5d": (
        _staf(
            Verb.BELONGS_TO,
            Actor.MANAGEMENT,
            "is deel van",
            "maakt deel uit van het multidisciplinaire management van de veiligheidsregio",
        ),
    ),
    "7a": (
        _staf(
            Verb.BELONGS_TO,
            Actor.OVERLEG,
            "hoort bij",
            "hoort bij het overleg van gemeentesecretarissen, van gemeentelijke veiligheidsadviseurs, of van beide",
        ),
    ),
    "7b": (
        _staf(
            Verb.BELONGS_TO,
            Actor.CGS,
            "hoort bij",
            "hoort bij de taak van de coördinerend gemeentesecretaris",
        ),
    ),
    "7c": (_staf(Verb.BELONGS_TO, Actor.CENTRUMGEMEENTE, "hoort bij", "hoort bij de centrumgemeente"),),
    "7d": (
        _staf(
            Verb.BELONGS_TO,
            Actor.VEILIGHEIDSREGIO,
            "hoort bij",
            "hoort bij een afdeling van de veiligheidsregio met een onafhankelijke adviespositie naar het bestuur",
            through="afdeling",
        ),
    ),
    "8a": (
        _to_staf(
            Actor.KRING,
            Verb.LEADS,
            "leidt",
            "Een vertegenwoordiging van of namens de gemeentesecretarissen heeft de ambtelijke leiding van de "
            "regiostaf",
            through="vertegenwoordiging",
        ),
    ),
    "8b": (
        _to_staf(
            Actor.GEMEENTEN,
            Verb.LEADS,
            "leidt",
            "Een vrijgestelde functionaris leidt de regiostaf namens de gemeenten",
            through="vrijgestelde functionaris",
        ),
    ),
    "9a": (
        _to_staf(
            Actor.GEMEENTEN,
            Verb.SUPPORTS,
            "ondersteunen",
            "Medewerkers van de dragende gemeenten ondersteunen de regiostaf",
            through="medewerkers",
        ),
    ),
    "9b": (
        _to_staf(
            Actor.EEN_GEMEENTE,
            Verb.SUPPORTS,
            "ondersteunen",
            "Een of meer vrijgestelde medewerkers bij één van de gemeenten ondersteunen de regiostaf",
            through="vrijgestelde medewerkers",
        ),
    ),
    "9c": (
        _to_staf(
            Actor.BUREAU,
            Verb.SUPPORTS,
            "ondersteunt",
            "Een bureau van de veiligheidsregio ondersteunt de regiostaf",
        ),
        _staf(
            Verb.ANSWERS_FOR,
            Actor.BUREAU,
            "functioneel verantwoordelijk",
            "is functioneel verantwoordelijk voor het bureau van de veiligheidsregio",
        ),
    ),
    "10a": (
        Part(
            Actor.GEMEENTEN,
            Verb.PAYS,
            Actor.REGIOSTAF,
            "gesloten beurzen",
            "De regiostaf wordt niet bekostigd: de netwerksamenwerking gaat met gesloten beurzen",
            apart=True,
        ),
    ),
    "10b": (
        _to_staf(
            Actor.VEILIGHEIDSREGIO,
            Verb.PAYS,
            "betaalt",
            "De veiligheidsregio betaalt een bijdrage uit haar budget",
        ),
    ),
    "10c": (_to_staf(Actor.GEMEENTEN, Verb.PAYS, "betalen", "De gemeenten betalen een afzonderlijke bijdrage"),),
    "11a": (
        Part(
            Actor.CGS,
            Verb.RELATES,
            Actor.REGIOSTAF,
            "onafhankelijk van",
            "De coördinerend gemeentesecretaris werkt onafhankelijk van de regiostaf",
            apart=True,
        ),
    ),
    "11b": (
        _to_staf(
            Actor.CGS,
            Verb.BELONGS_TO,
            "is deel van",
            "De coördinerend gemeentesecretaris maakt deel uit van de structuur van de regiostaf",
        ),
    ),
    "11c": (
        _to_staf(
            Actor.CGS,
            Verb.CHAIRS,
            "zit voor",
            "De coördinerend gemeentesecretaris is uit hoofde van die functie voorzitter van (het ambtelijke deel van) "
            "de regiostaf",
        ),
    ),
}

FACTS: Mapping[str, str] = {
    "1d": "De regiostaf is vastgelegd in de gemeenschappelijke regeling, in de organisatieverordening of allebei",
    "6a": "De regiostaf werkt alleen aan rampen en crises",
    "6b": "De regiostaf werkt op het hele terrein van de veiligheidsregio",
    "6c": "De regiostaf werkt op het hele terrein van de veiligheidsregio, en aan samenwerking tussen gemeenten "
    "en met de politie op het brede terrein van sociale en integrale veiligheid",
    "12a": "De regiostaf blijft gekoppeld aan de veiligheidsregio",
    "12b": "De regiostaf groeit uit tot de organisator van de brede samenwerking op het terrein van veiligheid",
    "12c": "De regiostaf wordt verbreed tot regiostaf voor alle gemeenschappelijke regelingen",
}

OPEN: Mapping[int, OpenRelation] = {
    number: OpenRelation(number, source, verb, target, f"{words} is {NOT_SETTLED} (vraag {number}).")
    for number, source, verb, target, words in (
        (1, None, Verb.INSTALLS, Actor.REGIOSTAF, "Wie de regiostaf opricht,"),
        (2, Actor.REGIOSTAF, Verb.ADVISES, None, "De opdracht van de regiostaf"),
        (3, Actor.REGIOSTAF, Verb.RELATES, Actor.COLLEGES, "De verhouding met de colleges"),
        (4, Actor.REGIOSTAF, Verb.RELATES, Actor.RADEN, "De verhouding met de raden"),
        (5, Actor.REGIOSTAF, Verb.RELATES, Actor.VEILIGHEIDSREGIO, "De verhouding met de veiligheidsregio"),
        (6, Actor.REGIOSTAF, None, None, "Hoe diep het werkterrein van de regiostaf is,"),
        (7, Actor.REGIOSTAF, Verb.BELONGS_TO, None, "Waar de regiostaf bij hoort,"),
        (8, None, Verb.LEADS, Actor.REGIOSTAF, "Wie de regiostaf leidt,"),
        (9, None, Verb.SUPPORTS, Actor.REGIOSTAF, "Wie de regiostaf ondersteunt,"),
        (10, None, Verb.PAYS, Actor.REGIOSTAF, "Wie de regiostaf betaalt,"),
        (11, Actor.CGS, Verb.RELATES, Actor.REGIOSTAF, "De verhouding met de coördinerend gemeentesecretaris"),
        (12, Actor.REGIOSTAF, None, None, "Het perspectief van de regiostaf"),
    )
}
