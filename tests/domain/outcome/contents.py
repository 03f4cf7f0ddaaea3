"""Small contents made at random, on which every design can be tried, and slow ways to the same answers."""

from collections.abc import Callable, Collection, Iterator
from itertools import combinations, product
from math import prod

from hypothesis import assume
from hypothesis import strategies as st

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Content, Question
from checklist.domain.outcome.matching import match_models
from tests.content import make_model, make_question, make_tension

KINDS = ("kenmerkend", "past", "past_niet", "mogelijk", "mogelijk_niet", "silent", "silent")


@st.composite
def small_contents(draw: st.DrawFn, most_designs: int = 600) -> Content:
    """A content of two to five questions, two to four models and some tensions."""
    questions = []
    for number in range(1, draw(st.integers(2, 5)) + 1):
        letters = "abc"[: draw(st.integers(1, 3))]
        exclusive = draw(st.sampled_from(["", "", "a"]))
        questions.append(make_question(number, letters, many=draw(st.booleans()), exclusive=exclusive))
    assume(prod(len(allowed_answers(question)) for question in questions) <= most_designs)
    codes = [option.code for question in questions for option in question.options]
    pairs = draw(st.lists(st.sampled_from([*combinations(codes, 2)]), unique=True, max_size=6))
    models = []
    for number in range(1, draw(st.integers(2, 4)) + 1):
        first, second = draw(st.permutations(codes))[:2]
        kinds = {code: draw(st.sampled_from(KINDS)) for code in codes}
        traits = {kind: " ".join(code for code in codes if kinds[code] == kind) for kind in KINDS if kind != "silent"}
        models.append(make_model(number, (first, second), **traits))
    tensions = [
        make_tension(number, *pair, contradiction=draw(st.booleans())) for number, pair in enumerate(pairs, start=1)
    ]
    return Content(tuple(questions), tuple(tensions), tuple(draw(st.permutations(models))))


def designs_of(content: Content) -> st.SearchStrategy[frozenset[str]]:
    """The chosen options of some design, with open questions."""
    answers = st.tuples(*(st.sampled_from(allowed_answers(question)) for question in content.questions))
    return answers.map(lambda found: frozenset(code for answer in found for code in answer))


def contents_with_design() -> st.SearchStrategy[tuple[Content, frozenset[str]]]:
    """A small content and a design in it."""
    return small_contents().flatmap(lambda content: st.tuples(st.just(content), designs_of(content)))


def every_design(content: Content, *, whole: bool = False) -> Iterator[frozenset[str]]:
    """Every design there is; `whole`: only those with all questions answered."""
    answers = [
        [answer for answer in allowed_answers(question) if answer or not whole] for question in content.questions
    ]
    for design in product(*answers):
        yield frozenset(code for answer in design for code in answer)


def distance(content: Content, one: Collection[str], other: Collection[str]) -> int:
    """The number of questions that two designs answer differently."""
    differing = set(one) ^ set(other)
    return sum(any(option.code in differing for option in question.options) for question in content.questions)


def first_by_matching(content: Content, chosen: Collection[str]) -> tuple[str, ...]:
    """The models with rank 1 in a clear outcome, in booklet order, by `match_models`."""
    outcome = match_models(content, chosen)
    return tuple(match.model.slug for match in outcome.matches if match.rank == 1) if outcome.clear else ()


def contradictions_in(content: Content, chosen: Collection[str]) -> int:
    """How many contradictions a design holds."""
    return sum(tension.contradiction for tension in tensions_between(content, chosen))


def open_in(content: Content, chosen: Collection[str]) -> int:
    """How many questions a design leaves open."""
    return sum(not any(option.code in chosen for option in question.options) for question in content.questions)


def fewest_changes(
    content: Content, chosen: frozenset[str], first: Callable[[frozenset[str]], Collection[str]]
) -> dict[str, tuple[int, int, int]]:
    """Per model that can stand first the least (changed questions, contradictions, open questions) of all designs."""
    found: dict[str, tuple[int, int, int]] = {}
    for design in every_design(content):
        cost = distance(content, chosen, design), contradictions_in(content, design), open_in(content, design)
        for slug in first(design):
            found[slug] = min(cost, found.get(slug, cost))
    return found


def designs_around(content: Content, chosen: frozenset[str], changed: int) -> Iterator[frozenset[str]]:
    """Every design that answers exactly this many questions otherwise."""
    for questions in combinations(content.questions, changed):
        codes = {option.code for question in questions for option in question.options}
        others = [[a for a in allowed_answers(question) if set(a) != chosen & own(question)] for question in questions]
        for answers in product(*others):
            yield chosen - codes | {code for answer in answers for code in answer}


def own(question: Question) -> frozenset[str]:
    """The codes of a question's options."""
    return frozenset(option.code for option in question.options)
