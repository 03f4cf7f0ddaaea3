"""Nothing is written to a dossier that may only be read (rule 10), or that is settled (rule 17)."""

from collections.abc import Callable

import pytest

from checklist import selectors, services
from checklist.domain.dossier import Answer
from checklist.domain.proposal import NO_PROPOSAL
from checklist.models import Dossier
from checklist.selectors import OpenDossier
from checklist.services import DossierSettledError, NoRightError
from tests.dossiers import TENSION, opened
from tests.services.values import MINE, reopen, settle

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


WRITES: list[Callable[[OpenDossier], object]] = [
    lambda found: services.save_choice(found, 1, Answer(("1a",)), based_on=0),
    lambda found: services.keep_tension(found, TENSION, "Reden", based_on=0),
    lambda found: services.let_tension_go(found, TENSION, based_on=0),
    lambda found: services.save_title_page(found, MINE, based_on=1),
    lambda found: services.record_visit(found, services.Visit("somebody", 1)),
    lambda found: services.leave_question(found, "somebody", 1),
    lambda found: services.save_agenda(found, actions=[], kept=[]),
    lambda found: services.save_proposal(found, NO_PROPOSAL, shown={}, based_on=0),
    lambda found: services.save_options(found, {2: ("2b",)}, based_on={2: 1}),
    lambda found: services.save_closing(found, NO_PROPOSAL, shown={}, based_on=0),
    lambda found: services.withdraw_concept(found, MINE.date, ""),
    services.take_up_again,
    services.delete_dossier,
]


@pytest.mark.parametrize("write", WRITES)
def test_nothing_is_written_to_a_dossier_that_may_only_be_read(
    clashing: Dossier, write: Callable[[OpenDossier], object]
) -> None:
    found = selectors.dossier_with_key(clashing.read_key)
    assert found is not None
    before = opened(clashing)
    with pytest.raises(NoRightError):
        write(found)
    assert opened(clashing) == before


@pytest.mark.parametrize("write", WRITES)
def test_nothing_is_written_to_a_dossier_that_is_settled(
    clashing: Dossier, write: Callable[[OpenDossier], object]
) -> None:
    version = settle(clashing)
    before = opened(clashing)
    with pytest.raises(DossierSettledError) as refused:
        write(opened(clashing))
    assert refused.value.newest.facts.code == version.facts.code
    assert opened(clashing) == before


def test_a_settled_dossier_can_be_copied_and_the_copy_changed(clashing: Dossier) -> None:
    settle(clashing)
    copied = services.copy_dossier(opened(clashing), "Opnieuw")
    assert services.save_choice(opened(copied), 1, Answer(("1a",)), based_on=0)
    assert copied.uuid != Dossier.objects.get(pk=clashing.pk).uuid


def test_a_dossier_that_is_opened_again_can_be_changed(clashing: Dossier) -> None:
    settle(clashing)
    reopen(clashing)
    assert services.save_choice(opened(clashing), 1, Answer(("1a",)), based_on=0)
