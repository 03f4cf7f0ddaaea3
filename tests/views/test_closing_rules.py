"""What the afronding offers of the concept-reglement: the gaps that are asked nowhere else, and every article."""

import pytest
from django.test import Client

from checklist.domain.dossier import Answer
from checklist.domain.proposal import Kind, Proposal, Rule
from checklist.pages.closing import known_of
from checklist.pages.closing_fields import Words
from tests.content import real_content
from tests.dossiers import make_dossier
from tests.views.closing import address

LACKED = " (niet in dit ontwerp)"


def offered(kind: Kind, answers: dict[int, Answer] | None = None, *rules: Rule) -> Words:
    return known_of(real_content(), answers or {}, {}, Proposal(rules=rules)).words[kind]


def test_every_article_is_offered_by_its_heading() -> None:
    articles = offered(Kind.ARTICLE)
    assert list(articles) == [str(number) for number in range(1, 19)]
    assert articles["7"] == "Artikel 7, Coördinerend gemeentesecretaris"
    assert articles["18"] == "Artikel 18, Citeertitel"


def test_what_is_asked_nowhere_else_is_offered_in_any_design() -> None:
    gaps = real_content().reglement.gaps.values()
    assert list(offered(Kind.RULE)) == [gap.key for gap in gaps if gap.asked]


@pytest.mark.parametrize(
    ("key", "options", "there"),
    [
        ("zittingsduur", (), False),
        ("zittingsduur", ("8b",), False),
        ("zittingsduur", ("8a",), True),
        ("verantwoording_functionaris", ("8b",), True),
        ("vergaderfrequentie", (), True),
        ("archiefbeheerder", (), True),
        ("archiefbeheerder", ("9b",), False),
        ("samenstelling_stuurgroep", ("3b",), True),
    ],
)
def test_a_gap_that_the_design_lacks_says_so(key: str, options: tuple[str, ...], there: bool) -> None:
    answers = {int(options[0][:-1]): Answer(options)} if options else {}
    assert offered(Kind.RULE, answers)[key].endswith(LACKED) is not there


def test_what_is_known_from_elsewhere_is_offered_where_a_file_has_it() -> None:
    assert "regio" not in offered(Kind.RULE)
    assert offered(Kind.RULE, {}, Rule("regio", "", "Oost"))["regio"] == "Naam van de veiligheidsregio"


@pytest.mark.django_db
def test_the_page_offers_them(client: Client) -> None:
    page = client.get(address(make_dossier({8: Answer(("8a",))}), more=True)).content.decode()
    assert "Zittingsduur van de leiding</option>" in page
    assert f"Aan wie de functionaris verantwoording aflegt{LACKED}</option>" in page
