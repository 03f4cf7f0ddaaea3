"""A document made by hand, of each kind of block, to hold the writers of files to."""

from io import BytesIO

from PIL import Image

from checklist.export.blocks.value import (
    Box,
    Cell,
    Contents,
    ContentsRow,
    Document,
    Drawing,
    Heading,
    Item,
    Listing,
    Marks,
    Paragraph,
    Row,
    Run,
    Runs,
    Signing,
    Style,
    Table,
    Whose,
)

ALTERNATIVE = "De regiostaf staat tussen de gemeenten en de veiligheidsregio."


def text(words: str) -> Runs:
    """Words in one look."""
    return (Run(words),)


def items(*words: str) -> tuple[Item, ...]:
    """Items of a list, each of words in one look."""
    return tuple(Item(text(item)) for item in words)


def row(*words: str, anchor: str = "") -> Row:
    """A row of a table, whose first cell heads it."""
    return Row(tuple(Cell(text(cell), head=not place) for place, cell in enumerate(words)), anchor)


def heads(*words: str) -> Row:
    """A row that heads the columns of a table."""
    return Row(tuple(Cell(text(cell), head=True) for cell in words))


def picture(width: int = 312, height: int = 156) -> bytes:
    """A PNG of one colour."""
    file = BytesIO()
    Image.new("RGB", (width, height), "#0a4f57").save(file, "PNG")
    return file.getvalue()


PICTURES = {"organigram": picture()}

COVER = (
    Paragraph(text("Ontwerp van de kring van gemeentesecretarissen"), style=Style.KIND),
    Heading(1, text("Regiostaf Brabant-Noord")),
    Paragraph(text("Concept van 24 november 2026"), style=Style.LEAD),
    Paragraph(text("CONCEPT"), style=Style.MARK),
    Table("facts", (), (row("Status", "Concept"), row("Orgaan", "algemeen bestuur"))),
    Contents(
        "Inhoud",
        (
            ContentsRow("Samenvatting", "samenvatting"),
            ContentsRow("2 Gevraagd besluit", "hoofdstuk-2"),
            ContentsRow("2a Een vraag", "vraag-2", level=2),
        ),
    ),
)

BLOCKS = (
    Heading(2, text("Samenvatting"), "samenvatting", new_page=True, running="Samenvatting"),
    Paragraph(text("De eerste regels."), style=Style.INTRO),
    Box(
        (
            Paragraph((Run("Dit voorstel kan zo niet worden besloten:", strong=True),)),
            Listing(items("Een reden.", "Nog een reden."), Marks.NUMBERS),
        ),
        stop=True,
        anchor="stop",
    ),
    Box((Paragraph((Run("Let op:", strong=True), Run(" bij één paar ontbreekt een afspraak."))),)),
    Heading(2, text("2 Gevraagd besluit"), "hoofdstuk-2", new_page=True),
    Heading(3, (Run("Het algemeen bestuur besluit:", Whose.BESLUIT),), opening=True),
    Paragraph(
        (Run("de regiostaf in te stellen", Whose.BESLUIT), Run("\N{NO-BREAK SPACE}(1a)*")), "2.1", "p2.1", Style.POINT
    ),
    Paragraph(text("kennis te nemen van:"), "2.2", "p2.2", Style.POINT),
    Listing(items("het eerste;", "het tweede."), style=Style.POINT),
    Signing(
        (
            (Run("Besloten op "), Run("", blank=True)),
            (Run("De voorzitter, "), Run("", blank=True), Run(" De secretaris, "), Run("", blank=True)),
        ),
        own=True,
    ),
    Heading(3, text("Een vraag"), "vraag-2"),
    Paragraph(
        (
            Run("Waarom.", strong=True),
            Run(" "),
            Run("Omdat het beter is", Whose.KRING),
            Run("1", raised=True, href="#bron-1", label="bron 1"),
            Run("; zie "),
            Run("2.1", href="#p2.1"),
            Run(", "),
            Run("de wet", href="https://wetten.overheid.nl/BWBR0003740"),
            Run(" en "),
            Run("nergens", href="#weg"),
            Run(".", Whose.KRING),
            Run(" Een "),
            Run("titel", italic=True),
            Run("Een nieuwe regel.", Whose.KRING, break_before=True),
            Run(" niet ingevuld", muted=True),
        ),
        "4.2.1",
        "p4.2.1",
    ),
    Listing(
        (
            Item(text("Lid één."), "lid-1", (Listing(items("onder a;", "onder b."), Marks.LETTERS),)),
            Item(text("Lid twee.")),
        ),
        Marks.NUMBERS,
    ),
    Listing(items("Weer van voren af aan."), Marks.NUMBERS),
    Listing(items("Zonder teken."), Marks.NONE),
    Table(
        "sources",
        (heads("Nr.", "Bron", "Vindplaats", "Nagekeken", "Adres"),),
        (row("1", "Gemeentewet", "art. 24", "ja", "wetten.overheid.nl", anchor="bron-1"),),
        text("Tabel 1. Bronnen"),
        "tabel-1",
    ),
    Table(
        "costs",
        (Row((*heads("Post", "Wie betaalt", "Soort").cells, Cell(text("Bedrag"), head=True, right=True))),),
        (
            Row(
                (*row("Staf", "gemeenten", "per jaar").cells, Cell(text("€\N{NO-BREAK SPACE}42.000"), right=True)),
                sum=True,
            ),
        ),
        text("Tabel 2. Kosten"),
        "tabel-2",
    ),
    Paragraph(text("Wat bij de tabel hoort."), style=Style.NOTE),
    Drawing("organigram", ALTERNATIVE, text("Figuur 1. De regiostaf"), "figuur-1"),
    Heading(4, text("Een onderdeel")),
    Heading(5, text("Een onderdeel daarvan")),
    Paragraph((Run("Afspraak: "), Run("", blank=True))),
    Paragraph(text("Dit document. Stand: concept."), style=Style.LAST),
)

EVERY_BLOCK = Document(
    title="Regiostaf Brabant-Noord (concept)",
    author="Kring van gemeentesecretarissen, Veiligheidsregio Brabant-Noord",
    subject="Bestuursvoorstel regiostaf, het algemeen bestuur",
    keywords="regiostaf, veiligheidsregio, Brabant-Noord",
    head="Regiostaf Brabant-Noord",
    mark="CONCEPT",
    foot="Concept van 24 november 2026",
    cover=COVER,
    blocks=BLOCKS,
)
