"""MDTO, the metadata that archives exchange: the document as an informatieobject, and its PDF as a bestand.

One object a file, as MDTO has it; and the hash of a PDF can't stand in that PDF itself. The terms of MDTO's own lists
are those of its published examples (docs/archive.md).
"""

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from checklist.domain.settled.archiving import ListedTerm
from checklist.domain.settled.chain import moment
from checklist.domain.settled.code import shown_code
from checklist.domain.settled.organisations import REGISTER
from checklist.domain.settled.states import corrected
from checklist.domain.settled.value import FileFacts
from checklist.export.archive.elements import add, as_bytes, root
from checklist.export.archive.filed import Filed, day_or_moment

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
SCHEMA = "https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd"
KEYWORDS = ("regiostaf", "veiligheidsregio", "gemeentesecretarissen")

_ARCHIEFSTUK = ListedTerm("Archiefstuk", "", "Begrippenlijst Aggregatieniveaus MDTO")
_CREATION = ListedTerm("Creatie", "", "Begrippenlijst EventTypeLijst MDTO")
_FOR_A_TIME = ListedTerm("Tijdelijk te bewaren", "V", "Begrippenlijst Waarderingen MDTO")
_FOR_EVER = ListedTerm("Blijvend te bewaren", "B", "Begrippenlijst Waarderingen MDTO")
_PDF_A = ListedTerm("Acrobat PDF/A - Portable Document Format 3a", "fmt/479", "PRONOM-register")
_SHA_256 = ListedTerm("SHA-256", "", "Begrippenlijst ChecksumAlgoritme MDTO")
_AUTHOR = ListedTerm("Opsteller", "", "Regiostaf, rollen bij een voorstel")
_FOLLOWS = ListedTerm("Volgt op", "", "Regiostaf, relaties tussen voorstellen")
_ABOUT = ListedTerm("Gaat over", "", "Regiostaf, relaties tussen voorstellen")


def mdto_xml(filed: Filed, pdf_name: str) -> bytes:
    """Return the document as an informatieobject; `pdf_name` is the name of the file that represents it. No queries."""
    document, informatieobject = _document("informatieobject")
    _identification(informatieobject, "identificatie", filed.code, _source(filed))
    add(informatieobject, "naam", filed.name)
    _content(informatieobject, filed)
    _creation(informatieobject, filed)
    _retention(informatieobject, filed)
    _reference(informatieobject, "heeftRepresentatie", pdf_name, _pdf_mark(filed), _source(filed))
    _reference(informatieobject, "aanvullendeMetagegevens", "diwoo.xml")
    for name, code, relation in _related(filed):
        related = add(informatieobject, "gerelateerdInformatieobject")
        _reference(related, "gerelateerdInformatieobjectVerwijzing", name, shown_code(code), _source(filed))
        _term(related, "gerelateerdInformatieobjectTypeRelatie", relation)
    _people(informatieobject, filed)
    _term(add(informatieobject, "beperkingGebruik"), "beperkingGebruikType", filed.archiving.publicity)
    return as_bytes(document)


def mdto_file_xml(filed: Filed, pdf: FileFacts) -> bytes:
    """Return the PDF of the document as a bestand: it lies beside the PDF, never in it. No queries."""
    document, bestand = _document("bestand")
    _identification(bestand, "identificatie", _pdf_mark(filed), _source(filed))
    add(bestand, "naam", pdf.name)
    add(bestand, "omvang", str(pdf.size))
    _term(bestand, "bestandsformaat", _PDF_A)
    checksum = add(bestand, "checksum")
    _term(checksum, "checksumAlgoritme", _SHA_256)
    add(checksum, "checksumWaarde", pdf.sha256)
    add(checksum, "checksumDatum", moment(pdf.made_at))
    add(bestand, "URLBestand", filed.address)
    _reference(bestand, "isRepresentatieVan", filed.name, filed.code, _source(filed))
    return as_bytes(document)


