"""A whole live meeting on all its screens: one bediening, one beamer and five phones, two of them without a script."""

import json
import os
import re
import signal
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Users, key_in, upload
from tests.browser.rooms import LETTERS, ON_PAPER, PHONES, STANCES, Meeting, Said, counted, open_meeting
from tests.browser.server import Server, started
from tests.waiting import DEADLINE

pytestmark = pytest.mark.browser

REASON = "Zo houden wij de lijn kort."
WHY, MINORITY, DIFFERS = "Dat past bij ons.", "Eén gemeente wil meer.", "Wij beginnen liever klein."
# What the phones say of a question, in their order, and last what the gemeente on paper says.
SAID = {
    1: ("vvtk", "v-kt", "vttt", "kvtt", "vkkk", "tvkk"),
    2: ("vvkk", "vktt", "kvtt", "vtkt", "tvkk", "vkkt"),
    3: ("tvk", "kvt", "tvv", "kvk", "tkv", "tvk"),
    4: ("tvk", "kvt", "tvk", "vkt", "tkv", "tvk"),
    5: ("tvkk", "tvvk", "tkvk", "tvtk", "vktt", "tvkk"),
    6: ("kvt", "tvk", "kvt", "tkv", "kvk", "tvk"),
    7: ("kvtt", "vktt", "kvkt", "tvtk", "ktkv", "kvtt"),
    8: ("vk", "vt", "kv", "vk", "tv", "vk"),
    9: ("vkt", "vkt", "kvt", "vtk", "tkv", "vkk"),
    10: ("tvk", "tkv", "tvk", "vtt", "kvt", "tvv"),
    11: ("kvt", "vkt", "kvk", "tkv", "tvk", "kvt"),
    12: ("vkt", "vkk", "kvt", "vtk", "tkv", "vkt"),
}


def of_phones(number: int, *, reason: str = "", blank: int | None = None) -> list[Said]:
    """What the phones answer: the first with a reason, and this one without a preference."""
    said = [Said(signs) for signs in SAID[number][:-1]]
    said[0] = Said(said[0].signs, reason)
    if blank is not None:
        said[blank] = Said()
    return said


def assert_no_number_yet(meeting: Meeting) -> None:
    """Nobody reads in the page of the beamer what was answered."""
    source = meeting.beamer.source
    assert 'class="uit' not in source
    assert not re.search(r"\d+ (voor|tegen|ermee leven)", source)


def shown(meeting: Meeting, number: int, said: Sequence[Said]) -> dict[str, list[str]]:
    """The outcome of a question as everybody may see it: per option voor, kan ermee leven and tegen; in secret mode
    voor and tegen, in words where a number would tell."""
    options = LETTERS[: len(SAID[number][0])]
    if not meeting.secret:
        return {letter: [str(counted(said, letter, stance)) for stance in STANCES.values()] for letter in options}
    of = sum(bool(one.stances) for one in said)
    return {letter: [secret_word(counted(said, letter, one), of) for one in ("voor", "tegen")] for letter in options}


def secret_word(number: int, of: int) -> str:
    """A number as it may be seen in secret mode, of five answers or six."""
    words = {0: "niemand", of: "iedereen", 1: "enkele", 2: "enkele", of - 1: "bijna iedereen", of - 2: "bijna iedereen"}
    return words.get(number, str(number))


def vote_at_once(meeting: Meeting, number: int, said: Sequence[Said]) -> None:
    """Open a question, let the phones answer, and go on to the vote without a talk."""
    meeting.open(number)
    meeting.answer(said)
    meeting.console.press("Meteen stemmen")


def settle(meeting: Meeting, number: int) -> None:
    """Settle what the bediening has ticked; all screens show it."""
    meeting.console.press(re.compile("^Stel vast"))
    meeting.agree(number, "vastgesteld")


def poll_and_begin(meeting: Meeting) -> None:
    """Answer three questions of the poll, settle two as hamerstukken, and talk about the third."""
    for number in (6, 8, 12):
        for phone in meeting.phones:
            phone.answer_poll(number, Said("kvt" if number == 6 else "vkt"[: len(SAID[number][0])]))
    meeting.console.press("Begin: toon ‘Doe mee’")
    meeting.beamer.expect_heading("Doe mee")
    meeting.seen("00-doemee")
    meeting.console.on_paper(ON_PAPER)
    meeting.console.press("Naar de hamerstukken")
    meeting.console.press("Toon de hamerstukken")
    meeting.beamer.expect_heading("Drie hamerstukken")
    for phone in meeting.phones:
        phone.look()
    meeting.phones[0].page.get_by_role("button", name=re.compile("Toch bespreken.*12")).click()
    expect(meeting.beamer.page.locator(".ham li")).to_have_count(2)
    expect(meeting.console.page.get_by_role("heading", name="Twee hamerstukken")).to_be_visible()
    meeting.seen("00-hamerstukken")
    meeting.console.press("Stel deze twee vast")
    meeting.console.press("Toon de bespreekstukken")
    meeting.beamer.expect_heading("bespreekstukken")
    meeting.seen("00-bespreekstukken")


