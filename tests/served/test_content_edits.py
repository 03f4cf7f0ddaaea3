"""A text that is changed shows at the next request, whichever server process answers it, and the old one nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import reverse

from checklist.domain.dossier import Answer
from checklist.models import Option
from tests.beheer.browsing import edit, history_of, put_back, redacteurs_browser
from tests.content_loading.content_files import change, load, set_field
from tests.dossiers import make_dossier
from tests.live import Browser, served

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases, pytest.mark.slow]


@pytest.fixture
def browsers() -> Iterator[list[Browser]]:
    """One browser at each of two servers of one process, on one database."""
    with served(workers=1) as one, served(workers=1) as other:
        yield [Browser(one), Browser(other)]


@pytest.fixture
def pages() -> list[str]:
    """Every page that shows the booklet's words of option 4b, in a dossier in which it is chosen."""
    key = make_dossier({4: Answer(("4b",))}).edit_key
    of_dossier = [reverse("question", args=[key, 4]), *(reverse(name, args=[key]) for name in ("outcome", "verslag"))]
    return [*of_dossier, reverse("checklist"), reverse("models-compare") + "?m=managementraad&m=adoptieregeling"]


def words(text: str) -> dict[str, str]:
    """The two texts of the option by which a page shows it."""
    return {"label": f"{text} in het boekje", "brief": f"{text} in het kort"}


def shown(browsers: list[Browser], pages: list[str], text: str) -> list[bool]:
    """Whether each page at each server shows the text."""
    return [text in browser.get(page).content.decode() for browser in browsers for page in pages]


def test_an_edit_a_put_back_and_a_load_show_everywhere_at_the_next_request(
    browsers: list[Browser], pages: list[str], files: Path
) -> None:
    editor, option = redacteurs_browser(), Option.objects.get(code="4b")
    number = list(Option.objects.values_list("code", flat=True)).index("4b") + 1

    edit(editor, option, **words("Eerste tekst"))
    assert all(shown(browsers, pages, "Eerste tekst"))

    edit(editor, option, **words("Tweede tekst"))
    assert all(shown(browsers, pages, "Tweede tekst"))
    assert not any(shown(browsers, pages, "Eerste tekst"))

    history = history_of(editor, option)
    put_back(editor, history, history.context["versions"][1].id)
    assert all(shown(browsers, pages, "Eerste tekst"))
    assert not any(shown(browsers, pages, "Tweede tekst"))

    for name, text in words("Geladen tekst").items():
        change(files, "options.json", set_field(number, name, text))
    load(files, overwrite=True)
    assert all(shown(browsers, pages, "Geladen tekst"))
    assert not any(shown(browsers, pages, "Eerste tekst"))
