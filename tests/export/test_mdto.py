"""MDTO: the document and its PDF for an archive, in every state."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from checklist.domain.decision_content import Organ
from checklist.domain.settled.archiving import Archiving, ListedTerm
from checklist.domain.settled.value import Act, ActKind, SettledKind
from checklist.domain.state import Outcome
from checklist.export.archive import Filed, mdto_file_xml, mdto_xml
from tests.domain.settled.acts import AT, DECIDED, OFFERED, VERSION, changed
from tests.export.archived import PDF, faults, filed, texts

WITHDRAWN = Act(3, ActKind.WITHDRAWN, AT, on=date(2027, 2, 1), text="Jan Jansen wil het anders.")
MOVED = Act(3, ActKind.MOVED, AT, on=date(2027, 3, 4))
EVALUATIE = replace(VERSION, kind=SettledKind.EVALUATIE, about="0123456789AB")
SECOND = replace(VERSION, version=2, follows="0123456789AB")
STATES = {
    "vastgesteld": filed(),
    "aangeboden": filed(OFFERED),
    "verplaatst": filed(OFFERED, MOVED),
    "besloten": filed(OFFERED, DECIDED),
    "afgewezen": filed(OFFERED, changed(DECIDED, outcome=Outcome.REJECTED)),
    "ingetrokken": filed(OFFERED, WITHDRAWN),
    "evaluatie": filed(version=EVALUATIE),
    "tweede versie": filed(version=SECOND),
    "blijvend": filed(version=replace(VERSION, keep_until=None)),
}


def mdto(document: Filed) -> bytes:
    return mdto_xml(document, PDF.name)


@pytest.mark.parametrize("document", STATES.values(), ids=STATES)
def test_the_informatieobject_is_as_mdto_asks(document: Filed) -> None:
    assert faults("mdto", mdto(document)) == []


@pytest.mark.parametrize("document", STATES.values(), ids=STATES)
def test_the_bestand_is_as_mdto_asks(document: Filed) -> None:
    assert faults("mdto", mdto_file_xml(document, PDF)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<naam>", b"<titel/><naam>"),
        (b"<taal>nl</taal>", b"<taal>Nederlands, denk ik</taal>"),
        (b"2027-01-14T15:04:05Z", b"14 januari"),
        (b"<begripCode>V</begripCode>", b"<begripCode> </begripCode>"),
        (b"<waardering>", b"<waardering/><waardering>"),
        (b"archiefvormer>", b"vormer>"),
    ],
)
def test_the_check_finds_what_is_wrong(old: bytes, new: bytes) -> None:
    right = mdto(filed())
    assert old in right
    assert faults("mdto", right.replace(old, new))


def test_it_is_known_by_the_code_on_paper_and_named_with_version_and_date() -> None:
    xml = mdto(filed())
    assert texts(xml, "informatieobject/identificatie/identificatieKenmerk") == ["7K2M-9QXR-4TBD"]
    assert texts(xml, "naam") == ["Voorstel Regiostaf Brabant-Noord, versie 1, vastgesteld 14 januari 2027"]
    assert texts(xml, "raadpleeglocatieOnline") == ["https://regiostaf.example/advies/7K2M9QXR4TBD/"]


def test_each_act_is_a_sentence_without_its_text() -> None:
    other = changed(DECIDED, number=4, organ=Organ.COLLEGES, on=date(2027, 2, 20), outcome=Outcome.CHANGED)
    xml = mdto(filed(OFFERED, changed(MOVED), other, changed(WITHDRAWN, number=5)))
    assert texts(xml, "omschrijving")[1:] == [
        "14 januari 2027: vastgesteld door de kring.",
        "21 januari 2027: aangeboden aan het algemeen bestuur.",
        "Vergadering verplaatst naar 4 maart 2027.",
        "20 februari 2027: besluit van de colleges: aangenomen met een wijziging.",
        "1 februari 2027: ingetrokken door de kring.",
    ]
    assert b"Jansen" not in xml


def test_a_date_that_was_put_right_is_the_one_that_stands() -> None:
    correction = Act(2, ActKind.CORRECTED, AT, on=date(2027, 1, 13), corrects=1)
    xml = mdto(filed(correction))
    assert texts(xml, "naam")[0].endswith("vastgesteld 13 januari 2027")
    assert texts(xml, "event/eventTijd") == ["2027-01-13"]


def test_what_was_recorded_on_another_day_has_its_day_and_no_time() -> None:
    late = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)
    document = filed()
    xml = mdto(replace(document, acts=(changed(document.acts[0], at=late),)))
    assert texts(xml, "event/eventTijd") == ["2027-01-14"]


@pytest.mark.parametrize(
    ("until", "code", "term"),
    [
        (date(2047, 1, 14), "V", ["2027-01-14", "P20Y", "2047-01-14"]),
        (date(2047, 6, 30), "V", ["2027-01-14", "2047-06-30"]),
        (None, "B", []),
    ],
)
def test_it_is_kept_as_long_as_the_kring_chose(until: date | None, code: str, term: list[str]) -> None:
    xml = mdto(filed(version=replace(VERSION, keep_until=until)))
    assert texts(xml, "waardering/begripCode") == [code]
    assert texts(xml, "bewaartermijn/termijnStartdatumLooptijd") == term[:1]
    assert texts(xml, "bewaartermijn/termijnLooptijd") == term[1:-1]
    assert texts(xml, "bewaartermijn/termijnEinddatum") == term[len(term) - 1 :]


def test_the_veiligheidsregio_is_archiefvormer_by_its_official_name_and_address() -> None:
    xml = mdto(filed(region_code="VR07", region="Gelderland-Midden"))
    assert texts(xml, "archiefvormer/verwijzingNaam") == ["Veiligheids- en Gezondheidsregio Gelderland-Midden"]
    mark = "archiefvormer/verwijzingIdentificatie/identificatieKenmerk"
    assert texts(xml, mark) == ["https://identifier.overheid.nl/tooi/id/so/so0476"]


def test_a_region_without_a_known_address_has_none() -> None:
    xml = mdto(filed(region_code="VR26", region="Nieuw"))
    assert texts(xml, "archiefvormer/verwijzingNaam") == ["Veiligheidsregio Nieuw"]
    assert texts(xml, "archiefvormer/verwijzingIdentificatie/identificatieKenmerk") == []
    assert faults("mdto", xml) == []


def test_until_an_archivaris_decides_publicity_is_not_assessed_and_no_category_is_given() -> None:
    xml = mdto(filed())
    assert texts(xml, "beperkingGebruikType/begripCode") == ["Openbaarheid/AW1995/NietBeoordeeld/1.0"]
    assert texts(xml, "informatiecategorie/begripLabel") == []


def test_what_an_archivaris_decided_stands_in_it() -> None:
    decided = Archiving(
        creator=ListedTerm("Gemeente Oss", "", ""),
        category=ListedTerm("Beleid", "2.1", "Selectielijst"),
        publicity=ListedTerm("openbaar", "O", "Lijst"),
    )
    xml = mdto(filed(archiving=decided))
    assert faults("mdto", xml) == []
    assert texts(xml, "archiefvormer/verwijzingNaam") == ["Gemeente Oss"]
    assert texts(xml, "informatiecategorie/begripCode") == ["2.1"]
    assert texts(xml, "beperkingGebruikType/begripLabel") == ["openbaar"]


@pytest.mark.parametrize(
    ("document", "relation", "start"),
    [
        (STATES["tweede versie"], "Volgt op", "Voorstel"),
        (STATES["evaluatie"], "Gaat over", "Evaluatie"),
    ],
)
def test_it_names_the_document_it_follows_or_is_about(document: Filed, relation: str, start: str) -> None:
    xml = mdto(document)
    assert texts(xml, "gerelateerdInformatieobjectTypeRelatie/begripLabel") == [relation]
    mark = "gerelateerdInformatieobjectVerwijzing/verwijzingIdentificatie/identificatieKenmerk"
    assert texts(xml, mark) == ["0123-4567-89AB"]
    assert texts(xml, "naam")[0].startswith(start)


def test_the_document_and_the_pdf_of_a_state_name_each_other() -> None:
    document = filed(OFFERED)
    xml, file_xml = mdto(document), mdto_file_xml(document, PDF)
    mark = "identificatie/identificatieKenmerk"
    represented = "heeftRepresentatie/verwijzingIdentificatie/identificatieKenmerk"
    represents = "isRepresentatieVan/verwijzingIdentificatie/identificatieKenmerk"
    assert texts(xml, represented) == texts(file_xml, mark) == ["7K2M-9QXR-4TBD/2/pdf"]
    assert texts(file_xml, represents) == texts(xml, f"informatieobject/{mark}")


def test_the_bestand_has_name_size_and_hash_of_the_pdf() -> None:
    xml = mdto_file_xml(filed(), PDF)
    assert texts(xml, "bestand/naam") == [PDF.name]
    assert texts(xml, "omvang") == ["81234"]
    assert texts(xml, "checksumWaarde") == [PDF.sha256]
    assert texts(xml, "bestandsformaat/begripCode") == ["fmt/479"]
