"""DiWoo: the metadata with which a veiligheidsregio can publish the document, in every state."""

from datetime import UTC, date, datetime

import pytest

from checklist.domain.decision_content import Organ
from checklist.domain.settled.value import Act, ActKind
from checklist.domain.state import Outcome
from checklist.export.archive import Filed, diwoo_xml
from tests.domain.settled.acts import AT, DECIDED, OFFERED, changed
from tests.export.archived import DIWOO, elements, faults, filed, rows, texts
from tests.export.test_mdto import STATES, WITHDRAWN

LISTED = {(row["element"], row["address"]): row["label"] for row in rows("terms")}
BODIES = {row["address"]: row["name"] for row in rows("organisations")}
ROLES = ("publisher", "verantwoordelijke", "wasAssociatedWith")
REJECTED = changed(DECIDED, outcome=Outcome.REJECTED)
OFFERED_TO_DB = changed(OFFERED, organ=Organ.DB)
PAPERS, EFFORTS = "vergaderstukken decentrale overheden", "inspanningsverplichting art 3.1 Woo"


def told(document: Filed, path: str) -> list[str]:
    return texts(diwoo_xml(document), path, DIWOO)


@pytest.mark.parametrize("document", STATES.values(), ids=STATES)
def test_it_is_as_diwoo_asks(document: Filed) -> None:
    assert faults("diwoo", diwoo_xml(document)) == []


@pytest.mark.parametrize("document", STATES.values(), ids=STATES)
def test_every_term_is_that_of_its_list(document: Filed) -> None:
    xml = diwoo_xml(document)
    used = {element for element, _ in LISTED}
    assert used - {"role"} <= {name for name in used if elements(xml, name, DIWOO)}
    for name in used:
        for element in elements(xml, name, DIWOO):
            assert element.text == LISTED[name, element.attrib["resource"]]
    for role in ROLES:
        for element in elements(xml, role, DIWOO):
            assert element.text == BODIES[element.attrib["resource"]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"diwoo:publisher", b"diwoo:uitgever"),
        (b"<diwoo:creatiedatum>2027-01-14", b"<diwoo:creatiedatum>14 januari"),
        (b"<diwoo:atTime>2027-01-14T15:04:05Z", b"<diwoo:atTime>2027-01-14"),
        (b'resource="https', b'bron="https'),
    ],
)
def test_the_check_finds_what_is_wrong(old: bytes, new: bytes) -> None:
    right = diwoo_xml(filed())
    assert old in right
    assert faults("diwoo", right.replace(old, new))


@pytest.mark.parametrize(
    ("document", "heading", "category", "kind"),
    [
        (filed(), "Voorstel van de kring van gemeentesecretarissen in", EFFORTS, "vergaderstuk"),
        (filed(OFFERED), "Voorstel aan het algemeen bestuur van", PAPERS, "vergaderstuk"),
        (filed(OFFERED_TO_DB), "Voorstel aan het dagelijks bestuur van", EFFORTS, "vergaderstuk"),
        (filed(OFFERED, DECIDED), "Besluit van het algemeen bestuur van", PAPERS, "besluit"),
        (filed(OFFERED, REJECTED), "Voorstel aan het algemeen bestuur van", PAPERS, "vergaderstuk"),
        (filed(OFFERED_TO_DB, DECIDED), "Voorstel aan het dagelijks bestuur van", PAPERS, "vergaderstuk"),
        (filed(OFFERED, WITHDRAWN), "Voorstel van de kring van gemeentesecretarissen in", PAPERS, "vergaderstuk"),
        (STATES["evaluatie"], "Evaluatie van de kring van gemeentesecretarissen in", EFFORTS, "evaluatierapport"),
    ],
)
def test_each_state_has_its_title_category_and_kind(document: Filed, heading: str, category: str, kind: str) -> None:
    assert told(document, "officieleTitel") == [f"{heading} Veiligheidsregio Brabant-Noord: Regiostaf Brabant-Noord"]
    assert told(document, "informatiecategorie") == [category]
    assert told(document, "documentsoort") == [kind]


def test_what_was_done_with_it_are_the_acts_that_diwoo_has_a_word_for() -> None:
    by_colleges = Act(4, ActKind.DECIDED, AT, organ=Organ.COLLEGES, on=date(2027, 2, 20), outcome=Outcome.UNCHANGED)
    document = filed(OFFERED, DECIDED, by_colleges)
    assert told(document, "soortHandeling") == ["vaststelling", "ontvangst", "vaststelling"]
    times = ["2027-01-14T15:04:05Z", "2027-01-21T00:00:00", "2027-02-18T00:00:00"]
    assert told(document, "atTime") == times
    assert told(document, "wasAssociatedWith") == ["Veiligheidsregio Brabant-Noord"] * 2


def test_rejecting_and_withdrawing_are_no_vaststelling() -> None:
    assert told(filed(OFFERED, REJECTED), "soortHandeling") == ["vaststelling", "ontvangst"]
    assert told(filed(WITHDRAWN), "soortHandeling") == ["vaststelling"]


def test_an_act_that_was_recorded_on_its_own_day_has_its_time() -> None:
    offered = changed(OFFERED, at=datetime(2027, 1, 21, 9, 0, tzinfo=UTC))
    assert told(filed(offered), "atTime")[1] == "2027-01-21T09:00:00Z"


def test_an_organ_outside_the_veiligheidsregio_receives_it_under_no_name() -> None:
    document = filed(changed(OFFERED, organ=Organ.COLLEGES))
    assert told(document, "soortHandeling") == ["vaststelling", "ontvangst"]
    assert told(document, "wasAssociatedWith") == []


def test_a_region_without_a_known_address_has_none() -> None:
    xml = diwoo_xml(filed(region_code="VR26", region="Nieuw"))
    (publisher,) = elements(xml, "publisher", DIWOO)
    assert (publisher.text, dict(publisher.attrib)) == ("Veiligheidsregio Nieuw", {})
    assert faults("diwoo", xml) == []


def test_it_refers_to_the_version_it_follows() -> None:
    (relation,) = elements(diwoo_xml(STATES["tweede versie"]), "documentrelatie/relation", DIWOO)
    assert relation.text == "0123-4567-89AB"
    assert relation.attrib["resource"] == "https://regiostaf.example/advies/0123456789AB/"
