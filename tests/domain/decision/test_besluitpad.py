"""The besluitpad: rules of its dates, on a small path that goes from the kring to the start."""

from datetime import date, timedelta
from typing import Any

import pytest

from checklist.domain.decision.besluiten import asked_of
from checklist.domain.decision.besluitpad import path_of
from checklist.domain.decision.value import Path, PathWarning, PlannedStep, Trouble
from checklist.domain.decision_content import Organ, Phase, StepText, Term
from checklist.domain.dossier import Action, about_step
from checklist.domain.proposal import OtherMeeting, Proposal
from checklist.domain.state import CONCEPT, Outcome, Stand, State
from tests.domain.decision.designs import asking, decides, dossier_of, moment, notes, small_content

TODAY, KRING, FEBRUARY = date(2026, 11, 27), date(2026, 12, 17), date(2027, 2, 18)
EIGHT_WEEKS = Term("acht weken", "Wet art. 1", days=56)


def step(key: str, number: int, phase: Phase, *after: str, **rest: Any) -> StepText:
    """A step in which nobody decides."""
    return StepText(key, number, phase, f"Doe {key}.", Organ.DB, "directeur", after, **rest)


CONTENT = small_content(
    {
        "1a": asking(decides(Organ.AB, "te doen"), steps="ab_besluit"),
        "2a": asking(decides(Organ.RADEN, "te betalen"), steps="zienswijze raden_budget na"),
        "2b": asking(notes(Organ.DB, "dit")),
    },
    moment("kring_vaststellen", 1, Organ.KRING, phase=Phase.PREPARE, always=True),
    step("aanbieden", 2, Phase.OFFER, "kring_vaststellen", always=True),
    moment("ab_besluit", 3, Organ.AB, "aanbieden"),
    step("zienswijze", 4, Phase.DECIDE, "aanbieden", term=EIGHT_WEEKS),
    moment("raden_budget", 5, Organ.RADEN, "zienswijze", "ab_besluit"),
    step("na", 6, Phase.ARRANGE, "ab_besluit"),
    step("start", 7, Phase.ARRANGE, "ab_besluit", "raden_budget", always=True),
    step("evaluatie", 8, Phase.EVALUATE, "start", always=True),
)


def planned(
    codes: str = "1a",
    *,
    state: State = CONCEPT,
    today: date = TODAY,
    day: date = KRING,
    actions: Any = (),
    **fields: Any,
) -> Path:
    """The path of a dossier of the kring of 17 December; `actions` are when, who and so on by step."""
    told = tuple(Action(about_step(key), **{"what": "", **said}) for key, said in actions)
    dossier = dossier_of(codes, proposal=Proposal(**fields), actions=told, date=day)
    return path_of(CONTENT, dossier, asked_of(CONTENT, dossier, "Voorbeeldregio", {}), today, state)


def found(path: Path, key: str) -> PlannedStep:
    """A step that is in the path."""
    step = path.of(key)
    assert step
    return step


def test_without_a_choice_there_is_no_path() -> None:
    assert planned("") == Path()


def test_a_step_without_a_later_date_says_from_when() -> None:
    step = found(planned(), "ab_besluit")
    assert (step.earliest, step.latest, step.on, step.from_on, step.fixed) == (KRING, None, KRING, True, False)


def test_a_step_before_a_meeting_says_at_the_latest() -> None:
    step = found(planned(meeting=FEBRUARY), "aanbieden")
    assert (step.earliest, step.latest, step.on, step.from_on, step.fixed) == (KRING, FEBRUARY, FEBRUARY, False, False)


def test_the_kring_meets_on_the_date_of_the_dossier_or_of_its_step() -> None:
    assert found(planned(), "kring_vaststellen").on == KRING
    later = planned(actions=[("kring_vaststellen", {"when": "7 januari 2027"})])
    assert found(later, "kring_vaststellen").on == date(2027, 1, 7)
    assert found(later, "ab_besluit").earliest == date(2027, 1, 7)