def _document(kind: str) -> tuple[Element, Element]:
    document = root("MDTO", NAMESPACE, SCHEMA)
    return document, add(document, kind)


def _content(parent: Element, filed: Filed) -> None:
    _term(parent, "aggregatieniveau", _ARCHIEFSTUK)
    for word in (*KEYWORDS, *(("evaluatie",) if filed.evaluatie else ())):
        add(parent, "trefwoord", word)
    for sentence in filed.descriptions:
        add(parent, "omschrijving", sentence)
    add(add(parent, "raadpleeglocatie"), "raadpleeglocatieOnline", filed.address)
    _veiligheidsregio(parent, "dekkingInRuimte", filed)
    add(parent, "taal", "nl")


def _creation(parent: Element, filed: Filed) -> None:
    version = filed.version
    event = add(parent, "event")
    _term(event, "eventType", _CREATION)
    add(event, "eventTijd", day_or_moment(corrected(filed.acts)[0]))
    _reference(event, "eventVerantwoordelijkeActor", filed.kring)
    result = (
        f"Vastgesteld door de kring als versie {version.version}; sha256 van de gegevens: {version.snapshot_sha256}"
    )
    add(event, "eventResultaat", result)


def _retention(parent: Element, filed: Filed) -> None:
    """How long it is kept, as the kring chose, and the category that an archivaris set."""
    start, end = filed.version.settled_on, filed.version.keep_until
    _term(parent, "waardering", _FOR_A_TIME if end else _FOR_EVER)
    if end:
        term = add(parent, "bewaartermijn")
        add(term, "termijnStartdatumLooptijd", start.isoformat())
        if years := _whole_years(start, end):
            add(term, "termijnLooptijd", f"P{years}Y")
        add(term, "termijnEinddatum", end.isoformat())
    if filed.archiving.category:
        _term(parent, "informatiecategorie", filed.archiving.category)


def _whole_years(start: date, end: date) -> int:
    return end.year - start.year if (start.month, start.day) == (end.month, end.day) else 0


def _related(filed: Filed) -> Iterator[tuple[str, str, ListedTerm]]:
    version = filed.version
    if version.follows:
        yield f"De vorige versie, versie {version.version - 1}", version.follows, _FOLLOWS
    if version.about:
        yield "Het voorstel waarover deze evaluatie gaat", version.about, _ABOUT


def _people(parent: Element, filed: Filed) -> None:
    if creator := filed.archiving.creator:
        _reference(parent, "archiefvormer", creator.label, creator.code, creator.listed_in)
    else:
        _veiligheidsregio(parent, "archiefvormer", filed)
    author = add(parent, "betrokkene")
    _term(author, "betrokkeneTypeRelatie", _AUTHOR)
    _reference(author, "betrokkeneActor", filed.kring)


def _veiligheidsregio(parent: Element, name: str, filed: Filed) -> None:
    _reference(parent, name, filed.organisation.name, filed.organisation.address, REGISTER)


def _source(filed: Filed) -> str:
    return f"Regiostaf ({filed.site})"


def _pdf_mark(filed: Filed) -> str:
    """What a PDF is known by: every act that changes the cover has one of its own."""
    return f"{filed.code}/{filed.acts[-1].number}/pdf"


def _term(parent: Element, name: str, term: ListedTerm) -> None:
    element = add(parent, name)
    add(element, "begripLabel", term.label)
    if term.code:
        add(element, "begripCode", term.code)
    _reference(element, "begripBegrippenlijst", term.listed_in)


def _reference(parent: Element, name: str, to: str, mark: str = "", source: str = "") -> None:
    element = add(parent, name)
    add(element, "verwijzingNaam", to)
    if mark:
        _identification(element, "verwijzingIdentificatie", mark, source)


def _identification(parent: Element, name: str, mark: str, source: str) -> None:
    element = add(parent, name)
    add(element, "identificatieKenmerk", mark)
    add(element, "identificatieBron", source)
