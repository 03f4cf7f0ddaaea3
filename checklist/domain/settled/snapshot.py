"""The canonical snapshot of a version, `regiostaf-advies/1` (docs/exchange_format.md)."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from checklist.domain.advies.voorstel.cover import Cover, Facts, ReglementHead
from checklist.domain.decision.reglement.value import Piece, Source, Text
from checklist.domain.decision_content import Organ
from checklist.domain.dossier_file import export_dossier
from checklist.domain.dossier_file.snapshot import SNAPSHOT_FORMAT
from checklist.domain.settled.canonical import canonical, sha256_of
from checklist.domain.settled.chain import moment
from checklist.domain.settled.frozen import Frozen, Part, TextBlock, TooLargeToSettleError
from checklist.domain.settled.value import MOST_BYTES, Version

FORMAT = SNAPSHOT_FORMAT
EVALUATIE_FORMAT = "regiostaf-evaluatie/1"
APP = "regiostaf"
# Bytes; more than all members but these two take.
_OTHER_MEMBERS = 2000


def snapshot_of(frozen: Frozen, version: Version, site: str) -> bytes:
    """Return the canonical snapshot of what is settled as `version`, whose own `snapshot_sha256` isn't known yet;
    `site` is the address of this installation. Pure.

    Raises `TooLargeToSettleError` as `refuse_too_large` does.
    """
    refuse_too_large(frozen)
    return canonical(
        {
            "format": FORMAT,
            **recorded(version, site, frozen.html, frozen.edition_sha256),
            "dossier": whole(export_dossier(frozen.told.as_published)),
            "advies": _composed(frozen),
        }
    )


def refuse_too_large(frozen: Frozen) -> None:
    """Raise `TooLargeToSettleError` when the HTML or the snapshot is larger than what can be stored. Pure; 50 ms."""
    members = canonical({"dossier": whole(export_dossier(frozen.told.as_published)), "advies": _composed(frozen)})
    for what, size in (("de tekst is", len(frozen.html)), ("de gegevens zijn", len(members) + _OTHER_MEMBERS)):
        if size > MOST_BYTES:
            raise TooLargeToSettleError(
                f"Dit voorstel is te groot om vast te stellen: {what} groter dan 3,5 MB. "
                "Kort de langste teksten in en probeer het opnieuw."
            )


def recorded(version: Version, site: str, html: bytes, edition_sha256: str) -> dict[str, Any]:
    """Return what every snapshot says of its version. Pure."""
    return {
        "code": version.code,
        "version": version.version,
        "follows": version.follows,
        "site": site,
        "settled": {"date": version.settled_on.isoformat(), "at": moment(version.settled_at)},
        "keep_until": _day(version.keep_until),
        "names": version.names,
        "app": {"name": APP, "version": version.app_version},
        "edition": {"number": version.edition, "sha256": edition_sha256},
        "html": {"bytes": len(html), "sha256": sha256_of(html)},
    }


@dataclass(frozen=True)
class ToldInSnapshot:
    """What a snapshot tells of the document: its cover without the state, the code of its region, and the address of
    the installation that settled it."""

    cover: Cover
    region_code: str
    site: str


def cover_of(snapshot: bytes) -> Cover:
    """Return from a snapshot all that its cover, its box on page 2 and its last page need, but for the state. Pure."""
    return told_in(snapshot).cover


def told_in(snapshot: bytes) -> ToldInSnapshot:
    """Return what a snapshot tells of its document. Pure."""
    told = json.loads(snapshot)
    return ToldInSnapshot(_cover(told["advies"]), told["advies"]["region"]["code"], told["site"])


def whole(value: Any) -> Any:
    """Return plain data in which an amount with cents is a text ('1250.50'): a snapshot holds no fractions."""
    if isinstance(value, float):
        return f"{Decimal(str(value)):.2f}"
    if isinstance(value, Mapping):
        return {key: whole(held) for key, held in value.items()}
    return [whole(one) for one in value] if isinstance(value, list) else value


def _composed(frozen: Frozen) -> dict[str, Any]:
    return composed(frozen.cover, frozen.told.veiligheidsregio, frozen.parts)


def composed(cover: Cover, region_code: str, parts: Iterable[Part]) -> dict[str, Any]:
    """Return the composed document as every snapshot has it: its cover and every text in reading order. Pure."""
    return {
        "language": "nl",
        "title": cover.title,
        "region": {"code": region_code, "name": cover.region},
        "cover": {
            "composed_on": cover.today.isoformat(),
            "organ": cover.facts.organ.value,
            "meeting": _day(cover.facts.meeting),
            "submitter": cover.facts.submitter,
            "author": cover.facts.author,
            "case_number": cover.facts.case_number,
            "attendance": cover.attendance,
            "attendance_counted": cover.attendance_counted,
            "reglement": {
                "title": _told(cover.reglement.title),
                "subtitle": _told(cover.reglement.subtitle),
                "legal_form": cover.reglement.legal_form,
            },
        },
        "parts": [_part(part) for part in parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {"key": part.key, "heading": part.heading, "blocks": [_block(block) for block in part.blocks]}


def _block(block: TextBlock) -> dict[str, Any]:
    known = {"number": block.number, "organ": block.organ, "question": block.question}
    always = {"text": block.text, "origin": block.origin, "codes": list(block.codes)}
    return always | {name: value for name, value in known.items() if value}


def _cover(advies: Mapping[str, Any]) -> Cover:
    told = advies["cover"]
    return Cover(
        title=advies["title"],
        region=advies["region"]["name"],
        today=date.fromisoformat(told["composed_on"]),
        facts=Facts(
            organ=Organ(told["organ"]),
            meeting=date.fromisoformat(told["meeting"]) if told["meeting"] else None,
            submitter=told["submitter"],
            author=told["author"],
            case_number=told["case_number"],
        ),
        attendance=told["attendance"],
        attendance_counted=told["attendance_counted"],
        reglement=ReglementHead(
            title=_pieces(told["reglement"]["title"]),
            subtitle=_pieces(told["reglement"]["subtitle"]),
            legal_form=told["reglement"]["legal_form"],
        ),
    )


def _told(text: Text) -> list[dict[str, str]]:
    return [{"text": piece.text, "origin": piece.source.value} for piece in text]


def _pieces(told: list[dict[str, str]]) -> Text:
    return tuple(Piece(one["text"], Source(one["origin"])) for one in told)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
