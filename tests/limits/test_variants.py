"""The limits on laying dossiers side by side: on files that are read, and on documents."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from checklist.models import Dossier
from checklist.views import variants
from tests.content import EXAMPLES
from tests.dossiers import make_dossier
from tests.limits.asking import ADDRESS, OTHER, assert_limited
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "_small_limits")]


def compare_file(dossier: Dossier, address: str = ADDRESS) -> Any:
    file = SimpleUploadedFile("d.json", (EXAMPLES / "half.json").read_bytes())
    return Client(REMOTE_ADDR=address).post(reverse("variants-file", args=[dossier.edit_key]), {"file": file})


def test_over_the_limit_no_file_is_read() -> None:
    dossier = make_dossier()
    assert [compare_file(dossier).status_code for _ in range(2)] == [200, 200]
    assert_limited(compare_file(dossier), "Er zijn in korte tijd veel dossierbestanden gelezen.", 5)
    assert compare_file(dossier, OTHER).status_code == 200


def test_a_table_counts_as_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variants, "variants_pdf", lambda _: ("v.pdf", b"%PDF-"))
    dossier, other, client = make_dossier(), make_dossier(), Client(REMOTE_ADDR=ADDRESS)
    client.get(reverse("dossier", args=[other.edit_key]))
    (mark,) = [
        link.attributes["href"].partition("?")[2]
        for link in Page(client.get(reverse("variants", args=[dossier.edit_key]))).find("a")
        if "met=" in link.attributes.get("href", "")
    ]
    asked = f"{reverse('variants-pdf', args=[dossier.edit_key])}?{mark}"
    responses = [client.post(asked) for _ in range(3)]
    assert [response.status_code for response in responses] == [200, 200, 429]
    assert_limited(responses[2], "Er zijn in korte tijd veel documenten gemaakt.", 5)
