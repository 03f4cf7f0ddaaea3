"""The pages to read and look things up in: checklist, worksheet, method, about, models found and compared."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from checklist import documents, selectors
from checklist.access import COOKIE_AGE, REMEMBERED
from checklist.domain.dossier import Answer
from checklist.domain.outcome import judgements
from checklist.domain.outcome.silence import Silence
from checklist.export.pdf import RenderBusy, Stylesheet
from checklist.export.worksheet import worksheet_html
from checklist.models import Option, Question, Tension
from checklist.selectors import PRESENT_FOR
from checklist.views.reference import pick_models
from models_catalogue.filters import FILTERS, find_models
from models_catalogue.models import GovernanceModel, Trait
from tests.content import real_content
from tests.dossiers import make_dossier
from tests.export.structure import Structure, problems, read_structure
from tests.export.verapdf import failures
from tests.pages import Page

pytestmark = pytest.mark.django_db

COMPARE = "/modellen/vergelijken/"


def page_at(client: Client, address: str) -> Page:
    response = client.get(address)
    assert response.status_code == 200
    return Page(response)


# The checklist and its worksheet


def test_the_checklist_shows_every_question_and_option_with_what_it_means(client: Client) -> None:
    text = page_at(client, "/checklist/").text
    for question in Question.objects.all():
        assert f"{question.number}. {question.label} {question.decides}" in text
    for option in Option.objects.all():
        assert f"{option.code} {option.label} {option.practice}" in text


def test_the_checklist_leads_to_the_worksheet(client: Client) -> None:
    assert page_at(client, "/checklist/").find("a", href="/checklist/werkblad.pdf")


@pytest.fixture
def kept_apart(tmp_path: Path, settings: Any) -> Path:
    """An installation without a worksheet yet."""
    settings.VAR_DIR = tmp_path
    return tmp_path


@pytest.fixture
def renderings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was rendered; the renderer itself isn't needed to see how often it is asked."""
    rendered: list[str] = []

    def render(html: str, _limits: object, stylesheet: Stylesheet) -> bytes:
        assert stylesheet is Stylesheet.WORKSHEET
        rendered.append(html)
        return b"%PDF-" + str(len(rendered)).encode()

    monkeypatch.setattr(documents, "render_pdf", render)
    return rendered


def test_the_worksheet_is_made_once(client: Client, kept_apart: Path, renderings: list[str]) -> None:
    answers = [client.get(reverse("worksheet")) for _ in range(3)]
    assert [answer.content for answer in answers] == [b"%PDF-1"] * 3
    assert answers[0]["Content-Type"] == "application/pdf"
    assert len(renderings) == 1


def test_a_changed_text_makes_a_new_worksheet_in_the_same_file(
    client: Client, kept_apart: Path, renderings: list[str]
) -> None:
    client.get(reverse("worksheet"))
    Option.objects.filter(code="7a").update(label="Een andere tekst")
    assert client.get(reverse("worksheet")).content == b"%PDF-2"
    assert "Een andere tekst" in renderings[1]
    assert [path.name for path in kept_apart.iterdir()] == ["worksheet.kept"]


