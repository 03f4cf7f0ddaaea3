"""The words of the page Afronding that belong to its form: groups of fields, columns of tables, parts of the rules."""

from collections.abc import Mapping

# The fields of both pages, by what they are about, in the order of the pages.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "De vergadering": (
        *("besluit_orgaan", "vergaderdatum", "indiener", "aanwezigheid", "opsteller", "zaaknummer", "cgs_benaming"),
        "vergaderingen_anderen",
    ),
    "De inhoud": (
        *("aanleiding", "kosten_dekking", "draagvlak", "kosten_posten", "personeel", "juridische_toets"),
        *("informatie", "risicos", "alternatieven", "gehoord"),
    ),
    "Het vervolg": ("evaluatie_datum", "communicatie", "evaluatie_vragen", "reglement"),
}

COLUMNS: Mapping[str, str] = {
    "gemeente": "Gemeente of regeling",
    "stand": "Stand",
    "naam": "Naam en functie",
    "post": "Post",
    "bedrag": "Bedrag in euro",
    "soort": "Soort",
    "betaler": "Wie betaalt",
    "orgaan": "Orgaan",
    "datum": "Datum",
    "stap": "Waarover",
    "risico": "Risico",
    "maatregel": "Maatregel",
    "eigenaar": "Eigenaar",
    "optie": "Optie",
    "reden": "Reden",
    "partij": "Partij",
    "oordeel": "Oordeel",
    "sleutel": "Onderdeel",
    "artikel": "Of een eigen lid bij",
    "waarde": "Tekst",
}

# Who is often heard; any other party can be typed.
PARTIES = ("directie veiligheidsregio", "griffiers", "ondernemingsraad", "colleges", "raden")

# What the concept of the rules (reglement) leaves open. The first are asked nowhere else; the others are known from the
# answers or from other fields, so they are offered only where a file has them.
ASKED_RULES: Mapping[str, str] = {
    "datum_inwerkingtreding": "datum van inwerkingtreding",
    "aantal_leiding": "aantal leden van de leiding",
    "zittingsduur": "zittingsduur van de leiding",
    "verantwoording_functionaris": "aan wie de functionaris verantwoording aflegt",
    "uren_per_gemeente": "uren per gemeente per jaar",
    "beslisser_bureau": "wie beslist bij strijd met het bureau",
    "samenstelling_stuurgroep": "leden van de stuurgroep",
    "frequentie_management": "hoe vaak het overleg met de directie is",
    "vergaderfrequentie": "hoe vaak de regiostaf bijeenkomt",
    "archiefbeheerder": "organisatie die de documenten beheert",
    "evaluatietermijn": "termijn voor de evaluatie",
}
KNOWN_RULES: Mapping[str, str] = {
    "regio": "naam van de veiligheidsregio",
    "gemeenten": "namen van de gemeenten",
    "gemeente": "naam van de gemeente",
    "cgs": "naam van de functie",
    "Cgs": "naam van de functie, met hoofdletter",
    "cgs_kaal": "naam van de functie, zonder lidwoord",
    "indiener": "wie het voorstel indient",
    "orgaan": "orgaan dat ondertekent",
    "datum_voorstel": "datum van het voorstel",
    "datum_vergadering": "datum van de vergadering",
    "vastlegging": "waarin de regiostaf wordt vastgelegd",
    "commissie": "commissie van het bestuur",
    "raadsoverleg": "overleg dat uit de raden is samengesteld",
    "drager": "overleg waarbij de regiostaf hoort",
    "centrumgemeente": "centrumgemeente",
    "leiding": "wie de regiostaf leidt",
    "gemeente_8b": "werkgever van de functionaris",
    "gemeente_9b": "werkgever van de medewerkers",
    "verdeelsleutel": "verdeelsleutel",
    "reikwijdte": "wat er wordt gecoördineerd",
}
ARTICLE_TITLES = (
    *("Begripsbepalingen", "Instelling", "Opdracht", "Plaats", "Samenstelling", "Leiding"),
    *("Coördinerend gemeentesecretaris", "Ondersteuning", "Bekostiging", "Verhouding tot de colleges"),
    *("Verhouding tot de raden", "Verhouding tot de veiligheidsregio", "Werkterrein", "Overleg en besluitvorming"),
    *("Archief en openbaarheid", "Perspectief en evaluatie", "Inwerkingtreding", "Citeertitel"),
)
