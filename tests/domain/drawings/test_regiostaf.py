"""The regiostaf that the choices make: parties with their relations, its own fields, what contradicts, what is open."""

import pytest
from hypothesis import given

from checklist.domain.content import question_of_code
from checklist.domain.drawings.names import words_of
from checklist.domain.drawings.parties import FIELDS, OPEN_FIELDS, OPEN_PARTIES, OPEN_WORDS, PARTS, Party, Side
from checklist.domain.drawings.regiostaf import Regiostaf, State, regiostaf_of
from tests.content import real_content
from tests.domain.outcome.contents import own
from tests.strategies import PURE, chosen_codes

NUMBERS = [question.number for question in real_content().questions]


def made(*codes: str) -> Regiostaf:
    return regiostaf_of(real_content(), codes)


def said(regiostaf: Regiostaf, party: Party) -> list[tuple[str, str, State]]:
    """Who does what, of one party."""
    return [
        (one.who, one.words, one.state)
        for column in regiostaf.columns
        if column.party is party
        for one in column.relations
    ]


def fields(regiostaf: Regiostaf) -> dict[str, str]:
    return {field.label: field.words for field in regiostaf.fields}


def test_every_option_says_something() -> None:
    assert {*PARTS, *FIELDS} == set(real_content().option_of)


def test_only_money_is_both_a_relation_and_a_field() -> None:
    assert PARTS.keys() & FIELDS.keys() == {"10b", "10c"}


def test_every_question_has_a_place_for_being_open_and_words_for_it() -> None:
    assert sorted([*OPEN_FIELDS, *OPEN_PARTIES]) == NUMBERS
    assert sorted(OPEN_WORDS) == NUMBERS


def test_the_options_of_a_question_share_the_label_of_their_field() -> None:
    labels = {code: label for code, (label, _) in FIELDS.items()}
    assert {code: OPEN_FIELDS[question_of_code(code)] for code in labels} | {"1d": "Vastgelegd"} == labels


def test_gemeenten_stand_left_with_the_coordinating_secretaris_and_the_veiligheidsregio_right() -> None:
    sides = [party.side for party in Party]
    assert sides == [Side.GEMEENTEN] * 5 + [Side.VEILIGHEIDSREGIO] * 2
    assert [column.party for column in made().gemeenten] == list(Party)[:5]
    assert [column.party for column in made().veiligheidsregio] == list(Party)[5:]


def test_the_kring_sets_up_and_the_regiostaf_advises_and_belongs_to_the_overleg() -> None:
    regiostaf = made("1a", "2a", "7a", "11c")
    assert said(regiostaf, Party.KRING) == [
        ("Kring van secretarissen", "richt de regiostaf op", State.YES),
        ("Overleg van secretarissen, veiligheidsadviseurs of beide", "daar hoort de regiostaf bij", State.YES),
    ]
    assert said(regiostaf, Party.CGS) == [
        ("Coördinerend secretaris (CGS)", "is vanuit die functie voorzitter van de regiostaf", State.YES)
    ]


def test_no_direct_relation_is_said_of_whom_it_is_about_and_not_drawn() -> None:
    regiostaf = made("3a", "4a", "5a", "11a")
    apart = {column.party for column in regiostaf.columns if column.apart}
    assert apart == set(Party) - {Party.MEDEWERKERS}
    assert said(regiostaf, Party.COLLEGES) == [("Colleges", "hebben geen directe relatie met de regiostaf", State.YES)]
    assert not regiostaf.has_arrows


def test_what_the_regiostaf_is_itself_stands_in_its_bar() -> None:
    assert fields(made("1d", "2d", "6b", "7a", "8a", "10b", "10c", "12c")) == {
        "Vastgelegd": "in regeling of verordening",
        "Taak": "samenwerking van gemeenten",
        "Leiding": "vertegenwoordiging van secretarissen",
        "Terrein": "hele veiligheidsregio",
        "Later": "alle gemeenschappelijke regelingen",
        "Geld": "veiligheidsregio en gemeenten",
    }


