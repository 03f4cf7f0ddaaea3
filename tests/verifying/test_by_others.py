"""A whole life by the services, with documents that are really made: nothing is wrong with it, and somebody else can
check a document with the commands of the README."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from checklist import selectors, services
from checklist.domain.decision_content import Organ
from checklist.domain.settled.code import shown_code
from checklist.domain.settled.value import ActKind, NewAct, SettledFileKind
from checklist.selectors import StoredVersion
from checklist.settled_documents import make_files
from checklist.verifying import verify
from tests.dossiers import full_dossier, opened
from tests.services.values import SETTLED_ON, settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    ((?:sha256sum|pdfdetach|jq) .+)$", README, flags=re.MULTILINE)
IN_THE_README = "7K2M-9QXR-4TBD"


@pytest.fixture
def version(warm_fork_server: None) -> StoredVersion:
    """A version that is settled and offered, with the documents of both."""
    dossier = full_dossier()
    made = settle(dossier)
    services.store_files(made, 1, make_files(made, 1))
    offered = NewAct(ActKind.OFFERED, organ=Organ.AB, on=SETTLED_ON)
    services.add_act(opened(dossier), made, offered, 1)
    found = selectors.version_with_code(made.facts.code)
    assert found
    services.store_files(found, 2, make_files(found, 2))
    return found


def printed(command: str, folder: Path) -> str:
    """What a command prints there, without the name behind a hash."""
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.partition(" ")[0]


def test_nothing_is_wrong_with_what_the_services_stored(version: StoredVersion) -> None:
    report = verify()
    assert report.faults == []
    assert (report.links, report.acts) == (4, 2)


def test_the_readme_names_four_commands() -> None:
    assert len(COMMANDS) == 4


def test_a_document_is_checked_with_the_commands_of_the_readme(version: StoredVersion, tmp_path: Path) -> None:
    pdf = next(file for file in selectors.files_of(version) if file.facts.kind == SettledFileKind.PDF and file.act == 1)
    (tmp_path / pdf.facts.name).write_bytes(selectors.file_content(pdf))
    of_this = [command.replace(IN_THE_README, shown_code(version.facts.code)) for command in COMMANDS]
    of_file, _, of_data, of_record = (printed(command, tmp_path) for command in of_this)
    assert of_file == pdf.facts.sha256
    assert of_data == version.facts.snapshot_sha256
    (link,) = json.loads((tmp_path / "ketting.json").read_bytes())["links"]
    assert of_record == link["sha256"]
    assert json.loads(link["body"])["snapshot"] == of_data
