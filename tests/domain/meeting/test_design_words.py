"""The near designs as a chair picks from them."""

from dataclasses import replace
from itertools import product

from checklist.domain.meeting.design_words import Shared, groups_to_pick, shared_answers
from checklist.domain.meeting.nearest import Nearest
from checklist.domain.meeting.whole import Whole
from checklist.domain.meeting.whole_open import away_from, own_designs
from tests.content import real_content
from tests.domain.meeting.kringen import SEVEN
from tests.domain.meeting.wholes import in_open

CONTENT = real_content()
TOGETHER = (("7b",), ("11b",)), (("7a",), ("11a",))
NINE = ("9a",), ("9b",), ("9a", "9b")
DESIGNS = tuple({4: ("4b", "4c"), 7: seven, 9: nine, 11: eleven} for (seven, eleven), nine in product(TOGETHER, NINE))


def whole() -> Whole:
    """Six designs are near: two ways at questions 7 and 11, with three at question 9."""
    answers = {number: tuple(dict.fromkeys(one[number] for one in DESIGNS)) for number in DESIGNS[0]}
    near = Nearest((3, 0), len(DESIGNS), DESIGNS, answers)
    design = {4: ("4b", "4c"), 7: ("7b",), 9: ("9a",), 11: ("11a",)}
    return replace(in_open(SEVEN), design=design, nearest=near, compact=None)


def test_questions_that_depend_on_each_other_are_picked_together() -> None:
    found = [
        (group.heading, [(pick.words, pick.changes) for pick in group.picks])
        for group in groups_to_pick(CONTENT, whole())
    ]
    assert found == [
        (
            "Vraag 7 en 11",
            [
                ("Taak van de CGS, en CGS in de regiostaf", "vraag 11 wordt anders, vraag 7 blijft"),
                (
                    "Secretarissen of veiligheidsadviseurs, en CGS los van regiostaf",
                    "vraag 7 wordt anders, vraag 11 blijft",
                ),
            ],
        ),
        (
            "Vraag 9",
            [
                ("Medewerkers van gemeenten", "vraag 9 blijft"),
                ("Iemand vrijgesteld bij één gemeente", "vraag 9 wordt anders"),
                ("Medewerkers van gemeenten en iemand vrijgesteld bij één gemeente", "vraag 9 wordt anders"),
            ],
        ),
    ]


def test_each_pick_has_its_answers() -> None:
    assert groups_to_pick(CONTENT, whole())[0].picks[0].answers == {7: ("7b",), 11: ("11b",)}


def test_what_all_share_stands_apart() -> None:
    assert shared_answers(CONTENT, whole()) == (Shared(4, "netwerk van griffiers en overleg uit de raden"),)
    assert shared_answers(CONTENT, replace(whole(), nearest=None)) == ()


def test_too_many_designs_give_nothing_to_pick() -> None:
    found = whole().nearest
    assert found is not None
    assert groups_to_pick(CONTENT, replace(whole(), nearest=replace(found, ties=1001))) == ()


def test_how_far_a_picked_design_is_from_each_gemeente() -> None:
    own = own_designs(CONTENT, dict(zip("ABCDEFG", SEVEN, strict=True)))
    found = away_from(CONTENT, {2: ("2a",), 5: ("5b",)}, own)
    assert [(one.gemeente, one.steps) for one in found] == [*zip("EFGABCD", (0, 0, 1, 4, 4, 4, 4), strict=True)]
