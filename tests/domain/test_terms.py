"""Recognising terms: in every form, as whole words, the longest first; and which of them some texts use."""

import pytest

from checklist.domain.terms import Glossary, Term

REGELING = Term("gemeenschappelijke regeling", ("gemeenschappelijke regelingen", "GR"), "Een afspraak.", "Voorwoord")
BESTUUR = Term("bestuur", (), "Wie besluit.", "Voorwoord")
ALGEMEEN = Term("algemeen bestuur", (), "Het hele bestuur.", "Voorwoord")
KRING = Term("kring", ("kringen",), "Het overleg.", "Voorwoord")
AOV = Term("AOV", ("AOV’er",), "Een ambtenaar.", "Voorwoord")
GLOSSARY = Glossary((ALGEMEEN, AOV, BESTUUR, REGELING, KRING))

FOUND = [
    ("De kring beslist", ["kring"]),
    ("Kringen beslissen", ["Kringen"]),
    ("twee gemeenschappelijke regelingen", ["gemeenschappelijke regelingen"]),
    ("de gemeenschappelijke\n  regeling", ["gemeenschappelijke\n  regeling"]),
    ("de GR en een AOV’er", ["GR", "AOV’er"]),
    ("het algemeen bestuur en het bestuur", ["algemeen bestuur", "bestuur"]),
    ("‘kring’, (kring), kring.", ["kring", "kring", "kring"]),
    ("kring/bestuur", ["kring", "bestuur"]),
    ("&quot;kring&quot;", ["kring"]),
    ("een VGS-kring, kring-overleg of kring’s", []),
    ("kringloop, omkring, kring2", []),
    ("kring.nl", []),
    ("een gr, een aov, KRING", []),
    ("&kring; &#kring;", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_the_terms_in_a_text(text: str, words: list[str]) -> None:
    assert [text[found.start : found.end] for found in GLOSSARY.found_in(text)] == words


def test_a_form_belongs_to_its_term() -> None:
    assert [found.term for found in GLOSSARY.found_in("Algemeen bestuur, GR")] == [ALGEMEEN, REGELING]


def test_a_form_that_two_terms_share_is_the_first_ones() -> None:
    other = Term("ring", ("kring",), "Iets anders.", "")
    assert [found.term for found in Glossary((KRING, other)).found_in("kring")] == [KRING]


def test_without_terms_nothing_is_found() -> None:
    assert Glossary().found_in("De kring beslist") == ()


def test_the_terms_that_some_texts_use_stand_once_in_the_order_of_the_glossary() -> None:
    assert GLOSSARY.used_in(["Kringen en kringen", "het algemeen bestuur"]) == (ALGEMEEN, KRING)


@pytest.mark.parametrize(
    ("name", "anchor"),
    [
        ("AOV", "aov"),
        ("coördinerend functionaris", "coordinerend-functionaris"),
        ("veiligheidsregio’s", "veiligheidsregios"),
    ],
)
def test_the_address_of_a_term(name: str, anchor: str) -> None:
    assert Term(name, (), "", "").anchor == anchor
