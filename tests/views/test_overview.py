"""The overview: twelve answers in words, for whoever may change the dossier or only reads it."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from checklist import selectors
from checklist.domain.dossier import Answer, DossierValue, Kept
from checklist.models import Dossier
from checklist.pages.overview import overview_page, present_words
from tests.dossiers import CLASHING, make_dossier, opened, question_url
from tests.pages import Page

pytestmark = pytest.mark.django_db


def overview(client: Client, dossier: Dossier, kind: str = "edit_key") -> Page:
    return Page(client.get(reverse("dossier", args=[getattr(dossier, kind)])))


def rows(page: Page) -> list[str]:
    return [" ".join(row.text.split()) for row in page.find("li", **{"class": "answers__row"})]


def value_of(answers: dict[int, Answer], *kept: tuple[str, str]) -> DossierValue:
    value = selectors.dossier_value(opened(make_dossier(answers)))
    return replace(value, kept=tuple(Kept(a, b, "") for a, b in kept))


def tags(answers: dict[int, Answer], *kept: tuple[str, str]) -> dict[int, list[str]]:
    page = overview_page(selectors.content_all(), value_of(answers, *kept))
    return {row.number: [tag.words for tag in row.tags] for row in page.rows if row.tags}


def test_a_row_reads_as_a_question_and_its_answer(client: Client) -> None:
    shown = rows(overview(client, make_dossier({2: Answer(("2b", "2c")), 8: Answer(("8b",))})))
    assert shown[1] == "2 Wat gaat de regiostaf doen? Advies aan de gemeenten en beleid samen voorbereiden"
    assert shown[7].startswith("8 Wie leidt de regiostaf? Eén vrijgestelde functionaris")


def test_an_open_question_says_so_with_the_start_of_its_text(client: Client) -> None:
    typed = "<b>Wij</b> wachten op het gesprek. Dat is in maart."
    shown = rows(overview(client, make_dossier({4: Answer((), typed), 5: Answer()})))
    assert shown[3] == "4 Hoe bereikt de regiostaf de raden? Nog niet bepaald – <b>Wij</b> wachten op het gesprek"
    assert shown[4].endswith("veiligheidsregio? Nog niet bepaald")
    assert shown[9].endswith("Nog niet bepaald")


def test_an_answer_says_with_which_questions_it_clashes() -> None:
    assert tags(CLASHING) == {2: ["botst met vraag 5"], 5: ["botst met vraag 2"]}


def test_an_answer_says_with_which_questions_it_needs_an_agreement() -> None:
    answers = {7: Answer(("7b",)), 8: Answer(("8b",)), 9: Answer(("9a",)), 11: Answer(("11a",))}
    assert tags(answers) == {
        7: ["botst met vraag 11", "afspraak nodig met vraag 8"],
        8: ["afspraak nodig met vraag 7 en 9"],
        9: ["afspraak nodig met vraag 8"],
        11: ["botst met vraag 7"],
    }


def test_what_needs_an_agreement_within_a_question_says_so() -> None:
    assert tags({2: Answer(("2a", "2b"))}) == {2: ["afspraak nodig onderling"]}


def test_what_was_agreed_says_so_unless_something_else_is_left() -> None:
    assert tags(CLASHING, ("2a", "5a")) == {2: ["afgesproken"], 5: ["afgesproken"]}
    answers = CLASHING | {2: Answer(("2a", "2b"))}
    assert tags(answers, ("2a", "2b")) == {2: ["botst met vraag 5"], 5: ["botst met vraag 2"]}


def test_more_than_three_questions_are_counted() -> None:
    many = {q.number: Answer(tuple(o.code for o in q.options)) for q in selectors.content_all().questions if q.many}
    assert tags(many | {6: Answer(("6c",)), 7: Answer(("7d",))})[7] == [
        *("botst met vraag 5", "afspraak nodig met zes vragen")
    ]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "Nog geen vraag beantwoord."),
        ({4: Answer()}, "Nog geen vraag beantwoord."),
        ({2: Answer(("2a",))}, "Eén van twaalf vragen beantwoord."),
        (CLASHING, "Twee van twaalf vragen beantwoord."),
    ],
)
def test_the_line_below_the_heading_says_whose_it_is_and_how_far(
    client: Client, answers: dict[int, Answer], words: str
) -> None:
    text = overview(client, make_dossier(answers)).text
    assert f"Kring van gemeentesecretarissen in Brabant-Noord, 24 november 2026. {words}" in text


@pytest.mark.parametrize(
    ("answers", "buttons"),
    [
        ({}, ["Begin met vraag 1", "Naar de uitkomst", "Controle"]),
        (CLASHING, ["Verder met vraag 1", "Naar de uitkomst", "Controle"]),
        (
            dict.fromkeys(range(1, 13), Answer()) | CLASHING,
            ["Naar de uitkomst", "Verder met vraag 1", "Controle"],
        ),
        (
            {n: Answer((f"{n}{'b' if n in (3, 4, 5, 10) else 'a'}",)) for n in range(1, 13)},
            ["Naar de uitkomst", "Controle"],
        ),
    ],
    ids=["new", "half way", "all looked at", "all answered"],
)
def test_the_bar_offers_first_what_is_next(client: Client, answers: dict[int, Answer], buttons: list[str]) -> None:
    page = overview(client, make_dossier(answers))
    shown = [one for one in page.find("a") if one.attributes.get("class", "").startswith("btn")]
    assert [one.text for one in shown] == buttons
    assert [one.text for one in shown if "btn--go" in one.attributes["class"]] == buttons[:1]


def test_each_row_leads_to_its_question_for_who_may_edit(client: Client) -> None:
    dossier = make_dossier(CLASHING)
    links = overview(client, dossier).find("a", **{"class": "answers__question"})
    assert [link.attributes["href"] for link in links] == [question_url(dossier, number) for number in range(1, 13)]


def test_with_the_leeslink_nothing_leads_to_a_question(client: Client) -> None:
    page = overview(client, make_dossier(CLASHING), "read_key")
    assert not [link for link in page.find("a") if "/vraag/" in link.attributes["href"]]
    assert "U leest dit dossier met de leeslink. U kunt niets wijzigen." in page.text


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("edit_key", ["Titel, veiligheidsregio, datum en aanwezigen wijzigen", "Werklink en leeslink"]),
        ("read_key", []),
    ],
)
def test_below_the_answers_stands_all_else_of_the_dossier(client: Client, kind: str, texts: list[str]) -> None:
    dossier = make_dossier(CLASHING)
    page = overview(client, dossier, kind)
    links = [link.text for link in page.find("a")]
    downloads = "Downloads: voorstel, besluitenlijst en verslag, ook voor Word"
    for text in (*texts, "Voorstel lezen", downloads, "Dossierbestand downloaden"):
        assert text in links
    assert ("Werklink en leeslink" in links) == bool(texts)
    for name in ("outcome", "check", "dossier-drawings"):
        assert page.find("a", href=reverse(name, args=[getattr(dossier, kind)]))


def test_the_offer_to_print_is_hidden_until_a_script_shows_it(client: Client) -> None:
    (offer,) = overview(client, make_dossier()).find("p", **{"data-print": ""})
    assert "hidden" in offer.attributes


def test_who_was_there_is_told_as_far_as_it_fits() -> None:
    assert present_words(["A, Oss"], most=10) == "A, Oss"
    assert present_words(["A, Oss", "B, Uden"], most=20) == "A, Oss; B, Uden"
    assert present_words(["A, Oss", "B, Uden"], most=10) == "A, Oss en nog 1 ander"
    assert present_words(["Gemeentesecretaris van Oss", "B", "C"], most=10) == (
        "Gemeentesecretaris van Oss en nog 2 anderen"
    )
    assert present_words([]) == ""
