"""Every page: what it shows, and what it never has (rules 4, 7, 9 and 10)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from checklist import selectors, services
from checklist.domain.dossier import Answer, Kept
from checklist.models import Dossier, Question, Tension
from checklist.views import advies
from models_catalogue.models import GovernanceModel
from tests.domain.exchanged import largest_dossier
from tests.dossiers import CLASHING, TENSION, make_dossier, question_body, question_url
from tests.pages import Page
from tests.urls_to_visit import BEHIND_A_KEY, all_visits

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_quick_pdf")]

POLICY = {
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}
# What a browser fetches by itself; a link to read elsewhere is no request.
FETCHED = {
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "object": "data",
    "embed": "src",
    "use": "href",
    "image": "href",
    "video": "src",
    "audio": "src",
    "input": "src",
}


@dataclass(frozen=True)
class Seen:
    """What one address, or one post, answered."""

    address: str
    status: int
    headers: dict[str, str]
    page: Page | None


def seen(address: str, response: Any) -> Seen:
    # Not a part of a page that a script asks for.
    is_page = response["Content-Type"].startswith("text/html") and b"<!doctype html>" in response.content
    return Seen(address, response.status_code, dict(response.items()), Page(response) if is_page else None)


def full_dossier() -> Dossier:
    """Answered, open and never looked at, with a kept tension."""
    answers = {1: Answer(("1a", "1d"), "Regel één.\n\nRegel drie.", "Oss niet."), 4: Answer((), "Wij wachten.")}
    return make_dossier(CLASHING | answers, (Kept("2a", "5a", "Met opzet."),))


@pytest.fixture
def dossier() -> Dossier:
    return full_dossier()


@pytest.fixture(scope="module")
def whole_site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[Seen]:
    """What every address answers, every post that ends in a page, and every address that a page links to."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(advies, "advies_pdf", lambda _: b"%PDF-")
        found = list(visited(full_dossier()))
        links = {path for at, page in pages_of(found) for path, _ in links_of(at, page)} - {at.address for at in found}
        found += [seen(path, Client().get(path)) for path in sorted(links)]
        transaction.set_rollback(True)
    return found


def visited(dossier: Dossier) -> Iterator[Seen]:
    client = Client(raise_request_exception=False)
    for visit in all_visits(dossier):
        yield seen(visit.address, client.get(visit.address))
    posts: list[tuple[str, dict[str, Any]]] = [
        (question_url(dossier, 7), question_body(7, "7a", "7b")),
        (question_url(dossier, 1), question_body(1, "1b")),
        (question_url(dossier, 1), {}),
        (reverse("dossier-title-page", args=[dossier.edit_key]), {"title": "", "version": "1"}),
        (reverse("keep-tension", args=[dossier.edit_key, TENSION]), {"motivation": "m" * 10_001, "version": "1"}),
        (reverse("keep-tension", args=[dossier.edit_key, TENSION]), {"motivation": "Anders", "version": "0"}),
        (reverse("dossier-open"), {"link": "x"}),
        (reverse("dossier-upload"), {}),
        (reverse("dossier-new"), {}),
        (reverse("dossier-open"), {"link": "x" * 2_600_000}),
    ]
    for address, body in posts:
        yield seen(f"POST {address}", client.post(address, body))
    without_token = Client(enforce_csrf_checks=True)
    yield seen(f"POST {reverse('dossier-open')}", without_token.post(reverse("dossier-open")))


def pages_of(whole_site: list[Seen]) -> list[tuple[str, Page]]:
    return [(at.address, at.page) for at in whole_site if at.page]


def links_of(address: str, page: Page) -> set[tuple[str, str]]:
    """Path and fragment of the links to pages of the site, also of those relative to the address of the page."""
    hrefs = [link.attributes.get("href", "") for link in page.find("a")]
    base = address.removeprefix("POST ")
    targets = [urlsplit(urljoin(base, href)) for href in hrefs if href and not href.startswith("#")]
    return {(target.path, target.fragment) for target in targets if not target.scheme and not target.netloc}


def test_the_whole_site_was_seen(whole_site: list[Seen]) -> None:
    assert {at.status for at in whole_site} == {200, 301, 302, 400, 403, 404, 409, 413}
    assert len(pages_of(whole_site)) > 60


def test_every_answer_carries_the_strict_policy(whole_site: list[Seen]) -> None:
    for at in whole_site:
        assert set(at.headers["Content-Security-Policy"].split("; ")) == POLICY, at.address
        assert at.headers["X-Content-Type-Options"] == "nosniff", at.address


