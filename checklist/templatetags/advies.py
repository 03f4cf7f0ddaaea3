"""What the templates of the voorstel and the besluitenlijst need: typeset text, numbers as links, amounts, organs."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.template.defaultfilters import linebreaksbr
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from checklist.domain.advies.voorstel.cover import Cover
from checklist.domain.advies.voorstel.numbering import in_words
from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.advies.voorstel.value_appendices import Agreement, SourceRow
from checklist.domain.advies.voorstel.value_chapters import StepRow
from checklist.domain.advies.voorstel.value_summary import AskedElsewhere
from checklist.domain.decision.value import Asked, Informed, OrganDecisions, Point
from checklist.domain.decision_content import Organ
from checklist.domain.dutch import capital, up_to_twelve
from checklist.domain.typed import Typed
from checklist.domain.typeset import typeset

register = template.Library()
register.filter(capital)
register.filter("count_words", up_to_twelve)

_NOT_FILLED_IN = mark_safe('<span class="vs-muted">niet ingevuld</span>')
_NUMBER = re.compile(r"\b[1-9CD][0-9]?(?:\.\d+){1,2}\b")
_TAG = re.compile(r"(<[^>]*>)")
# A quoted sign that Django wrote as a reference; typesetting sees the sign.
_REFERENCES = {"&#x27;": "'", "&quot;": '"'}
_AS_REFERENCE = {"'": "&#x27;", '"': "&quot;"}


@register.tag("typeset")
def typeset_block(parser: Parser, token: Token) -> "TypesetNode":
    """`{% typeset %} … {% endtypeset %}`: every text in it, ours and typed, gets its fixed spaces and its quotes."""
    nodes = parser.parse(("endtypeset",))
    parser.delete_first_token()
    return TypesetNode(nodes)


class TypesetNode(template.Node):
    """Typesets what stands between tags. A text stays escaped; an attribute stays as it is."""

    def __init__(self, nodes: NodeList) -> None:
        self.nodelist = nodes

    def render(self, context: Context) -> SafeString:
        """Return the HTML with its texts typeset."""
        return typeset_html(self.nodelist.render(context))


def typeset_html(html: str) -> SafeString:
    """Return HTML with the texts between its tags typeset; an element's text is seen on its own. Pure."""
    parts = _TAG.split(html)
    parts[::2] = [_typeset_text(text) if text.strip() else text for text in parts[::2]]
    return mark_safe("".join(parts))  # noqa: S308 - the HTML came in escaped, and typesetting adds no markup


def _typeset_text(text: str) -> str:
    for reference, sign in _REFERENCES.items():
        text = text.replace(reference, sign)
    text = typeset(text)
    for sign, reference in _AS_REFERENCE.items():
        text = text.replace(sign, reference)
    return text


@register.filter
def amount(euros: Decimal) -> str:
    """Return an amount as it stands in a table: '€ 42.000', with cents when there are any: '€ 1.234,50'."""
    digits = f"{euros:,.0f}" if euros == euros.to_integral_value() else f"{euros:,.2f}"
    return "€\u00a0" + digits.translate(str.maketrans(",.", ".,"))


@register.filter
def organ_name(organ: Organ) -> str:
    """Return an organ with its article, in a sentence: 'het algemeen bestuur', 'de colleges'."""
    return organ.with_article


@register.filter
def said(piece: Typed | Sequence[Typed] | str) -> SafeString:
    """Return a text within a paragraph or a cell: typed words are marked as the kring's, an empty text says that it is.
    A list in it is told on one line."""
    if isinstance(piece, str):
        return conditional_escape(piece) if piece else _NOT_FILLED_IN
    texts = (piece,) if isinstance(piece, Typed) else piece
    words = " ".join(part for text in texts for part in (text.text, *text.items) if part)
    if not words:
        return _NOT_FILLED_IN
    return format_html('<span data-van="kring">{}</span>', linebreaksbr(words))


@register.filter
def anchor(number: str) -> str:
    """Return the id of a numbered paragraph, point or section: 'p4.2.3'."""
    return f"p{number}"


@register.filter
def reference(number: str) -> SafeString:
    """Return a number within the document as a link: '4.2.3'."""
    return format_html('<a class="vs-ref" href="#{}">{}</a>', anchor(number), number)


