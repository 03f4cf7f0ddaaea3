"""Every text names sources that exist (rule 12)."""

import re

import pytest

from tests.texts.said import records

# The headings of the booklet that a source may name, by chapter.
HEADINGS = {
    "1": {
        "inleiding",
        "Integrale afweging",
        "Proportionaliteit",
        "Veiligheid: verantwoordelijkheid van BenW",
        "Bredere advisering aan burgemeesters",
        "Advisering vanuit een brede context: ons vak",
        "Verlengd lokaal bestuur weer inhoud geven",
    },
    "2": {
        "inleiding",
        "Veiligheidsbureau als gedelegeerd opdrachtgever bij de centrumstad",
        "Overkoepelend directeur bij de veiligheidsregio",
        "Functionaris verlengd lokaal bestuur in de Veiligheidsdirectie",
        "Onafhankelijk secretaris",
        "Veiligheidsmanager",
        "Taakverdeling bij de beoordeling van stukken",
        "Adviesstructuur voor het bestuur van een brede regionale organisatie",
        "Concernfunctie bij gemeente",
        "Managementraad bij de veiligheidsregio",
        "En meer mogelijkheden....",
    },
    "3": {
        "inleiding",
        "Aandachtspunten",
        "Praktische uitwerking",
        "Bestuurlijk overleg",
        "Managementoverleg",
        "Overleggen Veiligheidshuis, IV-ers, AOV-ers",
        "Casusgericht overleg",
        "Overleg buiten de directe sfeer van veiligheid",
        "Zwaardere organisatievormen",
    },
    "4": {"inleiding", "Checklist regiostaf", "Checklist regiostaf, vraag 8 en 9"}
    | {f"Checklist regiostaf, vraag {number}" for number in range(1, 13)},
}


def problem_of(source: str) -> str:
    """What is wrong with one source of a text: empty when it exists."""
    if found := re.fullmatch(r"hoofdstuk (\d), ([^(]+?)(?: \(.+\))?", source, re.IGNORECASE):
        return "" if found[2] in HEADINGS.get(found[1], set()) else f"no heading of chapter {found[1]}"
    if found := re.fullmatch(r"spanning (\w+) met (\w+)", source):
        pairs = {(tension["option_a"][0], tension["option_b"][0]) for tension in records("tensions")}
        return "" if found.groups() in pairs else "no tension"
    if found := re.fullmatch(
        r"stand van zaken bij vraag (\d+)( \(.+\))?( en vraag \d+( \(.+\))?)?", source, re.IGNORECASE
    ):
        return "" if [int(found[1])] in [note["question"] for note in records("question_notes")] else "no note"
    if re.fullmatch(r"Wet (veiligheidsregio’s|gemeenschappelijke regelingen), artikel \d+[a-z]?( en \d+)?", source):
        return ""
    law, _, article = source.partition(" art. ")
    laws = {"Wgr", "Wvr", "Gemeentewet", "Wet op de ondernemingsraden"}
    if source == "Stb. 2022, 18" or (law in laws and re.fullmatch(r"\d+[a-z]?( (lid|en) \d+[a-z]?)*", article)):
        return ""
    known = {
        "Voorwoord",
        "de voorbeelden van hoofdstuk 2",
        "Voorstel van deze wijzer",
        "voorstel van deze wijzer",
        "eigen afweging",
        "de evaluatie is een voorstel van deze wijzer",
        "niet nagekeken in de geldende wettekst",
    }
    return "" if source in known else "unknown kind of source"


PASSAGES = ("questions", "options", "considerations", "backgrounds", "terms", "governance_models")


@pytest.mark.parametrize(
    ("name", "field"),
    [*((name, "passage") for name in PASSAGES), ("option_deciding", "remark_source"), ("steps", "source")],
)
def test_every_text_names_sources_that_exist(name: str, field: str) -> None:
    for number, record in enumerate(records(name), start=1):
        # A semicolon between brackets belongs to the source.
        sources = re.split(r";\s+(?![^(]*\))", record[field])
        wrong = [(source, problem) for source in sources if (problem := problem_of(source))]
        assert wrong == [], f"record {number}"


@pytest.mark.parametrize(
    "source",
    ["hoofdstuk 1, Aandachtspunten", "hoofdstuk 4, Checklist regiostaf, vraag 13", "spanning 1a met 1d", "ergens", ""],
)
def test_a_source_that_does_not_exist_is_found(source: str) -> None:
    assert problem_of(source)
