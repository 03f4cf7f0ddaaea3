"""The overview in the room and on paper: twelve answers on one screen and on one sheet, whatever is in them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from checklist.domain.text import PRESENT_LINE_CAP, PRESENT_LINES_CAP, TEXT_CAP, TITLE_CAP
from tests.browser.conftest import EXAMPLES, Dossiers, Users, in_its_font, upload
from tests.browser.server import ROOT, Server

pytestmark = pytest.mark.browser

BEAMERS = [(1280, 720), (1366, 768), (1920, 1080)]
PHONE = (375, 740)


def loaded(name: str) -> list[dict[str, Any]]:
    """The rows of a fixture."""
    return [row["fields"] for row in json.loads((ROOT / "fixtures" / name).read_text(encoding="utf-8"))]


QUESTIONS = {question["number"]: question for question in loaded("questions.json")}


def fullest() -> bytes:
    """A dossier with all that can stand together, nothing agreed, and every text as long as it may be."""
    file = json.loads((EXAMPLES / "vol.json").read_text(encoding="utf-8"))
    options: dict[int, list[dict[str, Any]]] = {}
    for option in loaded("options.json"):
        if not option["exclusive"]:
            options.setdefault(option["question"][0], []).append(option)
    for number, of_question in options.items():
        letters = [one["letter"] for one in sorted(of_question, key=lambda one: -len(one["brief"]))]
        chosen = letters if QUESTIONS[number]["selection"] == "many" else letters[:1]
        file["choices"][str(number)] = {"options": sorted(f"{number}{letter}" for letter in chosen)}
    file["choices"]["12"] = {"options": [], "motivation": ("Wij wachten op de griffiers van " * 500)[:TEXT_CAP]}
    file |= {"title": "W" * TITLE_CAP, "kept": []}
    name = "Gemeentesecretaris van een gemeente "
    file["present"] = [(f"{name}{at} " + "w" * 200)[:PRESENT_LINE_CAP] for at in range(PRESENT_LINES_CAP)]
    return json.dumps(file).encode()


@pytest.fixture(scope="module")
def fullest_key(chromium: Browser, server: Server) -> str:
    """The werklink's key of the fullest dossier."""
    users = Users(chromium, server)
    key = upload(users.open(), fullest())
    users.close()
    return key


def beyond(page: Page) -> float:
    """By how many pixels the last row lies below the top of the bar."""
    found: float = page.evaluate(
        "document.querySelector('.answers').getBoundingClientRect().bottom"
        " - document.querySelector('.foot').getBoundingClientRect().top"
    )
    return found


def heights(page: Page) -> list[str]:
    """How high each row is, with what stands in it, and the head and the foot: for who has to find out why one is too
    high."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".top, .twelve__head, .answers__row, .foot")].map(
             (part) => `${part.getBoundingClientRect().height} ${part.innerText.slice(0, 300)}`)"""
    )
    return found


def open_overview(users: Users, key: str, size: tuple[int, int]) -> Page:
    page = users.open(size)
    page.goto(f"/dossier/{key}/")
    return in_its_font(page)


@pytest.mark.parametrize("size", BEAMERS, ids=str)
def test_the_twelve_answers_stand_on_one_screen_of_a_beamer(
    users: Users, dossiers: Dossiers, fullest_key: str, size: tuple[int, int]
) -> None:
    for key in (dossiers.empty, dossiers.half, dossiers.full, fullest_key):
        page = open_overview(users, key, size)
        assert page.locator(".answers__row").count() == 12
        assert beyond(page) <= 1, heights(page)


def test_the_twelve_answers_still_fit_beside_a_scrollbar(users: Users, fullest_key: str) -> None:
    """No line fits by a hair: letters are as wide as a browser rounds them."""
    page = open_overview(users, fullest_key, (1920 - 15, 1080))
    assert beyond(page) <= 1, heights(page)


def test_an_ordinary_dossier_fits_a_small_beamer_too(users: Users, dossiers: Dossiers) -> None:
    assert beyond(open_overview(users, dossiers.full, (1024, 768))) <= 1


def test_questions_and_answers_are_as_large_as_agreed(users: Users, dossiers: Dossiers) -> None:
    page = open_overview(users, dossiers.full, (1280, 720))
    sizes = [
        page.locator(place).first.evaluate("one => Math.round(parseFloat(getComputedStyle(one).fontSize))")
        for place in (".answers__question", ".answers__answer")
    ]
    assert sizes == [19, 22]


def test_on_a_phone_rows_stack_and_nothing_lies_beside_the_window(users: Users, fullest_key: str) -> None:
    page = open_overview(users, fullest_key, PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    heights = page.locator(".answers__row, .foot .btn, .about__links a").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_anywhere_in_a_row_leads_to_its_question(users: Users, dossiers: Dossiers) -> None:
    page = open_overview(users, dossiers.full, (1280, 720))
    page.locator(".answers__row").nth(6).click(position={"x": 1100, "y": 12})
    expect(page.get_by_text("Vraag 7 van 12 ·")).to_be_visible()


def test_the_offer_to_print_prints(users: Users, dossiers: Dossiers) -> None:
    page = users.open((1280, 720))
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(f"/dossier/{dossiers.full}/")
    page.get_by_role("button", name="afdrukken").click()
    assert page.evaluate("window.printed")


def test_without_javascript_nothing_offers_to_print(users: Users, dossiers: Dossiers) -> None:
    page = users.open((1280, 720), java_script_enabled=False)
    page.goto(f"/dossier/{dossiers.full}/")
    expect(page.get_by_text("afdrukken")).to_be_hidden()


def printed(page: Page, folder: Path) -> list[str]:
    """The words of each sheet, without what wraps them."""
    page.pdf(path=folder / "print.pdf", format="A4", prefer_css_page_size=True)
    words = subprocess.run(
        ["pdftotext", "-layout", folder / "print.pdf", "-"], check=True, stdout=subprocess.PIPE, text=True
    )
    return [" ".join(sheet.split()) for sheet in words.stdout.split("\f")[:-1]]


def test_it_prints_on_one_sheet_with_all_twelve_however_full(
    users: Users, dossiers: Dossiers, fullest_key: str, tmp_path: Path
) -> None:
    for key in (dossiers.full, dossiers.empty, fullest_key):
        (sheet,) = printed(open_overview(users, key, (1280, 720)), tmp_path)
        for question in QUESTIONS.values():
            assert " ".join(question["heading"].split()[:4]) in sheet  # a second line stands after the answer
        assert "Concept. Vragen en opties: ‘Greep op de (veiligheids)regio?’" in sheet


def test_the_sheet_says_whose_it_is_of_when_and_who_was_there(
    users: Users, dossiers: Dossiers, fullest_key: str, tmp_path: Path
) -> None:
    (sheet,) = printed(open_overview(users, dossiers.full, (1280, 720)), tmp_path)
    assert "Kring van gemeentesecretarissen in Brabant-Noord, 24 november 2026." in sheet
    assert "Aanwezig: Gemeentesecretaris van Bernheze; Gemeentesecretaris van Boekel; " in sheet
    assert "Naar de uitkomst" not in sheet
    assert "Over dit dossier" not in sheet
    (full_sheet,) = printed(open_overview(users, fullest_key, (1280, 720)), tmp_path)
    assert "anderen." in full_sheet
