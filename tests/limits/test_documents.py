"""The limit on making documents."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import UseCount
from tests.dossiers import make_dossier
from tests.limits.asking import ADDRESS, OTHER, assert_limited, render
from tests.pages import Page

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_databases,
    pytest.mark.usefixtures("clock", "_small_limits", "_quick_pdf"),
]


def test_over_the_limit_no_document_is_made() -> None:
    dossier = make_dossier()
    assert [render(dossier).status_code for _ in range(2)] == [200, 200]
    assert_limited(render(dossier), "Er zijn in korte tijd veel documenten gemaakt.", 5)
    assert render(dossier)["Cache-Control"] == "private, no-store"
    assert render(dossier, OTHER).status_code == 200
    assert Client(REMOTE_ADDR=ADDRESS).get(reverse("advies", args=[dossier.read_key])).status_code == 200


def test_all_documents_together_have_a_limit_too() -> None:
    dossier = make_dossier()
    assert [render(dossier, f"192.0.2.{number}").status_code for number in range(6)] == [200] * 5 + [429]


def test_opening_the_address_of_the_document_leads_to_the_button_and_counts_nothing() -> None:
    dossier = make_dossier()
    for key in (dossier.edit_key, dossier.read_key):
        response = Client().get(reverse("voorstel-pdf", args=[key]))
        assert response["Location"] == reverse("downloads", args=[key])
        page = Page(Client().get(response["Location"]))
        assert page.form(reverse("voorstel-pdf", args=[key]))
        assert page.find("button", formaction=reverse("voorstel-pdf", args=[key]))
    assert not UseCount.objects.exists()
