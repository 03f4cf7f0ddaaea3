"""Every way in which text comes in: the forms of all pages, and the names in the addresses that pages link to.

They are read from the pages and from the URL configuration, so a new page, form or field is among them by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import Resolver404, get_resolver, resolve, reverse
from django.utils import timezone

from checklist.domain.dossier import Answer, Kept
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode, Way
from checklist.models import Dossier, Question
from checklist.selectors import late_link
from tests.beheer.browsing import edit
from tests.beheer.tables import SETTLED
from tests.dossiers import CLASHING, keep_body, make_dossier, question_body, question_url
from tests.evaluaties import decide, settle_evaluatie, settled_dossier
from tests.meetings import join, make_meeting, make_round, phone_of
from tests.pages import Body, Page
from tests.settled import offered_with_files
from tests.urls_to_visit import named_visits


@dataclass(frozen=True)
class Entry:
    """A form that a page shows to `browser`: the view it is sent to, its values, and the names of what one types in."""

    browser: Client
    view: str
    address: str
    values: Body
    texts: frozenset[str]


@dataclass(frozen=True)
class Entries:
    """All forms that post (one of those that differ in numbers alone), an address of every view with a browser that may
    see it, and the names that an address can carry behind its question mark."""

    forms: tuple[Entry, ...]
    addresses: dict[str, tuple[Client, str]]
    names: frozenset[str]


# What is read from an address, and stands in no link and no form of a page with this dossier.
UNLINKED = {
    "andersom",
    "binnen",
    "gemeente",
    "m",
    "met",
    "model",
    "naar",
    "next",
    "o",
    "p",
    "q",
    "versie",
    "vraag",
    "was",
    "e",
}


def find_entries(*, beheer: bool) -> Entries:
    """Make a dossier with everything in it, visit every page, those of the beheer too or not, and return where text
    comes in."""
    dossier = make_dossier(CLASHING | {1: Answer(("1a", "1d"), "Eén.", "Twee.")}, (Kept("2a", "5a", "Met opzet."),))
    visitor = Client()
    addresses = {name: (visitor, visits[0].address) for name, visits in named_visits(dossier).items()}
    addresses["admin:login"] = (visitor, reverse("admin:login"))
    if beheer:
        beheerder = beheerders_browser()
        behind_the_door = {f"admin:{name}": path for name, path in beheer_addresses().items() if name != "login"}
        addresses |= {name: (beheerder, path) for name, path in behind_the_door.items()}
        addresses["redactie"] = (beheerder, reverse("redactie"))
    pages = [(browser, path, browser.get(path)) for browser, path in addresses.values()]
    pages += [(visitor, path, visitor.post(path, body)) for path, body in conflicts(dossier)]
    pages += [(visitor, path, visitor.get(path)) for path in pages_once_decided()]
    pages += [(phone, path, phone.get(path)) for phone, path in pages_of_a_phone()]
    pages += [(visitor, path, visitor.get(path)) for path in pages_of_a_chair()]
    found: dict[object, Entry] = {}
    names = set(UNLINKED)
    for browser, path, response in pages:
        if response.get("Content-Type", "").startswith("text/html"):
            page = Page(response)
            names |= names_in_addresses(page)
            for entry in (entry for form in forms_of(browser, path, page) for entry in with_preview(form)):
                found.setdefault((entry.view, re.sub(r"\d+", "", " ".join(sorted(entry.values)))), entry)
    return Entries(tuple(found.values()), addresses, frozenset(names))


def pages_once_decided() -> Iterator[str]:
    """The pages of a dossier that only take a text once something is settled and decided on."""
    dossier = settled_dossier()
    yield reverse("settled", args=[dossier.edit_key])
    decide(dossier)
    yield reverse("evaluation", args=[dossier.edit_key])
    yield reverse("evaluation-settling", args=[dossier.edit_key])
    settle_evaluatie(dossier)
    yield reverse("evaluation-settled", args=[dossier.edit_key])


def pages_of_a_phone() -> Iterator[tuple[Client, str]]:
    """Where a gemeente joins a meeting, and where it answers, in it and afterwards."""
    meeting = make_meeting(make_dossier())
    phone = phone_of(meeting, join(meeting, "GM0828"))
    make_round(meeting, 7)
    yield phone, reverse("join-token", args=[meeting.join_token])
    yield phone, reverse("participate", args=[meeting.pk])
    week = timezone.now() + timedelta(days=7)
    over = make_meeting(make_dossier(), state=MeetingState.CLOSED, late_until=week)
    make_round(over, 7, RoundState.SHOWN, result={"answered": 0, "blank": 0, "counts": {}})
    yield Client(), reverse("late", args=[late_link(over.pk, "GM0828")]) + "?vraag=7"


def pages_of_a_chair() -> Iterator[str]:
    """Where a chair leads a meeting: a question is asked on sheets too, and counted; one is open when it closes."""
    counted, secret = make_dossier(), make_dossier()
    meeting = make_meeting(counted)
    join(meeting, "GM0828")
    make_round(meeting, 7, RoundState.SHOWN, result={"answered": 0, "blank": 0, "counts": {}})
    yield reverse("meeting", args=[counted.edit_key])
    yield reverse("meeting-reopen", args=[counted.edit_key, 7])
    on_paper = make_meeting(secret, Mode.SECRET)
    join(on_paper, "GM0828", way=Way.PAPER.value)
    make_round(on_paper, 7, RoundState.VOTE)
    yield reverse("meeting", args=[secret.edit_key])
    yield reverse("meeting-close", args=[secret.edit_key])
    asked = make_dossier()
    make_round(make_meeting(asked), 7)
    yield reverse("meeting-seat", args=[asked.edit_key, "GM0828"])


def beheerders_browser() -> Client:
    """A browser of somebody who may do everything in the beheer, where a text was edited once."""
    browser = Client()
    browser.force_login(User.objects.create_superuser("beheerder"))
    # The page with the history of a row has a form for each version.
    edit(browser, Question.objects.get(number=1), why="Anders.")
    return browser


def conflicts(dossier: Dossier) -> list[tuple[str, dict[str, Any]]]:
    """What leads to the pages with a form that only a POST shows."""
    key = dossier.edit_key
    details = {"title": "Anders", "veiligheidsregio": "VR21", "date": "2026-11-24", "version": 0}
    return [
        (question_url(dossier, 2), question_body(2, "2b", version=0)),
        (reverse("dossier-title-page", args=[key]), details),
        (reverse("check", args=[key]), keep_body("Anders.")),
    ]


def forms_of(browser: Client, path: str, page: Page) -> Iterator[Entry]:
    """The forms of a page that post to a view of ours."""
    for form in page.forms:
        address = urljoin(path, form.action)
        values = {name: all_of for name, all_of in form.values.items() if name != "csrfmiddlewaretoken"}
        if form.posts and values:
            yield Entry(browser, view_of(address), address, values, frozenset(form.texts))


def with_preview(entry: Entry) -> list[Entry]:
    """A form of the beheer can be sent to its preview too, and that of the bediening to where its texts are saved."""
    preview = re.sub(r"(?<=/)change/$|(?<=/add/)$", "voorbeeld/", entry.address)
    preview = re.sub(r"(?<=/vergadering/)doe/$", "tekst/", preview)
    try:
        return [entry, replace(entry, view=view_of(preview), address=preview)] if preview != entry.address else [entry]
    except Resolver404:
        return [entry]


def names_in_addresses(page: Page) -> set[str]:
    """What stands behind the question mark in the links of a page, and in its forms that don't post."""
    links = (link.attributes.get("href", "") for link in page.find("a"))
    linked = {name for link in links for name, _ in parse_qsl(urlsplit(link).query, keep_blank_values=True)}
    return linked | {name for form in page.forms if not form.posts for name in form.values}


