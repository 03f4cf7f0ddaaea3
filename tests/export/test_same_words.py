"""Each reading has the same words in the same order on the screen, in the PDF, and in the files to edit.

Numbers of pages, marks of lists and the words inside a drawing are left out, and in the PDF the spaces: where its lines
end, no word need end.
"""

from collections.abc import Callable

import pytest
from django.template.loader import render_to_string

from checklist.domain.advies.reading import Reading
from checklist.export.html import advies_html, stylesheet_of
from checklist.export.pdf import RenderLimits, render_pdf
from tests.export.block_words import words_of_html
from tests.export.file_words import heard_of_pdf, words_of_docx, words_of_odt
from tests.export.readings import ALL, advies, file, html

pytestmark = pytest.mark.slow
# What the stylesheet of the verslag adds: a sample in the legend of the organigram, a hyphen where a word is broken.
_SIGNS = str.maketrans("", "", "→\N{HYPHEN}")


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_the_screen_has_the_words_of_the_document(name: str, reading: Reading) -> None:
    context = {"advies": advies(name), "v": advies(name).voorstel}
    screen = render_to_string(f"advies/{reading}/body.html", context)

    assert words_of_html(f"<body>{screen}</body>") == words_of_html(html(name, reading))


@pytest.mark.parametrize(("name", "reading"), ALL)
@pytest.mark.parametrize(("form", "words_of"), [("docx", words_of_docx), ("odt", words_of_odt)])
def test_a_file_to_edit_has_the_words_of_the_document(
    form: str, words_of: Callable[[bytes], list[str]], name: str, reading: Reading
) -> None:
    assert words_of(file(name, reading, form)) == words_of_html(html(name, reading))


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_the_pdf_has_the_words_of_the_document(name: str, reading: Reading, limits: RenderLimits) -> None:
    pdf = render_pdf(advies_html(advies(name), reading), limits, stylesheet_of(reading))

    heard, told = heard_of_pdf(pdf), "".join(words_of_html(html(name, reading)))

    assert heard.translate(_SIGNS) == told.translate(_SIGNS)