def talk_about(meeting: Meeting, number: int) -> None:
    """Every step of a question, with a reason, somebody without a preference and somebody on paper."""
    console, beamer = meeting.console, meeting.beamer
    said, sheet = of_phones(number, reason=REASON, blank=4), Said(SAID[number][-1])
    console.go_to(number)
    meeting.open(number)
    meeting.answer(said)
    beamer.expect_count("5 van 6 klaar")
    if not meeting.secret:
        console.enter(ON_PAPER, sheet)
        beamer.expect_count("6 van 6 klaar")
    assert_no_number_yet(meeting)
    console.page.reload()
    console.press("Toon de redenen")
    meeting.agree(number, "redenen")
    expect(beamer.page.locator(".why")).to_contain_text(REASON)
    console.press("Begin het gesprek")
    meeting.agree(number, "praten")
    console.press("Open het stemmen")
    meeting.agree(number, "stemmen")
    with meeting.phones[0].page.expect_navigation():
        meeting.phones[0].page.get_by_role("button", name="Zo stem ik").click()
    assert_no_number_yet(meeting)
    if meeting.secret:
        console.enter_slip(sheet)
        console.press("Sluit, toon nog niets")
        console.page.get_by_label("De gemeente weet dat haar antwoord zo te zien is.").check()
    console.press("Sluit, toon nog niets")
    expect(beamer.page.locator(".foot")).to_contain_text("Gesloten")
    assert_no_number_yet(meeting)
    meeting.seen(f"{number:02}-dicht")
    console.press("Toon de uitslag")
    meeting.agree(number, "uitslag")
    assert beamer.cells == shown(meeting, number, [*said, sheet])
    console.write(WHY, MINORITY)
    settle(meeting, number)
    expect(beamer.page.locator("#stand")).to_contain_text(WHY)


def choose_otherwise(meeting: Meeting, number: int, letters: str) -> None:
    """Settle something else than what was counted; the reason is asked for."""
    meeting.console.go_to(number)
    vote_at_once(meeting, number, of_phones(number))
    meeting.console.press("Sluit en toon de uitslag")
    meeting.agree(number, "uitslag")
    assert meeting.beamer.cells == shown(meeting, number, of_phones(number))
    meeting.console.choose(letters)
    meeting.console.press(re.compile("^Stel vast"))
    meeting.console.page.get_by_label("Anders dan de telling, want …").fill(DIFFERS)
    settle(meeting, number)
    expect(meeting.beamer.page.locator("#stand")).to_contain_text(DIFFERS)


def ask_again(meeting: Meeting, number: int) -> None:
    """The first outcome lapses, and everybody answers again."""
    meeting.console.go_to(number)
    vote_at_once(meeting, number, of_phones(number))
    meeting.console.press("Sluit en toon de uitslag")
    meeting.agree(number, "uitslag")
    meeting.console.press("Heropen voor allen")
    meeting.console.press("Ja, heropen voor allen")
    for phone in meeting.phones:
        phone.expect_form(number)
    meeting.agree(number, "alleen")
    expect(meeting.beamer.page.locator(".head__step")).to_contain_text("Opnieuw")
    meeting.answer(of_phones(number))
    meeting.console.press("Meteen stemmen")
    meeting.console.press("Sluit en toon de uitslag")
    meeting.agree(number, "uitslag")
    if meeting.secret:
        expect(meeting.beamer.page.get_by_text("alleen of er een meerderheid is")).to_be_visible()
    settle(meeting, number)


def break_off(meeting: Meeting, number: int) -> None:
    """Nothing is counted of a question that is broken off."""
    meeting.console.go_to(number)
    meeting.open(number)
    meeting.phones[0].answer(Said(SAID[number][0]))
    meeting.console.press("Breek af, tel niets")
    meeting.console.press("Ja, breek af")
    for phone in meeting.phones:
        phone.look()
        expect(phone.page.get_by_role("heading", name="Afgebroken, niets geteld")).to_be_visible()
    meeting.seen(f"{number:02}-afgebroken")


def settle_without_a_vote(meeting: Meeting, number: int, letter: str) -> None:
    """Settle a question that nobody voted on."""
    meeting.console.press("Zonder stemming vaststellen")
    meeting.console.choose(letter)
    meeting.console.press(re.compile("^Stel vast"))
    meeting.beamer.expect_step(number, "vastgesteld")
    meeting.seen(f"{number:02}-zonder-stemming")


def answer_and_settle(meeting: Meeting, number: int) -> None:
    """The short way through a question."""
    meeting.console.go_to(number)
    vote_at_once(meeting, number, of_phones(number))
    meeting.console.press("Sluit en toon de uitslag")
    meeting.agree(number, "uitslag")
    assert meeting.beamer.cells == shown(meeting, number, of_phones(number))
    settle(meeting, number)


