"""What a redacteur changes of a tension: its question, the agreement that goes with its severity, and its repairs."""

from typing import Any

import pytest
from django.test import Client

from checklist import selectors
from checklist.admin.versions import versions_of
from checklist.models import Option, Repair, Tension
from tests.beheer.browsing import address, edit, form_values, history_of, put_back, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def contradiction() -> Tension:
    """2a met 5a, with two repairs."""
    return Tension.objects.get(number=1)


@pytest.fixture
def attention() -> Tension:
    """1a met 2a, with an agreement and two repairs."""
    return Tension.objects.get(number=7)


def refused(response: Any) -> str:
    """What a form that wasn't saved says of itself and of the repairs below it."""
    assert response.status_code == 200
    return words_of(response.content.decode())


def repairs_of(tension: Tension) -> list[tuple[int, str, str, str, bool]]:
    return list(tension.repairs.values_list("number", "text", "adds", "drops", "active"))


def test_an_aandachtspunt_without_an_agreement_is_refused(editor: Client, attention: Tension) -> None:
    assert "Geef de afspraak waarmee beide keuzes kunnen blijven." in refused(edit(editor, attention, agreement=" "))


def test_a_contradiction_with_an_agreement_is_refused(editor: Client, contradiction: Tension) -> None:
    said = refused(edit(editor, contradiction, agreement="Wij spreken iets af."))
    assert "Bij een tegenstrijdige spanning helpt geen afspraak" in said


def test_another_agreement_is_saved(editor: Client, attention: Tension) -> None:
    assert edit(editor, attention, agreement="Wij spreken iets af.").status_code == 302
    tension = next(tension for tension in selectors.content_all().tensions if tension.number == 7)
    assert tension.agreement == "Wij spreken iets af."


def test_a_tension_without_a_question_is_refused(editor: Client, attention: Tension) -> None:
    response = edit(editor, attention, question=" ")
    assert response.context["adminform"].form.errors == {"question": ["Dit veld is verplicht."]}


def test_another_question_is_saved(editor: Client, attention: Tension) -> None:
    assert edit(editor, attention, question="Waar gaat dit over?").status_code == 302
    tension = next(tension for tension in selectors.content_all().tensions if tension.number == 7)
    assert tension.question == "Waar gaat dit over?"


def test_a_tension_of_the_redactie_from_before_there_were_questions_asks_for_one(editor: Client) -> None:
    Tension.objects.filter(number=7).update(question="", loaded_hashes={})
    response = edit(editor, Tension.objects.get(number=7), explanation="Anders.")
    assert list(response.context["adminform"].form.errors) == ["question"]


def test_a_repair_is_changed_below_its_tension_with_its_history(editor: Client, contradiction: Tension) -> None:
    changed = {"repairs-0-text": "Kies opnieuw.", "repairs-0-adds": "5c"}
    assert edit(editor, contradiction, **changed).status_code == 302
    assert repairs_of(contradiction)[0] == (1, "Kies opnieuw.", "5c", "5a", True)
    assert len(versions_of(contradiction.repairs.get(number=1))) == 2


def test_a_third_repair_gets_the_next_number(editor: Client, contradiction: Tension) -> None:
    edit(editor, contradiction, **{"repairs-2-text": "Doe niets.", "repairs-2-drops": "2a 5a"})
    assert repairs_of(contradiction)[2] == (3, "Doe niets.", "", "2a 5a", True)


def test_a_fourth_repair_is_refused(editor: Client, contradiction: Tension) -> None:
    edit(editor, contradiction, **{"repairs-2-text": "Doe niets.", "repairs-2-drops": "2a 5a"})
    fourth = {"repairs-TOTAL_FORMS": 4, "repairs-3-text": "Nog een.", "repairs-3-drops": "2a"}
    said = refused(edit(editor, contradiction, **fourth, **{"repairs-3-active": "on"}))
    assert "Een spanning heeft hoogstens drie oplossingen." in said


