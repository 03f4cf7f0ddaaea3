"""The afronding: every field is saved as it was typed, by every way out, and what can't be saved stays (rule 1)."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from checklist import selectors
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Action, Answer, DetailAnswer
from checklist.domain.proposal import (
    CORE,
    FIELDS,
    NO_PROPOSAL,
    Attendance,
    Cost,
    Frequency,
    Heard,
    OtherMeeting,
    Presence,
    Proposal,
    Rejected,
    Risk,
    Rule,
    proposal_of,
)
from checklist.models import Dossier
from tests.dossiers import make_dossier
from tests.pages import Page
from tests.proposals import FULL
from tests.views.closing import address, form_of, page_of, send, stored, values_of

pytestmark = pytest.mark.django_db

ANSWERS = {1: Answer(("1a", "1d")), 2: Answer(("2a", "2b"))}


def actions(dossier: Dossier) -> list[Action]:
    """What is still to be done."""
    return [state.action for state in selectors.actions_of(dossier.pk)]


@pytest.fixture
def filled() -> Dossier:
    """A dossier with a proposal in which every field is filled in."""
    return make_dossier(ANSWERS, proposal=proposal_of(FULL))


BOTH = pytest.mark.parametrize("more", [False, True], ids=["first page", "second page"])


def test_the_first_page_has_the_core_fields_and_the_second_the_others(client: Client, dossier: Dossier) -> None:
    keys = {field.key for field in FIELDS}
    for more, expected in ((False, {*CORE}), (True, keys - {*CORE})):
        values = values_of(page_of(client, dossier, more=more))
        assert {name.removeprefix("getoond-") for name in values if name.startswith("getoond-")} == expected


def test_labels_help_and_what_the_document_says_come_from_the_content(client: Client, dossier: Dossier) -> None:
    words = page_of(client, dossier).text
    for text in selectors.content_all().deciding.fields["indiener"].__dict__.values():
        assert text in words
    assert "De kring heeft de kosten nog niet geraamd." in words
    assert "{" not in words


@BOTH
def test_an_untouched_page_is_no_save(client: Client, filled: Dossier, more: bool) -> None:
    before = selectors.proposal_state(filled.pk)
    assert send(client, filled, form_of(client, filled, more=more), more=more).status_code == 302
    assert selectors.proposal_state(filled.pk) == before


@BOTH
def test_what_is_stored_comes_back_whole_when_one_field_changes(client: Client, filled: Dossier, more: bool) -> None:
    name = "opsteller" if more else "indiener"
    assert send(client, filled, form_of(client, filled, more=more, **{name: "Anders"}), more=more).status_code == 302
    assert stored(filled) == proposal_of(FULL | {name: "Anders"})


def test_the_core_fields_are_saved(client: Client, dossier: Dossier) -> None:
    values = form_of(
        client,
        dossier,
        besluit_orgaan="dagelijks bestuur",
        vergaderdatum="2027-02-18",
        indiener=" De portefeuillehouder\t",
        aanwezigheid__GM0828__stand="later ingestemd",
        aanwezigheid__GM0828__naam="Secretaris",
        aanleiding="Regel één.\r\nRegel twee.",
        kosten_dekking="€ 1",
        draagvlak="Allen",
        evaluatie_datum="01-06-2028",
    )
    assert send(client, dossier, values)["Location"] == reverse("advies", args=[dossier.edit_key])
    assert stored(dossier) == Proposal(
        organ=Organ.DB,
        meeting=date(2027, 2, 18),
        submitter="De portefeuillehouder",
        attendance=(Attendance("GM0828", Presence.AGREED_LATER, "Secretaris"),),
        occasion="Regel één.\nRegel twee.",
        costs="€ 1",
        support="Allen",
        evaluation=date(2028, 6, 1),
    )


def test_the_tables_are_saved(client: Client) -> None:
    dossier = make_dossier(ANSWERS)
    values = form_of(
        client,
        dossier,
        more=True,
        kosten_posten__0__post="Uren",
        kosten_posten__0__bedrag="1.250,50",
        kosten_posten__0__soort="per jaar",
        vergaderingen_anderen__0__orgaan="raden",
        vergaderingen_anderen__0__datum="2027-03-25",
        vergaderingen_anderen__0__stap="raden_budget",
        risicos__0__risico="Te weinig\ntijd",
        alternatieven__0__optie="1b",
        alternatieven__0__reden="Te zwaar.",
        gehoord__0__partij="griffiers",
        reglement__0__artikel="17",
        reglement__0__waarde="Eigen lid.",
    )
    assert send(client, dossier, values, more=True).status_code == 302
    assert stored(dossier) == Proposal(
        cost_items=(Cost("Uren", Decimal("1250.50"), Frequency.YEARLY),),
        other_meetings=(OtherMeeting(Organ.RADEN, "", date(2027, 3, 25), "raden_budget"),),
        risks=(Risk("Te weinig tijd"),),
        rejected=(Rejected("1b", "Te zwaar."),),
        heard=(Heard("griffiers"),),
        rules=(Rule("", "17", "Eigen lid."),),
    )


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("0", "0"),
        ("1250", "1250"),
        ("1.250", "1250"),
        ("1.250,5", "1250.50"),
        ("1250,50", "1250.50"),
        ("1250.50", "1250.50"),
        ("€ 1.250,-", "1250"),
        ("999.999.999,99", "999999999.99"),
    ],
)
def test_an_amount_is_read_as_dutch_people_write_it(client: Client, dossier: Dossier, typed: str, amount: str) -> None:
    values = form_of(
        client,
        dossier,
        more=True,
        kosten_posten__0__post="x",
        kosten_posten__0__bedrag=typed,
        kosten_posten__0__soort="eenmalig",
    )
    send(client, dossier, values, more=True)
    assert stored(dossier).cost_items[0].amount == Decimal(amount)


REFUSED = [
    ({"vergaderdatum": "2027-02-30"}, False, "Vergaderdatum: Vul een bestaande datum in, bijvoorbeeld 18-02-2027."),
    ({"indiener": "x" * 121}, False, "Indiener: Deze tekst telt 121 tekens. Maak die korter: er passen er 120."),
    ({"besluit_orgaan": "raden"}, False, "Orgaan dat besluit: Kies een antwoord uit de lijst."),
    ({"aanwezigheid__GM0828__naam": "x"}, False, "Aanwezig per gemeente: Vul dit ook in, of maak de regel leeg."),
    *[
        (
            {"kosten_posten__0__bedrag": typed},
            True,
            "Kostenposten: Vul een bedrag in euro’s in, bijvoorbeeld 1.250 of 1.250,50.",
        )
        for typed in ("twee", "-1", "1,234", "1.25.0", "1e5", "١")
    ],
    (
        {"kosten_posten__0__bedrag": "1000000000"},
        True,
        "Kostenposten: Dit bedrag is te hoog. Vul minder dan een miljard euro in.",
    ),
    ({"kosten_posten__0__betaler": "x"}, True, "Kostenposten: Vul dit ook in, of maak de regel leeg."),
    ({"alternatieven__0__optie": "1a"}, True, "Afgevallen opties: Kies een antwoord uit de lijst."),
    ({"vergaderingen_anderen__0__stap": "start"}, True, "Kies een antwoord uit de lijst."),
    ({"reglement__0__waarde": "x"}, True, "Kies een onderdeel, of een artikel voor een eigen lid."),
    ({"risicos__0__eigenaar": "x"}, True, "Risico’s: Vul dit ook in, of maak de regel leeg."),
]


@pytest.mark.parametrize(("typed", "more", "reason"), REFUSED)
def test_what_cannot_be_saved_stays_with_its_reason(
    client: Client, typed: dict[str, str], more: bool, reason: str
) -> None:
    dossier = make_dossier(ANSWERS)
    values = form_of(client, dossier, more=more) | {name.replace("__", "-"): [text] for name, text in typed.items()}
    answer = send(client, dossier, values, more=more, naar="overzicht")
    assert answer.status_code == 200
    page = Page(answer)
    assert page.title.startswith("Fout: ")
    assert reason in page.text
    after = values_of(page)
    if "lijst" not in reason:
        assert all(after[name.replace("__", "-")] == [text] for name, text in typed.items())
    assert stored(dossier) == NO_PROPOSAL


def test_the_same_option_twice_is_refused(client: Client) -> None:
    dossier = make_dossier(ANSWERS, proposal=Proposal(rejected=(Rejected("1b", "Te zwaar."),)))
    values = form_of(client, dossier, more=True, alternatieven__1__optie="1b", alternatieven__1__reden="Te duur.")
    assert (
        "Afgevallen opties: Dit staat er al. Zet het in één regel."
        in send(client, dossier, values, more=True).content.decode()
    )


@pytest.mark.parametrize(
    ("value", "name", "number"),
    [
        ("controle", "check", None),
        ("meer", "closing-more", None),
        ("afronding", "closing", None),
        ("overzicht", "dossier", None),
        ("advies", "advies", None),
        ("4", "question", 4),
    ],
)
def test_each_way_out_comes_after_the_save(
    client: Client, dossier: Dossier, value: str, name: str, number: int | None
) -> None:
    answer = send(client, dossier, form_of(client, dossier, indiener="x"), naar=value)
    assert answer["Location"] == reverse(name, args=[dossier.edit_key, *([number] if number else [])])
    assert stored(dossier).submitter == "x"


def test_enter_in_a_field_leads_to_the_advies(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier)
    first = next(one for one in page.elements if one.tag == "button")
    assert (first.attributes["name"], first.attributes["value"]) == ("naar", "advies")


def test_a_table_has_an_empty_row_and_one_more_after_a_save(client: Client, dossier: Dossier) -> None:
    values = form_of(client, dossier, more=True, risicos__0__risico="Eerste")
    answer = send(client, dossier, values, more=True, regel="risicos")
    assert answer["Location"] == f"{address(dossier, more=True)}#veld-risicos"
    values = values_of(page_of(client, dossier, more=True))
    assert (values["risicos"], values["risicos-0-risico"], values["risicos-1-risico"]) == (["0", "1"], ["Eerste"], [""])


def test_a_full_table_has_no_empty_row(client: Client) -> None:
    dossier = make_dossier(proposal=Proposal(risks=tuple(Risk(f"Risico {n}") for n in range(5))))
    assert values_of(page_of(client, dossier, more=True))["risicos"] == ["0", "1", "2", "3", "4"]


def test_a_row_that_is_emptied_goes(client: Client) -> None:
    dossier = make_dossier(proposal=Proposal(risks=(Risk("Eerste"), Risk("Tweede"))))
    send(client, dossier, form_of(client, dossier, more=True, risicos__0__risico=" "), more=True)
    assert stored(dossier).risks == (Risk("Tweede"),)


def test_what_is_still_open_is_named_with_a_way_to_it(client: Client) -> None:
    carrier = DetailAnswer("7a", "drager", "beide")
    dossier = make_dossier({**ANSWERS, 7: Answer(("7a",), details=(carrier,))})
    page = page_of(client, dossier)
    links = page.find("button", name="naar", **{"class": "lnk"})
    buttons = [one.text for one in links if one.text.startswith("Vraag ")]
    assert len(buttons) == 10
    assert not any(text.startswith(("Vraag 2:", "Vraag 7:")) for text in buttons)
    assert next(text for text in buttons if text.startswith("Vraag 1:")).endswith("?")


def test_reasons_are_asked_against_options_that_fell_through_alone(client: Client) -> None:
    page = page_of(client, make_dossier(ANSWERS), more=True)
    (select,) = page.find("select", name="alternatieven-0-optie")
    values = [one.attributes["value"] for one in page.find("option")]
    assert {"1b", "1c", "2c", "2d"} <= {*values}
    assert not {"1a", "3a"} & {*values}
    assert "Vraag 1: het bestuur" in select.text


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"version": ["x"]},
        {"version": ["99999999999"]},
        {"getoond-indiener": ["kort"]},
    ],
)
def test_what_the_page_itself_put_in_the_form_may_not_be_changed(
    client: Client, dossier: Dossier, body: dict[str, list[str]]
) -> None:
    values = form_of(client, dossier) | body if body else {}
    assert send(client, dossier, values).status_code == 400


def test_a_form_without_a_field_is_a_bad_request_and_empties_nothing(client: Client, filled: Dossier) -> None:
    values = form_of(client, filled)
    del values["aanleiding"]
    assert send(client, filled, values).status_code == 400
    assert stored(filled) == proposal_of(FULL)


@pytest.mark.parametrize("places", [["x"], ["-1"], ["0"] * 101, ["9999"]])
def test_rows_that_no_page_has_are_a_bad_request(client: Client, dossier: Dossier, places: list[str]) -> None:
    assert (
        send(client, dossier, form_of(client, dossier, more=True) | {"risicos": places}, more=True).status_code == 400
    )


@BOTH
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_leeslink_leads_to_the_overzicht_and_saves_nothing(
    client: Client, dossier: Dossier, more: bool, method: str
) -> None:
    reading = reverse("closing-more" if more else "closing", args=[dossier.read_key])
    answer = getattr(client, method)(reading, {"indiener": "x"})
    if method == "get":
        assert answer["Location"] == reverse("dossier", args=[dossier.read_key])
    else:
        assert answer.status_code == 403
    assert stored(dossier) == NO_PROPOSAL


def step_row(page: Page, about: str) -> str:
    """The name of the last row of fields of a step: `actie-3`."""
    values = values_of(page)
    return [f"actie-{at}" for at in values["actie"] if values[f"actie-{at}-about"] == [about]][-1]


def test_the_steps_of_the_besluitpad_stand_on_the_second_page(client: Client) -> None:
    page = page_of(client, make_dossier(ANSWERS), more=True)
    assert "Stel het voorstel in de kring vast." in page.text
    assert step_row(page, "stap:kring_vaststellen")
    assert "actie" not in values_of(page_of(client, make_dossier(ANSWERS)))
    assert "actie" not in values_of(page_of(client, make_dossier(), more=True))


def test_the_steps_that_have_dates_stand_in_a_time_line_above_their_fields(client: Client) -> None:
    page = page_of(client, make_dossier(ANSWERS), more=True)
    assert "Kring: voorstel vaststellen, " in page.text.partition('class="steps"')[0]
    assert 'class="tijdlijn__svg"' not in page_of(client, make_dossier(ANSWERS)).text
    assert 'class="tijdlijn__svg"' not in page_of(client, make_dossier(), more=True).text


def test_who_takes_a_step_and_when_is_saved_with_the_fields(client: Client) -> None:
    dossier = make_dossier(ANSWERS)
    page = page_of(client, dossier, more=True)
    name = step_row(page, "stap:kring_vaststellen")
    typed = {f"{name}-who": ["De voorzitter"], f"{name}-when": ["17 december 2026"], "opsteller": ["De adviseur"]}
    assert send(client, dossier, values_of(page) | typed, more=True).status_code == 302
    assert stored(dossier).author == "De adviseur"
    assert actions(dossier) == [Action("stap:kring_vaststellen", "", "De voorzitter", "17 december 2026")]


def test_a_step_is_ticked_off_and_back_again(client: Client) -> None:
    """That it is done is enough to keep: a step has words of its own."""
    dossier, about = make_dossier(ANSWERS), "stap:kring_vaststellen"
    page = page_of(client, dossier, more=True)
    send(client, dossier, values_of(page) | {f"{step_row(page, about)}-done": ["on"]}, more=True)
    assert actions(dossier) == [Action(about, "", done=True)]
    page = page_of(client, dossier, more=True)
    name = step_row(page, about)
    values = values_of(page)
    assert values.pop(f"{name}-done") == ["on"]
    send(client, dossier, values, more=True)
    assert actions(dossier) == []


def test_what_else_an_action_about_a_step_says_stays(client: Client) -> None:
    about = "stap:kring_vaststellen"
    told = Action(about, "Eerst bellen.", "Jan", "nu", done=True)
    dossier = make_dossier(ANSWERS, actions=(told, Action(about, "", "Piet"), Action("", "Iets anders")))
    page = page_of(client, dossier, more=True)
    assert "Eerst bellen." in page.text
    assert "Iets anders" not in page.text
    name = step_row(page, about)
    assert send(client, dossier, values_of(page) | {f"{name}-who": ["Kees"]}, more=True).status_code == 302
    assert actions(dossier) == [told, Action(about, "", "Kees"), Action("", "Iets anders")]


def test_a_step_that_belongs_to_no_choice_any_more_stays_to_be_changed(client: Client) -> None:
    dossier = make_dossier(ANSWERS, actions=(Action("stap:andere_besturen", "", "Jan"),))
    page = page_of(client, dossier, more=True)
    assert "hoort niet bij uw keuzes" in page.text
    name = step_row(page, "stap:andere_besturen")
    send(client, dossier, values_of(page) | {f"{name}-who": [""]}, more=True)
    assert actions(dossier) == []


def test_a_step_with_too_long_a_text_keeps_all_that_was_typed(client: Client) -> None:
    dossier = make_dossier(ANSWERS)
    page = page_of(client, dossier, more=True)
    name = step_row(page, "stap:kring_vaststellen")
    answer = send(
        client, dossier, values_of(page) | {f"{name}-when": ["x" * 41], "opsteller": ["De adviseur"]}, more=True
    )
    assert "Wanneer: Deze tekst telt 41 tekens. Maak die korter: er passen er 40." in Page(answer).text
    assert values_of(Page(answer))["opsteller"] == ["De adviseur"]
    assert (stored(dossier), actions(dossier)) == (NO_PROPOSAL, [])
