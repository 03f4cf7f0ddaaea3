"""The bytes themselves: each snapshot, HTML and file is read and hashed, one at a time."""

from collections.abc import Iterator, Sequence

from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.link import Fault, other_bytes
from checklist.domain.settled.told_snapshot import snapshot_faults
from checklist.models import AdviesFile, SettledAdvies
from checklist.verifying.found import Found
from checklist.verifying.report import Report
from checklist.verifying.rows import stored_bytes
from checklist.verifying.versions import facts_of


def content_faults(versions: Sequence[Found], report: Report) -> Iterator[Fault]:
    """Return what is wrong with the bytes of versions and their files; count the files. Two queries."""
    by_key = {found.row.pk: found for found in versions}
    of_versions = SettledAdvies.objects.filter(pk__in=by_key)
    for key, (snapshot, html) in stored_bytes(of_versions, "snapshot", "html"):
        yield from _own_faults(by_key[key], snapshot, html)
    files = {file.pk: (place, file) for found in versions for place, file in found.files}
    for key, (content,) in stored_bytes(AdviesFile.objects.filter(act__advies__in=by_key), "content"):
        if key in files:  # else it can't be read, and is named
            place, file = files[key]
            report.files += 1
            report.file_bytes += len(content or b"")
            yield from (Fault(place, what) for what in _file_faults(file, content))


def _own_faults(found: Found, snapshot: bytes | None, html: bytes | None) -> Iterator[Fault]:
    row = found.row
    for name, content, recorded in (("gegevens", snapshot, row.snapshot_sha256), ("tekst", html, row.html_sha256)):
        if content is None:
            yield Fault(found.place, f"{name}: kunnen niet worden gelezen")
        elif sha256_of(content) != recorded:
            yield Fault(found.place, f"{name}: niet dezelfde bytes {other_bytes(str(recorded), sha256_of(content))}")
    if snapshot is not None and html is not None and not found.is_odd(row):
        yield from (Fault(found.place, what) for what in snapshot_faults(snapshot, facts_of(found), len(html)))


def _file_faults(file: AdviesFile, content: bytes | None) -> Iterator[str]:
    if content is None:
        yield "kan niet worden gelezen"
        return
    if sha256_of(content) != file.sha256:
        yield f"niet hetzelfde bestand {other_bytes(str(file.sha256), sha256_of(content))}"
    if len(content) != file.size:
        yield f"niet even groot (vastgelegd {file.size} bytes, nu {len(content)})"
