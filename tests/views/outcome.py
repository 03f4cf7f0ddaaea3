"""The page with the outcome as a browser sees it: its table, its repairs, and taking one over."""

from typing import Any

from django.test import Client
from django.urls import reverse

from checklist import selectors, services
from checklist.domain.dossier import Answer
from checklist.domain.dossier_file import parse_dossier
from checklist.models import Dossier
from tests.content import EXAMPLES
from tests.pages import Form, Page

# 2a and 2c both contradict 5a, and so do 3c and 9c; 7b contradicts 11a.
EVERYTHING_CLASHES = {
    2: Answer(("2a", "2c"), "Het bestuur wacht op ons.", "Eén gemeente niet."),
    3: Answer(("3c",)),
    5: Answer(("5a",), "Wij blijven onafhankelijk.", "Twee gemeenten niet."),
    7: Answer(("7b",)),
    9: Answer(("9c",)),
    11: Answer(("11a",)),
}


def example(name: str) -> Dossier:
    """An example dossier, stored."""
    raw = (EXAMPLES / f"{name}.json").read_bytes()
    return services.create_dossier(parse_dossier(raw, selectors.content_all(), selectors.gemeenten_by_region()))


def url(dossier: Dossier, name: str = "outcome", key: str = "") -> str:
    """The address of the outcome, or of what is done there."""
    return reverse(name, args=[key or dossier.edit_key])


def page_of(client: Client, dossier: Dossier, query: str = "", key: str = "") -> Page:
    """The page with the outcome of a dossier."""
    answer = client.get(url(dossier, key=key) + query)
    assert answer.status_code == 200
    return Page(answer)


def cells(page: Page, model: str) -> dict[int, str]:
    """The words in a model's column, by question; only for a dossier without open questions."""
    headers, row_headers = page.find("th", scope="col"), page.find("th", scope="row")[3:]
    at = [header.text.replace("\u00ad", "") for header in headers].index(model) - 1
    columns = len(headers) - 1
    found = page.find("td")[3 * columns :]
    return {
        number: " ".join(found[(number - 1) * columns + at].text.split()) for number in range(1, len(row_headers) + 1)
    }


def repairs_in(page: Page) -> list[Form]:
    """The forms that take a repair over."""
    return [form for form in page.forms if form.action.endswith("/herstel/")]


def take_over(client: Client, dossier: Dossier, form: Form) -> Any:
    """Press the button of a repair."""
    values = {name: value for name, value in form.values.items() if name != "csrfmiddlewaretoken"}
    return client.post(url(dossier, "repair"), values)
