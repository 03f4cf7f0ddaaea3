"""The articles of the reglement: the clauses that a design has, numbered anew, and after them the kring's own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from checklist.domain.content import question_of_code
from checklist.domain.decision.reglement.pieces import Fill, own_sentence, pieces_of, plain, with_mark
from checklist.domain.decision.reglement.standing import Standing
from checklist.domain.decision.reglement.value import Article, Item, Lid, Text
from checklist.domain.proposal import Rule
from checklist.domain.reglement_content import ArticleText, Clause, Part

LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PART = "onderdeel"


@dataclass(frozen=True)
class Making:
    """What articles are made with: the design, what fills the gaps, what the kring wrote at articles, and the options
    of contradictions that it doesn't keep."""

    standing: Standing
    fill: Fill
    rules: tuple[Rule, ...]
    clashing: frozenset[str]

    def articles(self, texts: Iterable[ArticleText]) -> Iterator[Article]:
        """Yield the articles that have a clause, each with those that the design has."""
        for text in texts:
            standing = [clause for clause in text.clauses if self.standing.holds(clause.when)]
            found = [*(self._clause(clause) for clause in standing), *self._own(text.number)]
            if found:
                yield Article(
                    number=text.number,
                    key=text.key,
                    heading=plain(pieces_of(text.heading, self.fill)),
                    clauses=_numbered(found),
                    stopped=any(self._stopped(text, clause) for clause in standing),
                    explanation=text.explanation,
                )

    def _clause(self, clause: Clause) -> Lid:
        parts = self.standing.of(clause.parts)
        if clause.terms:
            return Lid(0, pieces_of(clause.opening, self.fill), self._terms(parts))
        if not parts:
            return Lid(0, pieces_of(clause.text, self.fill))
        if len(parts) == 1:
            (only,) = parts
            part = pieces_of(only.text, self.fill, sentence=False)
            return Lid(0, pieces_of(clause.single, lambda key: part if key == _PART else self.fill(key)))
        return Lid(0, pieces_of(clause.opening, self.fill), tuple(self._items(parts)))

    def _items(self, parts: tuple[Part, ...]) -> Iterator[Item]:
        marks = (*[";"] * (len(parts) - 2), "; en", ".")
        for letter, part, mark in zip(LETTERS, parts, marks, strict=False):
            yield Item(letter, with_mark(pieces_of(part.text, self.fill, sentence=False), mark))

    def _terms(self, parts: tuple[Part, ...]) -> tuple[Item, ...]:
        """The terms in alphabetical order, whatever the kring calls them."""
        texts = [(self._within(part.term), self._within(part.text)) for part in parts]
        texts.sort(key=lambda each: normalize("NFKD", plain(each[0])).casefold())
        marks = (*[";"] * (len(texts) - 1), ".")
        return tuple(Item("", with_mark(text, mark), term) for (term, text), mark in zip(texts, marks, strict=True))

    def _within(self, text: str) -> Text:
        return pieces_of(text, self.fill, sentence=False)

    def _own(self, number: int) -> Iterator[Lid]:
        for rule in self.rules:
            if rule.article == str(number):
                yield Lid(0, own_sentence(rule.value), own=True)

    def _stopped(self, article: ArticleText, clause: Clause) -> bool:
        """Whether a clause comes of an option that contradicts another: it asks for that option, or chooses from those
        of a question that the article is about. What a term means is no rule."""
        parts = () if clause.terms else self.standing.of(clause.parts)
        whens = [clause.when, *(part.when for part in parts)]
        # What a clause with a list chooses from, its parts say one by one.
        of_questions = {code for when in whens for code in when.any_of if not parts or when is not clause.when}
        asked = {code for when in whens for code in when.every}
        asked |= {code for code in of_questions if question_of_code(code) in article.questions}
        return not self.clashing.isdisjoint(asked)


def _numbered(clauses: list[Lid]) -> tuple[Lid, ...]:
    """Count them; one alone has no number."""
    if len(clauses) == 1:
        return tuple(clauses)
    return tuple(replace(clause, number=number) for number, clause in enumerate(clauses, 1))
