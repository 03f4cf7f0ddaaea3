"""Somebody else was first: what is said of what options leave open goes with the side that is chosen (rule 3)."""

import pytest
from django.test import Client

from checklist.domain.dossier import Answer, DetailAnswer
from checklist.models import Dossier
from models_catalogue.models import Veiligheidsregio
from tests.dossiers import choice, make_dossier, opened, question_url
from tests.pages import Page
from tests.wizard.posting import post

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

SEVEN, CENTRE = "7-detail-7a-drager", "7-detail-7c-gemeente"
ASKED = "Welk overleg draagt de regiostaf: dat van gemeentesecretarissen, dat van veiligheidsadviseurs of beide?"


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier()


def conflict(client: Client, dossier: Dossier, theirs: dict[str, str], mine: dict[str, str], *options: str) -> Page:
    """Theirs is saved first with option 7a, then mine with these, from the same page: the page that comes back."""
    blank = {SEVEN: "", CENTRE: ""}
    post(client, dossier, 7, "7a", **blank | theirs)
    response = post(client, dossier, 7, *options, **blank | mine)
    assert response.status_code == 409
    return Page(response)


def words_of_sides(page: Page) -> list[str]:
    """What stands below 'Hun keuze' and 'Onze keuze'."""
    return [body.text.strip() for body in page.find("div", **{"class": "option-card__body"})]


def choose(client: Client, dossier: Dossier, page: Page, side: str) -> int:
    """Press on with a side of the conflict page; the status of the answer."""
    (radio,) = [radio for radio in page.find("input", type="radio") if radio.attributes["id"] == f"keuze-{side}"]
    values = page.form("botsing/").values | {"options": [radio.attributes["value"]]}
    return client.post(question_url(dossier, 7, "question-conflict"), values).status_code


def test_another_answer_alone_is_a_conflict_that_shows_both_in_words(client: Client, dossier: Dossier) -> None:
    page = conflict(client, dossier, {SEVEN: "beide"}, {SEVEN: "secretarissen"}, "7a")
    theirs, mine = words_of_sides(page)
    assert theirs.endswith(f"({ASKED} beide)")
    assert mine.endswith(f"({ASKED} het overleg van gemeentesecretarissen)")
    assert choice(dossier, 7).details == {"7a": {"drager": "beide"}}


def test_an_open_answer_is_told_as_open_and_a_gemeente_by_its_name(client: Client, dossier: Dossier) -> None:
    theirs, mine = words_of_sides(conflict(client, dossier, {}, {CENTRE: "GM0796"}, "7c"))
    assert theirs.endswith(f"({ASKED} nog niet bepaald)")
    assert mine.endswith("(Welke gemeente is de centrumgemeente? Den Bosch)")


@pytest.mark.parametrize(
    ("side", "answer"),
    [
        ("hun", Answer(("7a",), details=(DetailAnswer("7a", "drager", "beide"),))),
        ("onze", Answer(("7c",), details=(DetailAnswer("7c", "gemeente", "GM0796"),))),
    ],
)
def test_details_go_with_the_side_that_is_chosen(client: Client, dossier: Dossier, side: str, answer: Answer) -> None:
    page = conflict(client, dossier, {SEVEN: "beide"}, {CENTRE: "GM0796"}, "7c")
    assert choose(client, dossier, page, side) == 302
    assert opened(dossier).answers[7].answer == answer


def test_details_of_options_that_are_not_chosen_go_along(client: Client, dossier: Dossier) -> None:
    page = conflict(client, dossier, {}, {SEVEN: "beide", CENTRE: "GM0796"}, "7c")
    choose(client, dossier, page, "onze")
    assert choice(dossier, 7).details == {"7a": {"drager": "beide"}, "7c": {"gemeente": "GM0796"}}


def test_who_says_the_same_is_not_asked_to_choose_and_loses_nothing_that_is_kept(
    client: Client, dossier: Dossier
) -> None:
    theirs = {SEVEN: "beide", CENTRE: "GM0796", "motivation": "Hun"}
    page = conflict(client, dossier, theirs, {SEVEN: "beide", CENTRE: "", "motivation": "Mijn"}, "7a")
    assert not page.find("input", type="radio")
    assert f"({ASKED} beide)" in page.text
    assert client.post(question_url(dossier, 7, "question-conflict"), page.form("botsing/").values).status_code == 302
    assert choice(dossier, 7).details == {"7a": {"drager": "beide"}, "7c": {"gemeente": "GM0796"}}


def test_a_conflict_can_conflict_again_without_losing_a_detail(client: Client, dossier: Dossier) -> None:
    page = conflict(client, dossier, {SEVEN: "beide"}, {CENTRE: "GM0796"}, "7c")
    post(client, dossier, 7, "7b", version=1)
    values = page.form("botsing/").values
    response = client.post(question_url(dossier, 7, "question-conflict"), values)
    assert response.status_code == 409
    assert choose(client, dossier, Page(response), "onze") == 302
    assert choice(dossier, 7).details == {"7c": {"gemeente": "GM0796"}}


def test_a_gemeente_of_a_region_that_was_left_meanwhile_is_open_again(client: Client, dossier: Dossier) -> None:
    page = conflict(client, dossier, {SEVEN: "beide"}, {CENTRE: "GM0796"}, "7c")
    other = Veiligheidsregio.objects.get(code="VR13")
    Dossier.objects.filter(pk=dossier.pk).update(veiligheidsregio=other)
    assert choose(client, dossier, page, "onze") == 302
    assert (choice(dossier, 7).options, choice(dossier, 7).details) == (["7c"], {})


@pytest.mark.parametrize(
    "options",
    [
        "7a;7a.drager=allebei",
        "7a;7a.drager=",
        "7a;7a.drager",
        "7a;",
        "7a;8a.leiding=namens",
        "7a;7a.gemeente=GM0796",
        "7a;7a.drager=beide;7a.drager=secretarissen",
        "7a;7a.drager=beide;7a.drager=beide",
        "7a;x",
        ";;",
    ],
)
def test_a_side_that_was_tampered_with_is_a_bad_request(client: Client, dossier: Dossier, options: str) -> None:
    page = conflict(client, dossier, {SEVEN: "beide"}, {CENTRE: "GM0796"}, "7c")
    for name in ("options", "mine"):
        values = page.form("botsing/").values | {name: [options]}
        assert client.post(question_url(dossier, 7, "question-conflict"), values).status_code == 400
    assert choice(dossier, 7).version == 1
