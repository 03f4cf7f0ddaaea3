"""What every page asks of the database: a ceiling per page, and the queries that are expected under it."""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist import selectors
from checklist.domain.dossier import Action, Answer, Kept
from checklist.models import Dossier, Option
from checklist.selectors.freezing import content_sha256
from tests.dossiers import CLASHING, choice, make_dossier, question_body, question_url
from tests.settled import offered_with_files
from tests.views.agenda import form_of, keep, plan, send

pytestmark = pytest.mark.django_db

# What the questions stand on is remembered for as long as its stamp is the same: a page without a dossier asks for the
# stamp, and the key in the address opens the dossier with its answers and with the stamp.
CONTENT = {"models_catalogue_contentstamp"}
OPEN = {"checklist_choice"}
# The first page after an edit reads it all, once, and the stamp after it: options with their questions, notes, points
# to weigh with the other short texts, tensions, and models with their traits. What deciding rests on takes three more:
# options with their decisions, steps, and the openings of organs with the other texts. So does the reglement: articles
# with their clauses, who adopts it, and its gaps.
READ = {
    "checklist_option",
    "checklist_questionnote",
    "checklist_consideration",
    "checklist_tension",
    "checklist_optiondeciding",
    "checklist_step",
    "checklist_organ",
    "checklist_article",
    "checklist_adoption",
    "checklist_gap",
    "models_catalogue_governancemodel",
}
DOSSIER = OPEN | {"checklist_kepttension"}
WITH_ACTIONS = DOSSIER | {"checklist_action"}
MEETING = "checklist_meeting"
REGIONS = {"models_catalogue_veiligheidsregio"}


@dataclass(frozen=True)
class Ceiling:
    """The most queries that a page may cost; the tables it reads, each in one query, and those it reads once more."""

    name: str
    most: int
    tables: set[str]
    again: tuple[str, ...] = ()


# The ceilings of question, check and advies are agreed; the others are what the page needs today.
PAGES = [
    Ceiling("start", 1, {"checklist_dossier"}),  # those opened here, and whether there is a sample
    Ceiling("dossier-new", 1, REGIONS),
    # The state of the twelve, with their tensions, which texts changed after it, and whether there is a meeting.
    Ceiling("dossier", 6, WITH_ACTIONS | {"models_catalogue_regionnote", MEETING}, again=("checklist_choice",)),
    Ceiling("dossier-links", 1, OPEN),
    Ceiling("dossier-title-page", 2, OPEN | REGIONS),
    Ceiling("question", 3, DOSSIER | {"checklist_presence"}),
    Ceiling("check", 3, WITH_ACTIONS),
    Ceiling("closing", 2, OPEN | {"checklist_action"}),
    Ceiling("closing-more", 3, WITH_ACTIONS),
    Ceiling("question-outlook", 2, DOSSIER),
    Ceiling("outcome", 3, WITH_ACTIONS),
    Ceiling("dossier-drawings", 2, DOSSIER),
    Ceiling("meeting-screen", 2, OPEN | {"checklist_meeting"}),  # there is none: tests/meeting/test_screen.py
    Ceiling("advies", 3, WITH_ACTIONS),
    Ceiling("verslag", 3, WITH_ACTIONS),
    Ceiling("reglement", 3, WITH_ACTIONS),
    Ceiling("downloads", 1, OPEN),
    Ceiling("settled", 1, OPEN),
    # What would be settled, without names, and who is named in what is stored.
    Ceiling("settling", 5, WITH_ACTIONS, again=("checklist_kepttension", "checklist_action")),
    Ceiling("withdraw", 1, OPEN),
    Ceiling("meeting", 2, OPEN | {MEETING}),
    Ceiling("dossier-json", 3, WITH_ACTIONS),
    Ceiling("choices-csv", 3, WITH_ACTIONS),
    Ceiling("checklist", 1, CONTENT),
    Ceiling("terms", 1, CONTENT),
    Ceiling("about", 1, CONTENT),
    Ceiling("public-ask", 0, set()),
    Ceiling("method", 1, CONTENT),
    Ceiling("models-compare", 1, CONTENT),
    Ceiling("dossier-compare", 1, OPEN),
    Ceiling("variants", 2, OPEN | {"checklist_dossier"}),  # and those opened here
    Ceiling("variant-new", 1, OPEN),
    # To find a model by an option: the options, and what the models say of them. The terms.
    Ceiling(
        "models",
        5,
        {
            *CONTENT,
            "models_catalogue_governancemodel",
            "models_catalogue_gemeente",
            "models_catalogue_trait",
            "checklist_option",
        },
    ),
    # The model, its traits and notes, and all options: the booklet is silent about some. The terms.
    Ceiling(
        "model",
        5,
        {
            *CONTENT,
            "models_catalogue_governancemodel",
            "models_catalogue_trait",
            "models_catalogue_modelnote",
            "checklist_option",
        },
    ),
]


