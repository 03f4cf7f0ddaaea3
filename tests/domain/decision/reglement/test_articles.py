"""Each article has the clauses of the design, numbered anew, and the kring's own after them."""

from dataclasses import replace

import pytest

from checklist.domain.decision.names import names_of
from checklist.domain.decision.reglement.compose import NO_RULES, reglement_of
from checklist.domain.proposal import Rule
from checklist.domain.reglement_content import NO_REGLEMENT
from tests.content import real_content
from tests.domain.decision.designs import Details, dossier_of
from tests.domain.decision.reglement.reading import article, lines, of_codes, words

CGS = "de coördinerend gemeentesecretaris"
# The article, what is chosen and answered, and its lines; of a long line how it begins.
RULES: list[tuple[int, str, Details, list[str]]] = [
    (2, "", {}, ["1. Er is een", "2. De regiostaf is ingesteld door [nog te bepalen: wie de regiostaf instelt]."]),
    (2, "1a", {}, ["1. Er is een", "2. De regiostaf is ingesteld door de kring.", "3. De instelling door de kring is"]),
    (
        2,
        "1a 1b 1c",
        {},
        [
            *("1. Er is een", "2. De regiostaf is ingesteld door:", "a. de kring;", "b. het algemeen bestuur; en"),
            *("c. de colleges.", "3. De instelling door de kring", "4. Het algemeen bestuur wijzigt"),
            "5. De instelling door de colleges geldt",
        ],
    ),
    (2, "1b", {"1b": {"vorm": "commissie"}}, ["1.", "2.", "3.", "4. De regiostaf is een vaste commissie van advies"]),
    (2, "1b", {"1b": {"vorm": "overleg"}}, ["1.", "2.", "3.", "4. De regiostaf is een ambtelijk overleg zonder"]),
    (2, "1b", {}, ["1.", "2. De regiostaf is ingesteld door het algemeen bestuur.", "3. Het algemeen bestuur wijzigt"]),
    (
        2,
        "1d",
        {"1d": {"vastlegging": "beide"}},
        ["1.", "2. De regiostaf is ingesteld bij de gemeenschappelijke regeling en de organisatieverordening."],
    ),
    (
        2,
        "1a 1d",
        {"1d": {"vastlegging": "regeling"}},
        [
            *("1.", "2.", "3. De instelling door de kring"),
            "4. De kring vraagt het bevoegde orgaan om de regiostaf te regelen in de gemeenschappelijke regeling. Dit",
        ],
    ),
    (
        2,
        "1c 1d",
        {},
        [
            *("1.", "2.", "3. De instelling door de colleges"),
            "4. De regiostaf wordt geregeld in [nog te bepalen: de gemeenschappelijke regeling,",
        ],
    ),
    (3, "", {}, ["De regiostaf heeft tot taak [nog te bepalen: de opdracht of de opdrachten van de regiostaf]."]),
    (
        3,
        "2c",
        {},
        ["1. De regiostaf heeft tot taak de voorbereiding van beleid af te stemmen", "2. De regiostaf en de"],
    ),
    (
        3,
        "2a 2b",
        {},
        [
            *("1. De regiostaf heeft tot taak:", "a. het algemeen bestuur", "b. de gemeenten te adviseren"),
            *("2. De regiostaf adviseert het", "3. De regiostaf zendt", "4. Boven elk advies"),
        ],
    ),
    (
        3,
        "2d",
        {},
        [
            "1. De regiostaf heeft tot taak de samenwerking",
            f"2. De organisatie van de samenwerking laat de taak van {CGS}",
        ],
    ),
    (4, "", {}, ["De regiostaf is aangehaakt aan [nog te bepalen: het overleg,"]),
    (4, "7a", {}, ["1. De regiostaf is aangehaakt aan [nog te bepalen: de kring,", "2. Het werk van de regiostaf is"]),
    (
        4,
        "7a",
        {"7a": {"drager": "adviseurs"}},
        [
            "1. De regiostaf is aangehaakt aan het overleg van gemeentelijke veiligheidsadviseurs.",
            *("2. Het werk van", "3. Het overleg van gemeentelijke veiligheidsadviseurs doet"),
        ],
    ),
    (4, "7a", {"7a": {"drager": "beide"}}, ["1.", "2.", "3. De kring en het overleg van gemeentelijke"]),
    (4, "7b", {}, [f"1. De regiostaf is aangehaakt aan de taak van {CGS}.", f"2. De kring zorgt ervoor dat {CGS}"]),
    (4, "7c", {}, ["1. De regiostaf is aangehaakt aan de centrumgemeente.", "2. De centrumgemeente geeft"]),
    (4, "7d", {}, ["1. De regiostaf is aangehaakt aan een afdeling", "2. De afdeling krijgt"]),
    (5, "", {}, ["1. De regiostaf bestaat uit:", "a. de ambtelijke", "b. de ondersteuning,", "2. Wie in"]),
    (5, "8a 11b", {}, ["1.", "a.", f"b. {CGS}; en", "c. de ondersteuning,", "2. Wie in", "3. De kring houdt"]),
    (6, "", {}, ["De ambtelijke leiding van de regiostaf berust bij [nog te bepalen: een vertegenwoordiging"]),
    (
        6,
        "8a",
        {"8a": {"leiding": "beide"}},
        [
            "1. De ambtelijke leiding van de regiostaf berust bij een vertegenwoordiging van [nog in te vullen: het "
            "aantal leden] gemeentesecretarissen en medewerkers namens hen.",
            "2. De kring wijst de leden van de vertegenwoordiging aan voor [nog in te vullen: de zittingsduur].",
        ],
    ),
    (6, "8a 11a", {}, ["1.", "2.", "3. De vertegenwoordiging kiest uit haar midden een voorzitter."]),
    (6, "8a 11b", {}, ["1.", "2.", "3. De vertegenwoordiging kiest uit haar midden een voorzitter."]),
    (6, "8a 11c", {}, ["1.", "2."]),
    (
        6,
        "8b 7b",
        {"8b": {"gemeente": "GM0373"}},
        [
            "1. De ambtelijke leiding van de regiostaf berust bij een vrijgestelde functionaris",
            "2. De vrijgestelde functionaris is in dienst bij de gemeente Bergen en legt over het werk voor de "
            "regiostaf verantwoording af aan [nog in te vullen: aan wie de functionaris verantwoording aflegt].",
            "3. De coördinerend gemeentesecretaris en de vrijgestelde functionaris leggen schriftelijk vast",
        ],
    ),
    (7, "", {}, [f"1. De verhouding tussen {CGS} en de regiostaf is [nog te bepalen:", "2. Dit reglement laat"]),
    (7, "11a", {}, ["1. De coördinerend gemeentesecretaris werkt onafhankelijk", "2. Dit reglement laat"]),
    (7, "11b", {}, ["1. De coördinerend gemeentesecretaris heeft een vaste plaats", "2. Dit reglement laat"]),
    (
        7,
        "11c",
        {"11c": {"reikwijdte": "ambtelijk"}},
        [
            "1. De coördinerend gemeentesecretaris is uit hoofde van die functie voorzitter van het ambtelijke deel",
            "2. Dit reglement laat",
        ],
    ),
    (8, "", {}, ["De regiostaf wordt ondersteund door [nog te bepalen: medewerkers van de gemeenten,"]),
    (
        8,
        "9a 9b 9c",
        {"9b": {"gemeente": "GM0828"}},
        [
            *("1. De regiostaf wordt ondersteund door:", "a. medewerkers van de gemeenten;"),
            "b. een of meer vrijgestelde medewerkers in dienst van de gemeente Oss; en",
            *("c. een bureau van de veiligheidsregio.", "2. Elke gemeente stelt", "3. De vrijgestelde medewerkers"),
            "4. De regiostaf is functioneel verantwoordelijk",
        ],
    ),
    (9, "", {}, ["De kosten van de regiostaf worden gedekt uit [nog te bepalen: gesloten beurzen,"]),
    (9, "10a", {}, ["1. De regiostaf heeft geen eigen bekostiging.", "2. De kring gaat elk jaar na"]),
    (
        9,
        "10b",
        {},
        ["1. De kosten van de regiostaf worden gedekt uit een bijdrage ten laste", "2.", "3. De ambtelijke"],
    ),
    (9, "10b 6c", {}, ["1.", "2.", "3. De bijdrage van de veiligheidsregio wordt alleen", "4. De ambtelijke leiding"]),
    (
        9,
        "10c",
        {"10c": {"verdeelsleutel": "gelijk"}},
        [
            "1. De kosten van de regiostaf worden gedekt uit een afzonderlijke",
            "2. De bijdrage van de gemeenten wordt in gelijke delen verdeeld.",
            "3. De ambtelijke leiding",
        ],
    ),
    (
        9,
        "10c",
        {"10c": {"verdeelsleutel": "bestaand"}},
        [
            "1.",
            "2. De bijdrage van de gemeenten wordt volgens de bestaande verdeelsleutel van de veiligheidsregio",
            "3.",
        ],
    ),
    (9, "10b 10c", {}, ["1.", "a.", "b.", "2.", "3.", "4. De begroting van de regiostaf vermeldt", "5. De ambtelijke"]),
    (10, "", {}, ["De regiostaf bereikt de colleges via [nog te bepalen:"]),
    (10, "3a", {}, ["De regiostaf heeft geen directe relatie met de colleges."]),
    (10, "3b", {}, ["1. De regiostaf adviseert de stuurgroep.", "2. De stuurgroep bestaat uit [nog in te vullen:"]),
    (10, "3b 3c", {}, ["1.", "2.", "3. De regiostaf adviseert de commissie."]),
    (11, "", {}, ["Het contact tussen de regiostaf en de raden verloopt via [nog te bepalen:"]),
    (11, "4a", {}, ["De regiostaf heeft geen directe relatie met de raden."]),
    (11, "4b", {}, ["De regiostaf werkt voor het contact met de raden samen"]),
    (11, "4c", {}, ["De regiostaf adviseert het regionaal raadsoverleg."]),
    (12, "", {}, ["De verhouding tussen de regiostaf en de veiligheidsregio is [nog te bepalen:"]),
    (12, "5a", {}, ["De regiostaf heeft geen directe relatie met de veiligheidsregio."]),
    (12, "5b", {}, ["De regiostaf heeft een gestructureerde relatie met het bestuur"]),
    (12, "5c", {}, ["De regiostaf heeft een gestructureerde relatie met het ambtelijk management"]),
    (12, "5c 2b", {}, ["1. De regiostaf heeft een", "2. De regiostaf bespreekt een conceptadvies"]),
    (12, "5d", {}, ["De regiostaf maakt deel uit van het multidisciplinaire management"]),
    (12, "5d 2a", {}, ["1. De regiostaf maakt deel", "2. Wie de regiostaf in het multidisciplinaire management"]),
    (13, "", {}, ["Het werkterrein van de regiostaf is [nog te bepalen:"]),
    (13, "6a", {}, ["Het werkterrein van de regiostaf is beperkt tot rampen en crises."]),
    (13, "6b 12b", {}, ["1. Het werkterrein van de regiostaf is het gehele", "2. Elke gemeente blijft"]),
    (13, "6c", {}, ["1. Het werkterrein van de regiostaf omvat:", "a. het gehele", "b. de", "2. Elke gemeente blijft"]),
    (14, "", {}, ["1. De regiostaf komt [nog", "2. De regiostaf stelt elk jaar een werkplan op.", "3.", "4."]),
    (14, "2a", {}, ["1.", "2. De regiostaf stelt elk jaar een werkplan op. Het werkplan vermeldt", "3.", "4."]),
    (15, "", {}, ["1. [nog in te vullen: de organisatie die de documenten beheert] beheert de", "2.", "3."]),
    (15, "9b 7c", {}, ["1. De gemeente waar de vrijgestelde medewerkers in dienst zijn, beheert", "2.", "3."]),
    (15, "9c 7c", {}, ["1. De centrumgemeente beheert", "2.", "3."]),
    (15, "9c", {}, ["1. De veiligheidsregio beheert", "2.", "3."]),
    (15, "7d 2b", {}, ["1. De veiligheidsregio beheert", "2.", "3. Een advies is openbaar vanaf", "4."]),
    (16, "", {}, ["1. De kring evalueert", "2. De kring zendt", "3. Het perspectief van de regiostaf is [nog"]),
    (16, "12a", {}, ["1.", "2.", "3. De regiostaf blijft gekoppeld"]),
    (16, "12b", {}, ["1.", "2.", "3. De regiostaf groeit in stappen"]),
    (16, "12c", {}, ["1.", "2.", "3. De regiostaf wordt in stappen verbreed"]),
    (17, "", {}, ["1. Dit reglement treedt in werking op [nog in te vullen:", "2. Een bepaling die"]),
    (17, "10c", {}, ["1.", "2.", "3. Artikel 9 werkt voor een gemeente"]),
    (18, "", {}, ["Dit reglement wordt aangehaald als: Reglement regiostaf Voorbeeldregio."]),
]


