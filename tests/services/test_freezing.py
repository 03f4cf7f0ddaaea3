"""What would be settled of a stored dossier."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from checklist.domain.dossier import Action, Answer
from checklist.domain.proposal import Attendance, Presence, Proposal, Risk
from checklist.domain.settled.frozen import Frozen, TooLargeToSettleError
from checklist.domain.state import Stand
from checklist.models import Dossier, Question
from checklist.selectors.freezing import frozen_of
from models_catalogue.models import ContentStamp
from tests.dossiers import full_dossier, make_dossier, opened
from tests.frozen import snapshot

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

DAY = date(2027, 1, 14)
NAME = "Pietersen"


@pytest.fixture
def named() -> Dossier:
    """A dossier in which somebody is named wherever somebody can be."""
    return make_dossier(
        {2: Answer(("2a",), "Wij adviseren.")},
        actions=(Action("", "De griffiers vragen.", NAME),),
        proposal=Proposal(
            submitter=NAME,
            attendance=(Attendance("GM0828", Presence.PRESENT, NAME),),
            risks=(Risk("Te weinig tijd.", "Meer uren.", NAME),),
        ),
    )


def frozen(dossier: Dossier, *, names: bool = True) -> Frozen:
    return frozen_of(opened(dossier), DAY, names=names)


def test_it_is_composed_as_settled_on_that_day() -> None:
    voorstel = frozen(full_dossier()).advies.voorstel

    assert (voorstel.state.stand, voorstel.state.settled_on, voorstel.today) == (Stand.SETTLED, DAY, DAY)


def test_the_same_dossier_gives_the_same_bytes() -> None:
    dossier = full_dossier()

    assert frozen(dossier).html_sha256 == frozen(dossier).html_sha256


def test_another_answer_gives_another_hash() -> None:
    dossier = full_dossier()
    before = frozen(dossier).html_sha256
    dossier.choices.filter(question__number=1).update(motivation="Anders.")

    assert frozen(dossier).html_sha256 != before


def test_without_names_nobody_is_named_in_html_and_snapshot(named: Dossier) -> None:
    what = frozen(named, names=False)

    assert NAME not in what.html.decode()
    assert NAME not in snapshot(what).decode()
    assert "A. Jansen" not in what.html.decode() + snapshot(what).decode()


def test_with_names_they_are_there(named: Dossier) -> None:
    assert NAME in snapshot(frozen(named)).decode()


def test_no_key_of_a_link_is_in_it() -> None:
    dossier = full_dossier()
    what = frozen(dossier)

    for key in (dossier.edit_key, dossier.read_key):
        assert key not in what.html.decode() + snapshot(what).decode()


def test_the_hash_of_the_content_is_the_same_after_a_new_stamp_and_another_after_an_edit() -> None:
    dossier = full_dossier()
    before = frozen(dossier).edition_sha256
    ContentStamp.objects.update(value="0" * 32)
    assert frozen(dossier).edition_sha256 == before

    Question.objects.filter(number=1).update(label="Een andere naam")
    assert frozen(dossier).edition_sha256 != before


def test_once_the_content_is_remembered_it_costs_two_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    dossier = opened(full_dossier())
    frozen_of(dossier, DAY, names=True)

    with django_assert_num_queries(2):
        frozen_of(dossier, DAY, names=True)


def test_one_that_is_too_large_to_store_is_refused_before_anybody_settles_it() -> None:
    dossier = make_dossier({1: Answer(("1a",), "Kort.")})
    dossier.choices.filter(question__number=1).update(motivation="Dit is een zin van de kring. " * 130_000)

    with pytest.raises(TooLargeToSettleError, match=r"^Dit voorstel is te groot om vast te stellen: de"):
        frozen(dossier)
