"""A tension is kept or let go on the controle: the box decides, not the text; somebody else may be first (rules 3 and
4)."""

import pytest
from django.test import Client

from checklist.models import Choice, Dossier
from tests.dossiers import TENSION
from tests.pages import Body, Page
from tests.views.agenda import actions, form_of, keep, kept, let_go, page_of, plan, point, send, values_of, words

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

TEXT = f"spanning-{TENSION}-motivation"
BOX = f"spanning-{TENSION}-keep"


def kept_with(client: Client, dossier: Dossier, motivation: str) -> None:
    assert send(client, dossier, keep(form_of(client, dossier), motivation)).status_code == 302


def unchoose(dossier: Dossier) -> None:
    """Somebody chooses another option at question 5."""
    Choice.objects.filter(dossier=dossier, question__number=5).update(options=["5b"])


def test_a_tension_is_kept_with_its_motivation_and_can_be_let_go(client: Client, dossier: Dossier) -> None:
    kept_with(client, dossier, "Wij willen\r\nbeide.")
    assert kept(dossier) == "Wij willen\nbeide."
    values = form_of(client, dossier)
    assert (values[BOX], values[TEXT]) == (["on"], ["Wij willen\r\nbeide."])
    assert send(client, dossier, let_go(values)).status_code == 302
    assert kept(dossier) is None


def test_what_is_kept_is_agreed_with_its_motivation(client: Client, dossier: Dossier) -> None:
    assert "Botst" in words(point(page_of(client, dossier), "punt-2a-5a"))
    kept_with(client, dossier, "Wij willen beide.")
    shown = words(point(page_of(client, dossier), "punt-2a-5a"))
    assert shown.startswith("Afgesproken Los van de veiligheidsregio, of advies aan het bestuur? Wij willen beide.")


def test_the_box_keeps_it_without_a_text(client: Client, dossier: Dossier) -> None:
    kept_with(client, dossier, "")
    assert kept(dossier) == ""
    assert "Zonder reden erbij." in words(point(page_of(client, dossier), "punt-2a-5a"))


def test_a_text_without_the_box_is_not_lost_and_not_saved(client: Client, dossier: Dossier) -> None:
    values = plan(form_of(client, dossier), "2a+5a", "Bellen") | {TEXT: ["Mijn reden"]}
    response = send(client, dossier, values)
    page = Page(response)
    assert response.status_code == 200
    assert page.title.startswith("Fout: ")
    assert "Zet een vinkje bij ‘Toch zo laten’, of maak het veld leeg." in page.text
    assert values_of(page)[TEXT] == ["Mijn reden"]
    (link,) = page.find("a", href=f"#{BOX}")
    assert page.by_id(link.attributes["href"].removeprefix("#")).attributes["type"] == "checkbox"
    assert (kept(dossier), actions(dossier)) == (None, [])
    assert send(client, dossier, keep(values_of(page), "Mijn reden")).status_code == 302
    assert kept(dossier) == "Mijn reden"


def test_a_page_that_changed_nothing_of_it_lets_another_keep_it(client: Client, dossier: Dossier) -> None:
    mine = plan(form_of(client, dossier), "vraag:4", "Bellen")
    kept_with(client, dossier, "Hun reden")
    assert send(client, dossier, mine).status_code == 302
    assert kept(dossier) == "Hun reden"


# Somebody else was first


def conflict(client: Client, dossier: Dossier, values: Body) -> Page:
    response = send(client, dossier, values)
    assert response.status_code == 409
    return Page(response)


def test_keeping_what_another_kept_shows_theirs_above_mine_and_writes_nothing(client: Client, dossier: Dossier) -> None:
    mine = plan(keep(form_of(client, dossier), "Mijn reden"), "vraag:4", "Bellen")
    kept_with(client, dossier, "Hun reden")
    page = conflict(client, dossier, mine)
    assert "Intussen opgeslagen door een ander: toch zo laten, want: Hun reden" in page.text
    again = values_of(page)
    assert (again[TEXT], again[BOX]) == (["Mijn reden"], ["on"])
    assert (kept(dossier), actions(dossier)) == ("Hun reden", [])
    assert send(client, dossier, again).status_code == 302
    assert (kept(dossier), actions(dossier)) == ("Mijn reden", [("vraag:4", "Bellen", "", "")])


def test_a_conflict_can_conflict_again(client: Client, dossier: Dossier) -> None:
    mine = keep(form_of(client, dossier), "Mijn reden")
    kept_with(client, dossier, "Hun reden")
    again = values_of(conflict(client, dossier, mine))
    kept_with(client, dossier, "Derde reden")
    page = conflict(client, dossier, again)
    assert "want: Derde reden" in page.text
    assert values_of(page)[TEXT] == ["Mijn reden"]
    assert kept(dossier) == "Derde reden"


