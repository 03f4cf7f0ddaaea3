"""What each reading says in each state of the voorstel: every cell of the tables of the states."""

import re
from functools import cache
from html import unescape

import pytest
from django.template.loader import render_to_string

from checklist.domain.advies.reading import Reading
from checklist.export.blocks.reading import document_of
from checklist.export.blocks.value import QrCode
from checklist.export.html import advies_html
from checklist.export.settled import filled_html
from tests.export import samples
from tests.export.states import ADDRESS, LATER, RECORDED, SAID, SHA256, STATES, in_state
from tests.frozen import frozen, sample

READINGS = [Reading.VOORSTEL, Reading.BESLUITENLIJST, Reading.REGLEMENT]
LAWYER = "concept, nog te toetsen door een jurist"
# The facts that stand on the cover in every state, when they are filled in.
ALWAYS = ["Orgaan", "Vergadering", "Indiener", "Opsteller", "Zaaknummer", "Aanwezig"]
IN_GROUPS = "01234567 89abcdef fedcba98 76543210 01234567 89abcdef fedcba98 76543210"


@cache
def html(name: str, reading: Reading = Reading.VOORSTEL, example: str = "vol-voorstel") -> str:
    return advies_html(in_state(samples.example(example), STATES[name]), reading)


def text_of(markup: str) -> str:
    """What is read, with single spaces."""
    return " ".join(unescape(re.sub("<[^>]*>", "", markup)).split())


def part(name: str, which: str, reading: Reading = Reading.VOORSTEL) -> str:
    """A part that changes with the state: of its header, or as far as the end of its element."""
    found = html(name, reading).partition(f'data-stand="{which}"')[2].partition(">")[2]
    return found.partition("</header>" if which == "omslag" else "</div>")[0]


def paragraph(name: str, of_class: str) -> str:
    found = re.search(f'<p class="{of_class}">(.*?)</p>', part(name, "omslag"))
    return text_of(found[1]) if found else ""


def facts(name: str, example: str = "vol-voorstel") -> dict[str, str]:
    cover = html(name, example=example).partition("</header>")[0]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td></tr>', cover)
    return {text_of(fact): text_of(value) for fact, value in rows}


def attribute(name: str, which: str, reading: Reading) -> str:
    found = re.search(f'{which}="([^"]*)"', html(name, reading))
    return unescape(found[1]) if found else ""


@pytest.mark.parametrize("name", SAID)
def test_the_cover_says_what_kind_of_document_it_is(name: str) -> None:
    assert paragraph(name, "vs-cover__kind") == SAID[name].kind


@pytest.mark.parametrize("name", SAID)
def test_the_line_under_the_title_says_the_state(name: str) -> None:
    assert paragraph(name, "vs-cover__lead") == SAID[name].lead


@pytest.mark.parametrize("name", SAID)
def test_the_cover_has_the_mark_of_its_state_and_in_most_none(name: str) -> None:
    assert paragraph(name, "vs-mark") == SAID[name].mark


@pytest.mark.parametrize("name", SAID)
def test_the_facts_say_what_was_done_and_when(name: str) -> None:
    told = {fact: value for fact, value in facts(name).items() if fact not in ALWAYS}
    assert list(told.items()) == list(SAID[name].facts.items())


@pytest.mark.parametrize("name", SAID)
def test_the_facts_that_the_kring_filled_in_stay(name: str) -> None:
    without = {"Vergadering"} if name == "aangeboden, zonder vergaderdatum" else set()
    assert [fact for fact in facts(name) if fact in ALWAYS] == [fact for fact in ALWAYS if fact not in without]


def test_the_cover_tells_who_was_there() -> None:
    assert facts("vastgesteld")["Aanwezig"].startswith("Acht van de elf gemeenten. Niet aanwezig: Heusden, ")


@pytest.mark.parametrize("name", SAID)
def test_a_fact_without_a_value_is_not_there_but_for_the_settling(name: str) -> None:
    told = facts(name, example="leeg")
    assert set(told) & {"Indiener", "Opsteller", "Zaaknummer", "Aanwezig"} == set()
    assert [fact for fact in told if fact.startswith("Vastgesteld")]


