"""The voorstel and the besluitenlijst as HTML: their order, their words by state, and that they can't disagree."""

import re
from collections.abc import Callable
from html import unescape
from itertools import pairwise

import pytest

from checklist.domain.advies.reading import Reading
from checklist.export.html import advies_html
from tests.export import samples
from tests.export.words import own_share, words_by_origin

NAMES = ("vol-voorstel", "half", "vol", "leeg")
OWN_SHARE = 0.6
READINGS = [Reading.VOORSTEL, Reading.BESLUITENLIJST, Reading.REGLEMENT]


def voorstel(name: str) -> str:
    """The document of a sample."""
    return advies_html(samples.example(name), Reading.VOORSTEL)


def besluitenlijst(name: str) -> str:
    """The decisions of a sample."""
    return advies_html(samples.example(name), Reading.BESLUITENLIJST)


def text_of(html: str) -> str:
    """What is read, with single spaces."""
    return " ".join(unescape(re.sub("<[^>]*>", "", html)).split())


def headings(html: str) -> list[tuple[int, str]]:
    """Each heading with its level."""
    return [(int(level), text_of(text)) for level, text in re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", html)]


@pytest.mark.parametrize("name", NAMES)
def test_the_chapters_stand_in_their_order(name: str) -> None:
    assert [text for level, text in headings(voorstel(name)) if level == 2] == [
        "Inhoud",
        "Samenvatting",
        "1 Aanleiding",
        "2 Gevraagd besluit",
        "3 Het ontwerp in het kort",
        "4 Argumenten",
        "5 Gevolgen",
        "6 Risico’s en maatregelen",
        "7 Draagvlak",
        "8 Besluitpad en planning",
        "9 Communicatie",
        "10 Evaluatie",
        "Bijlage A. Verantwoording",
        "Bijlage B. Stand van zaken in wet- en regelgeving",
        "Bijlage C. Afspraken van de kring en concept-reglement",
        "Bijlage D. Open punten, bewust gehouden keuzes en andere stappen",
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("reading", READINGS)
def test_there_is_one_title_and_no_level_is_skipped(name: str, reading: Reading) -> None:
    levels = [level for level, _ in headings(advies_html(samples.example(name), reading))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_the_contents_are_the_chapters(name: str) -> None:
    html = voorstel(name)
    rows = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a>', html.partition("<nav")[2].partition("</nav>")[0])
    chapters = re.findall(r'<h2 [^>]*id="([^"]+)"[^>]*>(.*?)</h2>', html)[1:]
    assert [(anchor, text_of(text)) for anchor, text in rows] == [(i, text_of(text)) for i, text in chapters]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("reading", READINGS)
def test_every_reference_leads_somewhere_and_every_id_is_there_once(name: str, reading: Reading) -> None:
    html = advies_html(samples.example(name), reading)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))
    assert sorted(set(re.findall(r'href="#([^"]+)"', html)) - set(ids)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_table_and_a_figure_that_the_text_names_are_there(name: str) -> None:
    text = text_of(voorstel(name))
    named = set(re.findall(r"\b[Tt]abel (\d+)\b", text))
    assert named == set(re.findall(r"\bTabel (\d+)\.", text))
    figures = set(re.findall(r"\b[Ff]iguur (\d+)\b", text))
    assert figures == set(re.findall(r"\bFiguur (\d+)\.", text))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("reading", READINGS)
def test_no_cell_or_item_is_empty_and_nothing_stands_in_a_link(name: str, reading: Reading) -> None:
    html = advies_html(samples.example(name), reading)
    assert re.findall(r"<t[hd][^>]*>\s*</t[hd]>", html) == []
    assert re.findall(r"<li>\s*</li>|<p>\s*</p>", html) == []
    assert [link for link in re.findall(r"<a [^>]*>(.*?)</a>", html) if "<" in link.replace("<wbr>", "")] == []
    assert re.findall(r"<li[^>]*>\s*<(?:p|div)", html) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_has_a_brace_a_doubled_stop_or_a_doubled_space_of_words(name: str) -> None:
    text = text_of(voorstel(name))
    assert re.findall(r".{20}[{}].{20}", text) == []
    assert re.findall(r".{20}(?:\.\.|,,|;;| ,| \.(?!\w)|: \.)", text) == []
    assert re.findall(r"\b(de|een|van|en|te|om) \1\b", text) == []


def test_the_full_example_is_for_the_most_part_in_words_of_the_kring_and_decisions() -> None:
    html = voorstel("vol-voorstel")
    print(dict(words_by_origin(html)), f"{own_share(html):.1%}")  # noqa: T201 - a figure to be seen
    assert own_share(html) >= OWN_SHARE


def points(html: str) -> list[str]:
    """Each decision as it reads, with its number."""
    return [text_of(point) for point in re.findall(r'<p class="vs-par vs-point"[^>]*>(.*?)</p>', html)]


@pytest.mark.parametrize("name", NAMES)
def test_the_besluitenlijst_has_every_decision_as_the_voorstel_has_it(name: str) -> None:
    whole = voorstel(name)
    chapters = whole.partition('id="hoofdstuk-2"')[2]
    assert points(besluitenlijst(name)) == [point.replace("; bedrag in 5.1", "") for point in points(chapters)]


def test_the_decision_on_the_costs_leads_to_the_amount() -> None:
    asked = points(voorstel("vol-voorstel").partition('id="hoofdstuk-2"')[2])
    (on_costs,) = (point for point in asked if "bedrag in" in point)
    assert on_costs.endswith(
        "te dekken binnen de vastgestelde begroting van Veiligheidsregio Brabant-Noord. (10b; bedrag in 5.1)"
    )
    assert "bedrag in" not in voorstel("vol")


@pytest.mark.parametrize("reading", [voorstel, besluitenlijst])
def test_a_decision_whose_ground_must_be_looked_up_has_a_star_and_no_other(reading: Callable[[str], str]) -> None:
    asked = samples.example("vol-voorstel").voorstel.asked
    starred = {point.number for one in asked.decisions for point in one.points if point.grounds}
    html = reading("vol-voorstel").partition('id="hoofdstuk-2"')[2] or reading("vol-voorstel")
    assert {point.split()[0] for point in points(html) if point.endswith("*")} == starred
    assert len(starred) == 7


def test_the_summary_has_each_decision_of_the_organ_on_the_cover_word_for_word() -> None:
    asked = samples.example("vol-voorstel").voorstel.asked
    assert asked.own
    summary = text_of(voorstel("vol-voorstel").partition('id="samenvatting"')[2].partition("</section>")[0])
    for point in asked.own.points:
        assert " ".join(point.text.split()) in summary.replace("‘", "'").replace("’", "’")
        assert [item.text for item in point.informed if item.text not in summary] == []


def test_an_option_is_told_in_the_table_at_a_decision_and_in_a_heading() -> None:
    text = text_of(voorstel("vol-voorstel"))
    codes = {code for one in samples.example("vol-voorstel").questions for code in (o.code for o in one.options)}
    assert {code: text.count(f"({code})") for code in codes if len(re.findall(rf"\b{code}\b", text)) < 3} == {}


def test_a_contradiction_stops_the_proposal_above_all_decisions_in_the_same_words() -> None:
    html = voorstel("vol")
    boxes = [text_of(box) for box in re.findall(r'<div class="vs-box vs-box--stop">(.*?)</div>', html, flags=re.S)]
    assert len(boxes) == 2
    assert all(box.startswith("Dit voorstel kan zo niet worden besloten:") for box in boxes)
    assert html.index("vs-box--stop") < html.index("Vraag.</strong>")
    second = html.index("vs-box--stop", html.index('id="hoofdstuk-2"'))
    assert second < html.index('id="p2.1"')


def test_nothing_typed_becomes_markup_or_a_template() -> None:
    html = advies_html(samples.stress(), Reading.VOORSTEL)
    assert "&lt;b&gt;geen opmaak&lt;/b&gt; &amp; {{ 7|add:7 }}" in html


def test_characters_that_the_fonts_lack_are_named_at_the_end() -> None:
    html = advies_html(samples.advies_of("Regiostaf 漢", {}), Reading.VOORSTEL)
    last = text_of(html.partition('data-stand="echt"')[2])
    assert "Het gaat om U+6F22." in last
    assert "Regiostaf □" in last