def test_no_page_has_script_or_style_of_its_own(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        assert not page.find("style"), address
        for element in page.elements:
            assert "style" not in element.attributes, (address, element)
            assert not [name for name in element.attributes if name.startswith("on")], (address, element)
            assert not element.attributes.get("href", "").lower().startswith("javascript:"), (address, element)
            if element.tag == "script":
                assert element.attributes["src"], address
                assert element.text == "", address


def test_no_page_asks_another_host_for_anything(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        for element in page.elements:
            sources = [element.attributes.get(FETCHED.get(element.tag, "-"), "")]
            sources += re.split(r"[,\s]+", element.attributes.get("srcset", ""))
            sources += [element.attributes.get("action", ""), element.attributes.get("formaction", "")]
            for source in sources:
                target = urlsplit(urljoin("http://testserver/", source))
                assert (target.scheme, target.netloc) == ("http", "testserver"), (address, source)


def test_no_stylesheet_asks_another_host_for_anything() -> None:
    sheets = sorted(settings.BASE_DIR.glob("static/**/*.css"))
    assert sheets
    for sheet in sheets:
        for source in re.findall(
            r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", sheet.read_text(encoding="utf-8")
        ):
            assert not re.match(r"(?:[a-z]+:)?//", "".join(source)), (sheet, source)


def test_every_page_is_dutch_with_one_heading_and_no_doubled_id(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
        assert len(ids) == len(set(ids)), address
        assert [element.attributes.get("lang", "")[:2] for element in page.find("html")] == ["nl"], address
        if not address.startswith("/beheer/"):
            assert len(page.find("h1")) == 1, address
            assert page.title.endswith(" – Regiostaf"), address


def test_every_link_on_a_page_leads_somewhere(whole_site: list[Seen]) -> None:
    of_address = {urlsplit(at.address).path: at for at in whole_site}
    for address, page in pages_of(whole_site):
        for path, fragment in links_of(address, page):
            at = of_address[path]
            assert at.status in (200, 302), (address, path)
            if fragment:
                assert at.page, (address, path)
                assert at.page.by_id(fragment), (address, path, fragment)


def test_everything_a_page_points_at_within_itself_is_there(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        ids = {element.attributes.get("id") for element in page.elements}
        for element in page.elements:
            target = element.attributes.get("href", "")
            assert not target.startswith("#") or target[1:] in ids, (address, target)
            for name in ("aria-describedby", "aria-labelledby", "for"):
                for wanted in element.attributes.get(name, "").split():
                    assert wanted in ids, (address, name, wanted)


def test_every_control_has_a_label(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        labelled = {label.attributes.get("for") for label in page.find("label")}
        for element in page.elements:
            unseen = element.attributes.get("type") in {"hidden", "submit"}
            if element.tag in {"textarea", "select", "input"} and not unseen:
                assert element.attributes.get("id") in labelled, (address, element)


def test_every_form_that_posts_carries_one_token(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        for form in page.forms:
            tokens = form.values["csrfmiddlewaretoken"]
            assert [len(token) for token in tokens] == [64] * form.posts, address


def test_a_browser_brings_no_typed_text_back_into_a_form_with_a_version(whole_site: list[Seen]) -> None:
    typed = {"motivation", "title"}
    seen = set()
    for address, page in pages_of(whole_site):
        for form in page.forms:
            names = {name.rpartition("-")[2] for name in form.values}
            if "version" in names and typed & names:
                assert form.autocomplete == "off", address
                seen.add(page.find("h1")[0].text)
    assert {"Controle", "Gegevens van het dossier", "Iemand anders was u voor"} < seen


def test_pages_anybody_may_see_are_not_hidden_from_search_engines(whole_site: list[Seen]) -> None:
    for at in whole_site:
        assert ("X-Robots-Tag" in at.headers) == at.address.removeprefix("POST ").startswith(BEHIND_A_KEY), at.address


def page_of(client: Client, dossier: Dossier, name: str) -> Page:
    return Page(client.get(reverse(name, args=[dossier.edit_key])))


def test_the_start_page_says_what_this_is_and_offers_all_ways_in(client: Client) -> None:
    page = Page(client.get("/"))
    assert "Vereniging van Gemeentesecretarissen (2011)" in page.text
    assert page.find("a", href=reverse("dossier-new"))
    assert page.form(reverse("dossier-open"))
    assert page.form(reverse("dossier-upload"))
    for model in GovernanceModel.objects.all():
        assert page.find("a", href=reverse("model", args=[model.slug]))


def test_the_list_of_twelve_shows_labels_codes_and_what_is_open(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier, "dossier")
    items = [item.text for item in page.find("li", **{"class": "task-list__item"})]
    assert len(items) == 12
    for question, item in zip(Question.objects.order_by("number"), items, strict=True):
        assert question.label in item
    assert "1a, 1d" in items[0]
    assert [number for number, item in enumerate(items, 1) if "nog niet bepaald" in item.lower()] == [
        *(3, 4),
        *range(6, 13),
    ]


def test_a_question_page_shows_options_models_tensions_and_notes(client: Client, dossier: Dossier) -> None:
    content = selectors.content_all()
    for question in content.questions:
        page = Page(client.get(question_url(dossier, question.number)))
        assert f"Vraag {question.number} van 12" in page.text
        for option in question.options:
            assert f"{option.code} {option.label}" in page.text
        for note in question.notes:
            assert " ".join(note.text.split()) in page.text
            assert note.source in page.text
        for model in content.models:
            if any(option.code in model.trait_of and model.trait_of[option.code].fits for option in question.options):
                assert page.find("a", href=reverse("model", args=[model.slug])), (question.number, model.slug)


def test_a_tension_with_an_earlier_choice_shows_reason_and_severity(client: Client, dossier: Dossier) -> None:
    tension = Tension.objects.get(option_a__code="1a", option_b__code="10b")
    page = Page(client.get(question_url(dossier, 10)))
    card = page.by_id("optie-10b-spanning")
    assert tension.explanation in card.text
    assert tension.get_severity_display().lower() in card.text.lower()
    assert "1a" in card.text


def test_a_tension_named_by_one_reader_says_so(client: Client) -> None:
    tension = Tension.objects.filter(readers=1).select_related("option_a__question", "option_b__question").first()
    assert tension is not None
    a, b = tension.option_a, tension.option_b
    dossier = make_dossier({a.question.number: Answer((a.code,))})
    page = Page(client.get(question_url(dossier, b.question.number)))
    assert "één van twee lezers" in page.by_id(f"optie-{b.code}-spanning").text


def test_the_check_page_has_open_questions_and_tensions_on_top_and_links_that_return(
    client: Client, dossier: Dossier
) -> None:
    page = page_of(client, dossier, "check")
    headings = [heading.text for heading in page.find("h2")]
    assert headings[:3] == ["Nog niet bepaald", "Spanningen", "Alle antwoorden"]
    for number in range(1, 13):
        assert page.find("a", href=f"{question_url(dossier, number)}?naar=controle")
    assert "Regel één.\n\nRegel drie." in page.by_id("vraag-1").text
    assert "Oss niet." in page.by_id("vraag-1").text
    assert "Wij wachten." in page.by_id("vraag-4").text
    assert "bewuste afwijking" in page.by_id(f"spanning-{TENSION}").text


def test_readers_see_a_kept_motivation_without_a_form(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(reverse("check", args=[dossier.read_key])))
    assert "Met opzet." in page.by_id(f"spanning-{TENSION}").text
    assert not page.forms


def test_the_advies_page_says_everything_that_was_typed_and_chosen(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier, "advies")
    for text in (
        "Regiostaf Brabant-Noord",
        "A. Jansen, Oss",
        "Oss niet.",
        "Wij wachten.",
        "Met opzet.",
        "24 november 2026",
    ):
        assert text in page.text
    assert "concept" in page.text.lower()


def test_the_download_reads_back_as_the_same_dossier(client: Client, dossier: Dossier) -> None:
    response = client.get(reverse("dossier-json", args=[dossier.edit_key]))
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="regiostaf-brabant-noord.json"'
    assert json.loads(response.content)["format"] == "regiostaf-dossier/1"
    assert dossier.edit_key not in response.content.decode()
    uploaded = client.post(reverse("dossier-upload"), {"file": SimpleUploadedFile("d.json", response.content)})
    key = uploaded["Location"].split("/")[2]
    values = [
        selectors.dossier_value(found) for k in (key, dossier.edit_key) if (found := selectors.dossier_with_key(k))
    ]
    assert len(values) == 2
    assert values[0] == values[1]
    assert key not in (dossier.edit_key, dossier.read_key)


def test_a_dossier_that_no_upload_would_take_is_no_download(client: Client) -> None:
    largest = services.create_dossier(largest_dossier("🚒"))
    response = client.get(reverse("dossier-json", args=[largest.read_key]))
    assert response.status_code == 409
    page = Page(response)
    assert page.title.startswith("Het dossierbestand is te groot")
    assert "Uw dossier zelf is veilig opgeslagen." in page.text
    assert "Content-Disposition" not in response


@pytest.mark.parametrize("title", ['a"; filename="x.exe', "../../etc/passwd", "éé", "👩‍🏫", "t" * 200, "a\\b"])
def test_a_downloads_name_is_plain_whatever_the_title(client: Client, dossier: Dossier, title: str) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(title=title)
    for ask, name, ending in ((client.get, "dossier-json", "json"), (client.post, "advies-pdf", "pdf")):
        header = ask(reverse(name, args=[dossier.edit_key]))["Content-Disposition"]
        assert re.fullmatch(rf'attachment; filename="[a-z0-9_-]{{1,60}}\.{ending}"', header)


def test_what_was_typed_is_text_on_every_page(client: Client) -> None:
    typed = "<script>alert(1)</script><img src=//elders.example>{{ 7|add:7 }}{% now 'Y' %}</textarea>\"'>&lt;"
    codes = CLASHING | {1: Answer(("1a",), typed, typed)}
    dossier = make_dossier(codes, (Kept("2a", "5a", typed),))
    Dossier.objects.filter(pk=dossier.pk).update(title=typed, present=[typed])
    dossier.refresh_from_db()
    shown = 0
    for visit in all_visits(dossier):
        if visit.html and visit.status == 200 and visit.address.startswith(BEHIND_A_KEY):
            page = Page(client.get(visit.address))
            scripts = [script.attributes.get("src", "") for script in page.find("script")]
            assert all(source.startswith("/static/js/") for source in scripts), visit.address
            assert not [image for image in page.find("img") if "elders" in image.attributes.get("src", "")]
            shown += typed in page.text
    assert shown > 15
