"""Forms as somebody filled them in, one of each kind that is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from checklist.models import Dossier, KeptTension, Option
from tests.beheer.browsing import address, form_values, redacteurs_browser
from tests.dossiers import CLASHING, choice, make_dossier, question_body, question_url
from tests.views import closing
from tests.views.agenda import actions, form_of, keep, plan

TYPED = "Regel 1\n</textarea><b>&amp; 'regel' 2"


@dataclass(frozen=True)
class Filled:
    """A form as somebody sends it; the labels of the typed texts with the texts."""

    browser: Client
    address: str
    body: dict[str, Any]
    texts: dict[str, str]
    saved: Callable[[], str]

    def send(self) -> Any:
        """Press the button."""
        return self.browser.post(self.address, self.body)


def browser() -> Client:
    """A browser that checks tokens, and sees what a user sees when the server fails."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.get(reverse("dossier-new"))
    return client


def with_token(client: Client, body: dict[str, Any]) -> dict[str, Any]:
    """A body with the token of this browser."""
    return {"csrfmiddlewaretoken": client.cookies["csrftoken"].value} | body


def question() -> Filled:
    """An answer to a question."""
    dossier, client = make_dossier(), browser()
    body = question_body(1, "1a", "1d", motivation=TYPED, minority="Oss niet.", vorige="1")
    return Filled(
        client,
        question_url(dossier, 1) + "?naar=controle",
        with_token(client, body),
        {"Waarom kiest u dit?": TYPED, "Wie denkt er anders over?": "Oss niet."},
        lambda: choice(dossier, 1).motivation,
    )


def conflict() -> Filled:
    """The answer that two together came to."""
    dossier, client = make_dossier(), browser()
    body = {"options": "1a,1d", "mine": "1a,1d", "motivation": TYPED, "minority": "", "version": "0"}
    return Filled(
        client,
        question_url(dossier, 1, "question-conflict"),
        with_token(client, body),
        {"Waarom kiest u dit?": TYPED},
        lambda: choice(dossier, 1).motivation,
    )


def kept_tension() -> Filled:
    """Why a tension is kept."""
    dossier, client = make_dossier(CLASHING), browser()
    return Filled(
        client,
        reverse("check", args=[dossier.edit_key]),
        with_token(client, keep(form_of(client, dossier), TYPED)),
        {"Waarom kiest u dit?": TYPED},
        lambda: KeptTension.objects.get(dossier=dossier).motivation,
    )


def action() -> Filled:
    """Who does what when."""
    dossier, client = make_dossier(CLASHING), browser()
    return Filled(
        client,
        reverse("check", args=[dossier.edit_key]),
        with_token(client, plan(form_of(client, dossier), "2a+5a", "<b>Bellen</b>", "A. Jansen", "1 maart")),
        {"Wat": "<b>Bellen</b>", "Wie": "A. Jansen", "Wanneer": "1 maart"},
        lambda: "".join(what for _, what, _, _ in actions(dossier)),
    )


def closing_fields() -> Filled:
    """What a bestuur asks beyond the answers."""
    dossier, client = make_dossier(), browser()
    values = closing.form_of(client, dossier, more=True, personeel=TYPED, risicos__0__risico="Te <b>weinig</b> tijd")
    return Filled(
        client,
        closing.address(dossier, more=True),
        with_token(client, values),
        {"Gevolgen voor personeel": TYPED, "Risico": "Te <b>weinig</b> tijd"},
        lambda: closing.stored(dossier).staff,
    )


TITLE_PAGE = {"title": "Regiostaf 'Oost' & <West>", "veiligheidsregio": "VR21", "date": "2026-11-24"}


def details() -> Filled:
    """The title page of a dossier."""
    dossier, client = make_dossier(), browser()
    return Filled(
        client,
        reverse("dossier-title-page", args=[dossier.edit_key]),
        with_token(client, TITLE_PAGE | {"present": "A. Jansen\nB. de Vries", "version": "1"}),
        {"Titel van het dossier": TITLE_PAGE["title"], "Aanwezig": "A. Jansen\nB. de Vries"},
        lambda: "\n".join(Dossier.objects.get(pk=dossier.pk).present),
    )


def new_dossier() -> Filled:
    """A dossier that isn\'t there yet."""
    client = browser()
    return Filled(
        client,
        reverse("dossier-new"),
        with_token(client, TITLE_PAGE | {"present": "A. Jansen\nB. de Vries"}),
        {"Titel van het dossier": TITLE_PAGE["title"], "Aanwezig": "A. Jansen\nB. de Vries"},
        lambda: "\n".join(Dossier.objects.get().present),
    )


def beheer_browser() -> Client:
    """The browser of a redacteur."""
    client = browser()
    client.cookies.update(redacteurs_browser().cookies)
    return client


def option_in_the_beheer() -> Filled:
    """A text that a redacteur changes."""
    option, client = Option.objects.get(code="1b"), beheer_browser()
    page = address(Option, "change", option.pk)
    body = form_values(client, page) | {"practice": "Nieuwe praktijk.", "decided_by": "het bestuur"}
    texts = {name: str(body[name]) for name in ("label", "brief", "practice", "asks", "prompt", "decision")}
    texts |= {name: str(body[name]) for name in ("decided_by", "passage")}
    labels = {str(field.verbose_name): field.name for field in Option._meta.fields}
    return Filled(
        client,
        page,
        with_token(client, body),
        {label[0].upper() + label[1:]: texts[name] for label, name in labels.items() if texts.get(name)},
        lambda: Option.objects.get(code="1b").practice,
    )


FORMS = [question, conflict, kept_tension, action, closing_fields, details, new_dossier, option_in_the_beheer]
