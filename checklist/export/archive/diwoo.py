"""DiWoo, the metadata with which documents are published under the Wet open overheid (Woo).

Publishing is for the veiligheidsregio, which is the publisher here: its platform adds when and where. The codes are
those of TOOI's lists in DiWoo-metadata 0.9.8 (docs/archive.md).
"""

from xml.etree.ElementTree import Element

from checklist.domain.decision_content import Organ
from checklist.domain.settled.code import shown_code
from checklist.domain.settled.states import corrected, public_address
from checklist.domain.settled.value import Act, ActKind
from checklist.domain.state import Outcome, Stand
from checklist.export.archive.elements import add, as_bytes, root
from checklist.export.archive.filed import Filed, day_or_moment

NAMESPACE = "https://standaarden.overheid.nl/diwoo/metadata/"
SCHEMA = f"{NAMESPACE}0.9.8/xsd/diwoo/diwoo-metadata.xsd"

# A term of a list: its address and its label.
_Term = tuple[str, str]
_KERN = "https://identifier.overheid.nl/tooi/def/thes/kern/"
_EUROPEAN = "http://publications.europa.eu/resource/authority/"
MEETING_PAPERS: _Term = (f"{_KERN}c_db4862c3", "vergaderstukken decentrale overheden")
BEST_EFFORTS: _Term = (f"{_KERN}c_816e508d", "inspanningsverplichting art 3.1 Woo")
MEETING_PAPER: _Term = (f"{_KERN}c_7f9dffa7", "vergaderstuk")
DECISION: _Term = (f"{_KERN}c_465163c9", "besluit")
EVALUATION: _Term = (f"{_KERN}c_38ba44de", "evaluatierapport")
ADOPTED: _Term = (f"{_KERN}c_641ecd76", "vaststelling")
RECEIVED: _Term = (f"{_KERN}c_dfcee535", "ontvangst")
REFERS_TO: _Term = (f"{_KERN}c_75fac459", "verwijst naar")
THEME: _Term = ("https://identifier.overheid.nl/tooi/def/thes/top/c_d58b78ca", "openbare orde en veiligheid")
DUTCH: _Term = (f"{_EUROPEAN}language/NLD", "Nederlands")
PDF: _Term = (f"{_EUROPEAN}file-type/PDF", "PDF")

_OF_THE_VEILIGHEIDSREGIO = {Organ.AB, Organ.DB}


def diwoo_xml(filed: Filed) -> bytes:
    """Return the metadata of the document in the state it is in. No queries."""
    document = root("diwoo:Document", NAMESPACE, SCHEMA)
    diwoo = _add(document, "DiWoo")
    identifiers = _add(diwoo, "identifiers")
    _add(identifiers, "identifier", filed.code)
    _add(identifiers, "identifier", filed.address)
    for role in ("publisher", "verantwoordelijke"):
        _veiligheidsregio(diwoo, role, filed)
    _add(diwoo, "naamOpsteller", filed.kring)
    titles = _add(diwoo, "titelcollectie")
    _add(titles, "officieleTitel", f"{filed.heading}: {filed.title}")
    _add(_add(titles, "verkorteTitels"), "verkorteTitel", filed.title)
    descriptions = _add(diwoo, "omschrijvingen")
    for sentence in filed.descriptions:
        _add(descriptions, "omschrijving", sentence)
    _classes(diwoo, filed)
    _add(diwoo, "creatiedatum", filed.settled_on.isoformat())
    _listed(diwoo, "language", DUTCH)
    _listed(diwoo, "format", PDF)
    _handled(diwoo, filed)
    _relations(diwoo, filed)
    return as_bytes(document)


def _classes(diwoo: Element, filed: Filed) -> None:
    classes = _add(diwoo, "classificatiecollectie")
    _listed(_add(classes, "informatiecategorieen"), "informatiecategorie", _category(filed))
    _listed(_add(classes, "documentsoorten"), "documentsoort", _kind(filed))
    _listed(_add(classes, "themas"), "thema", THEME)
    _add(_add(classes, "trefwoorden"), "trefwoord", "regiostaf")


def _category(filed: Filed) -> _Term:
    """A paper of the meeting once the algemeen bestuur was offered it or decided on it, whatever came after."""
    seen_by_it = (act.kind in {ActKind.OFFERED, ActKind.DECIDED} and act.organ == Organ.AB for act in filed.acts)
    return MEETING_PAPERS if any(seen_by_it) else BEST_EFFORTS


def _kind(filed: Filed) -> _Term:
    """A proposal that was rejected is still the paper of a meeting, as its cover says too."""
    if filed.evaluatie:
        return EVALUATION
    state = filed.state
    return DECISION if state.stand == Stand.DECIDED and state.outcome != Outcome.REJECTED else MEETING_PAPER


def _handled(diwoo: Element, filed: Filed) -> None:
    acts = _add(diwoo, "documenthandelingen")
    for act in corrected(filed.acts):
        if kind := _handling(act, filed):
            handling = _add(acts, "documenthandeling")
            _listed(handling, "soortHandeling", kind)
            _add(handling, "atTime", _at(act))
            if act.organ in _OF_THE_VEILIGHEIDSREGIO:
                _veiligheidsregio(handling, "wasAssociatedWith", filed)


def _handling(act: Act, filed: Filed) -> _Term | None:
    """What DiWoo has a word for; it has none for rejecting and withdrawing."""
    if act.kind == ActKind.OFFERED:
        return RECEIVED
    decided = act.kind == ActKind.DECIDED and act.organ == filed.state.organ and act.outcome != Outcome.REJECTED
    return ADOPTED if act.kind == ActKind.SETTLED or decided else None


def _at(act: Act) -> str:
    """DiWoo asks for a time, which isn't known of an act that was recorded on another day: midnight, in no zone."""
    when = day_or_moment(act)
    return when if "T" in when else f"{when}T00:00:00"


def _relations(diwoo: Element, filed: Filed) -> None:
    codes = [code for code in (filed.version.follows, filed.version.about) if code]
    if not codes:
        return
    relations = _add(diwoo, "documentrelaties")
    for code in codes:
        relation = _add(relations, "documentrelatie")
        _listed(relation, "role", REFERS_TO)
        _listed(relation, "relation", (public_address(filed.site, code), shown_code(code)))


def _veiligheidsregio(parent: Element, name: str, filed: Filed) -> None:
    _listed(parent, name, (filed.organisation.address, filed.organisation.name))


def _listed(parent: Element, name: str, term: _Term) -> None:
    address, label = term
    _add(parent, name, label, resource=address)


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    return add(parent, f"diwoo:{name}", text, **attributes)
