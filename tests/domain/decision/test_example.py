"""The example dossier gives the decisions, agreements and steps of the example document, in its words and its order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from checklist.domain.decision.besluiten import asked_of
from checklist.domain.decision.besluitpad import path_of
from checklist.domain.decision.value import Asked, OrganDecisions
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Action, DossierValue, about_step
from checklist.domain.dutch import in_a_row
from checklist.domain.proposal import Cost, Frequency, OtherMeeting, Proposal
from checklist.domain.state import Stand, State
from tests.content import real_content
from tests.domain.decision.designs import dossier_of

LINES = Path(__file__).resolve().parents[2] / "data" / "besluiten_voorbeeld.txt"
TODAY = date(2026, 11, 27)

# The dates of tables 3 and 6 that the kring wrote at steps; those of meetings come from the proposal.
WRITTEN = {
    "db_voorbereiding": "21 januari 2027",
    "leiding_aanwijzen": "26 maart 2027",
    "start": "1 april 2027",
    "db_organisatieregels": "25 mei 2028",
    "colleges_informeren": "11 december 2026",
    "or_advies": "18 december 2026",
    "college_voorleggen": "11 januari 2027",
    "uitnodiging_voorzitter": "4 maart 2027",
    "taakverdeling_cgs": "15 maart 2027",
    "griffiers_afspraken": "15 maart 2027",
    "uren_vastleggen": "15 maart 2027",
    "medewerkers_regelen": "26 maart 2027",
    "plaats_regelen": "26 maart 2027",
    "onafhankelijkheid_vastleggen": "4 maart 2027",
    "stukkenstroom": "26 maart 2027",
    "onderwerpen_kiezen": "26 maart 2027",
    "politie_overleg": "1 oktober 2027",
    "werkafspraken": "26 maart 2027",
    "perspectief_uitwerken": "1 april 2028",
}
DONE = ("kosten_ramen", "juridische_toets", "directie_vooroverleg", "griffiers_vooroverleg", "kosten_verdelen")

# Table 3, in its order, and table 6.
MAIN = {
    "db_voorbereiding": date(2027, 1, 21),
    "colleges_besluiten": date(2027, 2, 2),
    "db_afspraak_directie": date(2027, 2, 4),
    "ab_besluit": date(2027, 2, 18),
    "raden_budget": date(2027, 3, 25),
    "leiding_aanwijzen": date(2027, 3, 26),
    "start": date(2027, 4, 1),
    "evaluatie": date(2028, 4, 1),
    "db_organisatieregels": date(2028, 5, 25),
}
OTHER = (
    *DONE,
    *("colleges_informeren", "or_advies", "college_voorleggen", "uitnodiging_voorzitter", "taakverdeling_cgs"),
    *("griffiers_afspraken", "uren_vastleggen", "medewerkers_regelen", "plaats_regelen"),
    *("onafhankelijkheid_vastleggen", "stukkenstroom", "onderwerpen_kiezen", "politie_overleg", "werkafspraken"),
    "perspectief_uitwerken",
)


def example() -> DossierValue:
    """The dossier of the example document."""
    return dossier_of(
        "1a 1d 2a 2b 2d 3b 4b 5b 5c 6b 7a 8a 9a 9b 10b 10c 11b 12b",
        {
            "1d": {"vastlegging": "verordening"},
            "7a": {"drager": "secretarissen"},
            "8a": {"leiding": "secretarissen"},
            "9b": {"gemeente": "GM9999"},
            "10b": {"begroting": "binnen"},
            "10c": {"verdeelsleutel": "inwoners"},
        },
        proposal=Proposal(
            organ=Organ.AB,
            meeting=date(2027, 2, 18),
            evaluation=date(2028, 4, 1),
            other_meetings=(
                OtherMeeting(Organ.COLLEGES, "A", date(2027, 1, 26)),
                OtherMeeting(Organ.COLLEGES, "B", date(2027, 2, 2)),
                OtherMeeting(Organ.DB, on=date(2027, 2, 4)),
                OtherMeeting(Organ.RADEN, on=date(2027, 3, 25)),
            ),
        ),
        actions=(
            *(Action(about_step(key), "", when=when) for key, when in WRITTEN.items()),
            *(Action(about_step(key), "", done=True) for key in DONE),
        ),
    )


def asked_in_example() -> Asked:
    """What it asks."""
    return asked_of(real_content(), example(), "Voorbeeldregio", {"GM9999": "B"})


def _after(codes: tuple[str, ...], *, star: bool) -> str:
    return f"{f' ({in_a_row(codes)})' if codes else ''}{'*' if star else ''}"


def lines(decisions: OrganDecisions) -> Iterator[str]:
    """A list as the example document has it."""
    yield f"{decisions.opening}:"
    for point in decisions.points:
        star = bool(point.grounds)
        yield f"{point.number} {point.text}{_after(point.codes, star=star)}"
        for item in point.informed:
            end = "." if item == point.informed[-1] else ";"
            yield f"- {item.text}{end}{_after(item.codes, star=item.star)}"


def test_the_decisions_and_agreements_are_those_of_the_example() -> None:
    found = asked_in_example()
    expected = LINES.read_text(encoding="utf-8").splitlines()
    assert [line for one in (*found.decisions, *found.agreements) for line in lines(one)] == expected


COSTS = (
    Cost("Medewerker", Decimal(18000), Frequency.YEARLY, "de veiligheidsregio"),
    Cost("Medewerker", Decimal(36000), Frequency.YEARLY, "de gemeenten, naar inwonertal"),
    Cost("Oefenmateriaal", Decimal(6000), Frequency.YEARLY, "de veiligheidsregio"),
)


def test_the_decisions_on_the_money_have_their_amounts_when_the_costs_are_known() -> None:
    dossier = example()
    costed = replace(dossier, proposal=replace(dossier.proposal, cost_items=COSTS))
    found = asked_of(real_content(), costed, "Voorbeeldregio", {"GM9999": "B"})
    texts = {point.number: point.text for one in found.decisions for point in one.points if "€" in point.text}
    assert texts == {
        "2.4": "de kosten van de regiostaf te dekken binnen de vastgestelde begroting van Veiligheidsregio "
        "Voorbeeldregio, voor € 24.000 per jaar.",
        "2.13": "de eigen gemeente te laten bijdragen aan de kosten van de regiostaf, onder voorbehoud van budget van "
        "de raad, voor € 36.000 per jaar voor alle gemeenten samen.",
    }


SUMMARY = "2a 7a 9a 1d"
FORMALLY = {"1d": {"vastlegging": "regeling"}, "7a": {"drager": "secretarissen"}}


def in_the_summary(codes: str) -> tuple[DossierValue, Asked]:
    """The second example, of the summary: most questions are open."""
    proposal = Proposal(organ=Organ.AB, meeting=date(2027, 2, 18))
    dossier = dossier_of(f"{SUMMARY} {codes}", FORMALLY, proposal=proposal, date=date(2026, 12, 17))
    return dossier, asked_of(real_content(), dossier, "Brabant-Noord", {})


def test_the_example_of_the_summary_asks_and_plans_as_it_says() -> None:
    dossier, found = in_the_summary("5b")
    counts = {one.organ: len(one.points) for one in (*found.decisions, *found.agreements)}
    assert counts == {Organ.AB: 5, Organ.COLLEGES: 1, Organ.RADEN: 1, Organ.KRING: 4, Organ.SECRETARY: 1}
    assert (found.stops, found.open_questions) == ((), (3, 4, 6, 8, 10, 11, 12))
    last = path_of(real_content(), dossier, found, TODAY).last_before_start
    assert last
    assert (last.step.key, last.on, last.from_on) == ("colleges_wijzigen", date(2027, 4, 15), True)


def test_a_contradiction_is_told_as_in_the_summary() -> None:
    _, found = in_the_summary("5a")
    assert [stop.text for stop in found.stops] == [
        "De keuzes ‘advies aan het bestuur’ (2a) en ‘geen directe relatie met de veiligheidsregio’ (5a) gaan niet "
        "samen: adviseren aan het bestuur van de veiligheidsregio lukt niet zonder relatie met dat bestuur. "
        "Nodig is dat de kring één van beide kiest, of vastlegt waarom beide blijven staan."
    ]


def test_nothing_stops_it_or_is_open() -> None:
    found = asked_in_example()
    assert (found.stops, found.open_questions, found.kept, found.not_told, found.defaults, found.together) == (
        *((), (), ()),
        frozenset(),
        *((), False),
    )


def test_the_sources_to_look_up_are_those_of_the_example() -> None:
    found = asked_in_example()
    grounds: dict[str, list[str]] = {}
    for one in found.decisions:
        for point in one.points:
            for key in dict.fromkeys((*point.grounds, *(key for item in point.informed for key in item.grounds))):
                grounds.setdefault(key, []).append(point.number)
    assert grounds == {
        "wvr-12": ["2.1", "2.2", "2.3"],
        "wvr-36": ["2.7"],
        "wgr-33b": ["2.8"],
        "gemw-160": ["2.12"],
        "gemw-189": ["2.13", "2.16"],
    }


OFFERED = State(Stand.OFFERED, 1, settled_on=date(2026, 11, 24), offered_on=TODAY)


def test_the_steps_are_those_of_its_tables() -> None:
    path = path_of(real_content(), example(), asked_in_example(), TODAY, OFFERED)
    assert {one.step.key for one in path.steps} == {*MAIN, *OTHER}
    assert {one.step.key: one.on for one in path.steps if one.step.key in MAIN} == MAIN
    assert [one.step.key for one in path.steps if one.step.key in MAIN] == list(MAIN)
    assert [one.step.key for one in path.steps if one.done] == list(DONE)
    assert path.last_before_start == path.of("raden_budget")
    assert (path.warnings, path.terms, path.end) == ((), (), date(2028, 5, 25))


def test_a_concept_has_the_steps_of_the_kring_too() -> None:
    path = path_of(real_content(), example(), asked_in_example(), TODAY)
    assert {one.step.key for one in path.steps} == {*MAIN, *OTHER, "kring_vaststellen", "aanbieden"}
