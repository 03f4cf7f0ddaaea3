"""Somebody else was first with the afronding: theirs and mine are on the page, and nothing is overwritten (rule 3)."""

from typing import Any

import pytest
from django.test import Client

from checklist import selectors, services
from checklist.domain.dossier import Action, Answer, TitlePage
from checklist.domain.proposal import Attendance, Presence, Proposal, Rejected, Risk, mark_of
from checklist.models import Dossier
from tests.dossiers import make_dossier, opened
from tests.pages import Body, Page
from tests.views.closing import form_of, page_of, send, stored, values_of

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def theirs(client: Client, dossier: Dossier, *, more: bool = False, **typed: str) -> None:
    """Somebody else saves this."""
    assert send(client, dossier, form_of(client, dossier, more=more, **typed), more=more).status_code == 302


def refused(client: Client, dossier: Dossier, mine: Body, *, more: bool = False) -> Page:
    """My save meets theirs: the page that comes back."""
    answer: Any = send(client, dossier, mine, more=more)
    assert answer.status_code == 409
    return Page(answer)


def test_both_are_on_the_page_and_nothing_is_overwritten(client: Client, dossier: Dossier) -> None:
    mine = form_of(client, dossier, indiener="Mijn indiener", aanleiding="Mijn\r\ntekst")
    theirs(client, dossier, indiener="Hun indiener", aanleiding="Hun\r\ntekst")
    page = refused(client, dossier, mine)
    assert page.title.startswith("Fout: ")
    assert "Iemand anders was u voor." in page.text
    assert "Bij Indiener en Waarom nu staat wat een ander opsloeg." in page.text
    assert "Intussen opgeslagen door een ander: Hun indiener" in page.text
    values = values_of(page)
    assert values["indiener"] == ["Mijn indiener"]
    assert values["aanleiding"] == ["Hun\r\ntekst\r\n\r\nMijn\r\ntekst"]
    assert stored(dossier) == Proposal(submitter="Hun indiener", occasion="Hun\ntekst")


def test_the_page_carries_the_new_version_and_saves(client: Client, dossier: Dossier) -> None:
    mine = form_of(client, dossier, indiener="Mijn indiener")
    theirs(client, dossier, indiener="Hun indiener")
    again = values_of(refused(client, dossier, mine))
    assert send(client, dossier, again).status_code == 302
    assert stored(dossier).submitter == "Mijn indiener"


def test_it_can_conflict_again(client: Client, dossier: Dossier) -> None:
    mine = form_of(client, dossier, aanleiding="Mijn")
    theirs(client, dossier, aanleiding="Hun")
    again = values_of(refused(client, dossier, mine))
    theirs(client, dossier, aanleiding="Derde")
    page = refused(client, dossier, again)
    assert "Intussen opgeslagen door een ander: Derde" in page.text
    assert stored(dossier).occasion == "Derde"


def test_what_only_the_other_changed_is_taken_over(client: Client, dossier: Dossier) -> None:
    mine = form_of(client, dossier, indiener="Mijn")
    theirs(client, dossier, indiener="Hun", draagvlak="Hun draagvlak")
    again = values_of(refused(client, dossier, mine))
    assert again["draagvlak"] == ["Hun draagvlak"]
    send(client, dossier, again)
    assert stored(dossier) == Proposal(submitter="Mijn", support="Hun draagvlak")


@pytest.mark.parametrize("same_page", [True, False])
def test_who_writes_in_another_field_is_in_nobodys_way(client: Client, dossier: Dossier, same_page: bool) -> None:
    mine = form_of(client, dossier, indiener="Mijn")
    if same_page:
        theirs(client, dossier, draagvlak="Hun")
    else:
        theirs(client, dossier, more=True, personeel="Hun")
    assert send(client, dossier, mine).status_code == 302
    assert stored(dossier).submitter == "Mijn"
    assert "Hun" in (stored(dossier).support, stored(dossier).staff)


def test_the_same_text_of_both_is_a_success(client: Client, dossier: Dossier) -> None:
    mine = form_of(client, dossier, indiener="Zelfde")
    theirs(client, dossier, indiener="Zelfde")
    assert send(client, dossier, mine).status_code == 302


