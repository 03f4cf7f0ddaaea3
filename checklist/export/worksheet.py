"""The HTML from which the blank worksheet is made: for a meeting without devices."""

from collections.abc import Sequence

from django.template.loader import render_to_string

from checklist.domain.content import Question
from checklist.export.pdf.characters import available_characters, replace_missing


def worksheet_html(questions: Sequence[Question]) -> str:
    """The questions with an empty box before each option, and lines to write on. No queries.

    It is the same for everybody. A character that the font lacks is a square.
    """
    html, _ = replace_missing(
        render_to_string("worksheet/document.html", {"questions": questions}), available_characters()
    )
    return html
