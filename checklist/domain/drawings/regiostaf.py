"""The resulting regiostaf: who is in it and how they relate, read from the choices; what an organigram shows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from checklist.domain.content import Content
from checklist.domain.drawings.regiostaf_parts import FACTS, OPEN, PARTS, Actor, OpenRelation, Part, Verb


@dataclass(frozen=True)
class Relation:
    """One actor does something for another, by one chosen option.

    `label`: the words at the arrow; `through`: by whom or in what form, or empty; `sentence`: all of it in Dutch.
    """

    source: Actor
    verb: Verb
    target: Actor
    label: str
    through: str
    code: str
    sentence: str


@dataclass(frozen=True)
class Fact:
    """What a chosen option says of the regiostaf itself, without another actor."""

    code: str
    sentence: str


@dataclass(frozen=True)
class ActorPlace:
    """An actor in the drawing.

    `involved`: a relation names it; `open`: an option of a question that is *nog niet bepaald* would (dashed).
    """

    actor: Actor
    involved: bool
    open: bool


@dataclass(frozen=True)
class Regiostaf:
    """The regiostaf that the choices make; everything in the booklet's order.

    `relations` are drawn; `apart` are those the kring chose not to have (3a, 4a, 5a,
    10a, 11a): said, not drawn; `facts` stand with the regiostaf; `open` is not settled; `sentences` says all of it.
    """

    actors: tuple[ActorPlace, ...]
    relations: tuple[Relation, ...]
    apart: tuple[Relation, ...]
    facts: tuple[Fact, ...]
    open: tuple[OpenRelation, ...]
    sentences: tuple[str, ...]


def regiostaf_of(content: Content, chosen: Collection[str]) -> Regiostaf:
    """Return the regiostaf that the chosen options make. In: codes of the booklet. Cost: well under a millisecond."""
    codes = content.in_order(chosen)
    parts = [(code, part) for code in codes for part in PARTS.get(code, ())]
    relations = tuple(_relation(code, part) for code, part in parts if not part.apart)
    apart = tuple(_relation(code, part) for code, part in parts if part.apart)
    facts = tuple(Fact(code, _sentence(FACTS[code], code)) for code in codes if code in FACTS)
    answered = {content.option_of[code].question_number for code in codes}
    still_open = tuple(OPEN[question.number] for question in content.questions if question.number not in answered)
    return Regiostaf(
        actors=_places(content, relations, still_open),
        relations=relations,
        apart=apart,
        facts=facts,
        open=still_open,
        sentences=_sentences(content, (*relations, *apart, *facts), still_open),
    )


def _relation(code: str, part: Part) -> Relation:
    return Relation(part.source, part.verb, part.target, part.label, part.through, code, _sentence(part.words, code))


def _sentence(words: str, code: str) -> str:
    return f"{words} ({code})."


def _places(
    content: Content, relations: Iterable[Relation], still_open: Iterable[OpenRelation]
) -> tuple[ActorPlace, ...]:
    involved = {actor for relation in relations for actor in (relation.source, relation.target)}
    codes = [option.code for relation in still_open for option in content.question_of[relation.number].options]
    undecided = [part for code in codes for part in PARTS.get(code, ()) if not part.apart]
    possible = {actor for part in undecided for actor in (part.source, part.target)}
    return tuple(ActorPlace(actor, actor in involved, actor in possible - {Actor.REGIOSTAF}) for actor in Actor)


def _sentences(
    content: Content, said: tuple[Relation | Fact, ...], still_open: tuple[OpenRelation, ...]
) -> tuple[str, ...]:
    place = {code: at for at, code in enumerate(content.option_of)}
    of_question: dict[int, list[str]] = {relation.number: [relation.sentence] for relation in still_open}
    for one in sorted(said, key=lambda one: place[one.code]):
        of_question.setdefault(content.option_of[one.code].question_number, []).append(one.sentence)
    return tuple(sentence for question in content.questions for sentence in of_question[question.number])
