"""The files of a settled version: from what is stored of it alone, the same each time, with nobody's name in them."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from io import StringIO

import pikepdf
import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from checklist import selectors, services, settled_documents
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Action, Answer
from checklist.domain.proposal import Attendance, Presence, Proposal, Risk
from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.snapshot import snapshot_of
from checklist.domain.settled.value import ActKind, NewFile, SettledFileKind
from checklist.domain.state import Outcome
from checklist.export.pdf import RenderTooLarge
from checklist.models import HouseStyle, SettledAdvies
from checklist.selectors import StoredVersion
from checklist.selectors.freezing import frozen_of
from checklist.services.settling import Settling
from checklist.settled_documents import make_files, proof_pdf
from tests.content_moves import change_every_text
from tests.dossiers import full_dossier, make_dossier, opened
from tests.export.structure import page_texts
from tests.frozen import version_of
from tests.settled import add_act, settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

CODE = "7K2M9QXR4TBD"
NAME = "Pietersen"
SITE = "https://regiostaf.example"


def settled(*, names: bool = True) -> SettledAdvies:
    """A version of a dossier in which somebody is named wherever somebody can be."""
    dossier = make_dossier(
        {2: Answer(("2a",), "Wij adviseren."), 5: Answer(("5b",))},
        actions=(Action("", "De griffiers vragen.", NAME),),
        proposal=Proposal(
            organ=Organ.AB,
            meeting=date(2027, 2, 18),
            submitter=NAME,
            attendance=(Attendance("GM0828", Presence.PRESENT, NAME),),
            risks=(Risk("Te weinig tijd.", "Meer uren.", NAME),),
        ),
    )
    frozen = frozen_of(opened(dossier), date(2027, 1, 14), names=names)
    version = replace(version_of(frozen), dossier=str(dossier.uuid))
    snapshot = snapshot_of(frozen, version, SITE)
    return settle(dossier, html=frozen.html, snapshot=snapshot, code=CODE, names=names)


def version() -> StoredVersion:
    found = selectors.version_with_code(CODE)
    assert found
    return found


def made(act: int = 1) -> dict[str, NewFile]:
    return {file.kind.value: file for file in make_files(version(), act)}


def words_of(file: NewFile) -> str:
    """All that a file says, of whatever form."""
    if file.kind.value.endswith("pdf"):
        return " ".join(page_texts(file.content))
    if file.media_type == "application/xml":
        return file.content.decode()
    with zipfile.ZipFile(io.BytesIO(file.content)) as parts:
        return " ".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


def embedded(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as opened_pdf:
        return {name: one.get_file().read_bytes() for name, one in opened_pdf.attachments.items()}


def test_a_settling_has_all_its_files_under_their_names() -> None:
    settled()

    assert {kind: file.name for kind, file in made().items()} == {
        "pdf": "voorstel-7K2M-9QXR-4TBD-v1.pdf",
        "besluitenlijst-pdf": "besluitenlijst-7K2M-9QXR-4TBD-v1.pdf",
        "docx": "voorstel-7K2M-9QXR-4TBD-v1.docx",
        "odt": "voorstel-7K2M-9QXR-4TBD-v1.odt",
        "reglement-docx": "reglement-7K2M-9QXR-4TBD-v1.docx",
        "mdto": "mdto-7K2M-9QXR-4TBD-v1.xml",
        "mdto-bestand": "mdto-bestand-7K2M-9QXR-4TBD-v1.xml",
        "diwoo": "diwoo-7K2M-9QXR-4TBD-v1.xml",
    }


def test_the_same_act_gives_the_same_bytes_also_after_every_text_and_the_house_style_changed() -> None:
    settled()
    before = made()
    assert change_every_text()
    HouseStyle.objects.create(organisation="Een ander huis", colour="#7a1f5c")

    assert made() == before


def test_what_is_read_of_the_database_for_it_is_three_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    settled()
    stored = version()

    with django_assert_num_queries(3):
        make_files(stored, 1)


def test_a_later_act_gets_files_with_its_state_in_their_names_and_the_same_text() -> None:
    advies = settled()
    first = made()
    add_act(advies, ActKind.OFFERED, organ=Organ.AB, on=date(2027, 1, 21))
    second = made(2)

    assert second["pdf"].name == "voorstel-7K2M-9QXR-4TBD-v1-aangeboden.pdf"
    assert "Aangeboden 21 januari 2027" in words_of(second["pdf"])
    assert made() == first


@pytest.mark.parametrize("kind", [ActKind.MOVED, ActKind.REOPENED])
def test_an_act_that_leaves_the_cover_as_it_is_gets_none(kind: ActKind) -> None:
    advies = settled()
    add_act(advies, ActKind.OFFERED, organ=Organ.AB, on=date(2027, 1, 21))
    add_act(advies, kind, on=date(2027, 3, 4), text="Om een fout.")

    assert make_files(version(), 3) == ()


def test_the_decision_of_another_organ_gets_none_and_that_of_the_one_on_the_cover_does() -> None:
    advies = settled()
    add_act(advies, ActKind.OFFERED, organ=Organ.AB, on=date(2027, 1, 21))
    add_act(advies, ActKind.DECIDED, organ=Organ.RADEN, outcome=Outcome.UNCHANGED, on=date(2027, 2, 1))
    add_act(advies, ActKind.DECIDED, organ=Organ.AB, outcome=Outcome.CHANGED, text="Eén jaar.", on=date(2027, 2, 18))

    assert make_files(version(), 3) == ()
    assert "Eén jaar." in words_of(made(4)["pdf"])


def test_a_meeting_that_was_moved_stands_on_the_cover_of_what_comes_after() -> None:
    advies = settled()
    add_act(advies, ActKind.OFFERED, organ=Organ.AB, on=date(2027, 1, 21))
    add_act(advies, ActKind.MOVED, on=date(2027, 3, 4))
    add_act(advies, ActKind.WITHDRAWN, on=date(2027, 3, 1))

    assert "4 maart 2027" in words_of(made(4)["pdf"])


def test_without_names_nobody_is_named_in_any_file_nor_in_what_is_inside_it() -> None:
    settled(names=False)
    files = made()

    for file in files.values():
        assert NAME not in words_of(file), file.name
        assert "Jansen" not in words_of(file), file.name
    for name, content in embedded(files["pdf"].content).items():
        assert NAME not in content.decode(), name


def test_with_names_they_stand_in_it() -> None:
    settled()

    assert NAME in words_of(made()["pdf"])


@pytest.mark.parametrize("kind", ["pdf", "besluitenlijst-pdf"])
def test_the_pdfs_have_the_snapshot_and_their_links_of_the_chain_in_them(kind: str) -> None:
    advies = settled()
    add_act(advies, ActKind.OFFERED, organ=Organ.AB, on=date(2027, 1, 21))
    inside = embedded(made(2)[kind].content)

    assert inside["regiostaf-advies.json"] == bytes(advies.snapshot)
    links = [json.loads(link["body"]) for link in json.loads(inside["ketting.json"])["links"]]
    assert [(link["event"], link["act"]["number"]) for link in links] == [("vastgesteld", 1), ("stand", 2)]
    assert links[0]["snapshot"] == sha256_of(inside["regiostaf-advies.json"])


def test_a_file_that_is_too_large_to_store_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    settled()
    monkeypatch.setattr(settled_documents, "MOST_BYTES", 1000)

    with pytest.raises(RenderTooLarge):
        make_files(version(), 1)


def test_a_proof_has_the_text_and_neither_code_nor_hash() -> None:
    dossier = make_dossier({2: Answer(("2a",), "Wij adviseren.")})
    frozen = frozen_of(opened(dossier), date(2027, 1, 14), names=True)
    text = " ".join(page_texts(proof_pdf(frozen)))

    assert "Wij adviseren." in text
    assert "PROEFDRUK" in text
    assert "SHA-256 van de gegevens" not in text


def test_its_metadata_is_in_the_pdf_and_the_hash_of_that_is_beside_it() -> None:
    settled()
    files = made()
    inside = embedded(files["pdf"].content)

    assert sorted(inside) == ["diwoo.xml", "ketting.json", "mdto.xml", "regiostaf-advies.json"]
    assert (inside["mdto.xml"], inside["diwoo.xml"]) == (files["mdto"].content, files["diwoo"].content)
    assert sha256_of(files["pdf"].content) in files["mdto-bestand"].content.decode()


def test_every_kind_of_file_is_made() -> None:
    settled()

    assert set(made()) == {kind.value for kind in SettledFileKind}


def test_what_is_really_settled_and_made_passes_every_check_of_it() -> None:
    dossier = opened(full_dossier())
    day = timezone.localdate()
    based_on = frozen_of(dossier, day, names=False).html_sha256
    code = services.settle(dossier, Settling(day, keep_until=None, names=False, based_on=based_on))
    stored = selectors.version_with_code(code)
    assert stored

    assert services.store_files(stored, 1, make_files(stored, 1))
    out = StringIO()
    call_command("verify_adviezen", stdout=out)

    assert f"bestanden {len(SettledFileKind)} " in out.getvalue()