def row(organ: Organ, day: date, step: str = "") -> OtherMeeting:
    """A meeting of an organ."""
    return OtherMeeting(organ, on=day, step=step)


MARCH = date(2027, 3, 25)


@pytest.mark.parametrize(
    ("fields", "on"),
    [
        ({"meeting": FEBRUARY}, FEBRUARY),
        ({"meeting": FEBRUARY, "other_meetings": (row(Organ.AB, MARCH),)}, MARCH),
        ({"other_meetings": (row(Organ.AB, FEBRUARY), row(Organ.AB, MARCH), row(Organ.AB, FEBRUARY))}, MARCH),
        ({"other_meetings": (row(Organ.DB, MARCH, "ab_besluit"),)}, MARCH),
        ({"other_meetings": (row(Organ.AB, MARCH, "elders"),)}, KRING),
        ({"actions": [("ab_besluit", {"when": "25 maart 2027"})]}, MARCH),
        ({"meeting": FEBRUARY, "actions": [("ab_besluit", {"when": "25 maart 2027"})]}, FEBRUARY),
    ],
)
def test_a_moment_is_on_the_date_that_goes_first(fields: dict[str, Any], on: date) -> None:
    assert found(planned(**fields), "ab_besluit").on == on


def test_a_row_of_an_organ_belongs_to_its_first_moment() -> None:
    path = planned("1a 2a", other_meetings=(row(Organ.RADEN, MARCH),))
    assert found(path, "raden_budget").on == MARCH
    assert path.end == MARCH


def test_a_term_takes_its_days_forward_and_back() -> None:
    path = planned("1a 2a", other_meetings=(row(Organ.RADEN, MARCH),))
    step = found(path, "zienswijze")
    assert (step.earliest, step.latest) == (KRING + timedelta(days=56), MARCH)
    assert found(path, "aanbieden").latest == MARCH - timedelta(days=56)
    assert path.terms == (8,)


def test_a_meeting_binds_what_is_before_it_alone() -> None:
    path = planned("1a 2a", meeting=FEBRUARY)
    assert [found(path, key).latest for key in ("zienswijze", "raden_budget", "na")] == [None, None, None]
    assert path.end == FEBRUARY


def test_a_date_of_the_kring_at_a_step_binds_what_is_before_it_alone() -> None:
    path = planned("1a 2a", actions=[("start", {"when": "1 april 2027"})])
    step = found(path, "start")
    assert (step.on, step.fixed, step.from_on) == (date(2027, 4, 1), True, False)
    assert [found(path, key).latest for key in ("raden_budget", "na")] == [date(2027, 4, 1), None]
    assert found(planned(actions=[("aanbieden", {"when": "11 januari 2027"})]), "ab_besluit").earliest == KRING


def test_a_date_at_a_step_that_is_too_early_is_warned_of_unless_it_has_passed() -> None:
    early = [("start", {"when": "2026-12-01"})]
    assert PathWarning(Trouble.OWN_DATES, date(2026, 12, 1), KRING) in planned(actions=early).warnings
    assert planned(actions=early, meeting=FEBRUARY, today=date(2026, 12, 2)).warnings == ()


def test_the_evaluation_binds_nothing() -> None:
    assert found(planned(evaluation=date(2028, 4, 1)), "start").latest is None


def test_what_the_kring_wrote_at_a_step_goes_before_the_steps_own() -> None:
    said = {"what": "Breng het langs.", "who": "de secretaris van Oss", "when": "in het voorjaar"}
    step = found(planned(actions=[("aanbieden", said)]), "aanbieden")
    assert (step.what, step.who, step.when, step.fixed) == (said["what"], said["who"], said["when"], False)
    usual = found(planned(), "aanbieden")
    assert (usual.what, usual.who, usual.when) == ("Doe aanbieden.", "directeur", "")


