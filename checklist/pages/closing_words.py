"""The words of the page Afronding that belong to its form: groups of fields and columns of tables."""

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
