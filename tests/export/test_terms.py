"""The list of terms at the end of an advies: those of its summary and decisions, with what each means, and no other."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given

from checklist.domain.advies.value import Advies
from checklist.templatetags.terms import explain
from tests.content import real_glossary
from tests.export import samples
from tests.export.verslag import verslag_html
from tests.pages import Page
from tests.strategies import at_most, chosen_codes

# Beside a question: what others say, and where a text comes from.
QUOTED = re.compile(
    r"<h4>(?:In het boekje \(2011\)|Stand van zaken)</h4>\s*<ul>.*?</ul>|<small>[^‘].*?</small>", re.DOTALL
)


def used_in_the_document(advies: Advies) -> list[str]:
    """The terms in the summary and in what is decided and said at the questions, as the site finds them on a page."""
    html = verslag_html(replace(advies, terms=()))
    design = html.index('id="ontwerp"')
    end = html.index('<section class="advies-chapter', design)
    html = QUOTED.sub("", html[:end]).replace('<span class="nowrap">', "<span>")
    found = re.findall(r"popover><strong>([^<]*)</strong>", explain(html, real_glossary()))
    return sorted(map(unescape, found), key=str.casefold)


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_list_has_the_terms_that_the_summary_and_the_decisions_use_and_no_other(name: str) -> None:
    advies = samples.SAMPLES[name]()
    assert [term.name for term in advies.terms] == used_in_the_document(advies)


def test_a_term_stands_in_the_list_with_its_explanation() -> None:
    advies = samples.example("vol")
    page = Page(verslag_html(advies))
    texts = [" ".join(item.text.split()) for item in page.find("li")]
    for term in advies.terms:
        assert f"{term.name}: {term.explanation}" in texts


def test_without_terms_there_is_no_list_and_no_line_for_it_in_the_contents() -> None:
    html = verslag_html(replace(samples.example("vol"), terms=()))
    assert "begrippen" not in html


@at_most(25)
@given(chosen_codes())
def test_so_it_is_for_every_design(chosen: frozenset[str]) -> None:
    advies = samples.advies_of("Regiostaf", samples.answers_of(" ".join(sorted(chosen))))
    assert [term.name for term in advies.terms] == used_in_the_document(advies)
