"""Saving the title page: with the version it was based on, and nothing lost silently (rules 1 and 3)."""

from dataclasses import replace

import pytest

from checklist import services
from checklist.domain.dossier import TitlePage
from checklist.models import Dossier
from checklist.services import TitlePageConflictError
from tests.dossiers import opened
from tests.services.values import MINE

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


THEIRS = replace(MINE, title="Hun titel")


def test_details_are_saved_with_the_next_version(dossier: Dossier) -> None:
    services.save_title_page(opened(dossier), MINE, based_on=1)
    after = opened(dossier)
    assert TitlePage(after.title, after.region_code, after.date, after.present) == MINE
    assert after.version == 2


def test_unchanged_details_are_not_a_save(dossier: Dossier) -> None:
    before = opened(dossier)
    same = TitlePage(before.title, before.region_code, before.date, before.present)
    services.save_title_page(before, same, based_on=before.version)
    assert opened(dossier).version == before.version


def test_details_based_on_an_old_version_are_a_conflict(dossier: Dossier) -> None:
    services.save_title_page(opened(dossier), THEIRS, based_on=1)
    with pytest.raises(TitlePageConflictError):
        services.save_title_page(opened(dossier), MINE, based_on=1)
    assert opened(dossier).title == "Hun titel"


@pytest.mark.parametrize("read_before_the_other", [True, False])
def test_details_equal_to_what_is_stored_are_a_success(dossier: Dossier, read_before_the_other: bool) -> None:
    before = opened(dossier)
    services.save_title_page(opened(dossier), MINE, based_on=1)
    services.save_title_page(before if read_before_the_other else opened(dossier), MINE, based_on=1)
    assert opened(dossier).version == 2
