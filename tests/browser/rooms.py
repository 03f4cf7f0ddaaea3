"""The rooms of a live meeting as people use them: the bediening of the chair, the beamer, the phones of gemeenten."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import LAPTOP, Users

BEAMER, PHONE = (1280, 720), (375, 740)
REGION = "Flevoland"
PHONES = ("Almere", "Dronten", "Lelystad", "Noordoostpolder", "Urk")
ON_PAPER = "Zeewolde"
STANCES = {"v": "voor", "k": "kan", "t": "tegen"}
LETTERS = "ABCD"

# A step: how the six steps on beamer and bediening name it, and how a phone does.
STEPS = {
    "alleen": ("Alleen", "eerst alleen"),
    "redenen": ("Redenen", "redenen"),
    "praten": ("Praten", "praten"),
    "stemmen": ("Stemmen", "stemmen"),
    "uitslag": ("Uitslag", "uitslag"),
    "vastgesteld": ("Vastgesteld", "vastgesteld"),
}


@dataclass(frozen=True)
class Said:
    """What a gemeente answers: 'vkt' is voor A, kan ermee leven B and tegen C, a dash says nothing; empty is no
    preference. A reason stands at the first option of which something is said."""

    signs: str = ""
    reason: str = ""

    @property
    def stances(self) -> dict[str, str]:
        """The stance on each option, by its letter."""
        return {letter: STANCES[sign] for letter, sign in zip(LETTERS, self.signs, strict=False) if sign in STANCES}


def counted(said: Iterable[Said], letter: str, stance: str) -> int:
    """How many said this of an option."""
    return sum(one.stances.get(letter) == stance for one in said)


@dataclass
class Phone:
    """The phone of a gemeente. One without a script is told to look again."""

    page: Page
    name: str
    follows: bool

    def join_with_code(self, code: str) -> None:
        """Type the code that is on the screen."""
        self.page.goto("/doe-mee/")
        self.page.get_by_label("Code van acht letters").fill(code)
        self.page.get_by_role("button", name="Verder").click()
        self._choose()

    def join_with_link(self, link: str) -> None:
        """Follow the link in the invitation."""
        self.page.goto(link)
        self._choose()

    def _choose(self) -> None:
        self.page.get_by_label(self.name, exact=True).check()
        self.page.locator("label[for=mandaat]").click()
        self.page.get_by_role("button", name="Ik ben van deze gemeente").click()
        expect(self.page).to_have_url(re.compile(r"/deelnemen/\d+/"))

    def look(self) -> None:
        """Look where the meeting is now."""
        if not self.follows:
            self.page.get_by_role("button", name="Ververs deze bladzijde").click()

    def fill_in(self, said: Said) -> None:
        """Fill in the form that is open."""
        for letter, stance in said.stances.items():
            self.page.locator(f"label[for={letter}-{stance}]").click()
        if said.reason:
            letter = next(iter(said.stances))
            self.page.locator(".vote", has=self.page.locator(f"#{letter}-voor")).get_by_text("Reden").first.click()
            self.page.get_by_label(f"Reden bij {letter}", exact=True).fill(said.reason)

    def answer(self, said: Said) -> None:
        """Fill in the form that is open, and send it."""
        self.fill_in(said)
        button = re.compile("^(Verstuur|Zo stem ik)$") if said.stances else "Geen voorkeur"
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button).click()

    def answer_poll(self, number: int, said: Said) -> None:
        """Answer a question of the poll."""
        self.page.goto(f"{self.page.url.partition('?')[0]}?vraag={number}")
        self.answer(said)

    def expect_form(self, number: int) -> None:
        """The form of this question is open."""
        self.look()
        expect(self.page.locator(f"form.answer input[name=vraag][value='{number}']")).to_be_attached()

    def expect_step(self, number: int, step: str) -> None:
        """The phone says where the question is."""
        self.look()
        expect(self.page.locator("#stand")).to_contain_text(f"Vraag {number} van 12 · {STEPS[step][1]}")


@dataclass
class Beamer:
    """The beamer in the room."""

    page: Page

    def expect_step(self, number: int, step: str) -> None:
        """The beamer is at this step of this question."""
        expect(self.page.locator(".head__step")).to_contain_text(f"Vraag {number} van 12")
        expect(self.page.locator(".fase [aria-current=step]")).to_have_text(STEPS[step][0])

    def expect_heading(self, words: str) -> None:
        """The beamer shows something else than a question."""
        expect(self.page.get_by_role("heading", name=words, level=1)).to_be_visible()

    def expect_count(self, words: str) -> None:
        """How many answered, in words and in squares."""
        expect(self.page.locator(".foot")).to_contain_text(words)
        expect(self.page.locator(".foot .tel .on")).to_have_count(int(words.partition(" ")[0]))

    @property
    def cells(self) -> dict[str, list[str]]:
        """What the outcome says of each option, by its letter, in the order of the columns."""
        rows = self.page.locator(".uit tbody tr")
        return {
            row.locator(".key").inner_text(): row.locator("td strong, td em").all_inner_texts() for row in rows.all()
        }

    @property
    def source(self) -> str:
        """All of the page, also what nobody sees."""
        return self.page.content()


@dataclass
class Console:
    """The bediening of the chair."""

    page: Page

    def press(self, words: str | re.Pattern[str]) -> None:
        """Press a button of the bar below, or another one on the page."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=words).click()

    @property
    def next(self) -> Locator:
        """The one button that is the next step."""
        return self.page.locator(".foot .btn--go")

    def go_to(self, number: int) -> None:
        """Look at a question in the agenda."""
        with self.page.expect_navigation():
            self.page.locator(f".ag button[value='{number}']").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(re.compile(rf"^{number} "))

    def seat(self, name: str) -> None:
        """Look at the page of a gemeente."""
        self.press(re.compile(rf"^{name}$"))

    def back(self) -> None:
        """From the page of a gemeente to the bediening."""
        self.page.get_by_role("link", name="Terug naar de bediening").click()

    def on_paper(self, name: str) -> None:
        """Let a gemeente take part on paper."""
        self.seat(name)
        self.page.get_by_label("Op papier").check()
        self.press("Opslaan")
        self.back()

    def enter(self, name: str, said: Said) -> None:
        """Enter the answer of a gemeente from its sheet."""
        self.seat(name)
        for letter, stance in said.stances.items():
            self.page.locator(f"input[name='{letter}-keuze'][value='{stance}']").check()
        self.press("Sla het antwoord op")

    def enter_slip(self, said: Said) -> None:
        """Enter the one sheet that was handed in, in secret mode."""
        self.page.get_by_label("Hoeveel bladen?").fill("1")
        for row in self.page.locator("table:has(input[name^=voor-]) tbody tr").all():
            stance = said.stances.get(row.locator(".key").inner_text())
            if stance:
                row.locator(f"input[name^={stance}-]").fill("1")

    def expect_step(self, number: int, step: str) -> None:
        """The bediening is at this step of this question."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(re.compile(rf"^{number} "))
        expect(self.page.locator(".fase [aria-current=step]")).to_have_text(STEPS[step][0])

    def write(self, why: str, minority: str) -> None:
        """Write along; it is saved by itself."""
        self.page.get_by_label("Waarom kiest u dit?").fill(why)
        self.page.get_by_label("Wie denkt er anders over?").fill(minority)

    def choose(self, letters: str) -> None:
        """Choose what is settled, whatever was counted."""
        for row in self.page.locator("tr:has(input[name=optie])").all():
            box = row.locator("input[name=optie]")
            if row.locator(".key").inner_text() in letters:
                box.check()
            elif box.get_attribute("type") == "checkbox":
                box.uncheck()


@dataclass
class Meeting:
    """All screens of a meeting that is open."""

    console: Console
    beamer: Beamer
    phones: Sequence[Phone]
    secret: bool

    def screens(self) -> Mapping[str, Page]:
        """Each screen with its name."""
        return {"bediening": self.console.page, "beamer": self.beamer.page} | {
            f"telefoon-{phone.name}": phone.page for phone in self.phones
        }

    def agree(self, number: int, step: str) -> None:
        """Every screen is at this step of this question; those without a script after a look."""
        self.console.expect_step(number, step)
        self.beamer.expect_step(number, step)
        for phone in self.phones:
            phone.expect_step(number, step)
        self.seen(f"{number:02}-{step}")

    def seen(self, what: str) -> None:
        """A moment at which all screens are as they stay a while."""

    def open(self, number: int) -> None:
        """Open a question."""
        self.console.press(f"Open vraag {number}")
        for phone in self.phones:
            phone.expect_form(number)
        self.agree(number, "alleen")

    def answer(self, said: Sequence[Said]) -> None:
        """Let each phone answer, in their order."""
        for phone, one in zip(self.phones, said, strict=True):
            phone.answer(one)


def open_dossier(users: Users, title: str) -> Page:
    """Make a dossier of the region; ends on its page with the links."""
    page = users.open(LAPTOP)
    page.goto("/")
    page.get_by_role("link", name="Nieuw dossier").click()
    page.get_by_label("Titel van het dossier").fill(title)
    page.get_by_label("Veiligheidsregio").select_option(label=REGION)
    page.get_by_label("Datum van de vergadering").fill("2026-11-24")
    page.get_by_role("button", name="Dossier maken").click()
    return page


def open_meeting(users: Users, mode: str, *, poll: bool = False) -> Meeting:
    """Open a meeting as a chair does, from the dossier, and let five phones join it, two of them without a script."""
    page = open_dossier(users, f"Een vergadering die {mode.lower()} is")
    reading = page.get_by_label("Leeslink", exact=True).input_value()
    page.goto(page.url.replace("links/", "vergadering/"))
    page.get_by_text(mode, exact=True).click()
    if poll:
        page.get_by_label("Stuur de twaalf vragen vooraf.").check()
    page.get_by_role("button", name="Open de vergadering").click()
    expect(page.get_by_role("heading", name="De vergadering staat klaar")).to_be_visible()
    code = page.locator(".codeb").inner_text()
    text = page.locator("#uitnodiging").input_value()
    found = re.search(r"https?://\S+/doe-mee/\w\S+/", text)
    assert found is not None, text
    beamer = users.open(BEAMER)
    beamer.goto(f"{reading}vergadering/scherm/")
    meeting = Meeting(
        Console(page), Beamer(beamer), [_phone(users, at, name) for at, name in enumerate(PHONES)], mode == "Geheim"
    )
    for at, phone in enumerate(meeting.phones):
        if at % 2:
            phone.join_with_link(found[0])
        else:
            phone.join_with_code(code.lower() if at else code)
    return meeting


def _phone(users: Users, at: int, name: str) -> Phone:
    follows = at not in (1, 2)
    return Phone(users.open(PHONE, java_script_enabled=follows, has_touch=True), name, follows)
