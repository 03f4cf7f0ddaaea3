"""Gaps are filled by the kring, by answers to details, by what the dossier says elsewhere, or stay open."""

import pytest

from checklist.domain.decision.reglement.value import Article, Source
from checklist.domain.proposal import ARTICLES, RULE_KEYS, Rule
from tests.content import real_content
from tests.domain.decision.designs import dossier_of
from tests.domain.decision.reglement.reading import article, lines, of_codes, of_dossier, words


def test_the_keys_of_the_afronding_are_the_gaps_of_the_content() -> None:
    assert tuple(real_content().reglement.gaps) == RULE_KEYS


def test_the_articles_of_the_afronding_are_those_of_the_content() -> None:
    assert tuple(str(one.number) for one in real_content().reglement.articles) == ARTICLES


# The gap, what was typed, what is chosen, the article and what stands in one of its lines.
FILLED = [
    ("datum_inwerkingtreding", "1 april 2027", "", 17, "1. Dit reglement treedt in werking op 1 april 2027."),
    ("datum_inwerkingtreding", "Op 1 april 2027.", "", 17, "1. Dit reglement treedt in werking op 1 april 2027."),
    ("vergaderfrequentie", "Zes keer per jaar bijeen", "", 14, "1. De regiostaf komt zes keer per jaar bijeen."),
    ("vergaderfrequentie", "zes keer per jaar.", "", 14, "1. De regiostaf komt zes keer per jaar bijeen."),
    ("aantal_leiding", "Drie gemeentesecretarissen", "8a", 6, "vertegenwoordiging van drie gemeentesecretarissen."),
    ("zittingsduur", "voor twee jaar", "8a", 6, "vertegenwoordiging aan voor twee jaar. De kring kan een lid"),
    ("archiefbeheerder", "gemeente Oss", "", 15, "1. Gemeente Oss beheert de documenten van de regiostaf."),
    ("archiefbeheerder", "Stichting Archief B.V.", "", 15, "1. Stichting Archief B.V. beheert de documenten"),
    ("archiefbeheerder", "directie van Oost", "", 15, "1. De directie van Oost beheert de documenten"),
    ("evaluatietermijn", "een jaar na de inwerkingtreding", "", 16, "binnen een jaar na de inwerkingtreding van dit"),
    ("cgs", "Het hoofd crisisbeheersing", "11b", 7, "1. Het hoofd crisisbeheersing heeft een vaste plaats"),
    ("reikwijdte", "De staf", "11c", 7, "is uit hoofde van die functie voorzitter van de staf."),
    ("regio", "Veiligheidsregio Oost", "", 1, "veiligheidsregio: openbaar lichaam Veiligheidsregio Oost."),
    ("frequentie_management", "{regio} keer", "5c", 12, "Zij overleggen {regio} keer."),
]


@pytest.mark.parametrize(("key", "typed", "codes", "number", "expected"), FILLED)
def test_what_was_typed_reads_as_one_sentence(key: str, typed: str, codes: str, number: int, expected: str) -> None:
    found = article(of_codes(codes, {"8a": {"leiding": "secretarissen"}}, (Rule(key, "", typed),)), number)
    assert [line for line in found if expected in line]


def test_typed_words_go_before_the_answer_to_a_detail() -> None:
    rules = (Rule("verdeelsleutel", "", "naar uren"),)
    found = article(of_codes("10c", {"10c": {"verdeelsleutel": "inwoners"}}, rules), 9)
    assert (
        "2. De bijdrage van de gemeenten wordt naar uren verdeeld. Elke gemeente besluit zelf over haar bijdrage."
        in found
    )


@pytest.mark.parametrize(
    ("submitter", "told"),
    [
        ("", "[nog in te vullen: wie het voorstel indient]"),
        ("De kring", "de kring"),
        ("Portefeuillehouder veiligheid", "de portefeuillehouder veiligheid"),
        ("Dagelijks bestuur", "het dagelijks bestuur"),
        ("J. Jansen", "J. Jansen"),
    ],
)
def test_the_preamble_names_who_submits_the_proposal(submitter: str, told: str) -> None:
    assert (
        words(of_codes("1b", submitter=submitter).preamble[1])
        == f"gelezen het voorstel van {told} van 24 november 2026;"
    )


def test_one_gemeente_is_named_in_the_singular() -> None:
    preamble = of_dossier(dossier_of("1c"), gemeenten={"GM0828": "Oss"}).preamble
    assert words(preamble[0]).startswith("De colleges van burgemeester en wethouders van de gemeente Oss, ieder")


def test_without_gemeenten_their_names_are_open() -> None:
    preamble = of_dossier(dossier_of("1c"), gemeenten={}).preamble
    assert words(preamble[0]).startswith("De colleges van burgemeester en wethouders van [nog in te vullen: de namen")


def test_a_gemeente_of_another_region_fills_nothing() -> None:
    assert article(of_codes("7c", {"7c": {"gemeente": "GM9999"}}), 1)[2] == (
        "centrumgemeente: [nog te bepalen: de centrumgemeente];"
    )


def sources(found: Article) -> list[tuple[str, Source]]:
    return [(piece.text, piece.source) for clause in found.clauses[:1] for piece in clause.text]


def test_each_piece_says_whose_words_it_is() -> None:
    typed = of_codes("", rules=(Rule("vergaderfrequentie", "", "elke maand"),))
    assert sources(typed.articles[13]) == [
        ("De regiostaf komt ", Source.OURS),
        ("elke maand", Source.KRING),
        (" bijeen.", Source.OURS),
    ]
    assert sources(of_codes("").articles[2]) == [
        ("De regiostaf heeft tot taak ", Source.OURS),
        ("[nog te bepalen: de opdracht of de opdrachten van de regiostaf]", Source.GAP),
        (".", Source.OURS),
    ]


def test_an_own_clause_is_the_krings() -> None:
    (clause,) = of_codes("", rules=(Rule("", "14", "Wij eten [samen]!"),)).articles[13].clauses[-1:]
    assert [(piece.text, piece.source) for piece in clause.text] == [("Wij eten [samen]!", Source.KRING)]


def test_the_gaps_are_counted() -> None:
    empty = of_codes("")
    assert empty.gaps == sum(line.count("[nog") for line in lines(empty))
    assert of_codes("", rules=(Rule("vergaderfrequentie", "", "elke maand"),)).gaps == empty.gaps - 1
    assert of_codes("", rules=(Rule("", "14", "[nog te bepalen]"),)).gaps == empty.gaps


def test_the_heading_of_its_article_has_the_name_of_the_functionary() -> None:
    assert of_codes("").articles[6].heading == "Coördinerend gemeentesecretaris"
    assert of_codes("", cgs="het hoofd crisisbeheersing").articles[6].heading == "Hoofd crisisbeheersing"


def test_the_name_of_the_functionary_is_never_open() -> None:
    assert "[" not in "".join(article(of_codes("11b"), 7))