def view_of(address: str) -> str:
    """The name of the view at an address."""
    return resolve(urlsplit(address).path).view_name


def beheer_names() -> set[str]:
    """The names of the addresses in the beheer, as the URL configuration has them."""
    return {name for name in _beheer().reverse_dict if isinstance(name, str)}


def beheer_addresses() -> dict[str, str]:
    """An address for every name in the beheer."""
    found = {}
    for name in sorted(beheer_names()):
        [(_, parameters)] = _beheer().reverse_dict[name][0]
        found[name] = reverse(f"admin:{name}", kwargs={one: _filled(name, one) for one in parameters})
    return found


def _beheer() -> Any:
    return get_resolver().namespace_dict["admin"][1]


def _filled(name: str, parameter: str) -> object:
    return {"app_label": "checklist", "content_type_id": 1, "version": 1}.get(parameter) or _row(name).pk


def _row(name: str) -> Model:
    """The first row of the table that an address of the beheer is about; of the house style, which a site begins
    without, one as it comes; of what is settled one that is made."""
    for model in admin.site._registry:
        if name.startswith(f"{model._meta.app_label}_{model._meta.model_name}_"):
            if model in SETTLED and not model._default_manager.exists():
                offered_with_files()
            return model._default_manager.order_by("pk").first() or model._default_manager.create()
    return Question.objects.all()[0]
