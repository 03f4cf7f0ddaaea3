"""What an option leaves open is asked in its card, may stay open, and is saved with the answer."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from checklist import selectors, services
from checklist.domain import booklet
from checklist.domain.dossier import Answer, DetailAnswer, TitlePage
from checklist.models import Dossier
from tests.content import real_content
from tests.dossiers import choice, make_dossier, opened, question_url
from tests.pages import Page
from tests.wizard.posting import post

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

CARRIER = DetailAnswer("7a", "drager", "beide")
SEVEN = "7-detail-7a-drager"
CENTRE = "7-detail-7c-gemeente"


def page_of(client: Client, dossier: Dossier, number: int) -> Page:
    return Page(client.get(question_url(dossier, number)))


@pytest.mark.parametrize(("code", "key"), booklet.DETAILS, ids=str)
def test_every_detail_is_asked_with_open_first(client: Client, dossier: Dossier, code: str, key: str) -> None:
    option = real_content().option_of[code]
    (detail,) = option.details
    name = f"{option.question_number}-detail-{code}-{key}"
    page = page_of(client, dossier, option.question_number)
    if detail.of_gemeente:
        (select,) = page.find("select", name=name)
        (label,) = page.find("label", **{"for": select.attributes["id"]})
        assert label.text == detail.question
        assert select.text.startswith("Nog niet bepaaldBernhezeBoekelBoxtelDen BoschHeusden")
    else:
        radios = page.find("input", type="radio", name=name)
        values = [alternative.value for alternative in detail.alternatives]
        assert [radio.attributes["value"] for radio in radios] == ["", *values]
        # Each radio stands in its own label, so these stand one after the other.
        labels = [label.text.strip() for label in page.find("label")]
        words = ["Nog niet bepaald", *(alternative.label for alternative in detail.alternatives)]
        assert words in [labels[start : start + len(words)] for start in range(len(labels))]
        assert detail.question in [legend.text for legend in page.find("legend")]
    assert page.form().values[name] == [""]


def test_an_answer_is_saved_and_shown_again(client: Client, dossier: Dossier) -> None:
    assert post(client, dossier, 7, "7a", **{SEVEN: "adviseurs"}).status_code == 302
    assert choice(dossier, 7).details == {"7a": {"drager": "adviseurs"}}
    assert page_of(client, dossier, 7).form().values[SEVEN] == ["adviseurs"]


def test_a_gemeente_of_the_region_is_saved_and_shown_again(client: Client, dossier: Dossier) -> None:
    assert post(client, dossier, 7, "7c", **{CENTRE: "GM0796"}).status_code == 302
    assert choice(dossier, 7).details == {"7c": {"gemeente": "GM0796"}}
    assert page_of(client, dossier, 7).form().values[CENTRE] == ["GM0796"]


def test_an_answer_can_be_opened_again(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7a",), details=(CARRIER,))})
    assert post(client, dossier, 7, "7a", version=1, **{SEVEN: ""}).status_code == 302
    assert choice(dossier, 7).details == {}


def test_an_answer_stays_while_its_option_is_not_chosen_and_comes_back_with_it(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7a",), details=(CARRIER,))})
    for version, chosen in enumerate(("7b", "7a"), start=1):
        values = page_of(client, dossier, 7).form().values
        client.post(question_url(dossier, 7), values | {"7-options": [chosen]})
        assert choice(dossier, 7).version == version + 1
    assert opened(dossier).answers[7].answer == Answer(("7a",), details=(CARRIER,))


def test_a_page_without_the_detail_leaves_what_is_stored(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7a",), details=(CARRIER,))})
    post(client, dossier, 7, "7a", version=1, motivation="Daarom.")
    assert opened(dossier).answers[7].answer == Answer(("7a",), "Daarom.", details=(CARRIER,))


def test_an_unchanged_page_is_not_a_save(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7a",), details=(CARRIER,))})
    client.post(question_url(dossier, 7), page_of(client, dossier, 7).form().values)
    assert choice(dossier, 7).version == 1


def test_a_detail_alone_is_a_save(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7a",))})
    post(client, dossier, 7, "7a", version=1, **{SEVEN: "beide"})
    assert choice(dossier, 7).version == 2


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "an unknown answer": (
        {SEVEN: "allebei"},
        "Kies bij ‘Welk overleg draagt de regiostaf: dat van gemeentesecretarissen, dat van veiligheidsadviseurs of "
        "beide?’ een antwoord uit de lijst.",
    ),
    "an answer with a NUL": ({SEVEN: "beide\x00"}, "een antwoord uit de lijst."),
    "a gemeente of another region": (
        {CENTRE: "GM0363"},
        "Kies bij ‘Welke gemeente is de centrumgemeente?’ een antwoord uit de lijst.",
    ),
    "the name of a gemeente": ({CENTRE: "Oss"}, "Welke gemeente is de centrumgemeente?"),
    "an unknown detail": (
        {"7-detail-7a-gemeente": "GM0796"},
        "Dit formulier antwoordt op iets wat bij deze vraag niet te kiezen is. Er is niets opgeslagen.",
    ),
    "a detail of another question": ({"7-detail-8a-leiding": "namens"}, "Er is niets opgeslagen."),
    "a detail without an answer that is unknown": ({"7-detail-": ""}, "Er is niets opgeslagen."),
}


@pytest.mark.parametrize(("wrong", "message"), WRONG.values(), ids=WRONG.keys())
def test_what_is_no_answer_is_asked_again_and_changes_nothing(
    client: Client, dossier: Dossier, wrong: dict[str, Any], message: str
) -> None:
    response = post(client, dossier, 7, "7a", motivation="Getypt.", **wrong)
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: ")
    (summary,) = page.find("div", **{"data-error-summary": ""})
    assert message in summary.text
    assert page.form().values["7-motivation"] == ["Getypt."]
    for link in page.find("a"):
        if link.text and link.text in summary.text:
            assert page.by_id(link.attributes["href"].removeprefix("#"))
    assert (choice(dossier, 7).version, choice(dossier, 7).details) == (0, {})


def test_a_wrong_answer_is_told_beside_its_question_too(client: Client, dossier: Dossier) -> None:
    page = Page(post(client, dossier, 7, "7b", **{CENTRE: "GM0363"}))
    (select,) = page.find("select", name=CENTRE)
    assert select.attributes["aria-invalid"] == "true"
    assert "een antwoord uit de lijst." in page.by_id(select.attributes["aria-describedby"]).text


def test_another_mistake_leaves_the_answers_on_the_page(client: Client, dossier: Dossier) -> None:
    page = Page(post(client, dossier, 7, "7a", "7b", **{SEVEN: "beide", CENTRE: "GM0828"}))
    values = page.form().values
    assert (values[SEVEN], values[CENTRE]) == (["beide"], ["GM0828"])


def test_a_region_that_changes_while_a_gemeente_is_saved_asks_again(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = services.save_choice

    def move_and_save(*args: Any, **options: Any) -> bool:
        monkeypatch.setattr(services, "save_choice", save)
        found = opened(dossier)
        there = TitlePage(found.title, "VR13", found.date, found.present)
        services.save_title_page(found, there, based_on=found.version)
        raise services.OtherRegionError

    monkeypatch.setattr(services, "save_choice", move_and_save)
    page = Page(post(client, dossier, 7, "7c", **{CENTRE: "GM0828"}))
    assert page.title.startswith("Fout: ")
    assert "Amsterdam" in page.find("select", name=CENTRE)[0].text
    assert choice(dossier, 7).details == {}


def test_a_change_that_the_outcome_proposes_and_its_way_back_lose_no_answer(client: Client) -> None:
    details = (DetailAnswer("10b", "begroting", "binnen"), DetailAnswer("10c", "verdeelsleutel", "gelijk"))
    dossier = make_dossier({10: Answer(("10b", "10c"), "Daarom.", details=details)})
    repair = reverse("repair", args=[dossier.edit_key])
    client.post(repair, {"vraag": "10", "10-options": ["10c"], "10-version": "1"})
    assert opened(dossier).answers[10].answer == Answer(("10c",), "Daarom.", details=details)
    client.post(repair, {"vraag": "10", "10-options": ["10b", "10c"], "10-version": "2"})
    assert opened(dossier).answers[10].answer == Answer(("10b", "10c"), "Daarom.", details=details)


def test_only_what_is_chosen_is_exported(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7b",), details=(CARRIER,))})
    assert selectors.dossier_value(opened(dossier)).answers[7].details == ()
    assert b"drager" not in client.get(reverse("dossier-json", args=[dossier.edit_key])).content
