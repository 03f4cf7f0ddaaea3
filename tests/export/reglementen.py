"""A reglement made by hand, with one of each thing that may stand in it."""

from dataclasses import replace

from checklist.domain.advies.value import Advies
from checklist.domain.decision.reglement.value import Article, Item, Lid, Piece, Reglement, Source, Text
from tests.export import samples


def ours(text: str) -> Text:
    """Words of ours."""
    return (Piece(text),)


def filled_in(before: str, words: str, after: str = "", source: Source = Source.KRING) -> Text:
    """Words of ours around what the kring filled in, or around a gap."""
    return tuple(piece for piece in (Piece(before), Piece(words, source), Piece(after)) if piece.text)


_TERMS = (
    Item("", ours("colleges van burgemeester en wethouders van de gemeenten;"), ours("colleges")),
    Item("", ours("overleg van de gemeentesecretarissen van de gemeenten;"), ours("kring")),
    Item("", ours("openbaar lichaam Veiligheidsregio Brabant-Noord."), ours("veiligheidsregio")),
)
_TASKS = (
    Item("a", ours("het algemeen bestuur vanuit verlengd lokaal bestuur te adviseren over voorstellen;")),
    Item("b", ours("de gemeenten te adviseren over voorstellen die hen binden; en")),
    Item("c", ours("de samenwerking tussen de gemeenten te organiseren.")),
)
_OWN = "De regiostaf begint zodra alle gemeenten hun bijdrage hebben toegezegd."
_PERIOD = "[nog in te vullen: de zittingsduur]"
_GEMEENTE = "[nog in te vullen: de naam van de gemeente]"

ARTICLES = (
    Article(
        1,
        "begrippen",
        "Begripsbepalingen",
        (Lid(0, ours("In dit reglement wordt verstaan onder:"), _TERMS),),
        explanation="De begrippen staan op alfabet.",
    ),
    Article(
        2,
        "instelling",
        "Instelling",
        (
            Lid(1, ours("Er is een regiostaf in de veiligheidsregio.")),
            Lid(2, ours("De regiostaf is ingesteld door de kring.")),
        ),
        stopped=True,
        explanation="De kring kan met dit reglement geen bestuursorgaan binden.",
    ),
    Article(
        3,
        "opdracht",
        "Opdracht",
        (
            Lid(1, ours("De regiostaf heeft tot taak:"), _TASKS),
            Lid(2, ours("Boven elk advies staat voor wie het is bestemd. " * 4)),
        ),
        explanation="Elke opdracht is een taak.",
    ),
    Article(
        6,
        "leiding",
        "Leiding",
        (
            Lid(1, filled_in("De leiding berust bij een vertegenwoordiging van ", "drie", " gemeentesecretarissen.")),
            Lid(2, filled_in("De kring wijst de leden aan voor ", _PERIOD, ".", Source.GAP)),
        ),
    ),
    Article(11, "raden", "Verhouding tot de raden", (Lid(0, ours("De regiostaf werkt samen met de griffiers.")),)),
    Article(
        17,
        "inwerkingtreding",
        "Inwerkingtreding",
        (
            Lid(1, filled_in("Dit reglement treedt in werking op ", "1 april 2027", ".")),
            Lid(2, (Piece(_OWN, Source.KRING),), own=True),
        ),
    ),
)
REGLEMENT = Reglement(
    title=filled_in("Reglement regiostaf ", "Brabant-Noord", source=Source.OURS),
    subtitle=ours("Afspraak van de kring van gemeentesecretarissen, bekrachtigd door de colleges"),
    legal_form="onderlinge afspraak van de kring en gelijkluidend besluit van elk college",
    preamble=(
        ours("De kring van gemeentesecretarissen in Veiligheidsregio Brabant-Noord,"),
        ours("overwegende dat de gemeenten daarvoor een gezamenlijke ambtelijke staf nodig hebben;"),
        ours("spreekt het volgende reglement af:"),
    ),
    articles=ARTICLES,
    closing=filled_in("Vastgesteld in de vergadering van ", "24 november 2026", "."),
    signatures=(
        (ours("De voorzitter van de veiligheidsregio,"), ours("De secretaris van de veiligheidsregio,")),
        (filled_in("De burgemeester van ", _GEMEENTE, ",", Source.GAP),),
    ),
    stopped=("De keuzes ‘advies aan het bestuur’ (2a) en ‘geen directe relatie’ (5a) gaan niet samen.",),
    gaps=2,
)


def with_reglement(reglement: Reglement = REGLEMENT, name: str = "vol-voorstel") -> Advies:
    """An example whose reglement is this one."""
    advies = samples.example(name)
    return replace(advies, voorstel=replace(advies.voorstel, reglement=reglement))
