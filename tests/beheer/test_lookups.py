"""A list of the beheer is narrowed by its own filters alone: the address looks up nothing else, so nobody can find out
a key, or who was there, by asking until a row appears."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.auth.models import Permission, User
from django.db.models import Model
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.urls import reverse

from checklist.models import Choice, Dossier, Question
from models_catalogue.models import GovernanceModel
from regiostaf.beheer import Beheer
from tests.beheer.browsing import address, form_values
from tests.dossiers import CLASHING, make_dossier
from tests.pages import Page

pytestmark = pytest.mark.django_db

REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.fixture
def dossier() -> Dossier:
    """A dossier with everything in it that the beheer doesn't show."""
    made = make_dossier(CLASHING)
    Dossier.objects.filter(pk=made.pk).update(title="Regiostaf Twente", present=["Zilvervos, Almelo"])
    Choice.objects.filter(dossier=made, question__number=1).update(motivation="Ankerplaats", minority="Boterbloem")
    return Dossier.objects.get(pk=made.pk)


@pytest.fixture
def looker(client: Client) -> Client:
    """A browser of somebody who may look at the list of dossiers, and nothing else."""
    user = User.objects.create_user("kijker", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_dossier"))
    client.force_login(user)
    return client


def walked_fields(model: type[Model]) -> Iterator[tuple[str, Any]]:
    """Every field of a table by its names in a lookup, and every column of the tables one step away, both ways."""
    meta = model._meta
    yield "pk", meta.pk
    for field in (*meta.concrete_fields, *meta.many_to_many):
        yield from dict.fromkeys(((field.name, field), (field.attname, field)))
    for relation in meta.get_fields():
        related: Any = relation.related_model
        if related is not None:
            yield from ((f"{relation.name}__{field.name}", field) for field in related._meta.concrete_fields)


def walked_lookups(model: type[Model]) -> Iterator[tuple[str, str]]:
    """Every lookup and transform that is registered for these fields, each with the field's own name."""
    for path, field in walked_fields(model):
        yield from ((path, lookup) for lookup in (path, *(f"{path}__{name}" for name in field.get_lookups())))


def is_refused(site: admin.AdminSite, model: type[Model], lookup: str, user: User) -> bool:
    """Whether a list refuses this lookup; it counts as let through when only its value is wrong."""
    request = RequestFactory().get("/", {lookup: "1"})
    request.user = user
    try:
        site.get_model_admin(model).get_changelist_instance(request)
    except DisallowedModelAdminLookup:
        return True
    except IncorrectLookupParameters:
        return False
    return False


# What the lists look up, by the names of their filters; all else is refused. (`isnull` on a column that is never empty
# comes with Django's filter.)
ASKED_BY_A_FILTER = {"exact", "id__exact", "isnull", "gte", "lt"}


@pytest.mark.parametrize("model", REGISTERED)
def test_a_list_looks_up_only_what_its_filters_ask(admin_user: User, model: type[Model]) -> None:
    lookups = [lookup for _, lookup in walked_lookups(model)]
    let_through = {lookup for lookup in lookups if not is_refused(admin.site, model, lookup, admin_user)}
    filters: Any = admin.site.get_model_admin(model).list_filter
    assert len(lookups) > 50
    assert let_through <= {f"{name}__{asked}" for name in filters for asked in ASKED_BY_A_FILTER}


@pytest.mark.slow
@pytest.mark.parametrize("model", REGISTERED)
def test_every_link_of_a_filter_works(admin_client: Client, dossier: Dossier, model: type[Model]) -> None:
    filters: Any = admin.site.get_model_admin(model).list_filter
    listed = address(model, "changelist")
    links = [
        link.attributes["href"]
        for link in Page(admin_client.get(listed)).find("a")
        if link.attributes.get("href", "").startswith("?")
    ]
    asked = {lookup for link in links for lookup in QueryDict(link.removeprefix("?"))}
    for name in filters:
        assert any(lookup.startswith(name) for lookup in asked), name
    for link in links:
        assert admin_client.get(f"{listed}{link}").status_code == 200, link


def test_a_filter_still_narrows_a_list(admin_client: Client, dossier: Dossier) -> None:
    region = dossier.veiligheidsregio_id
    for value, found in ((region, 1), (region + 1, 0)):
        response = admin_client.get(address(Dossier, "changelist"), {"veiligheidsregio__id__exact": value})
        assert response.context["cl"].result_count == found


def test_whatever_is_registered_later_is_guarded_too(admin_user: User) -> None:
    site = Beheer()
    site.register(Dossier)
    assert is_refused(site, Dossier, "edit_key__startswith", admin_user)


ORACLES = [
    {"edit_key__regex": "^[A-M]"},
    {"read_key__startswith": "A"},
    {"present__icontains": "Zilvervos"},
    {"present__0__icontains": "Zilvervos"},
    {"choices__motivation__icontains": "Ankerplaats"},
    {"presences__visitor__startswith": "a"},
    {"title": "Regiostaf Twente", "edit_key__regex": "^[A-M]"},
    {"veiligheidsregio__id__exact": "1", "edit_key__gt": "A"},
    {"_facets": "True", "edit_key__gt": "A"},
    {"_popup": "1", "edit_key__gt": "A"},
    {"e": "1", "edit_key__gt": "A"},
]


@pytest.mark.parametrize("query", ORACLES, ids=str)
def test_the_list_of_dossiers_is_no_oracle(looker: Client, dossier: Dossier, query: dict[str, str]) -> None:
    response = looker.get(address(Dossier, "changelist"), query)
    assert response.status_code == 400
    assert "Regiostaf Twente" not in response.content.decode()


def test_an_action_on_a_narrowed_list_is_no_oracle(admin_client: Client, admin_user: User) -> None:
    chosen = {"action": "delete_selected", "_selected_action": "0", "select_across": "1", "index": "0"}
    response = admin_client.post(f"{address(User, 'changelist')}?password__startswith=md5", chosen)
    assert response.status_code == 400
    assert User.objects.filter(pk=admin_user.pk).exists()


@pytest.mark.parametrize("page", ["changelist", "change", "delete"])
@pytest.mark.parametrize("field", ["edit_key", "read_key", "present", "title"])
def test_a_dossier_is_not_reached_by_another_field(
    admin_client: Client, dossier: Dossier, page: str, field: str
) -> None:
    row = [] if page == "changelist" else [getattr(dossier, field)]
    assert admin_client.get(address(Dossier, page, *row), {"_to_field": field}).status_code == 400


@pytest.mark.parametrize("words", ["Zilvervos", "Ankerplaats", "Boterbloem", "the edit key", "the read key"])
def test_a_search_finds_nothing_that_the_list_does_not_show(looker: Client, dossier: Dossier, words: str) -> None:
    asked = {"the edit key": dossier.edit_key[:8], "the read key": dossier.read_key[:8]}.get(words, words)
    assert looker.get(address(Dossier, "changelist"), {"q": asked}).context["cl"].result_count == 0
    assert looker.get(address(Dossier, "changelist"), {"q": "Twente"}).context["cl"].result_count == 1


def test_a_search_of_many_words_is_refused_with_a_sentence(admin_client: Client) -> None:
    response = admin_client.get(address(Question, "changelist"), {"q": "a " * 2000})
    assert response.status_code == 200
    assert "Deze tekst telt 4000 tekens. Er passen er 200." in response.content.decode()


@pytest.mark.parametrize("order", ["0", "3.-1", "99", "-99", "x", "²", "edit_key"])
def test_a_list_is_ordered_by_its_columns_alone(looker: Client, dossier: Dossier, order: str) -> None:
    response = looker.get(address(Dossier, "changelist"), {"o": order})
    assert response.status_code == 200
    assert "key" not in str(response.context["cl"].queryset.query.order_by)


def test_a_save_leads_back_to_a_list_that_still_refuses(admin_client: Client) -> None:
    page = address(GovernanceModel, "change", GovernanceModel.objects.get(number=1).pk)
    carried = f"{page}?_changelist_filters=hallmark_1__code__regex%3D%5E7"
    saved = admin_client.post(carried, form_values(admin_client, page))
    assert "hallmark_1__code__regex" in saved["Location"]
    assert admin_client.get(saved["Location"]).status_code == 400


def test_no_page_completes_what_is_typed(admin_client: Client, dossier: Dossier) -> None:
    asked = {"app_label": "checklist", "model_name": "choice", "field_name": "dossier", "term": ""}
    assert admin_client.get(reverse("admin:autocomplete"), asked).status_code == 404


# Values that no link of a filter has: too large for a column, no date, no number, a NUL.
ODD_VALUES = [
    "9" * 30,
    "-" + "9" * 30,
    "0001-01-01 00:00:00+14:00",
    "9999-12-31 23:59:59-12:00",
    "2026-13-45",
    "x",
    "\0",
]


@pytest.mark.both_databases
@pytest.mark.parametrize("value", ODD_VALUES)
@pytest.mark.parametrize("name", ["active__exact", "readers__exact", "model__id__exact", "changed_at__gte"])
def test_an_odd_value_in_a_filter_is_no_error_of_the_server(admin_client: Client, name: str, value: str) -> None:
    listed = reverse("admin:models_catalogue_trait_changelist")
    response = admin_client.get(listed, {name: value})
    assert response.status_code in {200, 302}
    if response.status_code == 302:
        assert response["Location"] == f"{listed}?e=1"
        assert admin_client.get(response["Location"]).status_code == 200
