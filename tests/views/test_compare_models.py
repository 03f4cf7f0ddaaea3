"""Models side by side: every judgement with its ground, beside a dossier too, and what can't be compared."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Answer
from checklist.domain.outcome import judgements
from checklist.views.reference import pick_models
from models_catalogue.models import GovernanceModel, Trait
from tests.content import real_content
from tests.dossiers import make_dossier
from tests.urls_to_visit import UNKNOWN_KEY
from tests.views.reading import COMPARE, page_at

pytestmark = pytest.mark.django_db


def comparison(*slugs: str) -> str:
    return f"{COMPARE}?" + "&".join(f"m={slug}" for slug in slugs)


def test_two_models_side_by_side_show_every_judgement_with_its_ground(client: Client) -> None:
    page = page_at(client, comparison("managementraad", "adoptieregeling"))
    assert len(page.find("table")) == 1
    for trait in Trait.objects.filter(model__slug__in=["managementraad", "adoptieregeling"], active=True):
        assert trait.ground in page.text
    assert [header.text.split(" ")[0] for header in page.find("th", scope="col")] == [
        "Optie",
        "Adoptieregeling",
        "Managementraad",
    ]


@pytest.mark.parametrize(
    ("code", "state", "word", "hallmark"),
    [
        ("7a", "kenmerkend", "kenmerkend", True),
        ("5c", "past", "past", False),
        ("5a", "past-niet", "past niet", False),
        ("1a", "mogelijk", "mogelijk past", False),
    ],
)
def test_a_judgement_has_its_shape_and_its_word(code: str, state: str, word: str, hallmark: bool) -> None:
    model = real_content().models[-1]
    rows = {row.option.code: row for group in judgements.side_by_side(real_content(), [model]) for row in group.rows}
    (stance,) = rows[code].stances
    assert (stance.model, stance.state, stance.word, stance.hallmark) == ("Managementraad", state, word, hallmark)
    assert "9a" not in rows


def test_an_option_that_no_model_speaks_of_is_named_as_silence(client: Client) -> None:
    text = page_at(client, comparison("managementraad", "adoptieregeling")).text
    assert "zwijgt het boekje over deze vraag: 3a Heeft geen directe relatie met de dragende colleges; 3b" in text


def test_options_beside_one_that_a_model_speaks_of_are_no_silence(client: Client) -> None:
    page = page_at(client, comparison("managementraad", "adoptieregeling"))
    assert "Bij deze modellen noemt het boekje hier iets anders dan 7c" in page.text
    rows = {
        row.option.code: row
        for group in judgements.side_by_side(real_content(), real_content().models)
        for row in group.rows
    }
    states = {stance.model: stance.state for stance in rows["7a"].stances}
    assert (states["Concernfunctie bij gemeente"], states["Veiligheidsmanager"]) == ("anders", "zwijgt")


@pytest.mark.parametrize(
    ("slugs", "messages", "table"),
    [
        ([], [], False),
        ([""], [], False),
        (["managementraad"], ["Kies twee, drie of vier modellen om te vergelijken."], False),
        (["bestaat-niet", "managementraad", "adoptieregeling"], ["Het model ‘bestaat-niet’ bestaat niet."], True),
        (["a", "b"], ["2 van de gevraagde modellen bestaan niet.", "Kies twee, drie of vier"], False),
        (["managementraad", "managementraad"], ["U vroeg twee keer om", "Kies twee, drie of vier"], False),
        (["%00%0a<b>", "managementraad"], ["Het model ‘<b>’ bestaat niet.", "Kies twee, drie of vier"], False),
    ],
)
def test_what_cannot_be_compared_gets_a_clear_message_and_the_form(
    client: Client, slugs: list[str], messages: list[str], table: bool
) -> None:
    page = page_at(client, comparison(*slugs))
    shown = [item.text for item in page.find("p") if "utrecht-alert__message" in item.attributes.get("class", "")]
    assert len(shown) == len(messages)
    assert all(text.startswith(message) for text, message in zip(shown, messages, strict=True))
    assert bool(page.find("table")) == table
    assert len(page.find("input", name="m")) == 9


def test_more_than_four_models_are_asked_to_be_fewer_and_stay_checked(client: Client) -> None:
    slugs = list(GovernanceModel.objects.values_list("slug", flat=True)[:5])
    page = page_at(client, comparison(*slugs))
    assert "U koos 5 modellen." in page.text
    assert not page.find("table")
    checked = [item.attributes["value"] for item in page.find("input", name="m") if "checked" in item.attributes]
    assert checked == slugs


def test_a_very_long_name_is_cut() -> None:
    (message, _) = pick_models(real_content(), ["x" * 5000], least=2).messages
    assert message == f"Het model ‘{'x' * 60}…’ bestaat niet. Het is weggelaten."


def test_beside_a_dossier_its_choices_are_the_first_column(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7a",)), 10: Answer(("10c",))})
    page = page_at(client, reverse("dossier-compare", args=[dossier.read_key]) + "?m=managementraad")
    assert [header.text.split(" ")[0] for header in page.find("th", scope="col")] == ["Optie", "Uw", "Managementraad"]
    text = page.text
    assert "7a Aan het overleg van gemeentesecretarissen en/of van gemeentelijke veiligheidsadviseurs gekozen" in text
    assert "7b Aan de taak van de coördinerend gemeentesecretaris niet gekozen" in text
    assert (
        "8a Een vertegenwoordiging van/namens de gemeentesecretarissen van de dragende gemeenten nog niet bepaald"
        in text
    )
    assert "10c Afzonderlijke bijdrage van gemeenten gekozen het boekje zwijgt" in text


def test_beside_a_dossier_one_model_is_enough_and_none_asks_for_one(client: Client) -> None:
    dossier = make_dossier()
    address = reverse("dossier-compare", args=[dossier.edit_key])
    assert "Kies één tot vier modellen" in page_at(client, address).text
    assert "Kies minstens één model" in page_at(client, f"{address}?m=x").text


def test_an_unknown_key_is_not_found(client: Client) -> None:
    assert client.get(reverse("dossier-compare", args=[UNKNOWN_KEY])).status_code == 404
