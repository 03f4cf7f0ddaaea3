"""The whole look: the refusals of the database, the chain, each version with its acts and files, and what has no place
in it."""

from collections.abc import Iterator

from django.db import connection
from django.db.models import Exists, OuterRef

from checklist import settled_triggers
from checklist.domain.settled.link import Fault, Head
from checklist.domain.settled.walk import ChainWalk
from checklist.models import AdviesAct, AdviesFile, ChainRecord, SettledAdvies
from checklist.verifying.contents import content_faults
from checklist.verifying.found import found_versions
from checklist.verifying.gone import check_gone
from checklist.verifying.links import link_of
from checklist.verifying.moment import one_moment
from checklist.verifying.report import Report
from checklist.verifying.rows import batches, odd
from checklist.verifying.versions import version_faults

_LINKS, _VERSIONS = 500, 50


def verify(noted: Head | None = None) -> Report:
    """Look at everything that is settled, as it is at one moment. `noted` is a head of the chain that was noted
    earlier. Memory doesn't grow with what is stored, but for the codes of the versions; a query per 500 records, six
    per 50 versions."""
    report = Report()
    with one_moment():
        _check_refusals(report)
        codes = _walk(report, noted)
        for rows in batches(SettledAdvies.objects.all(), _VERSIONS, report.faults):
            codes -= {row.code for row in rows}
            versions = [*found_versions(rows, report.faults)]
            for found in versions:
                report.faults += version_faults(found)
                report.versions += 1
                report.acts += len(found.acts)
            report.faults += content_faults(versions, report)
        check_gone(sorted(codes), report)
        report.faults += _strays()
    return report


def _check_refusals(report: Report) -> None:
    found = settled_triggers.look(connection)
    report.refusals = (found.in_place, len(found.all))
    report.faults += [Fault(f"weigering {name}", "ontbreekt") for name in found.missing]
    report.faults += [Fault(f"weigering {name}", "is veranderd") for name in found.altered]


def _walk(report: Report, noted: Head | None) -> set[str]:
    walk = ChainWalk(noted)
    for rows in batches(ChainRecord.objects.all(), _LINKS, report.faults):
        for row in rows:
            faults = [Fault(f"schakel {row.pk}", what) for what in odd(row)]
            report.faults += faults or walk.step(link_of(row))
    report.faults += walk.end()
    report.links, report.joins, report.head = walk.links, walk.joins, walk.head
    return walk.codes


def _strays() -> Iterator[Fault]:
    acts = AdviesAct.objects.filter(~Exists(SettledAdvies.objects.filter(pk=OuterRef("advies_id"))))
    files = AdviesFile.objects.filter(~Exists(AdviesAct.objects.filter(pk=OuterRef("act_id"))))
    for key in acts.order_by("pk").values_list("pk", flat=True):
        yield Fault(f"handeling, rij {key}", "hoort bij geen voorstel")
    for key, name in files.order_by("pk").values_list("pk", "name"):
        yield Fault(f"bestand {name}, rij {key}", "hoort bij geen handeling")
