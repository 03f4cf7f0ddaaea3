"""The outcome on one screen of a beamer: all of it above the bar, whatever was chosen."""

import json
from collections.abc import Iterator
from random import Random

import pytest
from playwright.sync_api import Page

from checklist.domain.choices.allowed import allowed_answers
from tests.browser.conftest import Dossiers, in_its_font, make_dossier, resize, upload
from tests.content import EXAMPLES, real_content

pytestmark = pytest.mark.browser

SIZES = [(1280, 720), (1366, 768), (1024, 768), (1920, 1080)]
CONTENT = real_content()

# How far what stands highest goes over the bar below it, in pixels, and over the window's width; how many lines the
# sentence has.
_MEASURED = """() => {
  const screen = document.querySelector(".outcome"), bar = document.querySelector(".foot").getBoundingClientRect();
  const sentence = document.querySelector(".outcome__sentence");
  const parts = [screen, ...screen.querySelectorAll(".outcome__columns li, .outcome__columns p, .organigram__svg")];
  const lowest = Math.max(...parts.map((one) => one.getBoundingClientRect().bottom));
  return {
    over: Math.round(lowest - bar.top),
    bar: Math.round(bar.bottom - innerHeight),
    aside: document.documentElement.scrollWidth - innerWidth,
    lines: Math.round(sentence.offsetHeight / parseFloat(getComputedStyle(sentence).lineHeight)),
  };
}"""


def design(**answers: list[str]) -> bytes:
    """A dossier file with these options, by 'q' and the number of the question."""
    file = json.loads((EXAMPLES / "leeg.json").read_bytes())
    file["choices"] = {name[1:]: {"options": options} for name, options in answers.items() if options}
    return json.dumps(file).encode()


def designs() -> Iterator[bytes]:
    """The fullest design, with the longest sentence; and random ones, some with much open, some with little."""
    allowed = {question.number: allowed_answers(question) for question in CONTENT.questions}
    yield design(**{f"q{number}": [*max(answers, key=len)] for number, answers in allowed.items()})
    for seed in range(12):
        random = Random(seed)
        open_ones = random.choice((0.05, 0.2, 0.6))
        yield design(
            **{
                f"q{number}": [] if random.random() < open_ones else [*random.choice(answers)]
                for number, answers in allowed.items()
            }
        )


def assert_fits(page: Page) -> None:
    for width, height in SIZES:
        resize(page, (width, height))
        measured = page.evaluate(_MEASURED)
        assert measured["over"] <= 1, (width, height, measured)
        assert (measured["bar"], measured["aside"]) == (0, 0), (width, height, measured)
        assert width < 1280 or measured["lines"] <= 3, (width, height, measured)


@pytest.mark.parametrize("name", ["empty", "half", "full"])
def test_the_examples_fit_one_screen(page: Page, dossiers: Dossiers, name: str) -> None:
    page.goto(f"/dossier/{getattr(dossiers, name)}/uitkomst/")
    in_its_font(page)
    assert_fits(page)


def test_every_design_fits_one_screen(page: Page) -> None:
    for content in designs():
        key = upload(page, content)
        page.goto(f"/dossier/{key}/uitkomst/")
        in_its_font(page)
        assert_fits(page)


@pytest.mark.parametrize("name", ["leeg", "half", "vol-voorstel"])
def test_it_has_at_most_220_words(page: Page, name: str) -> None:
    resize(page, (1280, 720))
    page.goto(f"/dossier/{make_dossier(page, name)}/uitkomst/")
    in_its_font(page)
    words = page.evaluate(
        """() => [".top", ".outcome", ".foot"].flatMap((part) => {
          const walk = document.createTreeWalker(document.querySelector(part), NodeFilter.SHOW_TEXT), words = [];
          for (let text; (text = walk.nextNode()); ) {
            const box = text.parentElement.getBoundingClientRect();
            const seen = text.parentElement.checkVisibility() && box.width > 2 && box.height > 2;
            const read = seen && !text.parentElement.closest("title, desc, .organigram__words");
            if (read) words.push(...text.data.split(/\\s+/).filter(Boolean));
          }
          return words;
        }).length"""
    )
    assert words <= 220
