"""`manage.py verify_adviezen [--head 812:4f3c…] [--json]`: is what is settled still what was recorded?"""

import json
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from checklist.domain.settled.link import Head
from checklist.verifying import Report, verify

_MEGABYTE = 1_000_000
_FEW = 10


class Command(BaseCommand):
    """Thin: look, print. Each fault is a line of its own."""

    help = (
        "Kijkt of alles wat is vastgesteld, nog is zoals het is vastgelegd: elke byte, elke schakel van de ketting en "
        "de weigeringen van de database. Noteer de laatste schakel elders, bij elke reservekopie; met --head kijkt u "
        "later of zij nog in de ketting staat."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A head that was noted, and how to print."""
        parser.add_argument(
            "--head", type=_head, metavar="812:4f3c…", help="een laatste schakel die eerder is genoteerd"
        )
        parser.add_argument("--json", action="store_true", dest="as_json", help="als JSON")

    def handle(self, *args: Any, head: Head | None, as_json: bool, **options: Any) -> None:
        """Exit code 1 when anything is wrong; that is on stdout, as all else."""
        try:
            report = verify(head)
        except DatabaseError as error:
            raise CommandError(f"De database geeft niet alles wat erin staat: {error}") from error
        self.stdout.write(json.dumps(_json(report), ensure_ascii=False) if as_json else "\n".join(_lines(report)))
        if report.faults:
            raise CommandError(f"{_count(len(report.faults), 'fout', 'fouten')} gevonden.")


def _head(text: str) -> Head:
    try:
        return Head.read(text)
    except ValueError as error:
        raise ArgumentTypeError("een schakel is een nummer, een dubbele punt en 64 tekens: 812:4f3c…") from error


def _lines(report: Report) -> Iterator[str]:
    if report.nothing_settled:
        yield "Nog niets vastgesteld."
    else:
        joins = "sluit aan" if report.joins else "sluit niet aan"
        yield f"Ketting: {_count(report.links, 'schakel', 'schakels')}, {joins}. Laatste: {report.head or 'geen'}"
        gone = f" · vernietigd {_number(report.destroyed)}" if report.destroyed else ""
        size = _megabytes(report.file_bytes)
        in_place, of_all = report.refusals
        yield (
            f"Voorstellen {_number(report.versions)}{gone} · bestanden {_number(report.files)} ({size}) · "
            f"weigeringen van de database {in_place} van {of_all}"
        )
    for fault in report.faults:
        yield f"FOUT {fault}"


def _count(number: int, one: str, more: str) -> str:
    return f"{_number(number)} {one if number == 1 else more}"


def _megabytes(size: int) -> str:
    megabytes = size / _MEGABYTE
    return f"{megabytes:.1f} MB".replace(".", ",") if megabytes < _FEW else f"{_number(round(megabytes))} MB"


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _json(report: Report) -> dict[str, Any]:
    in_place, of_all = report.refusals
    return {
        "records": report.links,
        "head": str(report.head) if report.head else None,
        "versions": report.versions,
        "destroyed": report.destroyed,
        "acts": report.acts,
        "files": report.files,
        "file_bytes": report.file_bytes,
        "refusals": {"in_place": in_place, "all": of_all},
        "faults": [{"where": fault.place, "what": fault.what} for fault in report.faults],
    }
