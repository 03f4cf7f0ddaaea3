"""`{% explained %} … {% endexplained %}`: in that part of a page every term is explained where it is first used.

The word becomes a button that opens a popover, which stands right behind it: so a keyboard and a screen reader come to
the explanation next. Both are HTML alone (rule 9). A browser that knows no popovers (from before 2024) shows the word
as text; the page of terms is a link at the foot of every page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from checklist.domain.terms import Found, Glossary

register = template.Library()

# Where a line ends after a tag and the next begins with one: never inside a tag or a text, in which '<' is escaped.
_BETWEEN_LINES = re.compile(r"\n(?<=>\n)(?=<)")
# A comment, or a tag; a quoted value may hold a '>'.
_TAGS = re.compile(r"""(<(?:!--.*?--|/?[a-zA-Z][^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>)""", re.DOTALL)
_NAME = re.compile(r"<(/?[a-zA-Z][\w-]*)")
# Punctuation, plain or as it is written in HTML.
_MARKS_BEFORE = re.compile(r"(?:&#?\w+;|[^\w\s&;])+\Z")
_MARKS_AFTER = re.compile(r"(?:&#?\w+;|[^\w\s&])+")
# Running text stands in these elements …
_RUNNING = frozenset({"p", "li", "dd"})
# … but not in these around or inside them, where no button may stand or where a word names something,
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
_CONTROLS = frozenset({"a", "button", "label", "legend", "nav", "select", "textarea"})
_NEVER_IN = _HEADINGS | _CONTROLS | {"code", "script", "style", "svg", "table"}
# nor in what isn't ours (typed, cited) or changes while one reads.
_NEVER_WITH = re.compile(
    r"""\sclass="[^"]*\b(?:typed-text|ask__book|help|opt__clash|line|note__source|tension-note__ground|utrecht-form-field-description"""
    r"""|utrecht-form-field-error-message|utrecht-paragraph--small)\b|\s(?:hidden|aria-live|role="(?:status|alert)")(?=[\s=>])"""
)
_WITHOUT_END = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


@dataclass(frozen=True)
class _Tag:
    """What a tag means here: `never`, no term is explained inside; `running`, text stands in it; `aside`, a part that
    one may leave closed."""

    opens: bool
    never: bool = False
    running: bool = False
    aside: bool = False


@lru_cache(4096)
def _parts(line: str) -> tuple[str, ...]:
    return tuple(_TAGS.split(line))


# The tags of a page are few and the same for everybody; a page has hundreds of them.
@lru_cache(4096)
def _name(tag: str) -> str:
    """The name of an element, with the slash of an end tag: 'p', '/p'; empty for a comment and what has no end."""
    found = _NAME.match(tag)
    name = found[1].lower() if found else ""
    return "" if name.strip("/") in _WITHOUT_END or tag.endswith("/>") else name


@lru_cache(4096)
def _tag(tag: str) -> _Tag | None:
    """Read a tag; None when it means nothing here."""
    name = _name(tag)
    opens, element = not name.startswith("/"), name.strip("/")
    never = bool(name) and opens and (element in _NEVER_IN or bool(_NEVER_WITH.search(tag)))
    running, aside = element in _RUNNING, element == "details"
    return _Tag(opens, never, running, aside) if never or running or aside else None


@dataclass
class _Explaining:
    """The walk through one part of a page."""

    glossary: Glossary
    used: set[str] = field(default_factory=set)
    # What was used before the part that is open now: what is explained in a part that may stay closed doesn't count
    # after it.
    used_before: list[set[str]] = field(default_factory=list)
    # In how many elements with running text it is, and in which element where nothing is explained, how deep.
    running: int = 0
    never_in: str = ""
    depth: int = 0
    number: int = 0

    def explained(self, html: str) -> str:
        """Return the HTML with the terms explained."""
        lines = _BETWEEN_LINES.split(html)
        for index, line in enumerate(lines):
            if "typed-text" in line or "<textarea" in line:
                # What a kring typed isn't remembered.
                lines[index] = self.walked(_TAGS.split(line))
            elif self.never_in or not _says_nothing(line, self.glossary):
                lines[index] = self.walked(_parts(line))
        return "\n".join(lines)

    def walked(self, parts: Sequence[str]) -> str:
        """Return the HTML of a line, and keep what follows from it for the next. `parts` are texts and tags in turn:
        before and after each tag is a text, be it empty."""
        pieces = list(parts)
        for index, part in enumerate(parts):
            if index % 2:
                self._pass(part)
            elif part and self.running and not self.never_in and (found := self.glossary.found_in(part)):
                pieces[index] = self._text(part, found)
        return "".join(pieces)

    def _pass(self, part: str) -> None:
        if self.never_in:
            self.depth += {self.never_in: 1, f"/{self.never_in}": -1}.get(_name(part), 0)
            if not self.depth:
                self.never_in = ""
        elif tag := _tag(part):
            if tag.never:
                self.never_in, self.depth = _name(part), 1
            elif tag.running:
                self.running = max(0, self.running + (1 if tag.opens else -1))
            elif tag.opens:
                self.used_before.append(set(self.used))
            elif self.used_before:
                self.used = self.used_before.pop()

    def _text(self, text: str, all_found: tuple[Found, ...]) -> str:
        pieces, end = [], 0
        for found in all_found:
            if found.term.name not in self.used:
                self.used.add(found.term.name)
                self.number += 1
                start, stop = _with_marks(text, found, end)
                pieces += [text[end:start], _button(found, text[start:stop], start, self.number)]
                end = stop
        return "".join((*pieces, text[end:]))


# Most lines of a page are the same for everybody and have no term.
@lru_cache(4096)
def _says_nothing(line: str, glossary: Glossary) -> bool:
    """Whether a line, wherever it stands, has no term to explain and means nothing for the lines after it."""
    before: set[str] = set()
    walk = _Explaining(glossary, used_before=[before], running=1)
    walk.walked(_parts(line))
    as_it_was = len(walk.used_before) == 1 and walk.used_before[0] is before
    return as_it_was and (walk.running, walk.never_in, walk.number) == (1, "", 0)


def _with_marks(text: str, found: Found, earliest: int) -> tuple[int, int]:
    """The place of a term with the marks that belong to it, such as a bracket or a full stop: a browser may break a
    line before and after a button, also where it would never break a text."""
    before, after = _MARKS_BEFORE.search(text, earliest, found.start), _MARKS_AFTER.match(text, found.end)
    return before.start() if before else found.start, after.end() if after else found.end


@lru_cache(1024)
def _button(found: Found, text: str, start: int, number: int) -> str:
    word = slice(found.start - start, found.end - start)
    # They are pieces of HTML already.
    before, written, after = (mark_safe(text[part]) for part in (slice(word.start), word, slice(word.stop, None)))  # noqa: S308
    context = {"term": found.term, "before": before, "word": written, "after": after, "number": number}
    return render_to_string("components/term.html", context).strip()


def explain(html: str, glossary: Glossary) -> SafeString:
    """Return a part of a page with each of its terms explained where running text first uses it; apart from these
    buttons and their explanations the HTML stays as it is. No queries."""
    return mark_safe(_Explaining(glossary).explained(html))  # noqa: S308 - the page's own HTML, with what is escaped here


class ExplainedNode(template.Node):
    """A part of a page whose terms are explained."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """Return the part with its terms explained by the `glossary` of the page."""
        return explain(self.nodelist.render(context), context["glossary"])


@register.tag
def explained(parser: Parser, token: Token) -> ExplainedNode:
    """Explain the terms up to `endexplained`; once on a page."""
    nodelist = parser.parse(("endexplained",))
    parser.delete_first_token()
    return ExplainedNode(nodelist)