@pytest.mark.parametrize(("number", "codes", "details", "expected"), RULES)
def test_an_article_has_the_clauses_of_the_design(
    number: int, codes: str, details: Details, expected: list[str]
) -> None:
    found = article(of_codes(codes, details), number)
    assert len(found) == len(expected), found
    for line, begins in zip(found, expected, strict=True):
        assert line.startswith(begins)


def test_each_article_has_a_row_in_the_table() -> None:
    assert {number for number, *_ in RULES} == set(range(2, 19))


TERMS = [
    "algemeen bestuur",
    "colleges",
    "coördinerend gemeentesecretaris",
    "gemeenten",
    "kring",
    "raden",
    "regiostaf",
    "veiligheidsregio",
]


@pytest.mark.parametrize(
    ("codes", "cgs", "expected"),
    [
        ("", "", TERMS),
        ("7c 3c", "", [TERMS[0], "centrumgemeente", "colleges", "commissie", *TERMS[2:]]),
        ("3b 4b", "", [*TERMS[:5], "netwerk van griffiers", "raden", "regiostaf", "stuurgroep", TERMS[7]]),
        ("4c", "", [*TERMS[:6], "regionaal raadsoverleg", *TERMS[6:]]),
        ("", "het hoofd crisisbeheersing", [*TERMS[:2], "gemeenten", "hoofd crisisbeheersing", *TERMS[4:]]),
    ],
)
def test_terms_stand_there_by_alphabet_when_the_design_uses_them(codes: str, cgs: str, expected: list[str]) -> None:
    (clause,) = of_codes(codes, cgs=cgs).articles[0].clauses
    assert [words(item.term) for item in clause.items] == expected
    assert [words(item.text)[-1] for item in clause.items] == [*[";"] * (len(expected) - 1), "."]
    assert {item.letter for item in clause.items} == {""}


