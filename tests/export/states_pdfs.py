"""The PDF of a settled voorstel in each state, made from one stored HTML, with the files that it carries."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from checklist.domain.advies.reading import Reading
from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.chain import NOTHING_BEFORE, chain_file, record_of, told_settling
from checklist.domain.settled.frozen import Frozen
from checklist.domain.settled.value import Act, ActKind
from checklist.domain.state import Outcome, State
from checklist.export.pdf import Attachment, Relationship, engine
from checklist.export.settled import printed_html
from tests.export.states import LONG, STATES
from tests.frozen import SITE, frozen, sample, snapshot, version_of

MOMENT = datetime(2027, 1, 14, 15, 4, 5, tzinfo=UTC)
READINGS = [Reading.VOORSTEL, Reading.BESLUITENLIJST]
# The files of an archive are told here by less than they are: only how they are carried is of this.
BESIDE = (
    Attachment("mdto.xml", b"<MDTO/>", "application/xml", "Metagegevens (MDTO)", Relationship.SUPPLEMENT),
    Attachment("diwoo.xml", b"<diwoo/>", "application/xml", "Metagegevens (DiWoo)", Relationship.SUPPLEMENT),
)


@cache
def settled() -> Frozen:
    """What is settled."""
    return frozen(sample())


@cache
def carried() -> tuple[Attachment, ...]:
    """The four files that are in the PDF."""
    act = Act(1, ActKind.SETTLED, MOMENT, on=settled().settled_on)
    record = record_of(told_settling(version_of(settled()), act), 1, NOTHING_BEFORE, MOMENT, SITE)
    json, told = "application/json", "De gegevens waarvan dit document is gemaakt"
    return (
        Attachment("regiostaf-advies.json", snapshot(settled()), json, told, Relationship.SOURCE),
        Attachment("ketting.json", chain_file([record]), json, "De schakels", Relationship.SUPPLEMENT),
        *BESIDE,
    )


def recorded(name: str) -> State:
    """A state of it, with the hash of its snapshot; the text of what was changed is as long as it may be."""
    state = STATES[name]
    if not state.address:
        return state
    text = LONG if state.outcome == Outcome.CHANGED else state.text
    return replace(state, text=text, data_sha256=sha256_of(snapshot(settled())))


@cache
def written(name: str, reading: Reading = Reading.VOORSTEL) -> bytes:
    """The PDF of a reading of it in a state."""
    html = printed_html(settled().html, reading, recorded(name), settled().cover)
    files = carried() if STATES[name].address else ()
    return engine.write_pdf(html, None, files, MOMENT, house=settled().house)
