"""The bit sets give what matching and the tensions give."""

from hypothesis import given

from checklist.domain.content import Content
from checklist.domain.outcome.bits import Standing, compact
from checklist.domain.outcome.matching import match_models
from tests.content import real_content
from tests.domain.outcome.contents import contents_with_design
from tests.strategies import PURE, at_most, chosen_codes


def standing_by_matching(content: Content, chosen: frozenset[str]) -> Standing:
    outcome = match_models(content, chosen)
    return Standing(
        places=tuple((match.model.slug, match.rank) for match in outcome.matches),
        clear=outcome.clear,
        combination=tuple(model.slug for model in outcome.combination),
    )


@PURE
@given(chosen_codes())
def test_models_stand_as_matching_has_them(chosen: frozenset[str]) -> None:
    bits = compact(real_content())
    assert bits.standing(bits.design(chosen)) == standing_by_matching(real_content(), chosen)


@at_most(300)
@given(contents_with_design())
def test_models_stand_as_matching_has_them_in_any_content(given_: tuple[Content, frozenset[str]]) -> None:
    content, chosen = given_
    bits = compact(content)
    assert bits.standing(bits.design(chosen)) == standing_by_matching(content, chosen)


def test_a_design_gives_its_codes_back_in_booklet_order() -> None:
    bits = compact(real_content())
    assert bits.codes(bits.design(["10c", "2b", "1a", "2b", "nergens"])) == ("1a", "2b", "10c")
