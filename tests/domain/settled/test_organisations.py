"""The veiligheidsregio's under their official names and addresses, as TOOI's list has them."""

import pytest

from checklist.domain.settled.organisations import Organisation, organisation_of
from tests.content import regions
from tests.export.archived import rows


def test_each_of_our_regions_is_one_body_of_the_list_and_the_list_has_no_other() -> None:
    ours = [organisation_of(code, name) for code, name in regions().items()]
    listed = [Organisation(row["name"], row["address"]) for row in rows("organisations")]
    assert len(ours) == 25
    assert sorted(ours, key=lambda body: body.name) == sorted(listed, key=lambda body: body.name)


@pytest.mark.parametrize("code", sorted(regions()))
def test_the_official_name_has_the_name_of_the_region(code: str) -> None:
    assert organisation_of(code, regions()[code]).name.endswith(regions()[code])


def test_a_region_that_the_list_does_not_have_gets_no_address() -> None:
    assert organisation_of("VR26", "Nieuw") == Organisation("Veiligheidsregio Nieuw", "")
