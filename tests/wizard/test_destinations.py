"""Where a button leads, and where from: only to pages that there are."""

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import RequestFactory

from checklist.destinations import FromCheck, asked_for, from_check
from checklist.keys import EditKey

KEY = EditKey("k" * 32)


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("7", f"/dossier/{KEY}/vraag/7/"),
        ("12", f"/dossier/{KEY}/vraag/12/"),
        ("controle", f"/dossier/{KEY}/controle/"),
        ("afronding", f"/dossier/{KEY}/afronding/"),
        ("meer", f"/dossier/{KEY}/afronding/meer/"),
        ("overzicht", f"/dossier/{KEY}/"),
        ("uitkomst", f"/dossier/{KEY}/uitkomst/"),
        ("advies", f"/dossier/{KEY}/advies/"),
    ],
)
def test_a_button_leads_to_its_page(asked: str, address: str) -> None:
    found = asked_for(RequestFactory().post("/", {"naar": asked}))
    assert found is not None
    assert found.address(KEY) == address


def test_another_button_leads_nowhere_of_its_own() -> None:
    assert asked_for(RequestFactory().post("/", {"vorige": "1"})) is None


@pytest.mark.parametrize("asked", ["", "0", "13", "07", "check", "//elders.nl", "controle "])
def test_what_no_button_says_is_refused(asked: str) -> None:
    with pytest.raises(SuspiciousOperation):
        asked_for(RequestFactory().post("/", {"naar": asked}))


@pytest.mark.parametrize(
    ("query", "came"),
    [
        ({"van": "controle", "punt": "punt-2a-5a"}, FromCheck("punt-2a-5a")),
        ({"van": "controle"}, FromCheck()),
        ({"van": "controle", "punt": 'x"><script>'}, FromCheck()),
        ({"van": "elders", "punt": "punt-2a-5a"}, None),
        ({}, None),
    ],
)
def test_a_page_knows_the_point_it_was_opened_from(query: dict[str, str], came: FromCheck | None) -> None:
    assert from_check(RequestFactory().get("/", query)) == came
    assert from_check(RequestFactory().post("/", query)) == came


def test_the_way_back_to_the_controle_ends_at_its_point() -> None:
    assert FromCheck("punt-vraag-4").address(KEY) == f"/dossier/{KEY}/controle/#punt-vraag-4"
    assert FromCheck().address(KEY) == f"/dossier/{KEY}/controle/"
