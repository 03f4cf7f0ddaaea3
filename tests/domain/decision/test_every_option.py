"""What each of the 39 options asks with each answer to what it leaves open, and which moments of decision it brings."""

import pytest

from checklist.domain.decision.besluitpad import path_of
from checklist.domain.decision.value import Asked
from checklist.domain.decision_content import Organ
from tests.content import real_content
from tests.domain.decision.designs import DAY, asked, dossier_of

SHORT = {
    Organ.AB: "ab",
    Organ.DB: "db",
    Organ.COLLEGES: "colleges",
    Organ.RADEN: "raden",
    Organ.OTHERS: "besturen",
    Organ.KRING: "kring",
    Organ.SECRETARY: "secretaris",
}

# The option, the answer to what it leaves open, the organ of each decision (with ~ when it only takes note), how many
# steps its path has and the moments of decision in it after that of the kring.
OPTIONS = [
    ("1a", "", "ab~ kring secretaris", 6, ""),
    ("1b", "commissie", "ab kring", 8, "ab_besluit"),
    ("1b", "overleg", "ab kring", 8, "ab_besluit"),
    ("1b", "", "ab kring", 8, "ab_besluit"),
    ("1c", "", "ab~ colleges secretaris", 8, "colleges_besluiten"),
    ("1d", "regeling", "ab colleges raden", 16, "ab_besluit toestemming_raden colleges_wijzigen"),
    ("1d", "verordening", "db", 10, "db_organisatieregels"),
    ("1d", "beide", "ab db colleges raden", 18, "ab_besluit db_organisatieregels toestemming_raden colleges_wijzigen"),
    ("2a", "", "ab kring", 10, "ab_besluit"),
    ("2b", "", "colleges kring", 9, "colleges_besluiten"),
    ("2c", "", "ab kring", 10, "ab_besluit"),
    ("2d", "", "ab~ kring kring", 6, ""),
    ("3a", "", "kring secretaris", 7, ""),
    ("3b", "", "colleges kring", 8, "colleges_besluiten"),
    ("3c", "bestaand", "ab", 9, "ab_besluit"),
    ("3c", "advies", "ab colleges", 10, "ab_besluit commissie_leden"),
    ("3c", "bestuurscommissie", "ab colleges raden", 11, "raden_commissie ab_besluit commissie_leden"),
    ("4a", "", "kring secretaris", 6, ""),
    ("4b", "", "kring secretaris", 7, ""),
    ("4c", "bestaand", "raden kring", 8, "raden_overleg"),
    ("4c", "adviescommissie", "ab raden kring", 9, "raden_voorstel_commissie ab_adviescommissie"),
    ("4c", "nieuw", "raden kring", 8, "raden_overleg"),
    ("5a", "", "ab~ kring", 5, ""),
    ("5b", "", "ab ab kring", 10, "ab_besluit"),
    ("5c", "", "db kring", 9, "db_afspraak_directie"),
    ("5d", "", "db ab~ kring", 10, "db_organisatieregels"),
    ("6a", "", "kring", 6, ""),
    ("6b", "", "kring", 7, ""),
    ("6c", "", "ab~ colleges kring", 9, "colleges_besluiten"),
    ("7a", "secretarissen", "kring", 6, ""),
    ("7a", "adviseurs", "kring", 6, ""),
    ("7a", "beide", "kring", 6, ""),
    ("7b", "", "ab kring", 10, "ab_besluit"),
    ("7c", "GM0828", "ab~ colleges secretaris", 10, "colleges_besluiten"),
    ("7c", "", "ab~ colleges secretaris", 10, "colleges_besluiten"),
    ("7d", "", "ab db kring", 12, "ab_besluit db_organisatieregels"),
    ("8a", "secretarissen", "kring secretaris", 6, ""),
    ("8a", "namens", "kring secretaris", 6, ""),
    ("8a", "beide", "kring secretaris", 6, ""),
    ("8b", "GM0828", "colleges kring", 11, "colleges_besluiten"),
    ("8b", "", "colleges kring", 11, "colleges_besluiten"),
    ("9a", "", "kring secretaris", 7, ""),
    ("9b", "GM0828", "colleges kring", 11, "colleges_besluiten"),
    ("9b", "", "colleges kring", 11, "colleges_besluiten"),
    ("9c", "", "ab db kring", 12, "ab_besluit db_organisatieregels"),
    ("10a", "", "ab~ kring secretaris", 7, ""),
    ("10b", "binnen", "ab ab", 10, "ab_besluit"),
    ("10b", "volgend", "ab ab db raden", 15, "begroting_naar_raden begroting_vaststellen"),
    ("10b", "wijziging", "ab ab db raden", 14, "begroting_naar_raden begroting_vaststellen"),
    ("10b", "", "ab ab", 10, "ab_besluit"),
    ("10c", "inwoners", "colleges colleges raden kring", 10, "colleges_besluiten raden_budget"),
    ("10c", "gelijk", "colleges colleges raden kring", 10, "colleges_besluiten raden_budget"),
    ("10c", "bestaand", "colleges colleges raden kring", 10, "colleges_besluiten raden_budget"),
    ("10c", "", "colleges raden kring", 10, "colleges_besluiten raden_budget"),
    ("11a", "", "ab~ kring", 6, ""),
    ("11b", "", "ab~ kring", 6, ""),
    ("11c", "geheel", "ab kring", 9, "ab_besluit"),
    ("11c", "ambtelijk", "ab kring kring", 9, "ab_besluit"),
    ("12a", "", "kring", 5, ""),
    ("12b", "", "ab~ colleges kring", 9, "colleges_besluiten"),
    ("12c", "", "ab~ colleges besturen kring", 10, "colleges_besluiten andere_besturen"),
]


def organs_asked(found: Asked, code: str) -> str:
    """The organs of the decisions of one option, in order."""
    organs = []
    for one in (*found.decisions, *found.agreements):
        for point in one.points:
            if code in point.codes or any(code in item.codes for item in point.informed):
                organs.append(f"{SHORT[one.organ]}{'~' if point == one.informing else ''}")
    return " ".join(organs)


def answered(code: str, value: str) -> dict[str, dict[str, str]]:
    """An answer to the only thing that an option leaves open."""
    return {code: {detail.key: value for detail in real_content().option_of[code].details if value}}


@pytest.mark.parametrize(("code", "value", "organs", "steps", "moments"), OPTIONS)
def test_an_option_asks_organs_and_brings_moments(code: str, value: str, organs: str, steps: int, moments: str) -> None:
    details = answered(code, value)
    found = asked(real_content(), code, details)
    assert organs_asked(found, code) == organs
    path = path_of(real_content(), dossier_of(code, details), found, DAY)
    assert len(path.steps) == steps
    deciding = [one.step.key for one in path.steps if one.step.decides and one.step.key != "kring_vaststellen"]
    assert " ".join(deciding) == moments


def test_every_option_and_every_answer_is_in_the_table() -> None:
    told = {(code, value) for code, value, *_ in OPTIONS}
    for code, option in real_content().option_of.items():
        values = {one.value for detail in option.details for one in detail.alternatives}
        compulsory = any(detail.required for detail in option.details)
        assert {(code, value) for value in values} | (set() if compulsory else {(code, "")}) <= told


@pytest.mark.parametrize(
    "code", [code for code, one in real_content().option_of.items() if any(d.required for d in one.details)]
)
def test_a_compulsory_detail_that_is_open_gives_no_steps_of_the_option(code: str) -> None:
    found = asked(real_content(), code)
    assert found.not_told == {code}
    assert not path_of(real_content(), dossier_of(code), found, DAY).steps
