"""No page gets slower with the number of dossiers: what a page asks of a table that grows goes through an index."""

import re
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from checklist.domain.dossier import Action, Answer, Kept
from checklist.models import Choice, Dossier, KeptTension, Presence, Tension
from tests.dossiers import CLASHING, make_dossier, question_body, question_url
from tests.urls_to_visit import named_visits, pages_to_read
from tests.views.agenda import form_of, keep, plan, send

pytestmark = pytest.mark.django_db

GROWING = {
    "checklist_dossier",
    "checklist_choice",
    "checklist_kepttension",
    "checklist_action",
    "checklist_presence",
    "checklist_usecount",
}
# What leads to one dossier or to one row, or to the counts whose time is over, of which few are cleared at once. An
# index on something else (a question, a tension) leads to a part of all.
LEADS_TO_FEW = re.compile(r"\((?:.* AND )?(?:(?:dossier_id|rowid|id|edit_key|read_key|kind)=|until<)\?")
FULL = {number: Answer((f"{number}b",), "Daarom.", "Niet.") for number in range(1, 13)} | CLASHING


@pytest.fixture
def dossier() -> Dossier:
    """With a row in every table."""
    return make_dossier(FULL, (Kept("2a", "5a", "Met opzet."),), (Action("2a+5a", "Uitwerken", "Oss", "in maart"),))


def slow_reads(captured: CaptureQueriesContext) -> list[str]:
    """What SQLite reads of a table that grows without an index to the few rows that are meant, with its query."""
    return [f"{step}: {query['sql']}" for query in captured.captured_queries for step in _slow_steps(query["sql"])]


def _slow_steps(sql: str) -> Iterator[str]:
    if not sql.startswith(("SELECT", "UPDATE", "DELETE", "INSERT")):
        return
    named = {alias: table for table, alias in re.findall(r'"(\w+)" ([A-Z]\d+)\b', sql)}
    with connection.cursor() as cursor:
        steps = [str(row[3]) for row in cursor.connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
    for step in steps:
        read = re.match(r"(?:SCAN|SEARCH) (\w+)", step)
        if read and named.get(read[1], read[1]) in GROWING and not LEADS_TO_FEW.search(step):
            yield step


def test_no_page_reads_more_of_a_table_that_grows_than_its_own_dossier(client: Client, dossier: Dossier) -> None:
    visits = [*named_visits(dossier).values(), *pages_to_read(dossier.read_key).values()]
    with CaptureQueriesContext(connection) as captured:
        for visit in (visit for visits_of_name in visits for visit in visits_of_name):
            client.get(visit.address)
    assert slow_reads(captured) == []


def test_no_write_reads_more_of_a_table_that_grows_than_its_own_dossier(client: Client, dossier: Dossier) -> None:
    new = {"title": "Nieuw", "veiligheidsregio": "VR21", "date": "2026-11-24", "present": ""}
    with CaptureQueriesContext(connection) as captured:
        client.post(question_url(dossier, 4), question_body(4, "4c", version=1))
        client.post(question_url(dossier, 4), question_body(4, "4a", version=1))  # somebody else was there before
        client.post(reverse("presence", args=[dossier.edit_key]), {"vraag": "4"})
        client.post(reverse("presence", args=[dossier.edit_key]), {"vraag": "4", "weg": ""})
        send(client, dossier, plan(keep(form_of(client, dossier), "Anders."), "2a+5a", "Bellen"))
        client.post(reverse("dossier-new"), new)
        client.post(reverse("dossier-delete", args=[dossier.edit_key]), {"sure": "on"})
    assert {query["sql"].split()[0] for query in captured.captured_queries} >= {"INSERT", "UPDATE", "DELETE"}
    assert slow_reads(captured) == []


@pytest.mark.parametrize(
    "rows",
    [
        Choice.objects.filter(motivation="Daarom."),
        Choice.objects.filter(question__number=4),
        Dossier.objects.order_by("-created_at"),
        Presence.objects.filter(dossier__title="Kring"),
        Tension.objects.filter(Exists(KeptTension.objects.filter(tension=OuterRef("pk")))),
    ],
    ids=["no index", "an index on another column", "only an order", "a join", "a subquery"],
)
def test_a_read_of_all_dossiers_is_noticed(rows: "QuerySet[Model]") -> None:
    with CaptureQueriesContext(connection) as captured:
        list(rows)
    assert slow_reads(captured)
