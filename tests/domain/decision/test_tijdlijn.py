"""The time line of a besluitpad: what has words in it, what its dates are, and the same in sentences."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from checklist.domain.decision.besluiten import asked_of
from checklist.domain.decision.besluitpad import path_of
from checklist.domain.decision.reckoning import running_days
from checklist.domain.decision.tijdlijn import LANES, WORDS, Moment, Stand, Tijdlijn, tijdlijn_of
from checklist.domain.decision.tijdlijn_words import label_of, tijdlijn_in_words
from checklist.domain.decision.value import Path, PathWarning, PlannedStep, Trouble
from checklist.domain.decision_content import Organ, Phase, StepText, Term
from tests.content import real_content
from tests.domain.decision.designs import GEMEENTEN
from tests.domain.decision.random_designs import TODAY, random_dossier

DAY, LATER = date(2026, 11, 24), date(2027, 2, 18)
EIGHT_WEEKS = Term("acht weken", "Wet art. 1", days=56)


def planned(key: str, organ: Organ, on: date | None, *, decides: bool = True, **rest: Any) -> PlannedStep:
    """A step of a path, in which the organ decides."""
    term = rest.pop("term", None)
    text = StepText(key, 1, Phase.DECIDE, "Doe dit.", organ, "secretaris", decides=decides, term=term)
    return PlannedStep(text, "secretaris", "Doe dit.", **{"earliest": DAY, "latest": None, "on": on, **rest})


def line_of(*steps: PlannedStep, warnings: tuple[PathWarning, ...] = ()) -> Tijdlijn:
    line = tijdlijn_of(Path(steps, warnings))
    assert line
    return line


def only(*steps: PlannedStep, warnings: tuple[PathWarning, ...] = ()) -> Moment:
    """The one moment of a path."""
    (moment,) = (moment for lane in line_of(*steps, warnings=warnings).lanes for moment in lane.moments)
    return moment


def test_an_empty_path_has_no_time_line() -> None:
    assert tijdlijn_of(Path()) is None


def test_a_path_in_which_no_moment_has_a_date_has_no_time_line() -> None:
    assert tijdlijn_of(Path((planned("aanbieden", Organ.KRING, DAY, decides=False),))) is None
    assert tijdlijn_of(Path((planned("start", Organ.KRING, None, decides=False),))) is None


def test_every_decision_term_start_and_evaluation_of_the_content_has_words() -> None:
    told = {
        key
        for key, step in real_content().deciding.steps.items()
        if step.decides or running_days(step) or key in {"start", "evaluatie"}
    }
    assert WORDS.keys() == told


def test_every_organ_has_a_lane() -> None:
    assert LANES.keys() == set(Organ)


def test_a_decision_a_term_the_start_and_the_evaluation_are_moments_and_nothing_else() -> None:
    line = line_of(
        planned("kring_vaststellen", Organ.KRING, DAY),
        planned("aanbieden", Organ.KRING, DAY, decides=False),
        planned("zienswijze_regeling", Organ.RADEN, LATER, decides=False, term=EIGHT_WEEKS),
        planned("begroting_toezenden", Organ.DB, LATER, decides=False, term=replace(EIGHT_WEEKS, deadline=True)),
        planned("start", Organ.KRING, LATER, decides=False),
        planned("evaluatie", Organ.KRING, LATER, decides=False),
    )
    assert {lane.name: ([one.words for one in lane.moments], list(lane.others)) for lane in line.lanes} == {
        "Kring": (["voorstel vaststellen", "start regiostaf", "evaluatie"], [DAY]),
        "Dagelijks bestuur": ([], [LATER]),
        "Raden": (["zienswijze op wijziging"], []),
    }


@pytest.mark.parametrize(
    ("rest", "stand", "label"),
    [
        ({"fixed": True}, Stand.ON, "besluit, 18 feb 2027"),
        ({"latest": LATER}, Stand.ON, "besluit, uiterlijk 18 feb 2027"),
        ({"from_on": True}, Stand.FROM, "besluit, vanaf 18 feb 2027"),
        ({"done": True, "fixed": True}, Stand.DONE, "besluit, 18 feb 2027, gedaan"),
    ],
)
def test_a_moment_says_what_its_date_is(rest: dict[str, Any], stand: Stand, label: str) -> None:
    moment = only(planned("ab_besluit", Organ.AB, LATER, **rest))
    assert (moment.stand, label_of(moment)) == (stand, label)


@pytest.mark.parametrize(("kind", "words"), [(Trouble.IMPOSSIBLE, "niet haalbaar"), (Trouble.OWN_DATES, "te vroeg")])
def test_a_moment_that_can_not_be_on_its_date_says_why(kind: Trouble, words: str) -> None:
    step = planned("ab_besluit", Organ.AB, DAY, fixed=True, earliest=LATER)
    moment = only(step, warnings=(PathWarning(kind, DAY, LATER),))
    assert (moment.stand, label_of(moment)) == (Stand.TOO_EARLY, f"besluit, 24 nov 2026, {words}")


def test_another_moment_on_that_date_is_in_no_trouble() -> None:
    warnings = (PathWarning(Trouble.IMPOSSIBLE, DAY, LATER),)
    assert only(planned("ab_besluit", Organ.AB, DAY, fixed=True), warnings=warnings).stand is Stand.ON
    done = planned("ab_besluit", Organ.AB, DAY, fixed=True, done=True, earliest=LATER)
    assert only(done, warnings=warnings).stand is Stand.DONE


def test_a_legal_term_begins_so_many_days_before_its_end() -> None:
    moment = only(planned("zienswijze_regeling", Organ.RADEN, LATER, decides=False, term=EIGHT_WEEKS))
    assert (moment.began, moment.weeks) == (date(2026, 12, 24), 8)
    assert label_of(moment) == "zienswijze op wijziging, 8 weken"


def test_a_term_that_ends_in_the_first_days_of_the_calendar_begins_with_it() -> None:
    moment = only(planned("zienswijze_regeling", Organ.RADEN, date(1, 1, 9), decides=False, term=EIGHT_WEEKS))
    assert moment.began == date.min


def test_what_has_no_date_or_one_in_words_is_named_apart() -> None:
    line = line_of(
        planned("kring_vaststellen", Organ.KRING, DAY),
        planned("ab_besluit", Organ.AB, LATER, when="voorjaar 2027"),
        planned("raden_budget", Organ.RADEN, None, done=True),
    )
    assert [lane.name for lane in line.lanes] == ["Kring"]
    assert line.undated == ("Algemeen bestuur: besluit", "Raden: budget, gedaan")


def test_the_alternative_text_tells_the_moments_by_date_and_equal_ones_as_in_the_path() -> None:
    line = line_of(
        planned("colleges_besluiten", Organ.COLLEGES, DAY, from_on=True),
        planned("kring_vaststellen", Organ.KRING, DAY, done=True),
        planned("zienswijze_regeling", Organ.RADEN, LATER, decides=False, term=EIGHT_WEEKS, from_on=True),
        planned("evaluatie", Organ.KRING, None, decides=False),
    )
    assert tijdlijn_in_words(line) == (
        "Tijdlijn van 24 november 2026 tot en met 18 februari 2027, met een baan per orgaan. "
        "Colleges: besluit, vanaf 24 november 2026. Kring: voorstel vaststellen, 24 november 2026, gedaan. "
        "Raden: zienswijze op wijziging, 8 weken, tot op zijn vroegst 18 februari 2027. "
        "Nog zonder datum: Kring: evaluatie."
    )


def test_a_time_line_of_one_day_says_that_day() -> None:
    assert tijdlijn_in_words(line_of(planned("ab_besluit", Organ.AB, DAY))).startswith(
        "Tijdlijn van 24 november 2026, met een baan per orgaan. "
    )


def test_a_long_alternative_text_ends_after_a_sentence_and_says_where_the_rest_is() -> None:
    told = tijdlijn_in_words(line_of(*(planned("ab_besluit", Organ.AB, DAY) for _ in range(40))))
    assert len(told) <= 700
    assert told.endswith(
        "Algemeen bestuur: besluit, uiterlijk 24 november 2026. De andere momenten staan bij de stappen."
    )


def test_a_thousand_designs_have_every_dated_step_once_and_a_text_that_fits() -> None:
    content = real_content()
    for number in range(1000):
        dossier = random_dossier(number)
        path = path_of(content, dossier, asked_of(content, dossier, "Voorbeeldregio", GEMEENTEN), TODAY)
        line = tijdlijn_of(path)
        if not line:
            continue
        moments = sorted(moment.place for lane in line.lanes for moment in lane.moments)
        undated = [one for one in path.steps if one.step.key in WORDS and (one.when or not one.on)]
        told = [place for place, one in enumerate(path.steps) if one.step.key in WORDS and one not in undated]
        assert (moments, len(line.undated)) == (told, len(undated))
        assert len(tijdlijn_in_words(line)) <= 700