@pytest.mark.parametrize(
    ("adds", "drops", "said"),
    [
        ("2b", "", "Hiermee zijn 2a en 5a nog allebei gekozen."),
        ("5e", "5a", "De code 5e is van geen enkele optie."),
        ("", "", "Noem minstens één optie die erbij komt of die vervalt."),
    ],
)
def test_a_repair_that_solves_nothing_is_refused(
    editor: Client, contradiction: Tension, adds: str, drops: str, said: str
) -> None:
    before = repairs_of(contradiction)
    assert said in refused(edit(editor, contradiction, **{"repairs-0-adds": adds, "repairs-0-drops": drops}))
    assert repairs_of(contradiction) == before


def test_a_repair_that_solves_nothing_is_refused_on_its_own_page_too(editor: Client, contradiction: Tension) -> None:
    said = refused(edit(editor, contradiction.repairs.get(number=1), adds="2b", drops=""))
    assert "Hiermee zijn 2a en 5a nog allebei gekozen." in said


def test_a_new_tension_with_a_repair_that_does_not_solve_it_is_refused(editor: Client) -> None:
    page = address(Tension, "add")
    values = form_values(editor, page) | {
        "option_a": Option.objects.get(code="2a").pk,
        "option_b": Option.objects.get(code="11a").pk,
        "severity": "tegenstrijdig",
        "readers": 1,
        "question": "Waar gaat dit over?",
        "explanation": "Een nieuwe spanning.",
        "repairs-0-text": "Doe het anders.",
        "repairs-0-drops": "2b",
    }
    assert "Hiermee zijn 2a en 11a nog allebei gekozen." in refused(editor.post(page, values))
    assert not Tension.objects.filter(number=1001).exists()


def test_a_tension_keeps_a_repair_in_use(editor: Client, contradiction: Tension) -> None:
    page = address(Tension, "change", contradiction.pk)
    values = form_values(editor, page)
    del values["repairs-0-active"]
    assert editor.post(page, values).status_code == 302
    assert [repair.text for repair in _repairs(1)] == [contradiction.repairs.get(number=2).text]
    values = form_values(editor, page)
    del values["repairs-1-active"]
    assert "Geef minstens één oplossing die in gebruik is." in refused(editor.post(page, values))


def _repairs(number: int) -> Any:
    return next(tension for tension in selectors.content_all().tensions if tension.number == number).repairs


def test_a_repair_that_changed_meanwhile_is_not_overwritten(editor: Client, contradiction: Tension) -> None:
    page = address(Tension, "change", contradiction.pk)
    mine = form_values(editor, page) | {"repairs-0-text": "Mijn oplossing."}
    edit(editor, contradiction.repairs.get(number=1), text="Hun oplossing.")
    assert "Intussen heeft een ander hier iets gewijzigd." in refused(editor.post(page, mine))
    assert contradiction.repairs.get(number=1).text == "Hun oplossing."


def test_a_version_from_before_there_were_agreements_leaves_the_agreement(editor: Client, attention: Tension) -> None:
    edit(editor, attention, explanation="Anders.")
    oldest = versions_of(attention)[-1]
    Tension.history.filter(history_id=oldest.id).update(agreement="")
    put_back(editor, history_of(editor, attention), oldest.id)
    attention.refresh_from_db()
    assert attention.explanation != "Anders."
    assert attention.agreement


def test_a_version_from_before_there_were_questions_leaves_the_question(editor: Client, attention: Tension) -> None:
    edit(editor, attention, explanation="Anders.")
    oldest = versions_of(attention)[-1]
    Tension.history.filter(history_id=oldest.id).update(question="")
    put_back(editor, history_of(editor, attention), oldest.id)
    asked = attention.question
    attention.refresh_from_db()
    assert attention.explanation != "Anders."
    assert attention.question == asked


def test_a_version_of_a_contradiction_takes_the_agreement_away(editor: Client, contradiction: Tension) -> None:
    edit(editor, contradiction, severity="aandachtspunt", agreement="Wij spreken iets af.")
    put_back(editor, history_of(editor, contradiction), versions_of(contradiction)[-1].id)
    contradiction.refresh_from_db()
    assert (contradiction.severity, contradiction.agreement) == ("tegenstrijdig", "")


def test_a_repair_is_added_at_its_tension_alone(editor: Client) -> None:
    assert editor.get(address(Repair, "add")).status_code == 403
