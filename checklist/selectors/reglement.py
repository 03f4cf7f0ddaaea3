"""The content of the concept-reglement as plain values: articles, who adopts it, and what it leaves open."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from checklist.domain import reglement_content as content
from checklist.domain import reglement_texts as texts
from checklist.domain.reglement_content import ReglementContent
from checklist.models import Adoption, Article, Clause, ClausePart, Gap, PreambleLine, Shape

# The tables with its texts.
OF_REGLEMENT = (Article, Clause, ClausePart, Adoption, PreambleLine, Gap)

_ARTICLE_FIELDS = ("number", "key", "heading", "questions", "explanation", "source")
_CLAUSE_FIELDS = ("key", "shape", "condition", "text", "opening", "single")
_PART_FIELDS = ("text", "condition", "term")
_ADOPTION_FIELDS = ("key", "condition", "comes_with", "heading", "subtitle", "legal_form", "closing", "signatures")

# A row per part of a clause; a clause that is a sentence has one row, without a part.
_ARTICLES = Article.objects.order_by("number", "clauses__number", "clauses__parts__number").values_list(
    *_ARTICLE_FIELDS,
    *(f"clauses__{name}" for name in _CLAUSE_FIELDS),
    *(f"clauses__parts__{name}" for name in _PART_FIELDS),
)

# A row per line of the preamble.
_ADOPTIONS = Adoption.objects.order_by("number", "preamble__number").values_list(
    *_ADOPTION_FIELDS, "preamble__text", "preamble__condition"
)

_GAPS = Gap.objects.order_by("number").values_list("key", "empty", "label", "asked", "question", "detail", "words")


def reglement() -> ReglementContent:
    """Return the content of the reglement. Three queries: articles with their clauses and parts, adoptions with their
    preambles, and gaps."""
    adoptions, later = _adoptions()
    gaps = {
        key: content.Gap(key, empty, label, bool(asked), question, texts.detail_of(detail), texts.answer_words(words))
        for key, empty, label, asked, question, detail, words in _GAPS.all()
    }
    return ReglementContent(tuple(_articles()), adoptions, later, gaps)


def _articles() -> Iterator[content.ArticleText]:
    width = len(_ARTICLE_FIELDS)
    for (*article, explanation, source), rows in groupby(_ARTICLES.all(), key=lambda row: row[:width]):
        number, key, heading, questions = article
        asked = tuple(map(int, questions.split()))
        clauses = tuple(_clauses(row[width:] for row in rows))
        yield content.ArticleText(number, key, heading, asked, clauses, explanation, texts.sources_of(source))


def _clauses(rows: Iterator[tuple[Any, ...]]) -> Iterator[content.Clause]:
    width = len(_CLAUSE_FIELDS)
    for (key, shape, condition, *words), of_clause in groupby(rows, key=lambda row: row[:width]):
        if key:
            parts = tuple(_part(*row[width:]) for row in of_clause if row[width])
            text, opening, single = words
            yield content.Clause(key, texts.when_of(condition), text, opening, single, parts, shape == Shape.TERMS)


def _part(text: str, condition: str, term: str = "") -> content.Part:
    return content.Part(text, texts.when_of(condition), term)


def _adoptions() -> tuple[tuple[content.Adoption, ...], content.LaterLaidDown | None]:
    found: list[content.Adoption] = []
    later = None
    width = len(_ADOPTION_FIELDS)
    for (key, condition, comes_with, *words), rows in groupby(_ADOPTIONS.all(), key=lambda row: row[:width]):
        heading, subtitle, legal_form, closing, signatures = words
        preamble = tuple(_part(*row[width:]) for row in rows if row[width])
        when = texts.when_of(condition)
        if comes_with:
            later = content.LaterLaidDown(when, subtitle, preamble[0].text if preamble else "")
        else:
            signing = texts.signature_blocks(signatures)
            found.append(content.Adoption(key, when, heading, subtitle, legal_form, preamble, closing, signing))
    return tuple(found), later