def test_keeping_what_another_let_go_keeps_my_text(client: Client, dossier: Dossier) -> None:
    kept_with(client, dossier, "Eerste reden")
    mine = keep(form_of(client, dossier), "Mijn reden")
    send(client, dossier, let_go(form_of(client, dossier)))
    page = conflict(client, dossier, mine)
    assert "Intussen opgeslagen door een ander: niet langer zo laten." in page.text
    assert values_of(page)[f"spanning-{TENSION}-version"] == ["0"]
    assert send(client, dossier, values_of(page)).status_code == 302
    assert kept(dossier) == "Mijn reden"


def test_letting_go_what_another_changed_shows_the_change_and_can_still_be_done(
    client: Client, dossier: Dossier
) -> None:
    kept_with(client, dossier, "Eerste reden")
    mine = let_go(form_of(client, dossier))
    kept_with(client, dossier, "Hun nieuwe reden")
    page = conflict(client, dossier, mine)
    assert "want: Hun nieuwe reden" in page.text
    assert BOX not in values_of(page)
    assert kept(dossier) == "Hun nieuwe reden"
    assert send(client, dossier, values_of(page)).status_code == 302
    assert kept(dossier) is None


def test_an_equal_motivation_from_an_old_page_is_a_success(client: Client, dossier: Dossier) -> None:
    values = form_of(client, dossier)
    kept_with(client, dossier, "Samen bedacht")
    assert send(client, dossier, keep(values, " Samen bedacht\r\n")).status_code == 302


# What can't be saved


@pytest.mark.parametrize("tension_is_there", [True, False])
def test_a_motivation_over_the_cap_stays_on_the_page(client: Client, dossier: Dossier, tension_is_there: bool) -> None:
    values = keep(form_of(client, dossier), "m" * 10_001)
    if not tension_is_there:
        unchoose(dossier)
    response = send(client, dossier, values)
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: ")
    assert values_of(page)[TEXT] == ["m" * 10_001]
    (link,) = page.find("a", href=f"#{TEXT}")
    assert page.by_id(link.attributes["href"].removeprefix("#")).tag == "textarea"
    assert kept(dossier) is None


@pytest.mark.parametrize("was_kept", [False, True])
def test_a_tension_that_went_away_meanwhile_is_not_kept_and_my_text_stays(
    client: Client, dossier: Dossier, was_kept: bool
) -> None:
    if was_kept:
        kept_with(client, dossier, "Eerste reden")
    mine = keep(form_of(client, dossier), "Mijn reden")
    unchoose(dossier)
    page = conflict(client, dossier, mine)
    assert page.title.startswith("Fout: ")
    assert (
        "(vraag 5, Veiligheidsregio) is niet meer gekozen, dus er valt niets af te spreken. Er is niets opgeslagen."
        in page.text
    )
    assert "was: Los van de veiligheidsregio, of advies aan het bestuur?" in page.text
    assert values_of(page)[TEXT] == ["Mijn reden"]
    assert kept(dossier) == ("Eerste reden" if was_kept else None)


def test_a_kept_tension_that_went_away_can_be_let_go(client: Client, dossier: Dossier) -> None:
    kept_with(client, dossier, "Eerste reden")
    values = let_go(form_of(client, dossier))
    unchoose(dossier)
    assert send(client, dossier, values).status_code == 302
    assert kept(dossier) is None


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 5000, None])
@pytest.mark.parametrize("box", [True, False])
def test_keeping_without_a_version_is_a_bad_request(
    client: Client, dossier: Dossier, version: str | None, box: bool
) -> None:
    values = keep(form_of(client, dossier), "Reden")
    del values[f"spanning-{TENSION}-version"]
    values |= {f"spanning-{TENSION}-version": [version]} if version is not None else {}
    assert send(client, dossier, values if box else let_go(values)).status_code == 400
    assert kept(dossier) is None


@pytest.mark.parametrize("number", ["0", "62", "x", "-1", "1.0", "", "999999999999999999999999", "9" * 5000])
def test_a_tension_that_does_not_exist_is_a_bad_request(client: Client, dossier: Dossier, number: str) -> None:
    body = {f"spanning-{number}-version": ["0"], f"spanning-{number}-shown": ["x"]}
    assert send(client, dossier, {"spanning": [number], **body}).status_code == 400


def test_a_tension_that_is_sent_twice_is_a_bad_request(client: Client, dossier: Dossier) -> None:
    values = form_of(client, dossier)
    assert send(client, dossier, values | {"spanning": [*values["spanning"], str(TENSION)]}).status_code == 400
