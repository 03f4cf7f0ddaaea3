"""The verslag tells what the kring filled in besides its answers, where it would say that nothing is."""

import re
from dataclasses import replace
from html import unescape

from checklist.domain.advies.value import Advies
from tests.export import samples
from tests.export.verslag import verslag_html


def text_of(advies: Advies, start: str, end: str = "</section>") -> str:
    """What is read from here to there, with single spaces."""
    html = verslag_html(advies).partition(start)[2].partition(end)[0]
    return " ".join(unescape(re.sub("<[^>]*>", "", html.partition(">")[2])).split())


def nobody_named(name: str) -> Advies:
    """An example without the names of who was there."""
    return replace(samples.example(name), present=())


def test_the_day_and_the_questions_of_the_evaluation_are_the_krings() -> None:
    told = text_of(samples.example("vol-voorstel"), 'id="evaluatie"')
    assert "De kring evalueert de regiostaf op 1 april 2028." in told
    assert "in te vullen" not in told
    questions = samples.example("vol-voorstel").voorstel.evaluation_questions.texts
    assert questions
    assert all(one.text.text in told for one in questions)


def test_without_a_day_there_is_a_line_to_write_it_on() -> None:
    told = text_of(samples.example("vol"), 'id="evaluatie"')
    assert "Evaluatiedatum (in te vullen bij het besluit)" in told


def test_which_gemeenten_were_there_is_told_on_the_cover_and_after_the_names() -> None:
    full = samples.example("vol-voorstel")
    assert "Aanwezig Acht van de elf gemeenten" in text_of(full, '<header class="advies-cover"', "</header>")
    there = text_of(full, 'id="aanwezig"')
    assert there.endswith("Heusden en Sint-Michielsgestel stemden later in.")
    assert full.present[0] in there


def test_gemeenten_are_told_when_nobody_is_named() -> None:
    made = nobody_named("vol-voorstel")
    assert "geen namen ingevuld" not in verslag_html(made)
    assert "waren bij de vergadering van de kring." in text_of(made, 'id="aanwezig"')


def test_nobody_named_and_no_gemeente_filled_in_is_said_on_the_cover() -> None:
    made = nobody_named("vol")
    assert "Aanwezig geen namen ingevuld" in text_of(made, '<header class="advies-cover"', "</header>")
    assert 'id="aanwezig"' not in verslag_html(made)
