"""What an option leaves open: its words can be edited in the beheer, which there are can't."""

from typing import Any

import pytest
from django.test import Client

from checklist import selectors
from checklist.admin.versions import versions_of
from checklist.models import Detail, DetailAlternative
from tests.beheer.browsing import address, edit
from tests.content import real_content
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

TYPED = "Van de redactie?"


def row(code: str) -> Any:
    return Detail.objects.get(option__code=code)


def texts_on_the_form(editor: Client, of: Any) -> set[str]:
    page = Page(editor.get(address(type(of), "change", of.pk)))
    (form,) = [form for form in page.forms if "csrfmiddlewaretoken" in form.values and form.texts]
    return {name for name in form.texts if not name.endswith("_FORMS")}


def test_the_content_holds_what_the_fixtures_say() -> None:
    loaded = {code: option.details for code, option in selectors.content_all().option_of.items()}
    assert loaded == {code: option.details for code, option in real_content().option_of.items()}


def test_a_question_alone_holds_the_same() -> None:
    assert [selectors.content_all().question_of[number].options[-1].details for number in (1, 11)] == [
        real_content().question_of[number].options[-1].details for number in (1, 11)
    ]


def test_the_functionary_is_named_in_full() -> None:
    (detail,) = selectors.content_all().option_of["11c"].details
    assert detail.question.startswith("Zit de coördinerend gemeentesecretaris de gehele regiostaf voor")
    assert "{" not in detail.while_open


def test_an_edited_question_is_on_the_site_and_in_the_history(editor: Client) -> None:
    edit(editor, row("7a"), question=TYPED)
    assert selectors.content_all().question_of[7].options[0].details[0].question == TYPED
    assert versions_of(row("7a"))[0].who


def test_an_edited_answer_below_its_question_is_on_the_site(editor: Client) -> None:
    edit(editor, row("7a"), **{"alternatives-1-label": "veiligheidsadviseurs"})
    labels = [answer.label for answer in selectors.content_all().question_of[7].options[0].details[0].alternatives]
    assert labels[1] == "veiligheidsadviseurs"


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("7a", {f"alternatives-{at}-{name}" for at in range(3) for name in ("label", "sentence", "brief")}),
        ("11c", {f"alternatives-{at}-{name}" for at in range(2) for name in ("label", "sentence")}),
        ("7c", set()),
    ],
)
def test_the_form_has_the_words_alone(editor: Client, code: str, texts: set[str]) -> None:
    assert texts_on_the_form(editor, row(code)) == texts | {"question", "while_open"}


@pytest.mark.parametrize("model", [Detail, DetailAlternative])
def test_none_is_added_or_deleted(editor: Client, model: type[Any]) -> None:
    some = model.objects.order_by("pk")[0]
    for page in ("add", "delete"):
        arguments = [some.pk] if page == "delete" else []
        assert editor.get(address(model, page, *arguments)).status_code == 403
