"""Who does what when is saved on the controle, with the rest of its form; nothing that was typed is lost (rule 3)."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import MOST_ACTIONS, Answer
from checklist.domain.dossier import Action as ActionValue
from checklist.models import Action, Choice, Dossier
from tests.dossiers import CLASHING, make_dossier
from tests.pages import Body, Page
from tests.views.agenda import (
    actions,
    address,
    form_of,
    keep,
    kept,
    page_of,
    plan,
    point,
    row,
    send,
    values_of,
    words,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def planned(*rows: tuple[str, str, str, str]) -> Dossier:
    """A dossier with a contradiction and these actions: about, what, who, when."""
    return make_dossier(CLASHING, actions=tuple(ActionValue(*texts) for texts in rows))


@pytest.mark.parametrize("about", ["2a+5a", "vraag:4", ""])
def test_an_action_is_saved_with_what_it_is_about(client: Client, dossier: Dossier, about: str) -> None:
    values = plan(form_of(client, dossier), about, " Twee  varianten\t", "A. Jansen", "1 maart 2027")
    assert send(client, dossier, values).status_code == 302
    assert actions(dossier) == [(about, "Twee  varianten", "A. Jansen", "1 maart 2027")]


def test_actions_about_steps_are_told_and_stay_as_they_are(client: Client) -> None:
    steps = [(f"stap:{key}", "", "De voorzitter", "maart") for key in ("onafhankelijkheid_vastleggen", "start")]
    dossier = planned(*steps)
    page = page_of(client, dossier)
    assert "Over 2 stappen van het besluitpad staat iets op de afronding. Bekijk de stappen" in page.text
    assert not any("stap:" in about for name, (about, *_) in values_of(page).items() if name.endswith("-about"))
    response = send(client, dossier, plan(values_of(page), "", "Iets anders"), naar="meer")
    assert response["Location"] == reverse("closing-more", args=[dossier.edit_key])
    assert actions(dossier) == [*steps, ("", "Iets anders", "", "")]


def test_one_form_saves_actions_and_agreements_at_once(client: Client, dossier: Dossier) -> None:
    values = plan(plan(keep(form_of(client, dossier), "Toch."), "2a+5a", "Bellen"), "", "Verslag maken")
    send(client, dossier, values)
    assert kept(dossier) == "Toch."
    assert {what for _, what, _, _ in actions(dossier)} == {"Bellen", "Verslag maken"}


def test_it_can_be_changed_and_an_emptied_one_is_removed(client: Client) -> None:
    dossier = planned(("2a+5a", "Bellen", "Jan", "nu"))
    send(client, dossier, plan(form_of(client, dossier), "2a+5a", "Schrijven", "", "straks"))
    assert actions(dossier) == [("2a+5a", "Schrijven", "", "straks")]
    send(client, dossier, plan(form_of(client, dossier), "2a+5a"))
    assert actions(dossier) == []


def test_what_is_done_stays_done(client: Client) -> None:
    dossier = make_dossier(CLASHING, actions=(ActionValue("", "Bellen", done=True),))
    (state,) = Action.objects.filter(dossier=dossier)
    values = form_of(client, dossier)
    send(client, dossier, values | {"actie-0-what": ["Schrijven"]})
    state.refresh_from_db()
    assert (state.what, state.done) == ("Schrijven", True)


def test_an_untouched_page_writes_nothing_and_says_nothing(client: Client) -> None:
    dossier = planned(("2a+5a", "Bellen\nen schrijven", "", ""))
    version = Action.objects.get(dossier=dossier).version
    response = client.post(address(dossier), form_of(client, dossier), follow=True)
    assert Action.objects.get(dossier=dossier).version == version
    assert "De controle is opgeslagen" not in Page(response).text


def test_more_actions_about_one_thing_all_stand_at_it(client: Client) -> None:
    dossier = planned(("2a+5a", "Bellen", "", ""), ("2a+5a", "Schrijven", "", ""))
    values = form_of(client, dossier)
    names = [f"actie-{at}" for at in values["actie"] if values[f"actie-{at}-about"] == ["2a+5a"]]
    assert [values[f"{name}-what"] for name in names] == [["Bellen"], ["Schrijven"]]


# When what it is about goes


def test_an_action_stays_under_overig_when_its_clash_goes(client: Client) -> None:
    dossier = planned(("2a+5a", "Bellen", "", ""))
    Choice.objects.filter(dossier=dossier, question__number=5).update(options=["5b"])
    (stored,) = Action.objects.filter(dossier=dossier)
    shown = words(point(page_of(client, dossier), f"punt-overig-{stored.pk}"))
    assert shown.startswith("was: Los van de veiligheidsregio, of advies aan het bestuur? Wat Bellen")


def test_an_action_stays_under_overig_when_its_question_is_answered(client: Client) -> None:
    dossier = planned(("vraag:11", "Bellen", "", ""))
    Choice.objects.filter(dossier=dossier, question__number=11).update(options=["11b"], version=1)
    assert "was: Wat doet de coördinerend gemeentesecretaris? Wat Bellen" in page_of(client, dossier).text


def test_an_action_that_was_typed_while_its_clash_went_is_saved(client: Client, dossier: Dossier) -> None:
    values = plan(form_of(client, dossier), "2a+5a", "Bellen")
    Choice.objects.filter(dossier=dossier, question__number=5).update(options=["5b"])
    assert send(client, dossier, values).status_code == 302
    assert actions(dossier) == [("2a+5a", "Bellen", "", "")]


# Two browsers


def test_two_who_type_in_other_rows_both_save(client: Client) -> None:
    dossier = planned(("2a+5a", "Bellen", "", ""), ("vraag:4", "Schrijven", "", ""))
    mine, theirs = form_of(client, dossier), form_of(client, dossier)
    assert send(client, dossier, plan(theirs, "2a+5a", "Langsgaan")).status_code == 302
    assert send(client, dossier, plan(mine, "vraag:4", "Mailen")).status_code == 302
    assert [what for _, what, _, _ in actions(dossier)] == ["Langsgaan", "Mailen"]


def test_two_who_type_at_the_same_empty_point_both_save(client: Client, dossier: Dossier) -> None:
    mine, theirs = form_of(client, dossier), form_of(client, dossier)
    send(client, dossier, plan(theirs, "2a+5a", "Langsgaan"))
    send(client, dossier, plan(mine, "2a+5a", "Mailen"))
    assert [what for _, what, _, _ in actions(dossier)] == ["Langsgaan", "Mailen"]


def test_who_changes_the_same_row_gets_theirs_above_mine_and_nothing_is_written(client: Client) -> None:
    dossier = planned(("2a+5a", "Bellen", "Jan", "nu"))
    mine, theirs = form_of(client, dossier), form_of(client, dossier)
    send(client, dossier, plan(theirs, "2a+5a", "Langsgaan", "Piet", "straks"))
    response = send(client, dossier, plan(plan(mine, "2a+5a", "Mailen", "Jan"), "", "Verslag maken"))
    page = Page(response)
    assert response.status_code == 409
    theirs_in_words = "Intussen opgeslagen door een ander: Wat: Langsgaan Wie: Piet Wanneer: straks"
    assert theirs_in_words in words(point(page, "punt-2a-5a"))
    assert page.text.count("Intussen opgeslagen door een ander") == 1
    again = values_of(page)
    assert again[f"{row(again, '2a+5a')}-what"] == ["Mailen"]
    assert [what for _, what, _, _ in actions(dossier)] == ["Langsgaan"]
    send(client, dossier, again)
    assert [texts[1:] for texts in actions(dossier)] == [("Mailen", "Jan", ""), ("Verslag maken", "", "")]


def test_an_untouched_row_on_the_page_of_a_conflict_shows_what_is_stored_now(client: Client) -> None:
    dossier = planned(("2a+5a", "Bellen", "", ""), ("vraag:4", "Schrijven", "", ""))
    mine, theirs = form_of(client, dossier), form_of(client, dossier)
    send(client, dossier, plan(plan(theirs, "2a+5a", "Langsgaan"), "vraag:4", "Mailen"))
    again = values_of(Page(send(client, dossier, plan(mine, "2a+5a", "Faxen"))))
    assert again[f"{row(again, 'vraag:4')}-what"] == ["Mailen"]


def test_a_conflict_of_actions_can_conflict_again(client: Client) -> None:
    dossier = planned(("2a+5a", "Bellen", "", ""))
    mine = plan(form_of(client, dossier), "2a+5a", "Mijn")
    send(client, dossier, plan(form_of(client, dossier), "2a+5a", "Hun"))
    again = values_of(Page(send(client, dossier, mine)))
    send(client, dossier, plan(form_of(client, dossier), "2a+5a", "Derde"))
    response = send(client, dossier, again)
    assert response.status_code == 409
    assert "Wat: Derde" in Page(response).text


def test_what_another_removed_can_be_made_again(client: Client) -> None:
    dossier = planned(("2a+5a", "Bellen", "", ""))
    mine, theirs = form_of(client, dossier), form_of(client, dossier)
    send(client, dossier, plan(theirs, "2a+5a"))
    response = send(client, dossier, plan(mine, "2a+5a", "Mailen"))
    assert response.status_code == 409
    assert "deze actie is weggehaald. Slaat u op, dan komt zij terug." in Page(response).text
    send(client, dossier, values_of(Page(response)))
    assert actions(dossier) == [("2a+5a", "Mailen", "", "")]


def test_the_same_change_twice_is_a_success(client: Client) -> None:
    dossier = planned(("2a+5a", "Bellen", "", ""))
    values = plan(plan(form_of(client, dossier), "2a+5a", "Mailen"), "", "Nieuw")
    assert [send(client, dossier, values).status_code for _ in range(2)] == [302, 302]
    assert [what for _, what, _, _ in actions(dossier)] == ["Mailen", "Nieuw"]


# What can't be saved


@pytest.mark.parametrize(("field", "cap"), [("what", 400), ("who", 120), ("when", 40)])
def test_a_text_over_its_cap_stays_on_the_page_with_all_the_rest(
    client: Client, dossier: Dossier, field: str, cap: int
) -> None:
    values = keep(plan(form_of(client, dossier), "vraag:4", "Bellen", "Jan", "nu"), "Toch.")
    name = row(values, "2a+5a")
    too_long = "m" * (cap + 1)
    response = send(client, dossier, values | {f"{name}-{field}": [too_long]})
    page = Page(response)
    assert response.status_code == 200
    assert page.title.startswith("Fout: ")
    again = values_of(page)
    assert again[f"{row(again, '2a+5a')}-{field}"] == [too_long]
    assert again[f"{row(again, 'vraag:4')}-what"] == ["Bellen"]
    assert again["spanning-1-motivation"] == ["Toch."]
    assert f"er passen er {cap}." in page.text
    assert (actions(dossier), kept(dossier)) == ([], None)
    exactly = again | {f"{row(again, '2a+5a')}-{field}": ["m" * cap]}
    assert send(client, dossier, exactly).status_code == 302


def test_one_action_too_many_stays_on_the_page(client: Client) -> None:
    dossier = planned(*(("", f"Actie {at}", "", "") for at in range(MOST_ACTIONS)))
    values = plan(form_of(client, dossier), "2a+5a", "Nog een")
    response = send(client, dossier, values)
    assert response.status_code == 409
    assert f"Er passen er {MOST_ACTIONS} in een dossier. Er is niets opgeslagen." in Page(response).text
    assert values_of(Page(response))[f"{row(values_of(Page(response)), '2a+5a')}-what"] == ["Nog een"]


def test_a_dossier_with_all_the_actions_it_may_have_can_be_saved(client: Client) -> None:
    dossier = planned(*(("", f"Actie {at}", "", "") for at in range(MOST_ACTIONS)))
    assert send(client, dossier, keep(form_of(client, dossier), "Toch.")).status_code == 302
    assert kept(dossier) == "Toch."


@pytest.mark.parametrize(
    "changed",
    [
        {"actie": ["0", "0"]},
        {"actie": ["x"]},
        {"actie": ["-1"]},
        {"actie": ["9" * 5000]},
        {"actie": ["77"]},
        {"actie-0-version": ["x"]},
        {"actie-0-version": [""]},
        {"actie-0-id": ["x"]},
        {"actie-0-id": ["0"]},
        {"actie-0-id": ["9" * 30]},
        {"actie-0-about": ["vraag:13"]},
        {"actie-0-about": ["9a+9a"]},
        {"actie-0-about": ["\x00"]},
        {"actie-0-shown": [""]},
        {"actie-0-shown": ["x" * 5000]},
    ],
)
def test_a_form_that_was_changed_is_a_bad_request(client: Client, dossier: Dossier, changed: Body) -> None:
    values = plan(form_of(client, dossier), "2a+5a", "Bellen")
    assert send(client, dossier, values | changed).status_code == 400
    assert actions(dossier) == []


def test_an_action_of_another_dossier_is_not_touched(client: Client, dossier: Dossier) -> None:
    other = planned(("", "Van een ander", "", ""))
    (theirs,) = Action.objects.filter(dossier=other)
    values = plan(form_of(client, dossier), "2a+5a", "Bellen")
    name = row(values, "2a+5a")
    tampered = values | {f"{name}-id": [str(theirs.pk)], f"{name}-version": [str(theirs.version)]}
    assert send(client, dossier, tampered).status_code == 409
    assert actions(other) == [("", "Van een ander", "", "")]


def test_nobody_posts_with_the_leeslink(client: Client, dossier: Dossier) -> None:
    values = plan(form_of(client, dossier), "2a+5a", "Bellen")
    assert client.post(address(dossier, dossier.read_key), values).status_code == 403
    assert actions(dossier) == []


def test_text_is_data(client: Client, dossier: Dossier) -> None:
    typed = "</textarea><b>\"'&amp; {{ x }}"
    send(client, dossier, plan(form_of(client, dossier), "2a+5a", typed, typed, typed[:40]))
    page = page_of(client, dossier)
    assert not page.find("b")
    values = values_of(page)
    assert values[f"{row(values, '2a+5a')}-what"] == values[f"{row(values, '2a+5a')}-who"] == [typed]


def test_those_present_are_suggested(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier)
    assert [option.attributes["value"] for option in page.find("option")] == ["A. Jansen, Oss"]
    assert (
        page.by_id(f"{row(values_of(page), '2a+5a')}-who").attributes["list"]
        == page.find("datalist")[0].attributes["id"]
    )


def test_it_says_how_many_points_have_a_name_and_a_date(client: Client) -> None:
    answers = CLASHING | {number: Answer((), "") for number in (4,)}
    dossier = make_dossier(answers, actions=(ActionValue("2a+5a", "", "Jan", "nu"), ActionValue("", "", "Piet", "")))
    # A clash, ten open questions and an action about nothing.
    assert "1 van 12 punten hebben een naam en een datum" in page_of(client, dossier).text


def test_a_saved_form_says_so_where_it_leads(client: Client, dossier: Dossier) -> None:
    values = plan(form_of(client, dossier), "2a+5a", "Bellen")
    response = client.post(address(dossier), values, follow=True)
    assert response.redirect_chain[0][0] == reverse("closing", args=[dossier.edit_key])
    assert "De controle is opgeslagen." in Page(response).text
