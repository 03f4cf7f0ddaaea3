"""What the templates of the concept-reglement need: texts of pieces, and which articles stay whole on paper."""

from collections.abc import Iterable

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from checklist.domain.advies.voorstel.cover import Cover
from checklist.domain.decision.reglement.value import Article, Lid, Piece, Source, Text

register = template.Library()

# Beside the mark of its pages no longer title fits (rule of type 80 gives it more room elsewhere).
_LONGEST_HEAD = 56

# An article of so many lines doesn't break (rule of type 49). No line of the document has as many letters as this, so
# what takes so many lines at most is never counted as longer.
_MOST_LINES_KEPT, _LONGEST_LINE = 8, 110


@register.filter
def pieces(text: Text) -> SafeString:
    """Return a text as HTML: what the kring filled in is marked as its words, a gap that is still open is recognisable;
    its square brackets stand in the text."""
    return format_html_join("", "{}", ((_piece(piece),) for piece in text))


def _piece(piece: Piece) -> SafeString | str:
    if piece.source is Source.KRING:
        return format_html('<span data-van="kring">{}</span>', linebreaksbr(piece.text))
    if piece.source is Source.GAP:
        return format_html('<span class="vs-gap">{}</span>', piece.text)
    return piece.text


@register.filter
def plain(text: Text) -> str:
    """Return the words of a text alone, for an attribute."""
    return "".join(piece.text for piece in text)


@register.filter
def running_head(cover: Cover) -> str:
    """Return what the head of each page of the reglement says: its title, or one with the name of the region alone
    where that is too long to stand beside the mark."""
    title = plain(cover.reglement.title)
    return title if 0 < len(title) <= _LONGEST_HEAD else f"Reglement regiostaf {cover.region}"


@register.filter
def stays_whole(article: Article) -> bool:
    """Whether an article is so short that it doesn't break over two pages."""
    return sum(_lines(text) for clause in article.clauses for text in _texts(clause)) <= _MOST_LINES_KEPT


def _texts(clause: Lid) -> Iterable[str]:
    yield plain(clause.text)
    for item in clause.items:
        yield plain(item.term) + plain(item.text)


def _lines(text: str) -> int:
    return sum(-(-len(line) // _LONGEST_LINE) for line in text.split("\n"))
