"""Explaining: where running text first uses a term, and nowhere else; the rest of the page stays as it is."""

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checklist.domain.terms import Glossary, Term
from checklist.templatetags.terms import explain
from tests.pages import Page, unexplained

KRING = Term("kring", ("kringen",), "Het <overleg>.", "Voorwoord")
BESTUUR = Term("bestuur", (), "Wie besluit.", "Voorwoord")
ALGEMEEN = Term("algemeen bestuur", (), "Het hele bestuur.", "Voorwoord")
GLOSSARY = Glossary((ALGEMEEN, BESTUUR, KRING))


def explained(html: str) -> str:
    """The HTML with a star before each word that is a button, without what the buttons open."""
    marked = explain(html, GLOSSARY)
    return unexplained(re.sub(r'(<button class="term"[^>]*>)', r"\1*", marked))


EXPLAINED = [
    ("<p>De kring</p>", "<p>De *kring</p>"),
    ("<ul><li>Kringen</li></ul>", "<ul><li>*Kringen</li></ul>"),
    ("<dl><dt>kring</dt><dd>kring</dd></dl>", "<dl><dt>kring</dt><dd>*kring</dd></dl>"),
    ("<p><strong>De kring</strong></p>", "<p><strong>De *kring</strong></p>"),
    ("<p>kring en kring</p><p>kringen</p>", "<p>*kring en kring</p><p>kringen</p>"),
    ("<p>het algemeen bestuur, het bestuur</p>", "<p>het *algemeen bestuur, het *bestuur</p>"),
    ("<p>(kring), &quot;bestuur&quot;.</p>", "<p>(*kring), &quot;*bestuur&quot;.</p>"),
    ('<p title="a > kring">kring</p>', '<p title="a > kring">*kring</p>'),
    ("<p><!-- <p>kring --> kring</p>", "<p><!-- <p>kring --> *kring</p>"),
    ("<p>a<br>kring<img src=x /> bestuur</p>", "<p>a<br>*kring<img src=x /> *bestuur</p>"),
    # What may stay closed doesn't count for the text after it, but what stands before counts in it.
    (
        "<details><summary>kring</summary><p>kring</p></details><p>kring</p>",
        "<details><summary>kring</summary><p>*kring</p></details><p>*kring</p>",
    ),
    ("<p>kring</p><details><p>kring</p></details>", "<p>*kring</p><details><p>kring</p></details>"),
]


@pytest.mark.parametrize(("html", "expected"), EXPLAINED)
def test_a_term_is_explained_where_running_text_first_uses_it(html: str, expected: str) -> None:
    assert explained(html) == expected


NOT_HERE = [
    *(f"<{tag}>kring</{tag}>" for tag in ("h1", "h2", "h3", "h4", "legend", "label", "div", "td", "nav", "title")),
    *(
        f"<p><{tag}>kring</{tag}></p>"
        for tag in ("a", "button", "code", "select", "label", "textarea", "svg", "script")
    ),
    "<p><label>een <span>kring</span></label></p>",
    "<details><summary><p>kring</p></summary></details>",
    "<table><tr><td><p>kring</p></td></tr></table>",
    '<p class="utrecht-paragraph typed-text">kring</p>',
    '<p>a <span class="typed-text">b <span>c</span> kring</span></p>',
    '<p class="note__source">kring</p>',
    '<p class="tension-note__ground">kring</p>',
    '<p class="utrecht-paragraph utrecht-paragraph--small muted">kring</p>',
    '<p class="utrecht-form-field-description">kring</p>',
    '<p class="utrecht-form-field-error-message">kring</p>',
    "<div hidden><div></div><p>kring</p></div>",
    '<div data-clash="2a" hidden><p>kring</p></div>',
    '<div aria-live="polite"><p>kring</p></div>',
    '<p role="status">kring</p>',
    "<p>de VGS-kring</p>",
    "<p><a>kring</p>",
    "kring",
]


@pytest.mark.parametrize("html", NOT_HERE)
def test_no_term_is_explained_here(html: str) -> None:
    assert explain(html, GLOSSARY) == html


@pytest.mark.parametrize("html", [html for html in NOT_HERE if html.endswith(">") and html != "<p><a>kring</p>"])
def test_what_is_no_running_text_is_no_first_use(html: str) -> None:
    assert explained(f"{html}<p>kring</p>").endswith("<p>*kring</p>")


def test_a_button_opens_the_explanation_right_behind_it() -> None:
    page = Page(f"<body>{explain('<p>De kring, het bestuur.</p>', GLOSSARY)}</body>")
    buttons, notes = page.find("button", type="button"), page.find("span", popover="")
    assert [button.text for button in buttons] == ["kring", "bestuur"]
    assert [note.text for note in notes] == [
        "kring Het <overleg>. Alle begrippen (opent in een nieuw tabblad)",
        "bestuur Wie besluit. Alle begrippen (opent in een nieuw tabblad)",
    ]
    targets = [button.attributes["popovertarget"] for button in buttons]
    assert targets == [note.attributes["id"] for note in notes]
    order = [element for element in page.elements if element in (*buttons, *notes)]
    assert order == [buttons[0], notes[0], buttons[1], notes[1]]


def test_the_explanation_leads_to_its_place_among_the_terms() -> None:
    link = Page(explain("<p>algemeen bestuur</p>", GLOSSARY)).find("a")[0]
    assert link.attributes["href"] == "/begrippen/#algemeen-bestuur"
    # A question's page has a form: what is typed there must stay.
    assert link.attributes["target"] == "_blank"


def test_marks_stay_on_the_line_of_their_word() -> None:
    assert '<span class="nowrap">(&quot;<button' in explain("<p>de (&quot;kring&quot;).</p>", GLOSSARY)
    assert "</span>&quot;).</span></p>" in explain("<p>de (&quot;kring&quot;).</p>", GLOSSARY)
    assert "nowrap" not in explain("<p>de kring beslist</p>", GLOSSARY)


WORDS = st.sampled_from(
    [
        "kring",
        "Kring",
        "kringen",
        "bestuur",
        "algemeen bestuur",
        "VGS-kring",
        " ",
        "\n",
        "<",
        ">",
        "&",
        '"',
        "'",
        "’",
        ".",
        "(",
        ";",
        "a",
    ]
)
TEXTS = st.lists(WORDS, max_size=12).map(lambda words: escape("".join(words)))
TAGS = st.sampled_from(
    [
        "p",
        "li",
        "dd",
        "div",
        "span",
        "a",
        "h2",
        "details",
        "summary",
        "label",
        'p class="typed-text"',
        'p title="a>b"',
        "div hidden",
    ]
)
PAGES = st.recursive(
    TEXTS,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>", TAGS, st.lists(inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(deadline=None)
@given(PAGES)
def test_apart_from_buttons_and_explanations_the_page_stays_letter_for_letter(html: str) -> None:
    assert unexplained(explain(html, GLOSSARY)) == html


@settings(deadline=None)
@given(PAGES)
def test_outside_details_a_term_is_explained_once(html: str) -> None:
    marked = explain(html.replace("<details>", "<div>").replace("</details>", "</div>"), GLOSSARY)
    names = re.findall(r"popover><strong>([^<]*)</strong>", marked)
    assert len(names) == len(set(names))
