"""What the start page and the pages of a dossier show, and that typed text is text on all of them (rules 4 and 7)."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist import selectors, services
from checklist.domain.dossier import Answer, Kept
from checklist.domain.dutch import capital
from checklist.models import Dossier, Question, Tension
from tests.dossiers import CLASHING, make_dossier, opened, question_url
from tests.pages import Page
from tests.urls_to_visit import BEHIND_A_KEY, all_visits

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_quick_pdf")]


def page_of(client: Client, dossier: Dossier, name: str) -> Page:
    return Page(client.get(reverse(name, args=[dossier.edit_key])))


def test_the_start_page_says_where_it_comes_from_and_leads_to_the_models(client: Client) -> None:
    page = Page(client.get("/"))
    assert "Vereniging van Gemeentesecretarissen (VGS), uit 2011" in page.text
    assert page.find("a", href=reverse("models"))


def test_the_overview_shows_questions_answers_in_words_and_what_is_open(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier, "dossier")
    items = [item.text for item in page.find("li", **{"class": "answers__row"})]
    assert len(items) == 12
    for question, item in zip(Question.objects.order_by("number"), items, strict=True):
        assert question.heading in item
    assert "De kring zelf en vastgelegd in regeling of verordening" in items[0]
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
            assert f"{capital(option.brief)}" in page.text
            assert option.label in page.text
        for note in question.notes:
            assert " ".join(note.text.split()) in page.text
            assert note.source in page.text
        for model in content.models:
            if any(option.code in model.trait_of and model.trait_of[option.code].fits for option in question.options):
                assert page.find("a", href=reverse("model", args=[model.slug])), (question.number, model.slug)


def test_a_tension_with_an_earlier_choice_shows_reason_and_severity(client: Client, dossier: Dossier) -> None:
    tension = Tension.objects.get(option_a__code="1a", option_b__code="10b")
    services.save_choice(opened(dossier), 10, Answer(("10b",)), based_on=0)
    page = Page(client.get(question_url(dossier, 10)))
    explained = " ".join(part.text for part in page.find("details", **{"class": "opt__more"}))
    assert f"Afspraak nodig met ‘De kring zelf’ (vraag 1). {tension.explanation}" in " ".join(explained.split())


def test_how_many_readers_named_a_tension_stands_on_the_method_page_alone(client: Client) -> None:
    tension = Tension.objects.filter(readers=1).select_related("option_a__question", "option_b__question").first()
    assert tension is not None
    a, b = tension.option_a, tension.option_b
    dossier = make_dossier({a.question.number: Answer((a.code,)), b.question.number: Answer((b.code,))})
    page = Page(client.get(question_url(dossier, b.question.number)))
    assert tension.explanation in page.text
    assert "lezers" not in page.text
    assert "één van twee" in Page(client.get(reverse("method"))).by_id(f"spanning-{tension.number}").text


def test_the_check_page_leads_to_every_question_that_is_open_or_clashes(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier, "check")
    asked = {button.attributes["value"] for button in page.find("button", name="naar")}
    assert {str(number) for number in range(2, 13)} <= asked


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