def close_meeting(meeting: Meeting) -> None:
    """Look at the whole, and close; every screen says so."""
    console = meeting.console
    console.press("Naar het geheel")
    console.press("Toon het geheel")
    meeting.beamer.expect_heading("Past alles op elkaar?")
    meeting.seen("13-geheel")
    console.press("Schorsen of sluiten")
    meeting.seen("14-sluiten")
    console.press("Sluit de vergadering")
    expect(console.page.get_by_role("heading", name="De vergadering is gesloten")).to_be_visible()
    for phone in meeting.phones:
        phone.look()
        expect(phone.page.get_by_text("De vergadering is gesloten").first).to_be_visible()
    expect(meeting.beamer.page.get_by_text("De vergadering is gesloten").first).to_be_visible()
    meeting.seen("15-gesloten")


def record_of(page: Page, key: str) -> dict[str, Any]:
    """What the file of a dossier keeps of its meeting."""
    file: dict[str, Any] = json.loads(page.request.get(f"/dossier/{key}/dossier.json").body())
    record: dict[str, Any] = file["meeting"]
    return record


def assert_is_kept(meeting: Meeting) -> dict[str, Any]:
    """What was held stands in the voorstel, and stays when the dossier is taken elsewhere. Returns it."""
    page, key = meeting.console.page, key_in(meeting.console.page.url)
    record = record_of(page, key)
    assert len(record["attendance"]) == len(PHONES) + 1
    assert (record["questions"]["3"]["answered"], record["questions"]["3"]["blank"]) == (5, 1)
    page.goto(f"/dossier/{key}/advies/")
    expect(page.locator("main")).to_contain_text("Breedte van het draagvlak")
    expect(page.locator("main")).to_contain_text(DIFFERS)
    content = page.request.get(f"/dossier/{key}/dossier.json").body()
    assert record_of(page, upload(page, content)) == record
    return record


def test_an_open_meeting(users: Users) -> None:
    meeting = open_meeting(users, "Open", poll=True)
    meeting.seen("00-geopend")
    poll_and_begin(meeting)
    talk_about(meeting, 3)
    ask_again(meeting, 1)
    for number in (2, 7, 9, 10, 11, 12):
        answer_and_settle(meeting, number)
    choose_otherwise(meeting, 4, "A")
    break_off(meeting, 5)
    settle_without_a_vote(meeting, 5, "B")
    close_meeting(meeting)
    assert_is_kept(meeting)


def assert_nobody_is_named(meeting: Meeting) -> None:
    """In secret mode no page that others see has the name of a gemeente."""
    pages = [meeting.beamer.page, *(phone.page for phone in meeting.phones)]
    for name in (*PHONES, ON_PAPER):
        assert not any(name in page.content() for page in pages), name


def test_a_secret_meeting(users: Users) -> None:
    meeting = open_meeting(users, "Geheim")
    meeting.console.press("Begin: toon ‘Doe mee’")
    meeting.console.on_paper(ON_PAPER)
    talk_about(meeting, 3)
    assert_nobody_is_named(meeting)
    ask_again(meeting, 1)
    for number in (2, 6, 7, 8, 9, 10, 11, 12):
        answer_and_settle(meeting, number)
        assert_nobody_is_named(meeting)
    choose_otherwise(meeting, 4, "A")
    break_off(meeting, 5)
    settle_without_a_vote(meeting, 5, "B")
    close_meeting(meeting)
    record = assert_is_kept(meeting)
    assert not {"answers", "reasons"} & {key for one in record["questions"].values() for key in one}
    assert record["cleaned"]


def test_every_screen_goes_on_after_the_server_was_killed(chromium: Browser, server: Server) -> None:
    with started(server.environment) as (address, process):
        users = Users(chromium, replace(server, address=address))
        meeting = open_meeting(users, "Open")
        meeting.console.press("Begin: toon ‘Doe mee’")
        meeting.console.go_to(3)
        meeting.open(3)
        first, second = meeting.phones[0], meeting.phones[3]
        first.answer(Said(SAID[3][0]))
        meeting.beamer.expect_count("1 van 6 klaar")
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=DEADLINE)
    second.fill_in(Said(SAID[3][3]))
    second.page.get_by_role("button", name="Verstuur").click()
    expect(second.page.get_by_text("Uw antwoord staat hier nog en wordt vanzelf verstuurd.")).to_be_visible()
    expect(meeting.beamer.page.get_by_text("Geen verbinding met de server.")).to_be_visible()
    meeting.seen("99-weg")
    with started({**server.environment, "BIND": urlsplit(address).netloc}):
        meeting.beamer.expect_count("2 van 6 klaar")
        expect(second.page.get_by_role("heading", name="Uw antwoord is binnen")).to_be_visible()
        expect(meeting.console.page.locator("#stand")).to_contain_text("2 van 6 klaar")
        meeting.phones[1].answer(Said(SAID[3][1]))
        meeting.beamer.expect_count("3 van 6 klaar")
        meeting.console.press("Meteen stemmen")
        meeting.agree(3, "stemmen")
        users.close()