def test_a_worksheet_that_cannot_be_kept_is_still_given(
    client: Client, kept_apart: Path, renderings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    (kept_apart / "worksheet.kept").mkdir()
    assert client.get(reverse("worksheet")).content == b"%PDF-1"
    assert client.get(reverse("worksheet")).content == b"%PDF-2"
    assert "can't be kept" in caplog.text
    assert [path.name for path in kept_apart.iterdir()] == ["worksheet.kept"]


def test_a_worksheet_that_cannot_be_made_gets_a_page(
    client: Client, kept_apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise RenderBusy

    monkeypatch.setattr(documents, "render_pdf", refuse)
    response = client.get(reverse("worksheet"))
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "Het werkblad is er nu niet" in Page(response).title


def test_a_worksheet_takes_no_form(client: Client) -> None:
    assert client.post(reverse("worksheet")).status_code == 405


@pytest.fixture
def worksheet(client: Client) -> bytes:
    return client.get(reverse("worksheet")).content


@pytest.fixture
def structure(worksheet: bytes) -> Structure:
    return read_structure(worksheet)


@pytest.mark.pdfua
def test_verapdf_passes_the_worksheet(worksheet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "worksheet.pdf"
    path.write_bytes(worksheet)
    assert failures([path], "ua1") == ""


def test_somebody_who_hears_the_worksheet_misses_nothing(structure: Structure) -> None:
    assert problems(structure) == []
    assert structure.title == "Werkblad regiostaf"
    assert [heading.text.split(".")[0] for heading in structure.root.of_kind("H2")][:12] == [
        str(number) for number in range(1, 13)
    ]


def test_the_worksheet_has_every_option_and_a_place_to_write(structure: Structure) -> None:
    items = [item.text for item in structure.root.of_kind("LI")]
    for option in Option.objects.all():
        assert f"{option.code} {option.label}" in items
    assert items.count("Nog niet bepaald") == 12
    paragraphs = [paragraph.text for paragraph in structure.root.of_kind("P")]
    assert paragraphs.count("Motivering") == paragraphs.count("Minderheidsstandpunt") == 12
    assert {"Kring van veiligheidsregio", "Datum", "Aanwezig"} <= set(paragraphs)


def test_the_worksheet_says_how_many_to_choose() -> None:
    text = " ".join(worksheet_html(real_content().questions).split())
    assert text.count("Kies één optie.") == 5
    assert "Kies 3a alleen zonder een andere optie." in text


def test_an_editors_odd_character_on_the_worksheet_is_a_square() -> None:
    Option.objects.filter(code="7a").update(label="De kring 🚒 <b>")
    html = worksheet_html(selectors.questions())
    assert "De kring □ &lt;b&gt;" in html


# Method and about


def test_the_method_page_has_every_tension_with_its_anchor(client: Client) -> None:
    page = page_at(client, "/methode/")
    for tension in Tension.objects.select_related("option_a", "option_b"):
        row = page.by_id(f"spanning-{tension.number}").text
        assert tension.explanation in row
        assert tension.severity in row
        assert tension.option_a.label in row
        assert tension.option_b.label in row
        assert ("één van twee" in row) == (tension.readers == 1)


def test_the_method_page_has_every_judgement_with_its_anchor(client: Client) -> None:
    page = page_at(client, "/methode/")
    for trait in Trait.objects.select_related("model", "option"):
        row = page.by_id(f"{trait.model.slug}-{trait.option.code}").text
        assert trait.ground in row
        assert trait.get_stance_display() in row
        assert ("één van twee" in row) == (f"mogelijk {trait.get_stance_display()}" in row) == (trait.readers == 1)


def test_one_question_shows_only_what_touches_it(client: Client) -> None:
    rows = {
        element.attributes["id"]
        for element in page_at(client, "/methode/?vraag=7").find("tr")
        if "id" in element.attributes
    }
    tensions = Tension.objects.filter(option_a__question__number=7) | Tension.objects.filter(
        option_b__question__number=7
    )
    traits = Trait.objects.filter(option__question__number=7)
    expected = {f"spanning-{number}" for number in tensions.values_list("number", flat=True)}
    expected |= {f"{slug}-{code}" for slug, code in traits.values_list("model__slug", "option__code")}
    assert rows == expected


@pytest.mark.parametrize("asked", ["0", "13", "7a", "%00", "１"])
def test_a_question_that_is_none_shows_all_and_says_so(client: Client, asked: str) -> None:
    page = page_at(client, f"/methode/?vraag={asked}")
    assert "Deze vraag bestaat niet." in page.text
    assert page.by_id("spanning-1")


def test_what_is_switched_off_is_not_on_the_method_page(client: Client) -> None:
    Trait.objects.filter(model__slug="managementraad", option__code="7a").update(active=False)
    Tension.objects.filter(number=1).update(active=False)
    page = page_at(client, "/methode/")
    ids = {element.attributes.get("id") for element in page.find("tr")}
    assert not {"managementraad-7a", "spanning-1"} & ids
    assert "nu 117 oordelen" in page.text


def test_the_tables_have_captions_and_headers_with_a_scope(client: Client) -> None:
    page = page_at(client, "/methode/")
    assert len(page.find("table")) == len(page.find("caption")) == 10
    assert {element.attributes.get("scope") for element in page.find("th")} == {"col", "row"}


def test_the_method_page_says_the_three_silences_and_who_read(client: Client) -> None:
    text = page_at(client, "/methode/").text
    for silence in Silence:
        assert silence.value[1:] in text
    for fact in ("351", "0,87", "0,72", "39 opties"):
        assert fact in text


def test_the_count_of_judgements_is_that_of_the_content() -> None:
    counted = judgements.reading(real_content())
    assert (counted.judgements, counted.shown, counted.by_two, counted.by_one, counted.silent) == (
        351,
        118,
        92,
        26,
        233,
    )


def test_about_says_what_the_product_does(client: Client) -> None:
    text = page_at(client, "/over/").text
    assert f"Na {int(PRESENT_FOR.total_seconds() // 60)} minuten telt het niet meer mee" in text
    assert "hoogstens twintig, een jaar lang" in text
    assert (REMEMBERED, COOKIE_AGE) == (20, 365 * 24 * 3600)
    assert "wijzigen en verwijderen" in text


def test_every_page_leads_to_them(client: Client) -> None:
    links = {element.attributes.get("href") for element in page_at(client, "/").find("a")}
    assert {"/over/", "/methode/", "/checklist/", "/modellen/"} <= links


# Models, found


def found(client: Client, query: str) -> list[str]:
    """The slugs of the models that the list shows as cards."""
    inputs = page_at(client, f"/modellen/?{query}").find("input", name="m")
    return [element.attributes["value"] for element in inputs]


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("draagt=8a", ["functionaris-verlengd-lokaal-bestuur", "adviesstructuur-brede-regio", "managementraad"]),
        ("draagt=9b", ["veiligheidsbureau-centrumstad", "concernfunctie-gemeente"]),
        ("waar=7a", ["managementraad"]),
        ("diep=6c", ["veiligheidsmanager", "adviesstructuur-brede-regio"]),
        ("draagt=8a&diep=6b", ["functionaris-verlengd-lokaal-bestuur", "managementraad"]),
        ("waar=7d&waar=7a", ["managementraad"]),
        ("draagt=9c&diep=6a", []),
    ],
)
def test_a_filter_finds_what_both_readers_read(client: Client, query: str, slugs: list[str]) -> None:
    assert found(client, query) == slugs


@pytest.mark.parametrize("query", ["", "draagt=&waar=&diep=", "waar=6a", "diep=99", "draagt=%00", "x=7a"])
def test_what_is_no_option_of_a_filter_narrows_nothing(client: Client, query: str) -> None:
    assert found(client, query) == list(GovernanceModel.objects.values_list("slug", flat=True))


def test_of_a_model_that_is_left_out_it_says_what_the_booklet_says(client: Client) -> None:
    others = {item.model.slug: [stance.state for stance in item.stances] for item in find_models({"waar": "7a"}).others}
    assert others["adoptieregeling"] == ["mogelijk"]
    assert others["concernfunctie-gemeente"] == ["zwijgt"]
    others = {item.model.slug: [stance.state for stance in item.stances] for item in find_models({"diep": "6a"}).others}
    assert others["managementraad"] == ["past-niet"]
    assert "kan het model nog steeds bij u passen" in page_at(client, "/modellen/?waar=7a").text


def test_when_nothing_is_found_it_says_that_the_wish_is_not_wrong_and_leads_back(client: Client) -> None:
    page = page_at(client, "/modellen/?draagt=9c&diep=6a")
    assert "Geen model doet het zo" in page.text
    assert "Dat maakt uw wens niet fout" in page.text
    assert [link.text for link in page.find("a", href="/modellen/")][:2] == [
        "Alle negen tonen",
        "Alle negen modellen tonen",
    ]


def test_the_filter_keeps_what_was_asked_and_counts_the_models(client: Client) -> None:
    page = page_at(client, "/modellen/?waar=7c")
    (chosen,) = [item for item in page.find("input", name="waar") if "checked" in item.attributes]
    assert chosen.attributes["value"] == "7c"
    assert "Aan de centrumgemeente 7c, 2 modellen" in page.text


def test_a_trait_that_is_switched_off_no_longer_finds_a_model(client: Client) -> None:
    Trait.objects.filter(model__slug="managementraad", option__code="7a").update(active=False)
    assert found(client, "waar=7a") == []


def test_every_filter_has_the_options_of_its_questions() -> None:
    for item, (name, _, numbers) in zip(find_models({}).filters, FILTERS, strict=True):
        codes = [option.code for question in item.questions for option in question.options]
        assert item.name == name
        assert codes == list(Option.objects.filter(question__number__in=numbers).values_list("code", flat=True))


def test_the_examples_stand_by_region(client: Client) -> None:
    text = page_at(client, "/modellen/").text
    assert "Brabant-Noord Functionaris verlengd lokaal bestuur Adoptieregeling" in text
    assert text.count("Voorbeeld in het boekje:") == 7


# Models, compared


def comparison(*slugs: str) -> str:
    return f"{COMPARE}?" + "&".join(f"m={slug}" for slug in slugs)


def test_two_models_side_by_side_show_every_judgement_with_its_ground(client: Client) -> None:
    page = page_at(client, comparison("managementraad", "adoptieregeling"))
    assert len(page.find("table")) == 1
    for trait in Trait.objects.filter(model__slug__in=["managementraad", "adoptieregeling"]):
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
        ("1d", "past", "past", False),
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
    assert "zwijgt het boekje over 3a Heeft geen directe relatie met de dragende colleges; 3b" in text


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
    assert client.get(reverse("dossier-compare", args=["-" * 32])).status_code == 404


@pytest.mark.parametrize("address", ["/checklist/", "/methode/", "/over/", COMPARE])
def test_a_page_takes_no_form(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
