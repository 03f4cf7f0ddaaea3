"""A besluit names a gemeente by its official name, also where the site says another."""

import pytest

from checklist import selectors
from tests.content import real_content
from tests.domain.decision.designs import dossier_of

pytestmark = pytest.mark.django_db


def test_the_site_and_a_besluit_may_have_other_names() -> None:
    shown, official = selectors.gemeenten_of("VR21"), selectors.official_gemeenten_of("VR21")
    assert (shown["GM0796"], official["GM0796"]) == ("Den Bosch", "'s-Hertogenbosch")
    assert shown.keys() == official.keys()


def test_a_voorstel_decides_on_a_gemeente_by_its_official_name() -> None:
    dossier = dossier_of("1a 2a 9b", {"9b": {"gemeente": "GM0796"}})
    advies = selectors.advies_of_value(dossier, real_content(), "Brabant-Noord")
    texts = [point.text for one in advies.voorstel.asked.decisions for point in one.points]
    assert any("in dienst van de gemeente 's-Hertogenbosch worden vrijgesteld" in text for text in texts)
