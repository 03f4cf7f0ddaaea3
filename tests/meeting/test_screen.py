"""The beamer in every state of a meeting: what it says, and above all what it doesn't."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist import selectors
from checklist.domain.meeting.plan import Plan, plan_as_json
from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.words import Mode
from checklist.meeting import screen
from checklist.models import Dossier, Meeting, Round
from models_catalogue.models import Gemeente
from tests.dossiers import make_dossier
from tests.meeting.screens import LARGE, STATES, in_the_largest_region, make
from tests.meetings import make_meeting
from tests.pages import Page
from tests.services.values import settle

pytestmark = pytest.mark.django_db

MOST_BYTES = 4096


def html_of(dossier: Dossier) -> str:
    """The section that the beamer of this dossier shows."""
    meeting = selectors.meeting_of(dossier.pk)
    assert meeting is not None
    return screen.stand(meeting, selectors.stamp_now())


def words_of(html: str) -> str:
    """What is read of it, in one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


SAYS = {
    "join": ["Doe mee", "4 van 11 gemeenten zijn er"],
    "about": ["Hoe ver reikt het werk?", "Straks geeft u eerst alleen"],
    "alone": ["8 van 11 klaar", "zonder te overleggen"],
    "alone-secret": ["8 van 11 klaar", "Als iedereen hetzelfde kiest, weet u van iedereen wat die koos."],
    "reasons": ["Verdeeld", "Dan is hij van ons allemaal.", "Eerst praten, dan stemmen"],
    "vote": ["10 van 11 stemmen binnen", "Stem nu."],
    "closed": ["Gesloten · 10 van 11", "De vraag is gesloten."],
    "result": ["Meerderheid voor B: 6 van de 11", "nog geen besluit", "Er botst niets in wat de kring"],
    "result-secret": ["enkele", "‘Enkele’ is 1 of 2", "Meerderheid voor B: 6 van de 11"],
    "result-clash": ["Opgeteld botst dit:", "Zonder botsing ligt het dichtst bij"],
    "result-clash-secret": ["Opgeteld botst dit:"],
    "settled-clash": ["Dit botst:"],
    "too-few": ["Te weinig antwoorden om te tonen", "Vier gemeenten hebben gestemd."],
    "settled": [
        "Taak van de CGS",
        "6 voor 4 kunnen ermee leven 1 tegen",
        "Anders dan de telling, want",
        "Botst",
        "Hierna: vraag 8",
    ],
    "settled-secret": ["6 voor enkele tegen", "11 van 11 gemeenten"],
    "formal": ["Zes hamerstukken", "Netwerk van griffiers", "11 voor", "Daarna: zes bespreekstukken"],
    "formal-secret": ["Zes hamerstukken", "niemand tegen"],
    "talks": ["Zes bespreekstukken", "op verzoek van Oss", "65 minuten voor zes vragen", "Einde 23.30"],
    "whole": [
        *("Taak van de CGS Vraag 7, meerderheid 8 voor", "Botst CGS los van regiostaf", "Elk heeft een meerderheid"),
        *("helemaal Boekel, Heusden", "vraag 7 of vraag 11 opnieuw stemmen", "Een verschil: een antwoord"),
    ],
    "whole-secret": ["Hoogstens 7 van de 11 gemeenten.", "Minstens 5 en hoogstens 8 gemeenten", "Geen namen"],
    "whole-in-peace": ["Niets botst", "Wie staat achter dit antwoord?"],
    "designs": ["Eén ontwerp ligt het dichtst bij", "De verste gemeente heeft 5 verschillen", "U beslist."],
    "designs-secret": ["2 ontwerpen liggen even dichtbij", "vraag 7 wordt anders, vraag 11 blijft", "Wat zij delen"],
    "nothing-counted": ["Er is nog niets om mee te rekenen"],
    "lost": ["Door een storing zijn de antwoorden op deze vraag weg. Antwoord opnieuw.", "Opnieuw: Vraag 7"],
    "suspended": ["De vergadering is geschorst"],
    "closed-meeting": ["De vergadering is gesloten"],
}


@pytest.mark.parametrize(("name", "said"), SAYS.items())
def test_each_state_says_what_it_is(name: str, said: list[str]) -> None:
    words = words_of(html_of(make(name)))
    assert [text for text in said if text not in words] == []


def test_without_a_design_nobody_is_asked_to_decide_on_one() -> None:
    assert "De voorzitter legt er een voor" not in words_of(html_of(make("nothing-counted")))


def test_an_option_whose_few_words_are_those_of_the_booklet_has_them_once() -> None:
    assert html_of(make("about")).count("Alleen rampen en crises") == 1


def test_without_a_meeting_the_beamer_says_so(client: Client) -> None:
    page = client.get(reverse("meeting-screen", args=[make_dossier().edit_key])).content.decode()
    assert "Er is nog geen vergadering" in page
    assert "data-live" not in page


@pytest.mark.parametrize(("name", "later"), [("none", True), ("suspended", True), ("closed-meeting", False)])
def test_what_cannot_be_followed_yet_is_looked_at_again_later(client: Client, name: str, later: bool) -> None:
    page = Page(client.get(reverse("meeting-screen", args=[make(name).read_key])))
    assert ("data-later" in page.find("main")[0].attributes) == later