FULL = {number: Answer((f"{number}b",), "Daarom.", "Niet.") for number in range(1, 13)} | CLASHING


KEPT = (Kept("2a", "5a", "Met opzet."),)
ACTIONS = (Action("2a+5a", "Uitwerken", "Oss", "1 maart 2027"), Action("vraag:4", "Navragen"))


@pytest.fixture
def dossier() -> Dossier:
    """As full as it gets: the number of queries must not grow with what is in it."""
    stamp = selectors.content_all().stamp
    selectors.backgrounds(stamp)
    selectors.gemeenten_of("VR21", stamp)
    selectors.content_date(stamp)
    content_sha256(stamp)
    return make_dossier(FULL, KEPT, ACTIONS)


def address(dossier: Dossier, name: str) -> str:
    arguments: dict[str, list[Any]] = {
        "question": [dossier.edit_key, 4],
        "question-outlook": [dossier.edit_key, 4],
        "model": ["managementraad"],
        "start": [],
        "dossier-new": [],
        **{name: [] for name in ("about", "checklist", "method", "models", "models-compare", "public-ask", "terms")},
    }
    return reverse(name, args=arguments.get(name, [dossier.edit_key]))


def first_tables(captured: Any) -> list[str]:
    """The table that each query itself reads or changes first; not one that a part in brackets reads, unless all of it
    is in brackets, as the parts of a union are on PostgreSQL."""
    table = re.compile(r'(?:FROM|UPDATE|INTO) "(\w+)"')
    queries = [query["sql"] for query in captured.captured_queries]
    found = [table.search(_without_brackets(sql)) or table.search(sql) for sql in queries]
    return sorted(match[1] for match in found if match)