def test_the_day_of_the_meeting_is_that_of_the_acts_once_it_is_offered() -> None:
    assert facts("aangeboden")["Vergadering"] == f"{LATER.day} februari {LATER.year}"
    assert "vergadering van" not in html("aangeboden, zonder vergaderdatum").partition("</head>")[0]
    assert "vergadering van" not in part("aangeboden, zonder vergaderdatum", "omslag", Reading.BESLUITENLIJST)


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("name", SAID)
def test_the_title_of_the_file_says_the_state(name: str, reading: Reading) -> None:
    (title,) = re.findall("<title>(.*?)</title>", html(name, reading))
    before = {
        Reading.VOORSTEL: "",
        Reading.BESLUITENLIJST: "Besluitenlijst: ",
        Reading.REGLEMENT: "Concept-reglement: ",
    }
    assert unescape(title) == before[reading] + samples.example("vol-voorstel").title + SAID[name].title


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("name", SAID)
def test_the_head_and_the_foot_of_each_page_say_the_state(name: str, reading: Reading) -> None:
    mark = LAWYER if reading == Reading.REGLEMENT else SAID[name].head
    assert (attribute(name, "data-mark", reading), attribute(name, "data-foot", reading)) == (mark, SAID[name].foot)


@pytest.mark.parametrize("reading", [Reading.BESLUITENLIJST, Reading.REGLEMENT])
@pytest.mark.parametrize("name", SAID)
def test_a_document_without_a_cover_says_the_state_above_its_text(name: str, reading: Reading) -> None:
    last = text_of(re.findall("<p>(.*?)</p>", part(name, "omslag", reading))[-1])
    assert re.split("; (?:vergadering van|hoort bij) ", last)[0] == SAID[name].foot


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("name", SAID)
def test_the_box_says_what_became_of_it(name: str, reading: Reading) -> None:
    assert text_of(part(name, "kader", reading)) == SAID[name].box


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(("name", "words"), [(name, words) for name in SAID for words in SAID[name].last])
def test_the_last_part_says_the_state_and_the_version(name: str, words: str, reading: Reading) -> None:
    assert words in text_of(part(name, "echt", reading))


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("name", RECORDED)
def test_the_last_part_says_by_what_it_can_be_checked_and_how(name: str, reading: Reading) -> None:
    last = text_of(part(name, "echt", reading))
    assert f"Code. 7K2M-9QXR-4TBD SHA-256 van de gegevens. {IN_GROUPS} Nagaan. Op {ADDRESS} (ook in de QR-code)" in last
    assert IN_GROUPS.replace(" ", "") == SHA256
    assert last.endswith(
        "staat of dit de laatste versie is. Kies daar dit bestand, en u ziet of het hetzelfde is als het vastgestelde."
    )


@pytest.mark.parametrize("name", [name for name in STATES if name not in RECORDED])
def test_what_is_not_recorded_has_nothing_to_check_it_by(name: str) -> None:
    last = part(name, "echt")
    assert re.findall("<img|<a |Code[.]|SHA-256 van de gegevens", last) == []


def test_only_three_parts_change_with_the_state() -> None:
    def fixed(name: str) -> str:
        text = re.sub("<head>.*?</head>", "", html(name), flags=re.S)
        for which, end in (("omslag", "</header>"), ("kader", "</div></div>|</div>"), ("echt", "</div>")):
            text, replaced = re.subn(f'<[^<]*data-stand="{which}".*?({end})', "", text, count=1, flags=re.S)
            assert replaced
        return text

    first, *others = map(fixed, STATES)
    assert all(other == first for other in others)


def test_on_screen_there_is_no_picture_of_another_address_than_ours() -> None:
    """The content security policy of the site allows none."""
    advies = in_state(samples.example("vol-voorstel"), STATES["vastgesteld"])
    on_screen = render_to_string("advies/voorstel/body.html", {"advies": advies, "v": advies.voorstel})
    assert f'href="{ADDRESS}"' in on_screen
    assert "data:" not in on_screen
    assert "QR-code" not in on_screen


@pytest.mark.parametrize("reading", READINGS)
def test_a_text_document_of_what_is_stored_ends_with_the_qr_code(reading: Reading) -> None:
    what = frozen(sample())
    document = document_of(filled_html(what.html, reading, STATES["aangeboden"], what.cover))
    assert document.blocks[-1] == QrCode(ADDRESS, f"QR-code naar {ADDRESS}")


def test_what_is_stored_has_no_qr_code_on_screen() -> None:
    what = frozen(sample())
    html = filled_html(what.html, Reading.VOORSTEL, STATES["aangeboden"], what.cover, for_paper=False)
    assert f'href="{ADDRESS}"' in html
    assert "<img" not in html