def test_the_commission_is_told_without_a_word_twice() -> None:
    found = article(of_codes("3c", {"3c": {"commissie": "bestaand"}}), 1)
    assert found[3] == (
        "commissie: bestaande commissie van het bestuur van de veiligheidsregio, die bestaat uit leden van dat bestuur "
        "en wethouders van de gemeenten;"
    )


def test_an_own_clause_comes_last_with_a_number_of_its_own() -> None:
    reglement = of_codes("", rules=(Rule("", "17", "De regiostaf begint klein."),))
    assert article(reglement, 17)[2] == "3. De regiostaf begint klein."
    assert [clause.own for clause in reglement.articles[16].clauses] == [False, False, True]


def test_an_own_clause_gives_the_only_other_one_a_number() -> None:
    found = article(of_codes("", rules=(Rule("", "18", "het reglement heet ook wel anders"),)), 18)
    assert found == [
        "1. Dit reglement wordt aangehaald als: Reglement regiostaf Voorbeeldregio.",
        "2. Het reglement heet ook wel anders.",
    ]


def test_without_content_there_is_no_reglement() -> None:
    content = replace(real_content(), reglement=NO_REGLEMENT)
    assert reglement_of(content, dossier_of("1a"), names_of("X", "", {})) == NO_RULES


def test_every_line_is_read_in_its_order() -> None:
    found = lines(of_codes("1a"))
    assert found[0] == "Reglement regiostaf Voorbeeldregio"
    assert found.index("Artikel 1. Begripsbepalingen") < found.index("Artikel 18. Citeertitel")