def test_without_a_relation_with_the_colleges_advice_to_gemeenten_goes_by_their_organisation() -> None:
    with_colleges, without = made("2b", "3b"), made("2b", "3a")
    assert [who for who, _, _ in said(with_colleges, Party.COLLEGES)] == ["Gemeenten", "Colleges, via een stuurgroep"]
    assert [who for who, _, _ in said(without, Party.MEDEWERKERS)][:1] == ["Gemeenten"]
    assert [who for who, _, _ in said(without, Party.COLLEGES)] == ["Colleges"]


def test_a_contradiction_marks_both_sides_in_the_column_that_has_them() -> None:
    regiostaf = made("2a", "2c", "5a")
    assert [(clash.numbers, clash.kept) for clash in regiostaf.clashes] == [((2, 5), False), ((2, 5), False)]
    states = {party: [state for _, _, state in said(regiostaf, party)] for party in (Party.BESTUUR, Party.MANAGEMENT)}
    assert states == {Party.BESTUUR: [State.CLASH] * 2, Party.MANAGEMENT: [State.CLASH] * 2}


def test_a_contradiction_leaves_the_other_place_of_no_relation_alone() -> None:
    assert [state for _, _, state in said(made("5a", "9c"), Party.BESTUUR)] == [State.YES]


def test_what_needs_an_agreement_alone_marks_nothing() -> None:
    content = real_content()
    tension = next(tension for tension in content.tensions if not tension.contradiction)
    assert regiostaf_of(content, [tension.a, tension.b]).clashes == ()


def test_a_contradiction_that_the_kring_keeps_says_so() -> None:
    (clash,) = regiostaf_of(real_content(), ["7b", "11a"], {("7b", "11a"): "Zo willen wij het."}).clashes
    assert clash.kept


@pytest.mark.parametrize(
    ("codes", "party", "words"),
    [
        ("", Party.MEDEWERKERS, "Medewerkers van gemeenten"),
        ("9a 9b", Party.MEDEWERKERS, "Medewerkers deels vrijgesteld"),
        ("7c", Party.MEDEWERKERS, "Centrum- gemeente en medewerkers"),
        ("7c 9c", Party.MEDEWERKERS, "Centrum- gemeente"),
        ("7c 9a", Party.MEDEWERKERS, "Centrum- gemeente en medewerkers"),
        ("3c", Party.BESTUUR, "Bestuur via een commissie"),
        ("7d 9c", Party.MANAGEMENT, "Management afdeling en bureau"),
        ("9c", Party.MANAGEMENT, "Management en een bureau"),
        ("4c 4b", Party.RADEN, "Raden griffiers en overleg"),
    ],
)
def test_a_box_says_in_what_form_its_party_takes_part(codes: str, party: Party, words: str) -> None:
    (column,) = [column for column in made(*codes.split()).columns if column.party is party]
    assert " ".join((*column.box.name, column.box.form)).strip() == words


def test_a_box_is_three_lines_at_most() -> None:
    every = set(real_content().option_of)
    assert max(len(words_of(party, every, with_medewerkers=True).name) for party in Party) == 2


@PURE
@given(chosen_codes())
def test_every_chosen_option_is_said_and_every_other_question_is_open(chosen: frozenset[str]) -> None:
    regiostaf = regiostaf_of(real_content(), chosen)
    relations = [one for column in regiostaf.columns for one in column.relations]
    in_fields = {code for code in chosen if code in FIELDS and FIELDS[code][1] in fields(regiostaf)[FIELDS[code][0]]}
    assert {one.code for one in relations if one.code} | in_fields == chosen
    unanswered = [question.number for question in real_content().questions if not own(question) & chosen]
    assert [one.number for one in regiostaf.open] == unanswered
    open_parties = {column.party for column in regiostaf.columns if column.open}
    open_labels = {field.label for field in regiostaf.fields if field.state is State.OPEN}
    assert open_parties == {party for number in unanswered for party in OPEN_PARTIES.get(number, ())}
    assert open_labels == {OPEN_FIELDS[number] for number in unanswered if number in OPEN_FIELDS}
