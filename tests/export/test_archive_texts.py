"""Whatever was typed, the files for the archive are well-formed, as their schemas ask, and the same each time."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.decision_content import Organ
from checklist.domain.settled.archiving import Archiving, ListedTerm
from checklist.domain.settled.value import Act, ActKind
from checklist.domain.state import Outcome
from checklist.export.archive import Filed, diwoo_xml, mdto_file_xml, mdto_xml
from tests.domain.settled.acts import AT, SETTLED, VERSION, changed
from tests.export.archived import DIWOO, PDF, faults, filed, texts
from tests.strategies import at_most, typed_texts

TITLE = 'Regio <b>"&amp; Co"</b>\x00\x0b]]>\x85\ud800 é'


def days() -> st.SearchStrategy[date]:
    return st.dates(date(2011, 1, 1), date(2150, 12, 31))


@st.composite
def documents(draw: st.DrawFn) -> Filed:
    """Any document: typed texts, a region, dates, and up to four acts after the settling."""
    kinds = st.sampled_from([kind for kind in ActKind if kind not in {ActKind.SETTLED, ActKind.CORRECTED}])
    acts = [
        Act(
            number,
            draw(kinds),
            AT,
            organ=draw(st.none() | st.sampled_from(Organ)),
            on=draw(st.none() | days()),
            outcome=draw(st.none() | st.sampled_from(Outcome)),
            text=draw(typed_texts()),
        )
        for number in range(2, draw(st.integers(2, 6)))
    ]
    settled_on = draw(days())
    kept = draw(st.none() | st.integers(1, 40_000).map(lambda more: settled_on + timedelta(days=more)))
    version = replace(VERSION, settled_on=settled_on, keep_until=kept)
    label = draw(typed_texts().filter(lambda text: text.strip().isalnum()))
    document = filed(
        *acts,
        version=version,
        title=draw(typed_texts()),
        region_code=draw(st.sampled_from(["VR01", "VR07", "VR21", "VR23", "VR99"])),
        region=draw(typed_texts()),
        archiving=Archiving(category=ListedTerm(f"Een {label}", "", "Lijst")),
    )
    return replace(document, acts=(changed(SETTLED, on=settled_on), *acts))


@given(documents())
@at_most(75)
def test_any_text_and_date_gives_files_as_their_schemas_ask(document: Filed) -> None:
    assert faults("mdto", mdto_xml(document, PDF.name)) == []
    assert faults("mdto", mdto_file_xml(document, PDF)) == []
    assert faults("diwoo", diwoo_xml(document)) == []


@given(documents())
@at_most(75)
def test_no_control_character_and_nothing_unassigned_gets_in(document: Filed) -> None:
    for xml in (mdto_xml(document, PDF.name), mdto_file_xml(document, PDF), diwoo_xml(document)):
        for text in fromstring(xml).itertext():  # noqa: S314 - our own
            assert not [one for one in text.strip() if unicodedata.category(one) in {"Cc", "Cs"}]


@pytest.mark.parametrize("write", [diwoo_xml, lambda document: mdto_xml(document, PDF.name)])
def test_the_same_facts_give_the_same_bytes(write: Callable[[Filed], bytes]) -> None:
    assert write(filed(title=TITLE)) == write(filed(title=TITLE))


def test_what_was_typed_stands_in_it_as_text_and_never_as_markup() -> None:
    expected = 'Regio <b>"&amp; Co"</b>]]> é'
    assert texts(diwoo_xml(filed(title=TITLE)), "verkorteTitel", DIWOO) == [expected]
    assert texts(mdto_xml(filed(title=TITLE), PDF.name), "naam")[0].startswith(f"Voorstel {expected}, versie 1")
