"""The first screen of the outcome: one sentence, what it fits, what clashes and what is open."""

from datetime import date
from itertools import groupby
from random import Random

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import question_of_code
from checklist.domain.dossier import Action, Answer, DossierValue, Kept, about_pair, about_question
from checklist.domain.outcome.matching import match_models
from checklist.domain.outcome.whole import whole_outcome
from checklist.keys import EditKey, ReadKey
from checklist.pages.check import check_page, number_of_points
from checklist.pages.outcome_screen import OutcomeScreen, outcome_screen
from checklist.pages.points import StoredAgenda
from checklist.selectors import ActionState, ChoiceState, KeptState
from tests.content import real_content
from tests.dossiers import make_dossier
from tests.views.outcome import example, page_of

CONTENT = real_content()


def value_of(chosen: str, kept: str = "", actions: tuple[Action, ...] = ()) -> DossierValue:
    """A design by its codes; `kept`: pairs such as '2a+2b'."""
    codes = sorted(chosen.split(), key=question_of_code)
    answers = {number: Answer(tuple(options)) for number, options in groupby(codes, key=question_of_code)}
    pairs = tuple(Kept(a, b, "") for a, _, b in (pair.partition("+") for pair in kept.split()))
    return DossierValue("Proef", "VR21", date(2026, 11, 24), (), answers, pairs, actions=actions)


def screen_of(chosen: str, kept: str = "") -> OutcomeScreen:
    """The screen of a design."""
    value = value_of(chosen, kept)
    return outcome_screen(CONTENT, value, {}, whole_outcome(CONTENT, value.chosen))


def random_design(random: Random) -> str:
    """Any allowed answers, some of them open."""
    return " ".join(code for question in CONTENT.questions for code in random.choice(allowed_answers(question)))


DESIGNS = [random_design(Random(seed)) for seed in range(60)]


# Past bij


def test_it_counts_the_choices_that_fit_as_the_matching_does() -> None:
    for chosen in DESIGNS:
        outcome = match_models(CONTENT, chosen.split())
        of_all = len(chosen.split())
        for fit, match in zip(screen_of(chosen).fits, [one for one in outcome.matches if one.past], strict=False):
            assert (sum(fit.dots), len(fit.dots)) == (len(match.past), of_all)
            assert fit.fits.endswith(match.model.name_in_a_sentence)


@pytest.mark.parametrize(
    ("chosen", "first"),
    [
        ("2a 7a 1b 3b", ("2 van uw 4 keuzes", "passen bij de managementraad", "")),
        ("2a 7a", ("Uw beide keuzes", "passen bij de managementraad", "")),
        ("7a", ("Uw enige keuze", "past bij", "")),
    ],
)
def test_it_says_so_in_words(chosen: str, first: tuple[str, str, str]) -> None:
    fit = screen_of(chosen).fits[0]
    assert (fit.count, fit.against) == (first[0], first[2])
    assert fit.fits.startswith(first[1])


def test_what_does_not_fit_a_model_is_said_below_it() -> None:
    against = {fit.against for chosen in DESIGNS for fit in screen_of(chosen).fits}
    assert {"", "1 past er niet bij", "2 passen er niet bij"} <= against


def test_at_most_three_models_are_named_and_no_rank_or_percentage() -> None:
    assert {len(screen_of(chosen).fits) for chosen in DESIGNS} <= {0, 1, 2, 3}


@pytest.mark.parametrize(("chosen", "clear"), [("1a", False), ("7a", True), ("", False)])
def test_without_a_hallmark_no_model_is_named(chosen: str, clear: bool) -> None:
    screen = screen_of(chosen)
    assert (screen.clear, bool(screen.fits)) == (clear, clear)


# Botst of vraagt een afspraak


def test_what_clashes_stands_before_what_needs_an_agreement_before_what_is_agreed() -> None:
    order = ["botst", "afspraak", "afgesproken"]
    for chosen in DESIGNS:
        between = tensions_between(CONTENT, chosen.split())
        kept = " ".join(f"{tension.a}+{tension.b}" for tension in between[::2])
        listed = screen_of(chosen, kept).tensions
        points = [*listed.points, *listed.others]
        assert len(points) == len(between)
        assert [point.mark for point in points] == sorted((point.mark for point in points), key=order.index)
        assert sum(point.mark == "afgesproken" for point in points) == len(between[::2])
        assert len(listed.points) <= 4