def test_of_two_actions_at_a_step_each_part_is_of_the_first_that_has_it() -> None:
    path = planned(
        actions=[("aanbieden", {"who": "Oss", "done": True}), ("aanbieden", {"who": "Vught", "when": "2027-01-11"})]
    )
    step = found(path, "aanbieden")
    assert (step.who, step.on, step.done) == ("Oss", date(2027, 1, 11), False)


def test_what_is_done_is_not_reckoned_and_its_term_runs_from_that_day() -> None:
    day = date(2026, 12, 1)
    done = [("kring_vaststellen", {"done": True, "when": str(day)}), ("aanbieden", {"done": True, "when": str(day)})]
    path = planned("1a 2a", today=date(2026, 12, 10), actions=done, other_meetings=(row(Organ.RADEN, MARCH),))
    step = found(path, "aanbieden")
    assert (step.on, step.latest, step.done) == (day, None, True)
    assert found(path, "zienswijze").earliest == day + timedelta(days=56)


def test_what_is_done_may_have_no_date() -> None:
    step = found(planned(actions=[("aanbieden", {"done": True})], meeting=FEBRUARY), "aanbieden")
    assert (step.on, step.done, step.from_on) == (None, True, False)


def test_a_term_that_is_over_is_not_told() -> None:
    assert planned("1a 2a", actions=[("zienswijze", {"done": True})]).terms == ()


def test_the_evaluation_has_the_date_of_the_proposal_and_else_none() -> None:
    day = date(2028, 4, 1)
    assert found(planned(evaluation=day), "evaluatie").on == day
    step = found(planned(), "evaluatie")
    assert (step.on, step.from_on) == (None, False)


@pytest.mark.parametrize(
    ("fields", "warnings"),
    [
        ({"meeting": FEBRUARY}, ()),
        ({"meeting": KRING}, ()),
        # The kring meets a week later: its own date is in the way.
        ({"meeting": date(2026, 12, 10)}, (PathWarning(Trouble.OWN_DATES, date(2026, 12, 10), KRING),)),
        # A meeting that has been, while nothing was done.
        ({"meeting": date(2026, 11, 1)}, (PathWarning(Trouble.OWN_DATES, date(2026, 11, 1), KRING),)),
        ({}, (PathWarning(Trouble.NO_DATE),)),
    ],
)
def test_a_meeting_that_is_too_early_for_other_dates_is_warned_of(
    fields: dict[str, Any], warnings: tuple[PathWarning, ...]
) -> None:
    assert planned(**fields).warnings == warnings


@pytest.mark.parametrize(
    ("day", "kind"), [(date(2027, 1, 20), Trouble.IMPOSSIBLE), (date(2027, 2, 1), Trouble.OWN_DATES)]
)
def test_legal_terms_are_blamed_when_they_alone_take_too_long(day: date, kind: Trouble) -> None:
    path = planned("2a", other_meetings=(row(Organ.RADEN, day),))
    assert path.warnings == (PathWarning(kind, day, KRING + timedelta(days=56)),)


def test_a_meeting_of_the_kring_that_has_been_is_no_trouble() -> None:
    path = planned(day=date(2026, 11, 24), meeting=FEBRUARY)
    assert path.warnings == ()
    settling = found(path, "kring_vaststellen")
    assert (settling.on, settling.fixed, settling.latest) == (date(2026, 11, 24), True, FEBRUARY)
    assert found(path, "aanbieden").earliest == TODAY


def test_where_the_bestuur_only_takes_note_its_meeting_is_the_last_day_to_offer() -> None:
    path = planned("2b", organ=Organ.DB, meeting=FEBRUARY)
    assert found(path, "aanbieden").latest == FEBRUARY
    early = planned("2b", organ=Organ.DB, meeting=date(2026, 12, 1))
    assert early.warnings == (PathWarning(Trouble.OWN_DATES, date(2026, 12, 1), KRING),)


def test_the_last_decision_before_the_start_is_the_last_by_date() -> None:
    path = planned("1a 2a", meeting=FEBRUARY, other_meetings=(row(Organ.RADEN, MARCH),))
    assert path.last_before_start == path.of("raden_budget")
    assert planned(meeting=FEBRUARY).last_before_start == planned(meeting=FEBRUARY).of("ab_besluit")