@register.filter
def linked(words: str) -> SafeString:
    """Return words with each number of a paragraph in them as a link: '2.1 tot en met 2.3'."""
    return mark_safe(_NUMBER.sub(lambda found: reference(found[0]), conditional_escape(words)))  # noqa: S308


@register.filter
def references(numbers: Iterable[str]) -> SafeString:
    """Return numbers as links with commas between them, as in a cell of a table."""
    return format_html_join(", ", "{}", ((reference(number),) for number in numbers))


@register.filter
def references_in_a_row(numbers: Sequence[str]) -> SafeString:
    """Return numbers as links in a sentence; three or more that follow each other are a range: '2.1 tot en met 2.3'."""
    return linked(in_words(numbers))


@register.filter
def codes(point: Point | Informed) -> str:
    """Return the options that a decision comes from, after a space that doesn't break: ' (2a)'; nothing without any."""
    return f"\u00a0({', '.join(point.codes)})" if point.codes else ""


@register.filter
def costs_at(voorstel: Voorstel) -> str:
    """Return the paragraph that says what the regiostaf costs; empty when the kring didn't say it."""
    texts = voorstel.consequences.money.texts
    return texts[0].number if texts else ""


@register.filter
def source_sign(number: int) -> SafeString:
    """Return the sign of a source: a small raised number that leads to its row, read aloud as 'bron 3'."""
    return format_html('<sup><a class="vs-source" href="#bron-{0}" aria-label="bron {0}">{0}</a></sup>', number)


@register.simple_tag
def sources_told_at(voorstel: Voorstel, number: str) -> SafeString:
    """Return the signs of the sources that belong to a paragraph, by the number that their row leads back to."""
    here = [source.number for source in voorstel.sources if source.back == number]
    return format_html_join(mark_safe("<sup>, </sup>"), "{}", ((source_sign(number),) for number in here))


@register.filter
def breakable_address(source: SourceRow) -> SafeString:
    """Return a written address that may break after its slashes and other signs; no hyphen is added."""
    return mark_safe(re.sub(r"([/?=.-]|&amp;)(?=.)", r"\1<wbr>", conditional_escape(source.address)))  # noqa: S308


# A title that is longer doesn't fit in the running head, of 110 mm (rule of type 80).
_LONGEST_RUNNING_TITLE = 62


@register.filter
def running_title(cover: Cover) -> str:
    """Return what the head of each page says: the title, or the region where the title is too long for it."""
    fits = len(cover.title) <= _LONGEST_RUNNING_TITLE
    return cover.title if fits else f"Regiostaf Veiligheidsregio {cover.region}"


@register.filter
def small_start(sentence: str) -> str:
    """Return a sentence that goes on after a colon: its first letter small."""
    return sentence[:1].lower() + sentence[1:]


@register.filter
def subtract(number: int, less: int) -> int:
    """Return the difference."""
    return number - less


@register.filter
def has_stars(decisions: OrganDecisions | None) -> bool:
    """Whether a legal ground of one of these decisions must still be looked up."""
    return decisions is not None and any(point.star for point in decisions.points)


@register.filter
def has_any_star(asked: Asked) -> bool:
    """Whether a legal ground of any decision must still be looked up."""
    return any(has_stars(decisions) for decisions in asked.decisions)


@register.filter
def all_numbers(decisions: Iterable[OrganDecisions]) -> list[str]:
    """Return the numbers of all points, in order."""
    return [point.number for one in decisions for point in one.points]


@register.filter
def elsewhere_numbers(elsewhere: Sequence[AskedElsewhere]) -> SafeString:
    """Return where the decisions of the other organs stand: '2.8 tot en met 2.16'."""
    first, last = elsewhere[0].first, elsewhere[-1].last
    if first == last:
        return reference(first)
    return format_html("{} tot en met {}", reference(first), reference(last))


@register.filter
def has_star(steps: Iterable[StepRow]) -> bool:
    """Whether the legal ground of one of these steps must still be looked up."""
    return any(step.star for step in steps)


@register.filter
def numbers(agreements: Iterable[Agreement]) -> list[str]:
    """Return the numbers of agreements, in order."""
    return [agreement.number for agreement in agreements]


@register.filter
def contradictions(agreements: Iterable[Agreement]) -> list[Agreement]:
    """Return the pairs that can't both hold."""
    return [agreement for agreement in agreements if agreement.contradiction]
