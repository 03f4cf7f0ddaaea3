"""Every kind of damage is found and named."""

import datetime
import re
from collections.abc import Callable

import pytest

from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.chain import record_of, told_act
from checklist.domain.settled.link import Head
from checklist.domain.settled.value import Act, ActKind
from checklist.models import AdviesAct, AdviesFile, Dossier, SettledAdvies
from tests.settled import SETTLED_AT, add_act, offered_with_files, settle
from tests.verifying.damage import again, flipped, found, head, link, remove, report, undone, write

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

CODE = "7K2M-9QXR-4TBD versie 1"
SETTLED_ACT, OFFERED_ACT = f"{CODE}, handeling 1 vastgesteld", f"{CODE}, handeling 2 aangeboden"
Damage = Callable[[SettledAdvies], object]


def pdf(advies: SettledAdvies, act: int = 2) -> AdviesFile:
    row: AdviesFile = AdviesFile.objects.get(act__advies=advies, act__number=act, kind="pdf")
    return row


def act(advies: SettledAdvies, number: int = 2) -> AdviesAct:
    return advies.acts.get(number=number)


def other(advies: SettledAdvies) -> SettledAdvies:
    row: SettledAdvies = SettledAdvies.objects.exclude(pk=advies.pk).get()
    return row


def swap_files(advies: SettledAdvies) -> None:
    first, second = pdf(advies, 1), pdf(advies, 2)
    for row, content in ((first, second.content), (second, first.content)):
        write(row, content=content)


def swap_links(advies: SettledAdvies) -> None:
    for sequence, to in ((2, 9002), (3, 2), (9002, 3)):
        write(link(sequence), sequence=to)


def anew(sequence: int, text: bytes) -> None:
    write(link(sequence), body=text, sha256=sha256_of(text))


def act_of_no_row(advies: SettledAdvies) -> None:
    last = head()
    offer = Act(3, ActKind.WITHDRAWN, SETTLED_AT, on=SETTLED_AT.date())
    record = record_of(told_act(advies.code, offer), last.sequence + 1, last.sha256, SETTLED_AT, "https://a.example")
    again(
        link(last.sequence),
        sequence=record.sequence,
        code=record.code,
        event="stand",
        previous=record.previous,
        body=record.body,
        sha256=record.sha256,
    )