def test_a_table_is_compared_as_a_whole_and_told_row_by_row(client: Client) -> None:
    dossier = make_dossier(proposal=Proposal(risks=(Risk("Eerste"),)))
    mine = form_of(client, dossier, more=True, risicos__0__eigenaar="Ik")
    theirs(client, dossier, more=True, risicos__1__risico="Tweede", risicos__1__eigenaar="Zij")
    page = refused(client, dossier, mine, more=True)
    assert "Intussen opgeslagen door een ander: Eerste Tweede · Zij" in page.text
    values = values_of(page)
    assert (values["risicos-0-risico"], values["risicos-0-eigenaar"]) == (["Eerste"], ["Ik"])
    assert values["risicos-1-risico"] == [""]
    send(client, dossier, values, more=True)
    assert stored(dossier).risks == (Risk("Eerste", "", "Ik"),)


def test_what_they_emptied_is_told_as_empty(client: Client) -> None:
    dossier = make_dossier(proposal=Proposal(submitter="Er was", rejected=()))
    mine = form_of(client, dossier, indiener="Mijn")
    theirs(client, dossier, indiener="")
    assert "Intussen opgeslagen door een ander: leeg" in refused(client, dossier, mine).text


def test_an_option_that_they_gave_a_reason_against_can_be_chosen(client: Client, dossier: Dossier) -> None:
    """Its question was answered after my page was made."""
    mine = form_of(client, dossier, more=True, opsteller="Mijn")
    filled = Proposal(author="Hun", rejected=(Rejected("1b", "Te zwaar."),))
    marks = {key: mark_of(Proposal(), key) for key in ("opsteller", "alternatieven")}
    services.save_proposal(opened(dossier), filled, shown=marks, based_on=0)
    again = values_of(refused(client, dossier, mine, more=True))
    assert again["alternatieven-0-optie"] == ["1b"]
    send(client, dossier, again, more=True)
    assert stored(dossier) == Proposal(author="Mijn", rejected=filled.rejected)


def test_another_region_meanwhile_loses_none_of_the_texts(client: Client, dossier: Dossier) -> None:
    mine = form_of(client, dossier, aanleiding="Mijn", aanwezigheid__GM0828__stand="aanwezig")
    now = opened(dossier)
    services.save_title_page(now, TitlePage(now.title, "VR13", now.date, now.present), based_on=now.version)
    assert send(client, dossier, mine).status_code == 302
    assert stored(dossier) == Proposal(occasion="Mijn")


def test_the_order_of_gemeenten_is_no_change(client: Client) -> None:
    there = (Attendance("GM0865", Presence.PRESENT), Attendance("GM0828", Presence.ABSENT))
    dossier = make_dossier(proposal=Proposal(attendance=there))
    mine = form_of(client, dossier, indiener="Mijn")
    theirs(client, dossier, draagvlak="Hun")
    assert send(client, dossier, mine).status_code == 302
    assert stored(dossier).attendance == there
    assert page_of(client, dossier)


def test_a_step_that_somebody_else_changed_is_told_and_no_field_is_saved(client: Client) -> None:
    dossier = make_dossier({1: Answer(("1a",))}, actions=(Action("stap:start", "", "Eerst"),))
    mine = form_of(client, dossier, more=True, opsteller="Mijn")
    name = next(f"actie-{at}" for at in mine["actie"] if mine[f"actie-{at}-about"] == ["stap:start"])
    assert send(client, dossier, mine | {f"{name}-who": ["Hun"], "opsteller": [""]}, more=True).status_code == 302
    page = refused(client, dossier, mine | {f"{name}-who": ["Mijn"]}, more=True)
    assert "Intussen opgeslagen door een ander: Wie: Hun" in page.text
    assert stored(dossier) == Proposal()
    again = values_of(page)
    assert send(client, dossier, again, more=True).status_code == 302
    assert stored(dossier).author == "Mijn"
    assert [state.action.who for state in selectors.actions_of(dossier.pk)] == ["Mijn"]
