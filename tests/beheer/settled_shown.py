"""All that is shown and downloaded of a dossier of which everything is settled, as bytes to compare."""

import re

from django.test import Client
from django.urls import reverse

from checklist import selectors, services
from checklist.domain.evaluatie.value import Finding, Verdict
from checklist.domain.settled.value import SettledKind
from checklist.keys import Key
from checklist.models import Dossier
from checklist.selectors import StoredVersion
from checklist.settled_making import make_missing
from tests import evaluaties
from tests.frozen import sample
from tests.services.values import reopen, settle

# What differs each time a page is asked for, and the frame of the site: its name and logo are those of now, the text
# has those with which it was settled.
_EACH_TIME = r'<input type="hidden" name="csrfmiddlewaretoken"[^>]*>'
_HOUSE = r"(?<=>Regiostaf</a>).*?(?=<span class=\"site-)"
_OF_THE_SITE = re.compile(f"<head>.*?</head>|{_EACH_TIME}|{_HOUSE}", re.DOTALL)
_PAGES = ("advies", "settled", "evaluation", "evaluation-settled")


def settled_dossier() -> Dossier:
    """A dossier with a replaced version, a version that was offered and decided on, and the evaluatie of that; each
    has its documents."""
    dossier = services.create_dossier(sample())
    settle(dossier)
    reopen(dossier)
    settle(dossier)
    evaluaties.decide(dossier)
    first, *_ = evaluaties.decided(dossier).keys
    evaluaties.save(dossier, first, Finding(Verdict.OTHERWISE, "Later dan gedacht."))
    evaluaties.settle_evaluatie(dossier)
    for version in _versions(dossier):
        assert make_missing(version.facts.code, lambda: None)
    return dossier


def shown(client: Client, dossier: Dossier) -> dict[str, bytes]:
    """What each address gives."""
    found = {address: _text(client, address) for address in _pages(dossier)}
    return found | {address: _bytes(client, address) for address in _downloads(dossier)}


def _pages(dossier: Dossier) -> list[str]:
    keys: tuple[Key, Key] = dossier.edit_key, dossier.read_key
    behind_a_key = [reverse(name, args=[key]) for name in _PAGES for key in keys]
    return behind_a_key + [reverse("public", args=[version.facts.code]) for version in _versions(dossier)]


def _downloads(dossier: Dossier) -> list[str]:
    found = []
    for version in _versions(dossier):
        of = [dossier.read_key, version.facts.code]
        found += [reverse(name, args=of) for name in ("settled-snapshot", "settled-html", "settled-zip")]
        found += [
            reverse("settled-file", args=[*of, file.act, file.facts.kind]) for file in selectors.files_of(version)
        ]
    return found


def _versions(dossier: Dossier) -> tuple[StoredVersion, ...]:
    return tuple(version for kind in SettledKind for version in selectors.versions_of(dossier.pk, kind))


def _bytes(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, address
    return bytes(response.content)


def _text(client: Client, address: str) -> bytes:
    return _OF_THE_SITE.sub("", _bytes(client, address).decode()).encode()
