"""What is settled, on screen: its page, and what every other page of the dossier says of it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.decision_content import Organ
from checklist.domain.settled.code import shown_code
from checklist.domain.settled.value import ActKind, SettledFileKind
from checklist.domain.state import Outcome
from checklist.keys import Key
from checklist.models import Dossier, SettledAdvies
from tests.dossiers import full_dossier, question_body, question_url
from tests.pages import Page
from tests.settled import add_act, add_files, offered_with_files, settle
from tests.urls_to_visit import pages_to_read
from tests.views.settling import settled_by_the_kring

pytestmark = pytest.mark.django_db

SETTLED = "Vastgesteld op 14 januari 2027"


@pytest.fixture
def dossier() -> Dossier:
    return full_dossier()


def keys_of(dossier: Dossier) -> tuple[Key, Key]:
    return dossier.edit_key, dossier.read_key


def page_of(client: Client, name: str, key: Key) -> Page:
    return Page(client.get(reverse(name, args=[key])))


def test_nothing_settled_yet_says_so(client: Client, dossier: Dossier) -> None:
    for key in keys_of(dossier):
        assert "nog niet vastgesteld" in page_of(client, "settled", key).text


def test_both_links_read_the_version_with_its_code_and_public_address(client: Client, dossier: Dossier) -> None:
    version = settle(dossier)
    for key in keys_of(dossier):
        page = page_of(client, "settled", key)
        assert "Versie 1: vastgesteld op 14 januari 2027" in page.text
        assert shown_code(version.code) in page.text
        assert page.find("a", href=f"http://127.0.0.1:8000/advies/{version.code}/")


def test_it_says_until_when_it_is_kept(client: Client, dossier: Dossier) -> None:
    settle(dossier)
    assert "Bewaren tot en met 14 januari 2047" in page_of(client, "settled", dossier.edit_key).text


def test_what_is_kept_for_ever_says_so(client: Client, dossier: Dossier) -> None:
    settle(dossier, keep_until=None)
    assert "Bewaren blijvend" in page_of(client, "settled", dossier.edit_key).text


def test_each_file_has_its_name_size_and_hash_under_the_state_on_it(client: Client, dossier: Dossier) -> None:
    version = offered_with_files(dossier=dossier)
    page = page_of(client, "settled", dossier.read_key)
    assert page.find("h4")[0].text == "Aangeboden op 21 januari 2027"
    assert f"{SETTLED} (eerdere documenten)" in [summary.text for summary in page.find("summary")]
    for act in version.acts.all():
        for file in act.files.all():
            assert file.name in page.text
            assert file.sha256 in page.text


def test_the_pdf_of_now_is_the_first_choice_and_what_is_for_the_archive_is_folded_away(
    client: Client, dossier: Dossier
) -> None:
    offered_with_files(dossier=dossier)
    for name in ("settled", "downloads"):
        page = page_of(client, name, dossier.read_key)
        loud = page.find("a", **{"class": "utrecht-button utrecht-button--primary-action"})
        assert [link.text for link in loud] == ["PDF downloaden"]
        assert page.find("summary")[0].text == "Voor het archief en om openbaar te maken"


def test_below_the_files_it_says_what_an_archivaris_checks_and_who_publishes(client: Client, dossier: Dossier) -> None:
    settle(dossier)
    for key in keys_of(dossier):
        text = page_of(client, "settled", key).text
        assert "Openbaar maken doet de veiligheidsregio" in text
        assert "Een kring is geen bestuursorgaan." in text
        assert "Zet het document ook in het zaaksysteem van uw organisatie." in text


def test_what_is_not_settled_has_nothing_for_an_archivaris(client: Client, dossier: Dossier) -> None:
    assert "archivaris" not in page_of(client, "settled", keys_of(dossier)[0]).text


def test_the_time_line_tells_every_act_in_its_order(client: Client, dossier: Dossier) -> None:
    version = settle(dossier)
    add_act(version, ActKind.OFFERED, organ=Organ.AB, on=date(2027, 1, 21))
    add_act(version, ActKind.MOVED, on=date(2027, 3, 4))
    changed = "Vanaf 1 mei in plaats van 1 april."
    add_act(version, ActKind.DECIDED, organ=Organ.AB, on=date(2027, 3, 4), outcome=Outcome.CHANGED, text=changed)
    text = page_of(client, "settled", dossier.edit_key).text
    told = [
        "14 januari 2027 Vastgesteld door de kring",
        "21 januari 2027 Aangeboden aan het algemeen bestuur",
        "Vergadering verplaatst naar 4 maart 2027",
        "4 maart 2027 Besluit van het algemeen bestuur: aangenomen met een wijziging",
        changed,
    ]
    places = [text.index(one) for one in told]
    assert places == sorted(places)


def test_a_corrected_act_stays_and_says_that_it_was_corrected(client: Client, dossier: Dossier) -> None:
    version = settle(dossier)
    add_act(version, ActKind.OFFERED, organ=Organ.AB, on=date(2027, 1, 21))
    add_act(version, ActKind.CORRECTED, on=date(2027, 1, 22), corrects=2)
    text = page_of(client, "settled", dossier.edit_key).text
    assert "21 januari 2027 Aangeboden aan het algemeen bestuur (daarna verbeterd)" in text
    assert "Verbetering bij: Aangeboden aan het algemeen bestuur, 21 januari 2027" in text
    assert "De datum is 22 januari 2027" in text


def test_a_replaced_version_names_the_one_after_it(client: Client, dossier: Dossier) -> None:
    add_act(settle(dossier), ActKind.REOPENED, text="De raad van Oss wacht.")
    settle(dossier)
    page = page_of(client, "settled", dossier.read_key)
    assert [heading.text[:8] for heading in page.find("h2")][:2] == ["Versie 2", "Versie 1"]
    assert "Vervangen door versie 2 van 14 januari 2027." in page.text


def test_a_version_that_was_opened_again_says_so(client: Client, dossier: Dossier) -> None:
    add_act(settle(dossier), ActKind.REOPENED, on=date(2027, 1, 20), text="De raad van Oss wacht.")
    text = page_of(client, "settled", dossier.edit_key).text
    assert "Heropend op 20 januari 2027. De kring werkt aan versie 2." in text
    assert "De raad van Oss wacht." in text


def test_every_page_of_a_settled_dossier_says_so_and_leads_to_it(client: Client, dossier: Dossier) -> None:
    settled_by_the_kring(dossier)
    for key in keys_of(dossier):
        for name, visits in pages_to_read(key).items():
            for visit in visits:
                if visit.html and visit.status == 200:
                    # The beamer has nothing to show any more: it leads there at once.
                    page = Page(client.get(visit.address, follow=True))
                    assert "Vastgesteld op 24 november 2026" in page.text, name
                    assert page.find("a", href=reverse("settled", args=[key])), name


def test_a_settled_dossier_shows_the_werklink_no_way_to_change_it(client: Client, dossier: Dossier) -> None:
    settled_by_the_kring(dossier)
    for name, visits in pages_to_read(dossier.edit_key).items():
        for visit in visits:
            if visit.html and visit.status == 200:
                addresses = [link.attributes.get("href", "") for link in Page(client.get(visit.address)).find("a")]
                assert not [address for address in addresses if "/vraag/" in address or "/afronding/" in address], name


def test_the_werklink_of_a_settled_dossier_is_not_taken_for_a_leeslink(client: Client, dossier: Dossier) -> None:
    settle(dossier)
    page = page_of(client, "dossier", dossier.edit_key)
    assert "leeslink. U kunt niets wijzigen" not in page.text
    assert page.find("a", href=reverse("dossier-links", args=[dossier.edit_key]))
    assert page.find("a", href=reverse("variant-new", args=[dossier.edit_key]))


def test_a_change_to_a_settled_dossier_is_refused_with_the_ways_on(client: Client, dossier: Dossier) -> None:
    settle(dossier)
    response = client.post(question_url(dossier, 4), question_body(4, "4c", version=1, motivation="Oss wacht."))
    page = Page(response)
    assert response.status_code == 409
    assert "Dit voorstel is vastgesteld op 14 januari 2027." in page.text
    assert "Wie iets wil verbeteren, heropent het; dat wordt versie 2." in page.text
    for name in ("settled", "dossier", "variant-new"):
        assert page.find("a", href=reverse(name, args=[dossier.edit_key]))


def test_what_was_typed_on_a_page_that_came_too_late_can_be_copied(client: Client, dossier: Dossier) -> None:
    settle(dossier)
    response = client.post(question_url(dossier, 4), question_body(4, "4c", version=1, motivation="Oss wacht."))
    assert Page(response).texts_to_copy() == {"Waarom kiest u dit?": "Oss wacht."}


def test_what_was_decided_on_is_not_offered_to_be_opened_again(client: Client, dossier: Dossier) -> None:
    version = settle(dossier)
    add_act(version, ActKind.OFFERED, organ=Organ.AB, on=date(2027, 1, 21))
    add_act(version, ActKind.DECIDED, organ=Organ.AB, on=date(2027, 3, 4), outcome=Outcome.UNCHANGED)
    text = Page(client.get(question_url(dossier, 4))).text
    assert "Het is besloten op 4 maart 2027 en kan niet meer worden heropend." in text


def test_a_dossier_that_was_opened_again_can_be_changed(client: Client, dossier: Dossier) -> None:
    add_act(settle(dossier), ActKind.REOPENED, text="De raad van Oss wacht.")
    page = page_of(client, "dossier", dossier.edit_key)
    assert "Wat hier staat, is het concept van versie 2." in page.text
    assert page.find("a", href=question_url(dossier, 4))
    assert client.get(question_url(dossier, 4)).status_code == 200


def test_downloads_offer_the_settled_document_first(client: Client, dossier: Dossier) -> None:
    version = settle(dossier)
    (file,) = add_files(version.acts.get(), {SettledFileKind.PDF: b"%PDF-"})
    text = page_of(client, "downloads", dossier.read_key).text
    assert text.index("Het vastgestelde voorstel") < text.index(file.sha256) < text.index("Concepten van nu")


def test_deleting_what_is_settled_says_until_when_it_is_kept(client: Client, dossier: Dossier) -> None:
    add_act(settle(dossier), ActKind.REOPENED, text="De raad van Oss wacht.")
    settle(dossier, keep_until=date(2050, 1, 1))
    address = reverse("dossier-delete", args=[dossier.edit_key])
    assert "bewaard tot en met 1 januari 2050" in Page(client.get(address)).text
    assert client.post(address, {"sure": "on"}).status_code == 409
    assert SettledAdvies.objects.filter(dossier=dossier).count() == 2


def test_deleting_what_is_kept_for_ever_says_so(client: Client, dossier: Dossier) -> None:
    settle(dossier, keep_until=None)
    address = reverse("dossier-delete", args=[dossier.edit_key])
    assert "het wordt blijvend bewaard" in Page(client.get(address)).text


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        ([], "vastgesteld"),
        ([ActKind.WITHDRAWN], "ingetrokken"),
        ([ActKind.REOPENED], ""),
    ],
    ids=["settled", "withdrawn", "opened again"],
)
def test_the_start_page_says_what_is_settled(client: Client, dossier: Dossier, acts: list[ActKind], said: str) -> None:
    version = settle(dossier)
    for kind in acts:
        add_act(version, kind, text="Oss wacht.")
    client.get(reverse("dossier", args=[dossier.edit_key]))
    (item,) = [one for one in Page(client.get(reverse("start"))).find("li") if one.text.startswith(dossier.title)]
    assert item.text.endswith(f"24 november 2026{', ' if said else ''}{said}")
