"""The whole in sentences: at most four lines, short enough to read from afar, options in words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.content import Content, Tension, question_of_code
from checklist.domain.meeting.clash_words import carried_line, each_has_a_majority
from checklist.domain.meeting.holder_words import AwayRow, away_rows, holders_line, secret_lines
from checklist.domain.meeting.naming import gemeenten_named
from checklist.domain.meeting.near_words import left_out_words, near_line, ties_words
from checklist.domain.meeting.nearest import Nearest
from checklist.domain.meeting.pieces import MOST_WORDS, plain
from checklist.domain.meeting.whole import Away, Both, Whole
from checklist.domain.meeting.whole_words import whole_lines
from tests.content import real_content
from tests.domain.meeting.kringen import ATTENDANCE, SEVEN, Said, kringen, wants
from tests.domain.meeting.wholes import NAMES, in_open, in_secret
from tests.strategies import at_most

CONTENT = real_content()
EVERY_PAIR = replace(CONTENT, tensions=tuple(replace(pair, contradiction=True) for pair in CONTENT.tensions))
NOT_LINKED = "antwoorden op verschillende vragen zijn niet aan elkaar verbonden."


def lines(whole: Whole, content: Content = CONTENT) -> list[str]:
    return [plain(told) for told in whole_lines(content, whole, NAMES)]


def test_the_worked_example_in_open_mode() -> None:
    assert lines(in_open(SEVEN)) == [
        "Opgeteld botst dit: advies aan het bestuur (3 van de 7, geen meerderheid) en geen directe relatie met de"
        " veiligheidsregio (4 van de 7).",
        "Geen enkele gemeente wil ze allebei.",
        "Dit hele ontwerp heeft niemand zo ingevuld. Het verst weg: Gemeente G, 3 verschillen.",
        "Zonder botsing ligt het dichtst bij: vaste lijn met bestuur; dat geeft samen 17 verschillen.",
    ]


def test_the_worked_example_in_secret_mode() -> None:
    assert lines(in_secret(SEVEN)) == [
        "Opgeteld botst dit: advies aan het bestuur (3 van de 7, geen meerderheid) en geen directe relatie met de"
        " veiligheidsregio (4 van de 7).",
        "Hoeveel gemeenten ze allebei willen, is uit de aantallen niet te zien.",
        f"Wie dit hele ontwerp zo wil, is niet bekend: {NOT_LINKED}",
        "Zonder botsing ligt het dichtst bij: vaste lijn met bestuur (door de afronding kunnen vraag 2 en 5 ook anders"
        " zijn).",
    ]


def test_the_worked_example_in_which_not_all_answered_both() -> None:
    whole = in_open(ATTENDANCE)
    assert lines(whole)[1] == (
        "Geen enkele gemeente wil ze allebei. Niet alle gemeenten hebben beide vragen beantwoord: 5 vraag 2, 5 vraag 5."
    )
    assert each_has_a_majority(whole.contradictions[0]) == "Elk heeft een meerderheid, samen kunnen ze niet."
    assert each_has_a_majority(in_open(SEVEN).contradictions[0]) == ""


def test_the_options_stand_out() -> None:
    first = whole_lines(CONTENT, in_open(SEVEN), NAMES)[0]
    assert [piece.text for piece in first if piece.strong] == [
        "advies aan het bestuur",
        "geen directe relatie met de veiligheidsregio",
    ]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("2b 5a", "Er botst niets in wat de kring tot nu toe kiest."),
        ("1a 7d", "Er botst niets; 1 keer is een afspraak nodig."),
    ],
)
def test_without_a_clash_one_line_is_enough(wanted: str, words: str) -> None:
    assert lines(in_open([{question_of_code(code): wants(code) for code in wanted.split()}])) == [words]


@pytest.mark.parametrize(
    ("settled", "start"),
    [
        ({2: ("2a",)}, "Dit botst: advies aan het bestuur (vastgesteld, 3 van de 7) en"),
        ({2: ("2c",)}, "Dit botst: beleid samen voorbereiden (vastgesteld, 0 van de 7) en"),
        ({7: ("7d",), 2: ("2b",)}, "Dit botst: geen directe relatie met de veiligheidsregio (4 van de 7) en"),
    ],
)
def test_what_is_settled_is_said_so(settled: dict[int, tuple[str, ...]], start: str) -> None:
    assert lines(in_open(SEVEN, settled))[0].startswith(start)


def test_what_is_settled_without_a_vote_has_no_number() -> None:
    told = lines(in_open(SEVEN, {7: ("7d",), 2: ("2b",)}))
    assert told[0].endswith("en onafhankelijke afdeling veiligheidsregio (vastgesteld).")
    assert not any("allebei" in one for one in told)


@pytest.mark.parametrize(
    ("both", "words"),
    [
        (Both(0, 0, ()), "Geen enkele gemeente wil ze allebei."),
        (Both(1, 1, ("A",)), "Alleen Gemeente A is voor allebei."),
        (Both(2, 2, ("A", "B")), "Alleen Gemeente A en Gemeente B zijn voor allebei."),
        (Both(20, 20, tuple(NAMES)[:20]), "20 gemeenten zijn voor allebei."),
        (Both(1, 1), "1 gemeente is voor allebei."),
        (Both(2, 6), "Minstens 2 en hoogstens 6 gemeenten zijn voor allebei."),
        (Both(1, 6), "Hoeveel gemeenten ze allebei willen, is uit de aantallen niet te zien."),
        (None, ""),
    ],
)
def test_who_is_voor_both(both: Both | None, words: str) -> None:
    one = replace(in_open(SEVEN).contradictions[0], both=both)
    assert plain(carried_line(one, NAMES)) == words


@pytest.mark.parametrize(
    ("away", "words", "rows"),
    [
        ("", "", ["helemaal: "]),
        ("A0", "Alleen Gemeente A heeft precies dit ingevuld.", ["helemaal: A"]),
        (
            "A0 B0 C1",
            "2 gemeenten hebben precies dit ingevuld: Gemeente A en Gemeente B.",
            ["helemaal: A, B", "1 verschil: C"],
        ),
        (
            "A1 B3 C3",
            "Dit hele ontwerp heeft niemand zo ingevuld. Het verst weg: Gemeente B en Gemeente C, 3 verschillen.",
            ["helemaal: ", "1 verschil: A", "3 verschillen: B, C"],
        ),
        (
            "A0?",
            "Dit hele ontwerp heeft niemand zo ingevuld.",
            ["helemaal: ", "geen verschil, niet alles beantwoord: A"],
        ),
        (
            " ".join(f"{letter}2" for letter in "ABCDEFGHIJ"),
            "Dit hele ontwerp heeft niemand zo ingevuld. Het verst weg: 10 gemeenten, 2 verschillen.",
            ["helemaal: ", "2 verschillen: A, B, C, D, E, F, G, H, I, J"],
        ),
    ],
)
def test_who_holds_the_whole(away: str, words: str, rows: list[str]) -> None:
    found = tuple(Away(one[0], int(one[1]), complete=not one.endswith("?")) for one in away.split())
    whole = replace(in_open(SEVEN), away=found)
    assert plain(holders_line(whole, NAMES)) == words
    letters = {name: letter for letter, name in NAMES.items()}
    assert [f"{row.label}: {', '.join(letters[name] for name in row.names)}" for row in away_rows(whole, NAMES)] == rows


def test_the_row_of_who_holds_it_has_names() -> None:
    assert away_rows(replace(in_open(SEVEN), away=(Away("A", 0, complete=True),)), NAMES) == (
        AwayRow("helemaal", ("Gemeente A",)),
    )


def test_gemeenten_stand_in_the_order_of_their_names() -> None:
    names = {"A": "Oss", "B": "Boxtel", "C": "De Bilt"}
    whole = replace(in_open(SEVEN), away=tuple(Away(code, 2, complete=True) for code in names))
    assert away_rows(whole, names)[1].names == ("Boxtel", "De Bilt", "Oss")
    assert gemeenten_named(names, names) == "Boxtel, De Bilt en Oss"


def test_after_a_count_of_hands_nobody_knows_who_holds_the_whole() -> None:
    assert plain(holders_line(in_open(SEVEN, by_hand=[5]), NAMES)) == (
        "Wie dit hele ontwerp zo wil, is niet bekend: bij vraag 5 zijn handen geteld."
    )


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        (Fraction(7, 2), "Gemiddeld zijn er ongeveer 3,5 verschillen per gemeente."),
        (Fraction(31, 10), "Gemiddeld zijn er ongeveer 3 verschillen per gemeente."),
        (Fraction(11, 10), "Gemiddeld is er ongeveer 1 verschil per gemeente."),
        (Fraction(1, 5), "Gemiddeld is er bijna geen verschil per gemeente."),
    ],
)
def test_secret_mode_tells_at_most_how_many_and_the_mean(mean: Fraction, words: str) -> None:
    first, second = secret_lines(replace(in_secret(SEVEN), mean=mean))
    assert plain(first) == f"Hoogstens 3 van de 7 gemeenten. Wie, is niet bekend: {NOT_LINKED}"
    assert plain(second) == f"{words} Dat volgt uit de tellingen, zonder te weten wie wat koos."
    assert secret_lines(replace(in_secret(SEVEN), mean=None)) == ()


def near(ties: int, answers: dict[int, list[str]]) -> Nearest:
    """As many designs as told, with these answers in them."""
    found = {number: tuple(tuple(one.split()) for one in each) for number, each in answers.items()}
    return Nearest((17, 0), ties, ({number: each[0] for number, each in found.items()},), found)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (None, ""),
        (near(1, {2: ["2a"], 5: ["5a"]}), ""),
        (
            near(1, {2: ["2a"], 5: ["5b 5c"]}),
            "Zonder botsing ligt het dichtst bij: vaste lijn met bestuur en vaste lijn met management; dat geeft samen"
            " 17 verschillen.",
        ),
        (
            near(1, {2: ["2b"], 3: ["3b 3c"], 4: ["4b 4c"], 5: ["5a"], 6: ["6c"], 9: ["9b"]}),
            "Zonder botsing ligt het dichtst bij: een ander antwoord bij vraag 2, 3, 4, 6 en 9; dat geeft samen 17"
            " verschillen.",
        ),
        (
            near(2, {2: ["2a", "2b"], 5: ["5b"]}),
            "2 ontwerpen liggen even dichtbij. Ze zijn gelijk bij 1 vraag en verschillen bij vraag 2: advies aan het"
            " bestuur of advies aan de gemeenten.",
        ),
        (
            near(14, {1: ["1a"], 2: ["2a"], 7: ["7a", "7b"], 9: ["9a", "9b"], 11: ["11a", "11b"]}),
            "14 ontwerpen liggen even dichtbij. Ze zijn gelijk bij 2 vragen en verschillen bij vraag 7, 9 en 11.",
        ),
        (
            near(4, {2: ["2a", "2b"], 5: ["5a", "5b"]}),
            "4 ontwerpen liggen even dichtbij. Ze verschillen bij vraag 2 en 5.",
        ),
        (
            near(1001, {2: ["2a", "2b"], 5: ["5a", "5b"]}),
            "Meer dan 1.000 ontwerpen liggen even dichtbij: de aantallen wijzen geen richting.",
        ),
    ],
)
def test_which_designs_are_near(found: Nearest | None, words: str) -> None:
    whole = replace(in_open(SEVEN), nearest=found, compact=None)
    assert plain(near_line(CONTENT, whole)) == words


@pytest.mark.parametrize(
    ("others", "end"),
    [
        ([], "(gerekend met de getoonde aantallen)."),
        ([2], "(door de afronding kan vraag 2 ook anders zijn)."),
        ([1, 2, 3, 4, 5, 6, 7], "(door de afronding kunnen 7 vragen anders zijn)."),
    ],
)
def test_secret_mode_says_what_the_rounding_leaves_open(others: Sequence[int], end: str) -> None:
    whole = replace(in_secret(SEVEN), others=dict.fromkeys(others, ()))
    assert plain(near_line(CONTENT, whole)).endswith(end)


def test_secret_mode_says_so_in_full_where_it_fits() -> None:
    whole = replace(in_secret(SEVEN), nearest=near(1, {10: ["10a"]}), others={2: ()})
    assert plain(near_line(CONTENT, whole)) == (
        "Zonder botsing ligt het dichtst bij: gesloten beurzen (gerekend met de getoonde aantallen; bij vraag 2 kan het"
        " door de afronding ook anders zijn)."
    )


def test_secret_mode_counts_ties_by_what_is_shown() -> None:
    whole = replace(in_secret(SEVEN), nearest=near(4, {2: ["2a", "2b"], 5: ["5a", "5b"]}))
    assert plain(near_line(CONTENT, whole)) == (
        "4 ontwerpen liggen even dichtbij. Ze verschillen bij vraag 2 en 5. Gerekend met de getoonde aantallen."
    )


@pytest.mark.parametrize(
    ("ties", "words"),
    [
        (1, "Eén ontwerp ligt het dichtst bij"),
        (14, "14 ontwerpen liggen even dichtbij"),
        (1000, "1.000 ontwerpen liggen even dichtbij"),
        (1001, "Meer dan 1.000 ontwerpen liggen even dichtbij"),
    ],
)
def test_how_many_designs_as_a_heading(ties: int, words: str) -> None:
    assert ties_words(ties) == words


@pytest.mark.parametrize(
    ("left_out", "secret", "words"),
    [
        ((), True, ""),
        ((4,), True, "Vraag 4 telt hier niet mee: daarvan zijn geen aantallen getoond."),
        ((4, 6), False, "Vraag 4 en 6 tellen hier niet mee: niemand gaf daar een antwoord."),
    ],
)
def test_what_is_left_out_is_named(left_out: tuple[int, ...], secret: bool, words: str) -> None:
    assert left_out_words(replace(in_open(SEVEN), left_out=left_out, secret=secret)) == words


def settled_answers() -> st.SearchStrategy[dict[int, tuple[str, ...]]]:
    one_of_each = {one.number: st.sampled_from([(option.code,) for option in one.options]) for one in CONTENT.questions}
    return st.fixed_dictionaries({}, optional=one_of_each)


@at_most(60)
@given(kringen(CONTENT.questions, most=9), settled_answers(), st.sampled_from([CONTENT, EVERY_PAIR]), st.booleans())
def test_at_most_four_lines_of_few_words_and_no_code(
    answers: list[Said], settled: dict[int, tuple[str, ...]], content: Content, secret: bool
) -> None:
    whole = in_secret(answers, settled, content) if secret else in_open(answers, settled, content)
    told = lines(whole, content)
    assert 1 <= len(told) <= 4
    assert bool(whole.contradictions) or len(told) == 1
    for one in told:
        assert len(one.split()) <= MOST_WORDS, one
        assert one.endswith(".")
        assert not re.search(r"\b\d+[a-d]\b|\{|  ", one)


@at_most(100)
@given(st.sampled_from(EVERY_PAIR.tensions), st.integers(3, 26), st.booleans(), st.booleans())
def test_each_pair_fits_on_a_line(pair: Tension, n: int, settled: bool, more: bool) -> None:
    a, b = question_of_code(pair.a), question_of_code(pair.b)
    said: list[Said] = [{a: wants(pair.a)}, {b: wants(pair.b)}] * n
    whole = in_open(said, {a: (pair.a,), b: (pair.b,)} if settled and a != b else {}, EVERY_PAIR)
    if whole.contradictions:
        whole = replace(whole, contradictions=whole.contradictions * (4 if more else 1))
        assert all(len(one.split()) <= MOST_WORDS for one in lines(whole, EVERY_PAIR))
