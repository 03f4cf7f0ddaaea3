"""What a document is called and when it is said to be made, by its state."""

import json
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from checklist import documents
from checklist.domain.advies.file_form import FileKind
from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.domain.house_style import OWN_STYLE
from checklist.domain.state import Outcome, Stand, State
from checklist.export.pdf import Attachment
from tests.domain.decision.designs import dossier_of
from tests.export import samples
from tests.meeting_records import open_record

SETTLED, OFFERED, DECIDED, WITHDRAWN = (date(2026, 11, 24), date(2026, 11, 27), date(2027, 2, 18), date(2027, 1, 5))
STATES = {
    Stand.SETTLED: State(Stand.SETTLED, 1, SETTLED),
    Stand.OFFERED: State(Stand.OFFERED, 2, SETTLED, OFFERED),
    Stand.DECIDED: State(Stand.DECIDED, 1, SETTLED, OFFERED, decided_on=DECIDED, outcome=Outcome.UNCHANGED),
    Stand.WITHDRAWN: State(Stand.WITHDRAWN, 12, SETTLED, withdrawn_on=WITHDRAWN),
}


def in_state(state: State) -> Advies:
    advies = samples.short()
    return replace(advies, voorstel=replace(advies.voorstel, state=state, today=date(2026, 12, 1)))


@pytest.mark.parametrize(
    ("state", "reading", "name"),
    [
        (State(), Reading.VOORSTEL, "regiostaf-brabant-noord-concept-v0-2026-12-01.pdf"),
        (State(), Reading.VERSLAG, "regiostaf-verslag-brabant-noord-concept-v0-2026-12-01.pdf"),
        (State(), Reading.REGLEMENT, "regiostaf-reglement-brabant-noord-concept-v0-2026-12-01.pdf"),
        (STATES[Stand.SETTLED], Reading.VOORSTEL, "regiostaf-brabant-noord-vastgesteld-v1-2026-11-24.pdf"),
        (STATES[Stand.OFFERED], Reading.VOORSTEL, "regiostaf-brabant-noord-aangeboden-v2-2026-11-27.pdf"),
        (
            STATES[Stand.DECIDED],
            Reading.BESLUITENLIJST,
            "regiostaf-besluitenlijst-brabant-noord-besloten-v1-2027-02-18.pdf",
        ),
        (STATES[Stand.WITHDRAWN], Reading.VOORSTEL, "regiostaf-brabant-noord-ingetrokken-v12-2027-01-05.pdf"),
    ],
)
def test_a_file_is_named_after_its_region_and_its_state(state: State, reading: Reading, name: str) -> None:
    assert documents.file_name(in_state(state), FileKind(reading)) == name


@pytest.mark.parametrize("state", STATES.values(), ids=[stand.value for stand in STATES])
def test_what_is_settled_is_of_the_day_of_settling_for_ever(state: State) -> None:
    made_at = documents._made_at(in_state(state))
    assert made_at == datetime(2026, 11, 24, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_a_concept_is_of_the_moment_at_which_it_is_made() -> None:
    assert documents._made_at(in_state(State())) is None


@pytest.mark.parametrize("names", [True, False])
def test_a_pdf_holds_what_gemeenten_answered_only_where_the_advies_names_them(
    monkeypatch: pytest.MonkeyPatch, *, names: bool
) -> None:
    """A PDF goes further than a link: the dossier in it says no more than its pages do."""
    rendered: list[Attachment] = []

    def render(
        _html: str, _limits: object, _sheet: object, files: tuple[Attachment, ...], *_: object, **__: object
    ) -> bytes:
        rendered.extend(files)
        return b""

    monkeypatch.setattr(documents, "render_pdf", render)
    monkeypatch.setattr("checklist.selectors.house_style", lambda: OWN_STYLE)
    told = replace(dossier_of("2b"), veiligheidsregio="VR21", meeting=replace(open_record(), names=names))

    documents.advies_file(samples.short(), FileKind(), told)

    (file,) = rendered
    question = json.loads(file.content)["meeting"]["questions"]["2"]
    assert ("answers" in question) == names
    assert question["counts"]
