"""The outcome in Dutch sentences: no percentage and no best model; so many choices "passen bij" a model (rule 5)."""

from collections.abc import Collection, Iterable

from checklist.domain.choices.option_words import quoted
from checklist.domain.content import Content, Tension, question_of_code
from checklist.domain.dutch import as_sentence, in_a_row, in_words
from checklist.domain.outcome.matching import ModelMatch, Outcome, without_example
from checklist.domain.outcome.whatif import Change


def models_in_a_row(content: Content, slugs: Collection[str]) -> str:
    """Return the models as an enumeration; 'geen duidelijk model' when there are none."""
    names = [model.name_in_a_sentence for model in content.models if model.slug in slugs]
    return in_a_row(names) or "geen duidelijk model"


def change_in_words(content: Content, change: Change) -> str:
    """Return another answer to a question, which is named already, as what changes: '‘de colleges’ in plaats van ‘het
    bestuur’', 'met ‘de colleges’ erbij', 'zonder ‘het bestuur’', 'open laten'."""
    if not change.after:
        return "open laten"
    added = _quoted(content, [code for code in change.after if code not in change.before])
    dropped = _quoted(content, [code for code in change.before if code not in change.after])
    if not change.before:
        return f"{added} kiezen"
    if added and dropped:
        return f"{added} in plaats van {dropped}"
    return f"met {added} erbij" if added else f"zonder {dropped}"


def _quoted(content: Content, codes: Iterable[str]) -> str:
    return quoted(content.option_of[code] for code in codes)


def tensions_in_words(tensions: Collection[Tension]) -> str:
    """Return tensions by their severity and the questions they are between: 'botst: vraag 7 met 11; afspraak nodig:
    vraag 1 met 10, binnen vraag 2'."""
    places: dict[str, dict[str, None]] = {}
    for tension in sorted(tensions, key=lambda tension: not tension.contradiction):
        places.setdefault(tension.word, {})[_between(tension)] = None
    return "; ".join(f"{word}: {', '.join(found)}" for word, found in places.items())


def _between(tension: Tension) -> str:
    one, other = question_of_code(tension.a), question_of_code(tension.b)
    return f"binnen vraag {one}" if one == other else f"vraag {one} met {other}"


def summary(
    content: Content,
    chosen: Collection[str],
    outcome: Outcome,
    tensions: Iterable[Tension],
    kept: Collection[tuple[str, str]],
) -> tuple[str, str, str]:
    """Return what the choices come to in three sentences: what they look like, what models combined do, what is left.

    `tensions`: those between the chosen options; `kept`: the pairs that the kring keeps on purpose.
    """
    codes = content.in_order(chosen)
    answered = {content.option_of[code].question_number for code in codes}
    still_open = sum(question.number not in answered for question in content.questions)
    return likeness(codes, outcome.matches), _combined(content, codes, outcome), _left(tensions, kept, still_open)


def likeness(codes: tuple[str, ...], matches: tuple[ModelMatch, ...]) -> str:
    """Return the sentence on the model that the design is nearest to, with how many of the choices fit it."""
    first = [match for match in matches if match.rank == 1]
    if not codes:
        return "U hebt nog niets gekozen: er is nog geen duidelijk model."
    if not any(match.hallmarks for match in first):
        return "Er is geen duidelijk model: van geen enkel model koos u een hoofdkenmerk."
    if len(first) == 1:
        return _like_one(codes, first[0])
    each = "beide" if len(first) == 2 else "elk"
    marks = "één hoofdkenmerk" if len(first[0].hallmarks) == 1 else "de twee hoofdkenmerken"
    names = in_a_row([f"{match.model.name_in_a_sentence} ({_fitting(match, codes)})" for match in first])
    return f"Even dicht bij uw ontwerp staan {names}: van {each} koos u {marks}."


def fitting(match: ModelMatch, of_all: int) -> tuple[str, str]:
    """Return how many of all choices fit a model: '5 van uw 11 keuzes' and 'passen bij'."""
    some = len(match.past)
    return _so_many(some, of_all), f"{_fit(some)} bij"


def not_fitting(match: ModelMatch) -> str:
    """Return how many choices don't fit a model: '1 past er niet bij'; empty for none."""
    number = len(match.past_niet)
    return f"{number} {_fit(number)} er niet bij" if number else ""


def _like_one(codes: tuple[str, ...], match: ModelMatch) -> str:
    against = not_fitting(match) or "geen keuze past er niet bij"
    return as_sentence(f"{_fitting(match, codes)} bij {match.model.name_in_a_sentence} en {against}")


def _fitting(match: ModelMatch, codes: tuple[str, ...]) -> str:
    some, of_all = len(match.past), len(codes)
    return f"{_so_many(some, of_all)} {_fit(some)}"


def _so_many(some: int, of_all: int) -> str:
    if some == 0:
        return "geen van uw keuzes"
    if of_all == 1:
        return "uw enige keuze"
    if some == of_all:
        return "uw beide keuzes" if of_all == 2 else f"al uw {of_all} keuzes"
    return f"{some} van uw {of_all} keuzes"


def _fit(some: int) -> str:
    return "past" if some < 2 else "passen"


def _combined(content: Content, codes: tuple[str, ...], outcome: Outcome) -> str:
    absent = without_example(content, codes)
    names = [model.name_in_a_sentence for model in outcome.combination]
    if names:
        covered = len(codes) - len(outcome.uncovered)
        together = " samen" if len(names) > 1 else ""
        text = f"bij {in_a_row(names)}{together} {_fit(covered)} {_so_many(covered, len(codes))}"
    elif outcome.clear:
        text = "bij elk model waar een keuze bij past, past ook een keuze niet, dus een combinatie is er niet"
    else:
        text = "een combinatie van modellen is er dus ook niet"
    if absent:
        text += f", en {_count(len(absent), 'keuze staat', 'keuzes staan')} niet in een voorbeeld"
    return as_sentence(text)


def _left(tensions: Iterable[Tension], kept: Collection[tuple[str, str]], still_open: int) -> str:
    listed = list(tensions)
    loose = [tension for tension in listed if (tension.a, tension.b) not in kept]
    against = sum(tension.contradiction for tension in loose)
    parts = [
        _count(against, "paar keuzes botst", "paren keuzes botsen"),
        _count(len(loose) - against, "paar vraagt om een afspraak", "paren vragen om een afspraak"),
        _kept(len(listed) - len(loose)),
        "" if listed else "geen van uw keuzes botst of vraagt een afspraak",
        _count(still_open, "vraag is nog niet bepaald", "vragen zijn nog niet bepaald") or "geen vraag staat nog open",
    ]
    return as_sentence(in_a_row([part for part in parts if part]))


def _kept(number: int) -> str:
    return _count(number, "paar is afgesproken", "paren zijn afgesproken")


def _count(number: int, one: str, more: str) -> str:
    return f"{in_words(number)} {one if number == 1 else more}" if number else ""
