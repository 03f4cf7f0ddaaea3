"""What the tests of the beheer share: a redacteur's browser, addresses, and a form as a browser would post it."""

import re
from html import unescape
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from checklist.editors import EDITORS_GROUP
from tests.pages import Page, unexplained


def redacteurs_browser() -> Client:
    """A browser of somebody in the group of redacteuren."""
    user = User.objects.create_user("redacteur", first_name="Rie", last_name="Vermeer", is_staff=True)
    user.groups.add(Group.objects.get(name=EDITORS_GROUP))
    client = Client()
    client.force_login(user)
    return client


def address(model: type[Model], page: str, *args: object) -> str:
    """The address of one of a table's pages."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def beheer_pages() -> list[str]:
    """Every page of the beheer that a beheerder can open, with a row where a page is about one."""
    pages = [reverse(f"admin:{name}") for name in ("index", "password_change", "password_change_done")]
    pages += [reverse("redactie"), "/beheer/checklist/", "/beheer/auth/"]
    for model, model_admin in admin.site._registry.items():
        pages.append(address(model, "changelist"))
        first = model._default_manager.order_by("pk").first()
        names = [pattern.name for pattern in model_admin.get_urls() if pattern.name]
        for page in ("change", "history", "delete", "preview"):
            if first and f"{model._meta.app_label}_{model._meta.model_name}_{page}" in names:
                pages.append(address(model, page, first.pk))
        pages.append(address(model, "add"))
    return [*pages, reverse("admin:auth_user_password_change", args=[User.objects.get(is_superuser=True).pk])]


def form_values(client: Client, page: str) -> dict[str, Any]:
    """The values with which a form and the rows below it are shown, as a browser would post them."""
    return posted_values(client.get(page))


def posted_values(response: Any) -> dict[str, Any]:
    """What a browser would post from a page with a form: the values with which it is shown."""
    context = response.context
    below = [formset.formset for formset in context["inline_admin_formsets"]]
    forms = [context["adminform"].form, *(form for formset in below for form in (formset.management_form, *formset))]
    return {
        form.add_prefix(name): value
        for form in forms
        for name in form.fields
        if (value := form[name].value()) is not None and value is not False
    }


def edit(client: Client, row: Model, **values: object) -> Any:
    """Change fields of a row on its page, and return the answer."""
    page = address(type(row), "change", row.pk)
    return client.post(page, form_values(client, page) | values)


def history_of(client: Client, row: Model) -> Any:
    """The page with the versions of a row, as it is now."""
    return client.get(address(type(row), "history", row.pk))


def put_back(client: Client, history: Any, version: int) -> Any:
    """Press the button that puts a version back on a page with the history, and return the answer."""
    action = f"{history.request['PATH_INFO'].split('history/')[0]}history/{version}/"
    return client.post(action, Page(history).form(f"{version}/").values)


def words_of(page: str) -> str:
    """What somebody reads on a page, or hears of it: its text without scripts, its titles, labels and buttons. Of a
    term the word, not what its button opens."""
    page = re.sub(r"<(script|style)\b.*?</\1>", " ", unexplained(page), flags=re.DOTALL)
    named = re.findall(r'\b(?:title|alt|placeholder|aria-label)="([^"]*)"', page)
    buttons = [
        value for tag in re.findall(r"<input[^>]*submit[^>]*>", page) for value in re.findall(r'\bvalue="([^"]*)"', tag)
    ]
    words = " ".join(unescape(" | ".join([re.sub(r"<[^>]+>", " ", page), *named, *buttons])).split())
    return re.sub(r" (?=[.,])", "", words)
