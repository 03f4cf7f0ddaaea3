"""The content of the concept-reglement: articles and their clauses, when each stands there, and who adopts it.

Texts are our own, from `fixtures/`; `decision/reglement` makes the rules of one design from it. A name between braces
is a gap (`Gap`): the kring's words for it, an answer to a detail, or words between square brackets.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class When:
    """When a part of the reglement stands there; all that is given holds together, nothing given means always.

    `every`, `any_of` and `none_of` are codes of options; at each question of `open_at` nothing is chosen; each question
    of `answered_at` is answered; `detail` asks the detail of this option and key for one of these values, of which ''
    means: not answered.
    """

    every: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    open_at: tuple[int, ...] = ()
    answered_at: tuple[int, ...] = ()
    detail: tuple[str, str, tuple[str, ...]] | None = None


ALWAYS = When()


@dataclass(frozen=True)
class Part:
    """An item of a clause's list, a line of a preamble, or a defined term (`term`), without the mark at its end."""

    text: str
    when: When = ALWAYS
    term: str = ""


@dataclass(frozen=True)
class Clause:
    """A lid. `key` as '2.4a'. Either `text`, or `opening` with `parts` below it; `single`: the sentence with
    '{onderdeel}' when one part is left. `terms`: the parts are defined terms, in alphabetical order."""

    key: str
    when: When = ALWAYS
    text: str = ""
    opening: str = ""
    single: str = ""
    parts: tuple[Part, ...] = ()
    terms: bool = False


@dataclass(frozen=True)
class ArticleText:
    """An article; its number is fixed. `explanation` is the toelichting of the makers."""

    number: int
    key: str
    heading: str
    questions: tuple[int, ...]
    clauses: tuple[Clause, ...]
    explanation: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Adoption:
    """Who adopts the reglement, by the answer to question 1, with its preamble, closing and blocks of signatures."""

    key: str
    when: When
    heading: str
    subtitle: str
    legal_form: str
    preamble: tuple[Part, ...]
    closing: str
    signatures: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class LaterLaidDown:
    """What comes with an adoption when the regiostaf is laid down later as well (1d): after the subtitle, and before
    the last line of the preamble."""

    when: When
    subtitle: str
    preamble: str


@dataclass(frozen=True)
class Gap:
    """What a text leaves to the kring, by its name between braces. `empty` stands there as long as nothing is filled
    in. `detail` (option, key) with `words` for each value: the answer to a detail fills it; a detail without words asks
    for a gemeente. `label` names it on the page Afronding; `asked` there alone, so that every kring is offered it."""

    key: str
    empty: str
    label: str = ""
    asked: bool = False
    question: int = 0
    detail: tuple[str, str] | None = None
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ReglementContent:
    """All of it."""

    articles: tuple[ArticleText, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    later: LaterLaidDown | None = None
    gaps: Mapping[str, Gap] = field(default_factory=dict)


NO_REGLEMENT = ReglementContent()