# What is done, and where and what must be said of it.
DAMAGE: dict[str, tuple[Damage, str]] = {
    "a byte of a file": (
        lambda advies: write(pdf(advies), content=flipped(pdf(advies).content, 3)),
        rf"{OFFERED_ACT}, pdf: niet hetzelfde bestand \(vastgelegd [0-9a-f]{{12}}…, nu [0-9a-f]{{12}}…\)",
    ),
    "two files swapped": (swap_files, f"{SETTLED_ACT}, pdf: niet hetzelfde bestand"),
    "a file cut off": (
        lambda advies: write(pdf(advies), content=pdf(advies).content[:-1]),
        rf"{OFFERED_ACT}, pdf: niet even groot \(vastgelegd 27 bytes, nu 26\)",
    ),
    "a file with its hash": (
        lambda advies: write(pdf(advies), content=b"x" * 27, sha256=sha256_of(b"x" * 27)),
        f"{OFFERED_ACT}, pdf: SHA-256: niet dezelfde",
    ),
    "the name of a file": (
        lambda advies: write(pdf(advies), name="besluit.pdf"),
        f"{OFFERED_ACT}, pdf: naam: vastgelegd voorstel-7K2M9QXR4TBD-v1.pdf, nu besluit.pdf",
    ),
    "a file missing": (lambda advies: remove(pdf(advies)), f"{OFFERED_ACT}, pdf: het bestand ontbreekt"),
    "a file added": (
        lambda advies: again(pdf(advies), kind="odt"),
        f"{OFFERED_ACT}, odt: het bestand staat niet in de ketting",
    ),
    "when a file was made": (
        lambda advies: AdviesFile.objects.filter(pk=pdf(advies).pk).update(made_at=SETTLED_AT),
        f"{OFFERED_ACT}, pdf: vastgelegd op: niet hetzelfde als van de andere bestanden",
    ),
    "until when a file is kept": (
        lambda advies: write(pdf(advies), keep_until="2027-02-01"),
        f"{OFFERED_ACT}, pdf: bewaren tot en met: is niet dat van het voorstel",
    ),
    "a file of no act": (
        lambda advies: write(pdf(advies), act_id=999_999),
        "bestand voorstel-7K2M9QXR4TBD-v1.pdf, rij [0-9]+: hoort bij geen handeling",
    ),
    "a byte of the snapshot": (
        lambda advies: write(advies, snapshot=flipped(bytes(advies.snapshot), 40)),
        f"{CODE}: gegevens: niet dezelfde bytes",
    ),
    "the snapshot with its hash": (
        lambda advies: write(advies, snapshot=b"{}", snapshot_sha256=sha256_of(b"{}")),
        f"{CODE}: gegevens: code is niet wat is vastgelegd",
    ),
    "a snapshot that isn't canonical": (
        lambda advies: write(advies, snapshot=bytes(advies.snapshot) + b"\n"),
        f"{CODE}: gegevens: zijn niet canoniek",
    ),
    "a byte of the HTML": (
        lambda advies: write(advies, html=flipped(bytes(advies.html), 40)),
        f"{CODE}: tekst: niet dezelfde bytes",
    ),
    "the day of settling": (
        lambda advies: write(advies, settled_on="2027-01-15"),
        f"{CODE}: vastgesteld op: vastgelegd 2027-01-14, nu 2027-01-15",
    ),
    "until when it is kept": (
        lambda advies: write(advies, keep_until="2028-01-14"),
        f"{CODE}: bewaren tot en met: vastgelegd 2047-01-14, nu 2028-01-14",
    ),
    "kept for ever": (
        lambda advies: write(advies, keep_until=None),
        f"{CODE}: bewaren tot en met: vastgelegd 2047-01-14, nu leeg",
    ),
    "a part of a second": (
        lambda advies: SettledAdvies.objects.filter(pk=advies.pk).update(settled_at=SETTLED_AT.replace(microsecond=1)),
        f"{CODE}: vastgelegd op: kan niet worden gelezen",
    ),
    "a kind that isn't there": (
        lambda advies: write(advies, kind="besluit"),
        f"{CODE}: soort: kan niet worden gelezen",
    ),
    "the version of another dossier": (
        lambda advies: write(advies, version=2, dossier_id=other(advies).dossier_id),
        f"{CODE.replace('1', '2')}: dossier: vastgelegd",
    ),
    "another mark of its dossier": (
        lambda advies: Dossier.objects.filter(pk=advies.dossier_id).update(uuid="0" * 32),
        f"{CODE}: dossier: vastgelegd",
    ),
    "no dossier": (lambda advies: write(advies, dossier_id=999_999), f"{CODE}: dossier ontbreekt"),
    "no version": (remove, "7K2M-9QXR-4TBD: het voorstel ontbreekt, zegt schakel 4"),
    "another code": (
        lambda advies: write(advies, code="7K2M9QXR4TBE"),
        "7K2M-9QXR-4TBD: het voorstel ontbreekt, zegt schakel 4",
    ),
    "a version that isn't in the chain": (
        lambda advies: remove(link(5)),
        "0123-4567-89AB versie 1: staat niet in de ketting",
    ),
    "the text of an act": (
        lambda advies: write(act(advies), text="Anders."),
        f"{OFFERED_ACT}: tekst: niet dezelfde",
    ),
    "the organ of an act": (
        lambda advies: write(act(advies), organ="colleges"),
        f"{OFFERED_ACT}: orgaan: vastgelegd algemeen bestuur, nu colleges",
    ),
    "an organ that isn't there": (
        lambda advies: write(act(advies), organ="raad"),
        f"{OFFERED_ACT}: orgaan: kan niet worden gelezen",
    ),
    "an act missing": (lambda advies: remove(act(advies)), f"{CODE}: handeling 2 ontbreekt, zegt schakel 3"),
    "its settling missing": (
        lambda advies: remove(act(advies, 1)),
        f"{CODE}: handeling 1 ontbreekt, zegt schakel 1",
    ),
    "an act added": (
        lambda advies: again(act(advies), number=3),
        f"{CODE}, handeling 3 aangeboden: staat niet in de ketting",
    ),
    "an act of no version": (
        lambda advies: write(act(advies), advies_id=999_999),
        "handeling, rij [0-9]+: hoort bij geen voorstel",
    ),
    "a record of no act": (act_of_no_row, f"{CODE}: handeling 3 ontbreekt, zegt schakel 6"),
    "a byte of a record": (
        lambda advies: write(link(3), body=flipped(bytes(link(3).body), 30)),
        r"schakel 3: niet dezelfde tekst \(vastgelegd",
    ),
    "a record with its hash": (
        lambda advies: anew(3, bytes(link(3).body).replace(b"2027-01-21", b"2027-01-22")),
        "schakel 4: sluit niet aan op schakel 3",
    ),
    "a record that can't be read": (lambda advies: anew(3, b"\xff"), "schakel 3: de tekst kan niet worden gelezen"),
    "a record that isn't canonical": (
        lambda advies: anew(3, bytes(link(3).body) + b" "),
        "schakel 3: de tekst is niet canoniek",
    ),
    "the code beside a record": (
        lambda advies: write(link(3), code="0123456789AB"),
        "schakel 3: code is niet wat in de tekst staat",
    ),
    "the event beside a record": (
        lambda advies: write(link(3), event="bestanden"),
        "schakel 3: event is niet wat in de tekst staat",
    ),
    "a record missing": (lambda advies: remove(link(3)), "schakel 4: hiervoor ontbreekt schakel 3"),
    "the first record missing": (lambda advies: remove(link(1)), "schakel 2: hiervoor ontbreekt schakel 1"),
    "two records swapped": (swap_links, "schakel 2: sluit niet aan op schakel 1"),
    "a record added in between": (
        lambda advies: again(link(5), sequence=9, previous="1" * 64, sha256="2" * 64),
        "0123-4567-89AB versie 1: schakel 9 vertelt hetzelfde als schakel 5",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found_and_named(advies: SettledAdvies, damage: str) -> None:
    do, named = DAMAGE[damage]
    assert found() == []
    with undone():
        do(advies)
        faults = found()
        assert [fault for fault in faults if re.match(named, fault)], faults
    assert found() == []


def test_a_tail_cut_off_with_its_rows_is_found_only_by_a_head_noted_before(advies: SettledAdvies) -> None:
    noted = head()
    with undone():
        last = other(advies)
        for row in (last.acts.get(), last, link(5)):
            remove(row)
        assert found() == []
        assert found(noted) == ["schakel 5: is er niet meer, maar is wel genoteerd"]
        settle(last.dossier)
        (fault,) = found(noted)
        assert fault.startswith("schakel 5: is niet meer die van toen (genoteerd ")


def test_an_earlier_head_is_still_in_a_chain_that_went_on(advies: SettledAdvies) -> None:
    noted = head()
    add_act(advies, ActKind.REOPENED, text="Er ontbrak iets.")
    assert found(noted) == []


def test_the_report_counts_what_was_looked_at(advies: SettledAdvies) -> None:
    offered_with_files()
    counted = report()
    assert (counted.links, counted.versions, counted.acts, counted.files) == (9, 3, 5, 8)
    assert counted.head == head()
    assert counted.file_bytes == sum(len(file.content) for file in AdviesFile.objects.all())


def test_every_act_and_kind_of_a_whole_life_is_as_it_was_recorded(advies: SettledAdvies) -> None:
    corrected = add_act(advies, ActKind.CORRECTED, corrects=2, on=datetime.date(2027, 1, 22))
    add_act(advies, ActKind.REOPENED, text="Eén zin.\n")
    settle(advies.dossier, names=True, keep_until=None, at=corrected.at + datetime.timedelta(days=9))
    assert found() == []


def test_a_head_is_a_number_and_a_whole_hash() -> None:
    assert Head.read(f" 812:{'4F3C' * 16}\n") == Head(812, "4f3c" * 16)
    for odd in ("812", "812:4f3c", f"0:{'0' * 64}", f"x:{'0' * 64}"):
        with pytest.raises(ValueError, match=odd[:1]):
            Head.read(odd)
