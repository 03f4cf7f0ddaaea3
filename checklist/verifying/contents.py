"""The bytes themselves: each snapshot, HTML and file is read and hashed, one at a time."""

from collections.abc import Iterator

from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.link import Fault, other_bytes
from checklist.domain.settled.told_snapshot import snapshot_faults
from checklist.models import AdviesFile, SettledAdvies
from checklist.verifying.found import Found
from checklist.verifying.report import Report
from checklist.verifying.rows import odd, stored_bytes
from checklist.verifying.versions import facts_of


def content_faults(found: Found, report: Report) -> Iterator[Fault]:
    """Return what is wrong with the bytes of a version and its files; count the files. One query, and one a file."""
    yield from _own_faults(found)
    for place, file in found.files:
        (content,) = stored_bytes(AdviesFile.objects.filter(pk=file.pk), "content")
        report.files += 1
        report.file_bytes += len(content or b"")
        yield from (Fault(place, what) for what in _file_faults(file, content))


def _own_faults(found: Found) -> Iterator[Fault]:
    row = found.row
    snapshot, html = stored_bytes(SettledAdvies.objects.filter(pk=row.pk), "snapshot", "html")
    for name, content, recorded in (("gegevens", snapshot, row.snapshot_sha256), ("tekst", html, row.html_sha256)):
        if content is None:
            yield Fault(found.place, f"{name}: kunnen niet worden gelezen")
        elif sha256_of(content) != recorded:
            yield Fault(found.place, f"{name}: niet dezelfde bytes {other_bytes(str(recorded), sha256_of(content))}")
    if snapshot is not None and html is not None and not [*odd(row)]:
        yield from (Fault(found.place, what) for what in snapshot_faults(snapshot, facts_of(found), len(html)))


def _file_faults(file: AdviesFile, content: bytes | None) -> Iterator[str]:
    if content is None:
        yield "kan niet worden gelezen"
        return
    if sha256_of(content) != file.sha256:
        yield f"niet hetzelfde bestand {other_bytes(str(file.sha256), sha256_of(content))}"
    if len(content) != file.size:
        yield f"niet even groot (vastgelegd {file.size} bytes, nu {len(content)})"