def _without_brackets(sql: str) -> str:
    less = re.sub(r"\([^()]*\)", "", sql)
    return less if less == sql else _without_brackets(less)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_stays_under_its_ceiling_and_reads_no_table_more_than_it_needs(
    client: Client,
    dossier: Dossier,
    page: Ceiling,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client.get(address(dossier, "dossier-links"))  # so that the start page has something to list
    with django_assert_max_num_queries(page.most) as captured:
        assert client.get(address(dossier, page.name)).status_code == 200
    assert first_tables(captured) == sorted([*page.tables, *page.again])


SETTLED_DOSSIER = OPEN | {"checklist_settledadvies", "checklist_adviesact"}
FILES = {"checklist_adviesfile"}


@pytest.mark.parametrize(
    "page",
    [
        Ceiling("dossier-links", 3, SETTLED_DOSSIER),
        Ceiling("downloads", 4, SETTLED_DOSSIER | FILES),
        # All versions with their acts, beside the newest that opens the dossier; and its snapshot, for what may follow.
        Ceiling(
            "settled",
            7,
            SETTLED_DOSSIER | FILES,
            again=("checklist_settledadvies", "checklist_settledadvies", "checklist_adviesact"),
        ),
    ],
    ids=lambda page: page.name,
)
def test_a_settled_dossier_costs_two_more_and_pages_with_its_files_one_for_those(
    client: Client, dossier: Dossier, page: Ceiling, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    offered_with_files(dossier=dossier)
    with django_assert_max_num_queries(page.most) as captured:
        assert client.get(address(dossier, page.name)).status_code == 200
    assert first_tables(captured) == sorted([*page.tables, *page.again])


def test_the_first_page_after_an_edit_reads_the_content_once(
    client: Client, dossier: Dossier, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    Option.objects.filter(code="4b").update(practice="Anders.")
    with django_assert_max_num_queries(15) as captured:
        assert "Anders." in client.get(question_url(dossier, 4)).content.decode()
    assert first_tables(captured) == sorted(DOSSIER | {"checklist_presence"} | READ | CONTENT)


def test_a_save_costs_three_queries(
    client: Client, dossier: Dossier, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    body = question_body(4, "4c", version=1)
    with django_assert_max_num_queries(3) as captured:
        assert client.post(question_url(dossier, 4), body).status_code == 302
    # The key, with the stored answers; the one UPDATE; which question is open now.
    tables = ["checklist_choice", "checklist_choice", "checklist_presence"]
    assert first_tables(captured) == tables
    assert choice(dossier, 4).options == ["4c"]


def test_an_unchanged_page_costs_no_update(
    client: Client, dossier: Dossier, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    body = question_body(4, "4b", version=1, motivation="Daarom.", minority="Niet.")
    with django_assert_max_num_queries(2) as captured:
        assert client.post(question_url(dossier, 4), body).status_code == 302
    assert not [query for query in captured.captured_queries if query["sql"].startswith("UPDATE")]


def test_a_page_that_asks_again_costs_what_the_page_itself_does(
    client: Client, dossier: Dossier, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(3):
        assert client.post(question_url(dossier, 6), question_body(6, "6a", "6b", version=1)).status_code == 200


@pytest.mark.parametrize("number", [7, 8, 9])
def test_a_question_that_asks_for_a_gemeente_costs_no_more(
    client: Client, dossier: Dossier, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(3):
        assert client.get(question_url(dossier, number)).status_code == 200
    with django_assert_max_num_queries(3):
        body = question_body(number, f"{number}b", version=1, motivation="Anders.")
        assert client.post(question_url(dossier, number), body).status_code == 302


def test_a_gemeente_that_is_chosen_costs_one_more_to_save_and_none_to_tell(
    client: Client, dossier: Dossier, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    body = question_body(8, "8b", version=1, **{"8-detail-8b-gemeente": "GM0828"})
    with django_assert_max_num_queries(4):  # when it is saved: whether it lies in the region
        assert client.post(question_url(dossier, 8), body).status_code == 302
    for page in (page for page in PAGES if page.name in {"check", "advies", "dossier-json"}):
        with django_assert_max_num_queries(page.most) as told:
            assert client.get(address(dossier, page.name)).status_code == 200
        assert first_tables(told) == sorted([*page.tables, *page.again])


def test_a_conflict_costs_two(
    client: Client, dossier: Dossier, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    # The key, with the stored answers; the stored answer once more: a save may come in between.
    with django_assert_max_num_queries(2):
        assert client.post(question_url(dossier, 4), question_body(4, "4c", version=0)).status_code == 409


def test_an_unchanged_controle_costs_what_it_reads(
    client: Client, dossier: Dossier, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    body = form_of(client, dossier)
    with django_assert_max_num_queries(4):  # the key; the actions; a transaction around nothing
        assert send(client, dossier, body).status_code == 302


def test_keeping_a_tension_and_an_action_cost_ten_more(
    client: Client, dossier: Dossier, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    body = plan(keep(form_of(client, dossier), "Anders."), "2a+5a", "Bellen")
    with django_assert_max_num_queries(14):
        assert send(client, dossier, body).status_code == 302


def test_a_new_dossier_costs_fifteen_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    body = {"title": "Nieuw", "veiligheidsregio": "VR21", "date": "2026-11-24", "present": "A\nB"}
    # The regions; the region; the dossier; the questions; twelve choices at once; a savepoint around the writes.
    # The limit: three counts made and raised, a look whether half is used, old ones cleared away, in a savepoint too.
    with django_assert_num_queries(15):
        assert client.post(reverse("dossier-new"), body).status_code == 302


@pytest.mark.parametrize(
    ("answers", "kept", "actions", "cost"),
    [({}, (), (), 4), (FULL, (), (), 4), (FULL, KEPT, (), 6), (FULL, KEPT, ACTIONS, 7)],
    ids=["empty", "full", "full with a kept tension", "full with actions too"],
)
def test_making_a_dossier_costs_the_same_empty_or_full_and_more_with_kept_tensions_or_actions(
    answers: dict[int, Answer],
    kept: tuple[Kept, ...],
    actions: tuple[Action, ...],
    cost: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    # The region; the dossier; the questions; twelve choices at once. The tensions; those that are kept, at once. The
    # actions, at once.
    with django_assert_num_queries(cost + 2):  # a savepoint and its release: the test has the transaction already
        make_dossier(answers, kept, actions)