def test_a_point_says_its_word_and_its_questions() -> None:
    point = screen_of("7b 11a").tensions.points[0]
    assert (point.mark, point.word, point.at) == ("botst", "Botst:", "vraag 7 en 11")
    assert point.text == "Hoort de regiostaf bij de CGS, of werkt de CGS los?"


def test_what_does_not_fit_is_counted() -> None:
    for chosen in DESIGNS:
        between = tensions_between(CONTENT, chosen.split())
        loose = screen_of(chosen).tensions
        assert loose.more == (f"en nog {len(loose.others)}" if loose.others else "")
        agreed = screen_of(chosen, " ".join(f"{tension.a}+{tension.b}" for tension in between)).tensions
        assert agreed.more == (f"en nog {len(agreed.others)}, al afgesproken" if agreed.others else "")
    assert screen_of(max(DESIGNS, key=len)).tensions.others


# Nog niet bepaald


def test_what_is_open_is_named_in_words_of_the_questions() -> None:
    listed = screen_of("1a 2a 3b 5b 6b 7b 8b 9a 10c 11b 12b").open
    assert ("Hoe bereikt de regiostaf de raden?", "vraag 4") in {(point.text, point.at) for point in listed.points}


def test_what_a_choice_leaves_open_and_a_decision_waits_for_is_open_too() -> None:
    asked = next(detail.question for detail in CONTENT.option_of["7a"].details if detail.required)
    listed = screen_of("1a 2a 3b 4b 5b 6b 7a 8b 9a 10c 11b 12b").open
    assert [(point.text, point.at) for point in listed.points] == [(asked, "vraag 7")]


# How many points the controle has


def test_the_button_counts_the_points_of_the_controle() -> None:
    actions = (
        Action(about_question(4), "Overleggen"),
        Action(about_question(1), "Nabellen"),
        Action(about_pair("7b", "11a"), "Uitzoeken"),
        Action("", "Zaal huren"),
    )
    for seed, chosen in enumerate(DESIGNS):
        value = value_of(chosen, actions=actions[: seed % 5])
        states = {
            number: ChoiceState(0, value.answer(number), 1, None)
            for number in [question.number for question in CONTENT.questions]
        }
        stored_actions = [ActionState(at, action, 1) for at, action in enumerate(value.actions, start=1)]
        kept: dict[tuple[str, str], KeptState] = {}
        page = check_page(CONTENT, value, states, StoredAgenda(stored_actions, kept), gemeenten={})
        assert number_of_points(CONTENT, value, {}) == len(page.points), chosen


# The page


@pytest.mark.django_db
def test_the_page_has_the_sentence_as_its_heading(client: Client) -> None:
    page = page_of(client, example("half"))
    assert [heading.text for heading in page.find("h1")] == [
        "Er komt een regiostaf die de gemeenten adviseert en beleid mee voorbereidt, onder leiding van één "
        "vrijgestelde functionaris."
    ]


@pytest.mark.django_db
def test_a_dossier_without_choices_says_where_to_begin(client: Client) -> None:
    dossier = make_dossier()
    page = page_of(client, dossier)
    assert page.find("h1")[0].text.startswith("U hebt nog niet bepaald wie de regiostaf opricht")
    assert "Alle twaalf vragen. Begin bij vraag 1" in page.text
    reading = client.get(reverse("outcome", args=[ReadKey(dossier.read_key)])).content.decode()
    assert "Begin bij vraag 1" not in reading


@pytest.mark.django_db
@pytest.mark.parametrize("reading", [False, True])
def test_its_buttons_lead_to_the_advies_the_controle_and_the_overview(client: Client, reading: bool) -> None:
    dossier = example("half")
    key = ReadKey(dossier.read_key) if reading else EditKey(dossier.edit_key)
    html = client.get(reverse("outcome", args=[key])).content.decode()
    for name, words in (("advies", "Naar het advies"), ("check", "Controle: 9 punten"), ("dossier", "Overzicht")):
        assert f'href="{reverse(name, args=[key])}">{words}</a>' in html
    assert '<a href="#onderbouwing">Onderbouwing</a>' in html


def test_the_drawing_knows_which_contradiction_is_agreed() -> None:
    (clash,) = screen_of("2a 5a", kept="2a+5a").regiostaf.clashes
    assert clash.kept
    (clash,) = screen_of("2a 5a").regiostaf.clashes
    assert not clash.kept
