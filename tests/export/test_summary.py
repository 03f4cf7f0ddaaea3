"""The summary of the document: how far the kring is, what it decided, and what it asks of the bestuur."""

import re
from html import unescape

import pytest

from checklist.domain.dossier import Answer, Kept
from tests.content import real_content
from tests.export import samples
from tests.export.verslag import verslag_html

A1, A2 = Answer(("1a",)), Answer(("2a",))


def summary(answers: dict[int, Answer], kept: tuple[Kept, ...] = ()) -> str:
    """The text of the summary of a dossier."""
    html = verslag_html(samples.advies_of("Regiostaf", answers, kept))
    chapter = html.partition('id="samenvatting"')[2].partition("</section>")[0]
    return " ".join(unescape(re.sub("<[^>]+>", "", chapter)).split())


def all_but(*numbers: int) -> dict[int, Answer]:
    """Every question answered with its first option, but for these."""
    questions = real_content().questions
    return {q.number: Answer((q.options[0].code,)) for q in questions if q.number not in numbers}


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (all_but(), "heeft alle twaalf vragen over de regiostaf beantwoord."),
        (
            all_but(3, 12),
            "heeft tien van de twaalf vragen over de regiostaf beantwoord. "
            "Nog niet bepaald: de verhouding met de colleges en het perspectief.",
        ),
        (
            {7: Answer(("7a",))},
            "heeft één van de twaalf vragen over de regiostaf beantwoord. De andere vragen zijn nog",
        ),
        ({}, "heeft nog geen keuzes gemaakt. Nog geen van de twaalf vragen over de regiostaf is bepaald."),
    ],
)
def test_the_summary_says_how_far_the_kring_is(answers: dict[int, Answer], sentence: str) -> None:
    assert f"De kring van gemeentesecretarissen in veiligheidsregio Brabant-Noord {sentence}" in summary(answers)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({7: Answer(("7c",))}, "Wij stellen een regiostaf voor die hoort bij de centrumgemeente."),
        (
            {2: Answer(("2b", "2d"))},
            "De regiostaf adviseert de gemeenten over voorstellen die hen binden en organiseert de samenwerking",
        ),
        (
            {2: Answer(("2a", "2b", "2d"))},
            "De regiostaf: adviseert het bestuur van de veiligheidsregio vanuit de gedachte van verlengd lokaal "
            "bestuur; adviseert de gemeenten over voorstellen die hen binden; organiseert de samenwerking tussen "
            "gemeenten.",
        ),
    ],
)
def test_the_summary_has_the_core_in_sentences(answers: dict[int, Answer], sentence: str) -> None:
    assert sentence in summary(answers)


ALL_OWN = "Wij vragen u hierover te besluiten. VraagBesluit"


WHERE_IT_SAYS_SO = "Wij vragen u te besluiten over de punten waarbij ‘algemeen bestuur’ staat."


ONE_SAYS_SO = "Wij vragen u te besluiten over het punt waarbij ‘algemeen bestuur’ staat."


ANOTHER_TOO = "Van het andere punt vragen wij u kennis te nemen: daarover besluit een ander."


OTHERS_TOO = "Van de andere punten vragen wij u kennis te nemen: daarover besluiten anderen."


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({1: Answer(("1b",))}, ALL_OWN),
        ({1: Answer(("1b",)), 2: Answer(("2a",))}, ALL_OWN),
        ({1: Answer(("1b", "1d"))}, ALL_OWN),
        ({1: Answer(("1a", "1b")), 2: Answer(("2b",))}, f"{ONE_SAYS_SO} {OTHERS_TOO} VraagBesluit"),
        ({1: Answer(("1a", "1b", "1d")), 2: Answer(("2b",))}, f"{WHERE_IT_SAYS_SO} {OTHERS_TOO} VraagBesluit"),
        ({1: A1}, "Wij vragen u kennis te nemen van dit punt. Daarover besluit een ander. VraagBesluit"),
        (
            {1: Answer(("1a",)), 2: Answer(("2b",))},
            "Wij vragen u kennis te nemen van deze punten. Daarover besluiten anderen. VraagBesluit",
        ),
        ({1: Answer(("1a", "1b"))}, f"{ONE_SAYS_SO} {ANOTHER_TOO} VraagBesluit"),
    ],
)
def test_the_summary_asks_the_bestuur_only_for_what_is_its_own(answers: dict[int, Answer], sentence: str) -> None:
    assert sentence in summary(answers)