@pytest.mark.parametrize("link", ["edit_key", "read_key"])
def test_both_links_show_it_and_let_it_follow_the_meeting(client: Client, link: str) -> None:
    dossier = make("vote")
    page = client.get(reverse("meeting-screen", args=[getattr(dossier, link)])).content.decode()
    token = Meeting.objects.get(dossier=dossier).screen_token
    assert f'data-live="{reverse("live", args=[token])}"' in page
    assert "Brabant-Noord · open vergadering" in page
    assert html_of(dossier) in page


@pytest.mark.parametrize("name", sorted(STATES.keys() - {"none"}))
def test_each_state_is_small_enough_to_send_to_all_screens(name: str) -> None:
    assert len(html_of(make(name)).encode()) <= MOST_BYTES


@pytest.mark.parametrize("name", LARGE)
def test_with_26_gemeenten_it_stays_small(name: str) -> None:
    html = html_of(in_the_largest_region(name))
    assert re.search(r"van (?:de )?26|Wijk bij Duurstede", html)
    assert len(html.encode()) <= MOST_BYTES


BEFORE_SHOWN = ["alone", "alone-secret", "reasons", "talk-secret", "vote", "closed"]


@pytest.mark.parametrize("name", BEFORE_SHOWN)
def test_no_number_per_option_is_in_the_page_before_it_is_shown(name: str) -> None:
    html = html_of(make(name))
    assert "sq--" not in html
    assert re.findall(r"\d+ (?:voor|tegen|kan|kunnen)", words_of(html)) == []


@pytest.mark.parametrize("name", sorted(STATES.keys() - {"none", "names", "talks", "whole", "whole-in-peace"}))
def test_no_gemeente_is_named_until_the_chair_shows_names(name: str) -> None:
    html = html_of(make(name))
    names = Gemeente.objects.filter(veiligheidsregio__code="VR21").values_list("display_name", flat=True)
    assert [one for one in names if one in html] == []


def test_the_chair_can_show_who_is_against() -> None:
    words = words_of(html_of(make("names")))
    assert re.search(r"1 Maashorst", words)


def test_in_secret_mode_showing_names_shows_none() -> None:
    dossier = make("result-secret")
    before = html_of(dossier)
    Meeting.objects.filter(dossier=dossier).update(showing="namen")
    assert html_of(dossier) == before


def test_below_five_answers_in_secret_mode_the_page_has_no_number_of_an_option(client: Client) -> None:
    dossier = make("too-few")
    page = client.get(reverse("meeting-screen", args=[dossier.read_key])).content.decode()
    assert "uit" not in re.findall(r'<table class="(\w+)', page)
    assert "4 van 11 stemmen binnen" in page


def test_a_small_number_in_secret_mode_has_no_squares() -> None:
    html = html_of(make("result-secret"))
    assert re.findall(r"<em>enkele</em>\s*<span class=\"sq", html) == []
    assert "kan ermee leven" not in words_of(html).partition("‘Enkele’")[0]


def test_after_a_reopening_with_nearly_the_same_gemeenten_only_the_majority_is_told() -> None:
    dossier = make("result-secret")
    counts = {f"7{letter}": {"voor": "meerderheid" if letter == "b" else "geen meerderheid"} for letter in "abcd"}
    Round.objects.filter(meeting__dossier=dossier).update(result={"answered": 11, "blank": 0, "counts": counts})
    words = words_of(html_of(dossier))
    assert "geen meerderheid" in words
    assert "tegen" not in words
    assert "Meerderheid voor B" in words


@pytest.mark.parametrize(
    ("name", "most"),
    [("join", 0), ("alone", 0), ("result", 1), ("names", 1), ("settled", 3), ("talks", 1), ("whole", 1)],
)
def test_a_section_costs_few_queries(
    name: str, most: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    dossier = make(name)
    html_of(dossier)  # reads the content and the gemeenten, once
    meeting = selectors.meeting_of(dossier.pk)
    assert meeting is not None
    stamp = selectors.stamp_now()
    with django_assert_max_num_queries(most):
        screen.stand(meeting, stamp)


def test_a_dossier_that_was_settled_before_its_meeting_leads_to_what_was_settled(client: Client) -> None:
    dossier = make_dossier()
    make_meeting(dossier, state=MeetingState.READY, code=None, join_token=None)
    settle(dossier)
    response = client.get(reverse("meeting-screen", args=[dossier.read_key]))
    assert response.headers["Location"] == reverse("settled", args=[dossier.read_key])


def test_a_design_that_the_chair_puts_forward_is_marked() -> None:
    dossier = make("designs-secret")
    plan = plan_as_json(Plan(proposal={7: ("7b",), 11: ("11b",)}))
    Meeting.objects.filter(dossier=dossier).update(plan=plan)
    html = html_of(dossier)
    assert html.count('class="on"') == 1
    assert "Voorstel: 2 ontwerpen" in html


def test_it_shows_the_same_however_often_it_is_made() -> None:
    dossier = make("settled")
    assert html_of(dossier) == html_of(dossier)


def test_a_meeting_that_is_not_live_yet_shows_no_code() -> None:
    dossier = make_dossier()
    make_meeting(dossier, Mode.OPEN, code=None, join_token=None, screen_token=None)
    assert "De vergadering is nog niet begonnen" in html_of(dossier)


def test_typed_texts_are_text() -> None:
    dossier = make("reasons")
    Round.objects.filter(meeting__dossier=dossier).update(
        reasons={"7a": [{"text": "<b>{{ x }}</b>", "stance": "voor"}]}
    )
    assert "&lt;b&gt;{{ x }}&lt;/b&gt;" in html_of(dossier)
