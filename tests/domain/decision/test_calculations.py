"""Three worked calculations of the besluitpad, to the day."""

from datetime import date, timedelta

import pytest

from checklist.domain.decision.besluiten import asked_of
from checklist.domain.decision.besluitpad import path_of
from checklist.domain.decision.value import Path, PathWarning, Trouble
from checklist.domain.decision_content import Organ
from checklist.domain.proposal import OtherMeeting, Proposal
from tests.content import real_content
from tests.domain.decision.designs import Details, dossier_of

TODAY, KRING = date(2026, 11, 27), date(2026, 12, 17)
FEBRUARY, APRIL_15, APRIL_20, JUNE = date(2027, 2, 18), date(2027, 4, 15), date(2027, 4, 20), date(2027, 6, 15)
MARCH, APRIL_8, JULY = date(2027, 3, 11), date(2027, 4, 8), date(2027, 7, 1)
TOO_EARLY, BEFORE_TOO_EARLY = date(2027, 2, 4), date(2026, 11, 12)


def planned(codes: str, details: Details, proposal: Proposal) -> Path:
    """The path of a dossier that the kring settles on 17 December 2026, as seen on 27 November."""
    dossier = dossier_of(codes, details, proposal=proposal, date=KRING)
    return path_of(real_content(), dossier, asked_of(real_content(), dossier, "Voorbeeldregio", {}), TODAY)


IN_THE_REGELING = planned(
    "1d",
    {"1d": {"vastlegging": "regeling"}},
    Proposal(meeting=FEBRUARY, other_meetings=(OtherMeeting(Organ.COLLEGES, on=JUNE),)),
)
IN_THE_BUDGET = planned("10b", {"10b": {"begroting": "volgend"}}, Proposal(meeting=JULY))
AS_A_CHANGE = planned("10b", {"10b": {"begroting": "wijziging"}}, Proposal(meeting=TOO_EARLY))


@pytest.mark.parametrize(
    ("path", "key", "earliest", "latest", "slack"),
    [
        (IN_THE_REGELING, "open_punten", TODAY, KRING, 20),
        (IN_THE_REGELING, "juridische_toets", TODAY, KRING, 20),
        (IN_THE_REGELING, "griffiers_vooroverleg", TODAY, KRING, 20),
        (IN_THE_REGELING, "kring_vaststellen", KRING, KRING, 0),
        (IN_THE_REGELING, "aanbieden", KRING, FEBRUARY, 63),
        (IN_THE_REGELING, "db_voorbereiding", KRING, FEBRUARY, 63),
        (IN_THE_REGELING, "ab_besluit", FEBRUARY, FEBRUARY, 0),
        (IN_THE_REGELING, "ontwerp_regeling", FEBRUARY, APRIL_20, 61),
        (IN_THE_REGELING, "ontwerp_naar_raden", FEBRUARY, APRIL_20, 61),
        (IN_THE_REGELING, "zienswijze_regeling", APRIL_15, JUNE, 61),
        (IN_THE_REGELING, "zienswijzen_verwerken", APRIL_15, JUNE, 61),
        (IN_THE_REGELING, "toestemming_raden", APRIL_15, JUNE, 61),
        (IN_THE_REGELING, "colleges_wijzigen", JUNE, JUNE, 0),
        (IN_THE_BUDGET, "open_punten", TODAY, KRING, 20),
        (IN_THE_BUDGET, "kosten_ramen", TODAY, KRING, 20),
        (IN_THE_BUDGET, "griffiers_vooroverleg", TODAY, KRING, 20),
        (IN_THE_BUDGET, "kring_vaststellen", KRING, KRING, 0),
        (IN_THE_BUDGET, "aanbieden", KRING, APRIL_8, 112),
        (IN_THE_BUDGET, "db_voorbereiding", KRING, APRIL_8, 112),
        (IN_THE_BUDGET, "begroting_naar_raden", KRING, APRIL_8, 112),
        (IN_THE_BUDGET, "zienswijze_begroting", MARCH, JULY, 112),
        (IN_THE_BUDGET, "zienswijze_antwoord", MARCH, JULY, 112),
        (IN_THE_BUDGET, "begroting_vaststellen", JULY, JULY, 0),
        (AS_A_CHANGE, "open_punten", TODAY, BEFORE_TOO_EARLY, -15),
        (AS_A_CHANGE, "kosten_ramen", TODAY, BEFORE_TOO_EARLY, -15),
        (AS_A_CHANGE, "griffiers_vooroverleg", TODAY, BEFORE_TOO_EARLY, -15),
        (AS_A_CHANGE, "kring_vaststellen", KRING, BEFORE_TOO_EARLY, -35),
        (AS_A_CHANGE, "aanbieden", KRING, BEFORE_TOO_EARLY, -35),
        (AS_A_CHANGE, "db_voorbereiding", KRING, BEFORE_TOO_EARLY, -35),
        (AS_A_CHANGE, "begroting_naar_raden", KRING, BEFORE_TOO_EARLY, -35),
        (AS_A_CHANGE, "zienswijze_begroting", MARCH, TOO_EARLY, -35),
        (AS_A_CHANGE, "zienswijze_antwoord", MARCH, TOO_EARLY, -35),
        (AS_A_CHANGE, "begroting_vaststellen", MARCH, TOO_EARLY, -35),
    ],
)
def test_a_step_has_its_days(path: Path, key: str, earliest: date, latest: date, slack: int) -> None:
    step = path.of(key)
    assert step
    assert (step.earliest, step.latest, step.slack) == (earliest, latest, slack)


@pytest.mark.parametrize(
    ("path", "end", "terms", "last"),
    [
        (IN_THE_REGELING, JUNE, (8,), "colleges_wijzigen"),
        (IN_THE_BUDGET, JULY, (12,), "begroting_vaststellen"),
        (AS_A_CHANGE, TOO_EARLY, (12,), "begroting_vaststellen"),
    ],
)
def test_a_path_has_its_end_and_the_terms_that_it_reckons_with(
    path: Path, end: date, terms: tuple[int, ...], last: str
) -> None:
    assert (path.end, path.terms, path.last_before_start) == (end, terms, path.of(last))


def test_a_meeting_that_legal_terms_make_too_early_is_warned_of() -> None:
    assert (IN_THE_REGELING.warnings, IN_THE_BUDGET.warnings) == ((), ())
    assert AS_A_CHANGE.warnings == (PathWarning(Trouble.IMPOSSIBLE, TOO_EARLY, MARCH),)


def test_the_budget_has_its_last_dates() -> None:
    frames, sent = IN_THE_BUDGET.of("begroting_kaders"), IN_THE_BUDGET.of("begroting_toezenden")
    assert frames
    assert sent
    assert (frames.latest, sent.latest) == (date(2027, 4, 29), JULY + timedelta(days=14))
