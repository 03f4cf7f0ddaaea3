"""Whatever goes wrong, the user gets a page of ours in Dutch."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from checklist.models import Choice, Dossier
from checklist.views import downloads
from tests.dossiers import question_body, question_url
from tests.errors.own_pages import assert_own_page, file_of
from tests.urls_to_visit import UNKNOWN_KEY

pytestmark = pytest.mark.django_db


def test_the_tests_run_as_the_product_does() -> None:
    assert settings.DEBUG is False


def fail(*_: object) -> bytes:
    raise RuntimeError("kapot")


@pytest.mark.parametrize(
    ("status", "heading", "ask"),
    [
        (400, "Dit verzoek klopt niet", lambda c, d: c.post(question_url(d, 1), {})),
        (400, "Dit verzoek klopt niet", lambda c, d: c.get("/", HTTP_HOST="elders.example")),
        (400, "Dit verzoek klopt niet", lambda c, d: c.post(question_url(d, 1), {f"x{n}": "" for n in range(2601)})),
        (403, "Dit mag niet met deze link", lambda c, d: c.get(f"/dossier/{d.read_key}/links/")),
        (
            403,
            "Dit formulier is verlopen",
            lambda c, d: Client(enforce_csrf_checks=True).post(question_url(d, 1), question_body(1, "1a")),
        ),
        (404, "Deze pagina bestaat niet", lambda c, d: c.get("/bestaat-niet/")),
        (404, "Deze pagina bestaat niet", lambda c, d: c.get(f"/dossier/{UNKNOWN_KEY}/")),
        (404, "Deze pagina bestaat niet", lambda c, d: c.get("/modellen/bestaat-niet/")),
        (405, "Dit kan op deze pagina niet", lambda c, d: c.post(reverse("outcome", args=[d.edit_key]))),
        (405, "Dit kan op deze pagina niet", lambda c, d: c.put(question_url(d, 1))),
        (413, "Dit is te groot", lambda c, d: c.post("/openen/bestand/", {"file": file_of(4_000_000)})),
        (413, "Dit is te groot", lambda c, d: c.post(question_url(d, 1), {"1-motivation": "a" * 3_000_000})),
        (
            413,
            "Dit is te groot",
            lambda c, d: c.generic(
                "POST",
                question_url(d, 1),
                "1-motivation=" + "a" * 2_600_000,
                content_type="application/x-www-form-urlencoded",
            ),
        ),
    ],
)
def test_what_goes_wrong_has_a_page_of_its_own(
    client: Client, dossier: Dossier, status: int, heading: str, ask: Callable[[Client, Dossier], Any]
) -> None:
    assert_own_page(ask(client, dossier), status, heading)
    assert not Choice.objects.filter(dossier=dossier, question__number=1, version__gt=0).exists()


def test_the_page_of_a_wrong_method_still_says_which_ones_are_right(client: Client, dossier: Dossier) -> None:
    response = client.post(reverse("outcome", args=[dossier.edit_key]))
    assert response["Allow"] == "GET, HEAD"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Type"] == "text/html; charset=utf-8"


def test_a_failure_of_ours_has_a_page_that_says_so(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "stored_advies_file", fail)
    page = assert_own_page(client.post(reverse("voorstel-pdf", args=[dossier.edit_key])), 500, "Er ging iets mis")
    assert "kapot" not in page.text
