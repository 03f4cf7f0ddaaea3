"""The snapshot of a version: canonical, whole, and read back."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from checklist.domain.decision_content import Organ
from checklist.domain.dossier_file import parse_dossier
from checklist.domain.proposal import Cost, Frequency
from checklist.domain.settled.canonical import canonical, sha256_of
from checklist.domain.settled.edition import edition_sha256
from checklist.domain.settled.frozen import Frozen, TooLargeToSettleError
from checklist.domain.settled.snapshot import cover_of, snapshot_of
from checklist.domain.state import CONCEPT
from tests.content import gemeenten_by_region, real_backgrounds, real_content
from tests.frozen import SITE, frozen, sample, snapshot, version_of
from tests.meeting_records import open_record


@cache
def full() -> Frozen:
    return frozen(sample())


def told(what: Frozen) -> Any:
    return json.loads(snapshot(what))


def every(value: Any) -> Iterator[Any]:
    """A value and all that is in it."""
    yield value
    if isinstance(value, dict):
        for one in value.values():
            yield from every(one)
    if isinstance(value, list):
        for one in value:
            yield from every(one)


def test_it_is_canonical() -> None:
    assert snapshot(full()) == canonical(told(full()))


def test_it_has_exactly_the_members_of_its_format() -> None:
    own = ("format", "code", "version", "follows", "site", "settled", "keep_until", "names", "app", "edition", "html")

    assert sorted(told(full())) == sorted((*own, "dossier", "advies"))


def test_it_says_what_was_settled() -> None:
    assert {name: value for name, value in told(full()).items() if name not in ("dossier", "advies", "edition")} == {
        "format": "regiostaf-advies/1",
        "code": "7K2M9QXR4TBD",
        "version": 1,
        "follows": "",
        "site": SITE,
        "settled": {"date": "2027-01-14", "at": "2027-01-14T15:04:05Z"},
        "keep_until": "2047-01-14",
        "names": True,
        "app": {"name": "regiostaf", "version": "1.0.0"},
        "html": {"bytes": len(full().html), "sha256": sha256_of(full().html)},
    }


def test_it_names_the_content_that_it_was_composed_from() -> None:
    assert told(full())["edition"] == {"number": 0, "sha256": edition_sha256(real_content(), real_backgrounds())}


def test_the_same_value_gives_the_same_bytes() -> None:
    assert snapshot(frozen(sample())) == snapshot(full())


def test_it_holds_no_fraction_and_amounts_come_back_to_the_cent() -> None:
    dear = sample()
    cost = Cost("Een scherm", Decimal("1250.50"), Frequency.ONCE)
    dear = replace(dear, proposal=replace(dear.proposal, cost_items=(cost,)))

    written = told(frozen(dear))

    assert not [value for value in every(written) if isinstance(value, float)]
    read = parse_dossier(json.dumps(written["dossier"]).encode(), real_content(), gemeenten_by_region())
    assert read == dear


def test_nothing_is_null_but_a_day_that_is_absent() -> None:
    nothing = [path for path, value in paths(told(frozen(sample("leeg")))) if value is None]

    assert nothing == ["advies.cover.meeting"]


def paths(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    yield at, value
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from paths(one, f"{at}.{key}".lstrip("."))


def test_its_parts_are_the_chapters_and_appendices() -> None:
    assert [(part["key"], part["heading"]) for part in told(full())["advies"]["parts"]][:4] == [
        ("samenvatting", "Samenvatting"),
        ("aanleiding", "1 Aanleiding"),
        ("gevraagd_besluit", "2 Gevraagd besluit"),
        ("ontwerp", "3 Het ontwerp in het kort"),
    ]
    assert len(told(full())["advies"]["parts"]) == 15


def blocks(key: str) -> list[Any]:
    return next(part["blocks"] for part in told(full())["advies"]["parts"] if part["key"] == key)


def test_a_decision_has_its_options_its_number_and_its_organ() -> None:
    first = next(block for block in blocks("gevraagd_besluit") if block.get("number"))

    assert first["text"].startswith("de regiostaf te vragen het bestuur")
    assert {name: first[name] for name in ("origin", "codes", "number", "organ")} == {
        "origin": "besluit",
        "codes": ["2a"],
        "number": "2.1",
        "organ": "algemeen bestuur",
    }


def test_a_text_in_a_section_about_a_question_says_which_and_whose_it_is() -> None:
    motivation = next(block for block in blocks("argumenten") if block["origin"] == "kring")

    assert motivation["text"] == sample().answer(1).motivation.splitlines()[0]
    assert motivation["question"] == 1


@pytest.mark.parametrize("name", ["leeg", "half", "vol", "vol-voorstel"])
def test_the_cover_comes_back_from_it_as_it_was(name: str) -> None:
    what = frozen(sample(name))

    assert cover_of(snapshot(what)) == replace(what.cover, state=CONCEPT)


def test_a_cover_of_it_names_its_organ_and_meeting() -> None:
    facts = cover_of(snapshot(full())).facts

    assert (facts.organ, facts.meeting) == (Organ.AB, date(2027, 2, 18))


TOO_LARGE = {
    "the texts": (lambda what: replace(what, html=b"x" * 3_500_001), "de tekst is groter dan 3,5 MB"),
    "the snapshot": (
        lambda what: replace(what, parts=(replace(what.parts[0], heading="x" * 3_500_000),)),
        "de gegevens zijn groter dan 3,5 MB",
    ),
}


@pytest.mark.parametrize(("larger", "words"), TOO_LARGE.values(), ids=TOO_LARGE)
def test_one_that_is_too_large_to_store_is_refused_in_dutch(larger: Callable[[Frozen], Frozen], words: str) -> None:
    what = larger(full())

    with pytest.raises(TooLargeToSettleError, match=f"^Dit voorstel is te groot om vast te stellen: {words}"):
        snapshot_of(what, version_of(full()), SITE)


def with_meeting(*, names: bool) -> Any:
    """The snapshot of a dossier of VR21 with an open meeting that names gemeenten."""
    return told(frozen(replace(full().told, veiligheidsregio="VR21", meeting=open_record()), names=names))


def support(snapshot_told: Any) -> list[Any]:
    """The texts of chapter 7."""
    return next(part["blocks"] for part in snapshot_told["advies"]["parts"] if part["key"] == "draagvlak")


def test_without_names_it_tells_what_a_meeting_counted_and_of_no_gemeente_what_it_answered() -> None:
    """What was said against it is still told, by nobody."""
    unnamed = with_meeting(names=False)
    assert "answers" not in unnamed["dossier"]["meeting"]["questions"]["2"]
    assert unnamed["dossier"]["meeting"]["questions"]["2"]["counts"]
    of_the_meeting = " ".join(block["text"] for block in support(unnamed)).split("Er is open gestemd.")[1]
    assert "Te veel petten." in of_the_meeting
    assert "Oss" not in of_the_meeting


def test_with_names_it_tells_what_gemeenten_answered_where_the_meeting_named_them() -> None:
    named = with_meeting(names=True)
    assert named["dossier"]["meeting"]["questions"]["2"]["answers"]
    assert "Voor: Oss (onder voorbehoud)." in " ".join(block["text"] for block in support(named))


def test_what_a_meeting_said_is_known_to_be_about_its_question() -> None:
    about = {block.get("question") for block in support(with_meeting(names=True)) if "Voor was 1" in block["text"]}
    assert about == {2}