def test_the_summary_says_what_a_regiostaf_the_booklet_and_a_hoofdkenmerk_are() -> None:
    found = summary({7: Answer(("7a",))})
    assert found.index("Een regiostaf is een gezamenlijk, ambtelijk ondersteunend orgaan") < found.index("De kring")
    assert (
        "Het boekje ‘Greep op de (veiligheids)regio?’ uit 2011 beschrijft negen modellen. De makers van "
        "deze wijzer kozen per model twee hoofdkenmerken: keuzes die het typeren. De enige keuze komt overeen"
    ) in found


@pytest.mark.parametrize(
    ("answers", "kept", "sentence"),
    [
        ({1: A1, 2: A2}, (), "Bij één paar keuzes is een afspraak nodig: 1a met 2a (vraag 2)."),
        (
            {1: A1, 2: A2, 10: Answer(("10c",))},
            (),
            "Bij twee paren keuzes is een afspraak nodig: 1a met 2a (vraag 2) en 1a met 10c (vraag 10).",
        ),
        (
            {2: A2, 5: Answer(("5a",))},
            (),
            "Eén paar keuzes kan niet samen gelden: 2a met 5a (vraag 5). De kring heeft daarover nog niets vastgelegd.",
        ),
        (
            {1: A1, 2: A2},
            (Kept("1a", "2a", "Toch."),),
            "Bij één paar houdt de kring bewust beide keuzes: 1a met 2a. De motivering staat bij de vraag van de "
            "tweede keuze.",
        ),
    ],
)
def test_the_summary_names_the_pairs_that_need_attention(
    answers: dict[int, Answer], kept: tuple[Kept, ...], sentence: str
) -> None:
    assert sentence in summary(answers, kept)


def test_of_more_than_six_pairs_the_summary_says_how_many_and_where_they_stand() -> None:
    clashing = samples.clashing()
    html = verslag_html(clashing).partition('id="samenvatting"')[2].partition("</section>")[0]
    found = re.sub("<[^>]+>", "", html)
    assert (len(clashing.contradictions), len(clashing.agreements_needed), len(clashing.kept_tensions)) == (5, 19, 11)
    assert "Vijf paren keuzes kunnen niet samen gelden: 2a met&nbsp;5a (vraag&nbsp;5), " in found
    assert "Bij negentien paren keuzes is een afspraak nodig. Zij staan bij de vragen in Het ontwerp." in found
    assert "beide keuzes. Zij staan bij de vragen in Het ontwerp. De motivering staat bij de vraag" in found


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Er zijn nog geen keuzes om daarmee te vergelijken."),
        ({1: Answer(("1a",))}, "Geen duidelijk model. De kring koos van geen enkel model een hoofdkenmerk."),
        (
            {7: Answer(("7a",)), 2: Answer(("2a",)), 9: Answer(("9c",))},
            "Het dichtst bij dit ontwerp staat de managementraad: twee van de drie keuzes passen, geen keuze past er "
            "niet bij; beide hoofdkenmerken zijn gekozen.",
        ),
        (
            {2: Answer(("2b",)), 9: Answer(("9a",)), 6: Answer(("6c",)), 8: Answer(("8b",))},
            "Even dicht bij dit ontwerp staan: de veiligheidsmanager (twee van de vier keuzes) en de adoptieregeling (",
        ),
    ],
)
def test_the_summary_says_what_the_design_is_like(answers: dict[int, Answer], sentence: str) -> None:
    assert sentence in summary(answers)
