"""What is published for programs: the JSON Schema of the exchange format."""

import json

from django.test import Client
from django.urls import reverse

from checklist.domain.dossier_file.schema import json_schema

ADDRESS = "/regiostaf-dossier.schema.json"


def test_the_schema_stands_at_an_address_that_stays(client: Client) -> None:
    response = client.get(ADDRESS)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/schema+json"
    assert json.loads(response.content) == json_schema()


def test_the_schema_may_be_kept_by_anybody_for_a_day(client: Client) -> None:
    response = client.get(ADDRESS)
    assert response["Cache-Control"] == "public, max-age=86400"
    assert not response.cookies
    assert client.get(ADDRESS, headers={"If-None-Match": response["ETag"]}).status_code == 304
    assert client.get(ADDRESS, headers={"If-None-Match": '"anders"'}).status_code == 200


def test_nothing_can_be_sent_to_the_schema(client: Client) -> None:
    assert client.post(ADDRESS).status_code == 405


def test_the_page_about_the_product_leads_to_the_schema(client: Client, db: None) -> None:
    assert f'href="{reverse("dossier-schema")}"' in client.get(reverse("about")).content.decode()