SETTLED, OFFERED_ON = date(2026, 11, 20), date(2026, 11, 26)


@pytest.mark.parametrize(
    ("state", "gone"),
    [
        (CONCEPT, set()),
        (State(Stand.SETTLED, 1, SETTLED), {"kring_vaststellen"}),
        (State(Stand.OFFERED, 1, SETTLED, OFFERED_ON), {"kring_vaststellen", "aanbieden"}),
        (State(Stand.WITHDRAWN), set()),
        (State(Stand.WITHDRAWN, 1, SETTLED), {"kring_vaststellen"}),
    ],
)
def test_what_the_cover_tells_is_no_step_any_more(state: State, gone: set[str]) -> None:
    steps = {one.step.key for one in planned(state=state).steps}
    assert {"kring_vaststellen", "aanbieden"} - steps == gone


def test_what_was_decided_is_done_on_that_day() -> None:
    state = State(Stand.DECIDED, 1, SETTLED, OFFERED_ON, Organ.AB, decided_on=TODAY, outcome=Outcome.UNCHANGED)
    step = found(planned(state=state, meeting=FEBRUARY), "ab_besluit")
    assert (step.on, step.done) == (TODAY, True)


def test_steps_stand_by_date_and_none_before_what_it_waits_for() -> None:
    path = planned("1a 2a", meeting=FEBRUARY, actions=[("na", {"when": "2027-01-04"})])
    assert [one.step.key for one in path.steps] == [
        *("kring_vaststellen", "aanbieden", "zienswijze", "ab_besluit", "na"),
        *("raden_budget", "start", "evaluatie"),
    ]


BUDGET = small_content(
    {"1a": asking(steps="begroting_kaders begroting_vaststellen begroting_toezenden")},
    step("begroting_kaders", 1, Phase.DECIDE, term=Term("vóór 30 april", "Wet", month=4, day=29)),
    moment("begroting_vaststellen", 2, Organ.AB, "begroting_kaders"),
    step(
        "begroting_toezenden",
        3,
        Phase.DECIDE,
        "begroting_vaststellen",
        term=Term("binnen twee weken", "Wet", days=14, deadline=True, month=9, day=14),
    ),
)


def budget(today: date, meeting: date | None) -> Path:
    """The path of a budget that is laid down in a meeting."""
    dossier = dossier_of("1a", proposal=Proposal(meeting=meeting))
    return path_of(BUDGET, dossier, asked_of(BUDGET, dossier, "Voorbeeldregio", {}), today)


@pytest.mark.parametrize(
    ("today", "meeting", "frames", "sent", "moved"),
    [
        (TODAY, date(2027, 7, 1), date(2027, 4, 29), date(2027, 7, 15), False),
        (TODAY, date(2027, 9, 9), date(2027, 4, 29), date(2027, 9, 14), False),
        (date(2027, 5, 10), date(2027, 7, 1), date(2027, 7, 1), date(2027, 7, 15), True),
        (date(2027, 4, 29), None, date(2027, 4, 29), date(2027, 9, 14), False),
        (date(2027, 4, 30), None, date(2028, 4, 29), date(2028, 9, 14), True),
    ],
)
def test_a_budget_has_last_dates_by_law_and_moves_a_year_when_they_have_been(
    today: date, meeting: date | None, frames: date, sent: date, moved: bool
) -> None:
    path = budget(today, meeting)
    assert (found(path, "begroting_kaders").latest, found(path, "begroting_toezenden").latest) == (frames, sent)
    assert (Trouble.NEXT_BUDGET in {one.kind for one in path.warnings}) == moved


@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_date_is_too_odd(day: date) -> None:
    path = planned("1a 2a", day=day, meeting=day, today=day, other_meetings=(row(Organ.RADEN, day),), evaluation=day)
    assert path.steps
