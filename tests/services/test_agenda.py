"""Kept tensions and actions are saved together, all or nothing, and no row over somebody else's (rules 1, 3 and 4)."""

from dataclasses import replace

import pytest
from django.db import DataError, IntegrityError, transaction

from checklist import selectors, services
from checklist.domain.dossier import MOST_ACTIONS, Action
from checklist.domain.steps import STEPS
from checklist.domain.text import WHAT_CAP, WHEN_CAP, WHO_CAP
from checklist.models import Action as ActionRow
from checklist.models import Choice, Dossier, Tension
from checklist.selectors import ActionState, KeptState
from checklist.services import (
    ActionSave,
    AgendaConflictError,
    AgendaRefusedError,
    DossierGoneError,
    KeptSave,
    NotBothChosenError,
)
from tests.dossiers import CLASHING, TENSION, make_dossier, opened
from tests.services.values import ODD

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

ASK = Action("vraag:4", "De griffiers vragen", "Secretaris van Oss", "1 maart 2027")
WRITE = Action("2a+5a", "Taakverdeling op papier")
EMPTY = Action("vraag:4", "")
# More than the one tension between the answers of `clashing`.
OTHER_TENSION = 2


@pytest.fixture
def planned() -> Dossier:
    """A dossier with a tension between its answers and two actions."""
    return make_dossier(CLASHING, actions=(ASK, WRITE))


def save(dossier: Dossier, *actions: ActionSave, kept: tuple[KeptSave, ...] = ()) -> bool:
    return services.save_agenda(opened(dossier), actions=actions, kept=kept)


def states(dossier: Dossier) -> tuple[ActionState, ...]:
    return selectors.actions_of(dossier.pk)


def actions(dossier: Dossier) -> list[Action]:
    return [state.action for state in states(dossier)]


def new(action: Action) -> ActionSave:
    return ActionSave(None, 0, action)


def kept(dossier: Dossier) -> KeptState | None:
    return selectors.kept_tension(dossier.pk, TENSION)


def keep(motivation: str, based_on: int = 0) -> KeptSave:
    return KeptSave(TENSION, True, motivation, based_on)


def let_go(based_on: int) -> KeptSave:
    return KeptSave(TENSION, False, "", based_on)


def test_new_actions_are_stored_in_their_order(clashing: Dossier) -> None:
    last = Action("", ODD, "Ć. Łukasz", done=True)
    assert save(clashing, new(ASK), new(WRITE), new(last))
    assert actions(clashing) == [ASK, WRITE, last]


def test_an_action_may_be_about_a_step(dossier: Dossier) -> None:
    step = Action(f"stap:{max(STEPS, key=len)}", "", "De kring")
    assert save(dossier, new(step))
    assert actions(dossier) == [step]


@pytest.mark.parametrize("action", [Action("", "Wat"), Action("", "", "Wie"), Action("", "", "", "Morgen")])
def test_each_of_the_three_texts_is_enough(clashing: Dossier, action: Action) -> None:
    assert save(clashing, new(action))
    assert actions(clashing) == [action]


def test_an_action_changes_with_its_version(planned: Dossier) -> None:
    before = states(planned)[0]
    changed = replace(ASK, who="Secretaris van Uden")
    assert save(planned, ActionSave(before.id, before.version, changed))
    assert states(planned)[0] == ActionState(before.id, changed, before.version + 1)


def test_a_row_without_text_is_removed(planned: Dossier) -> None:
    before = states(planned)[0]
    assert save(planned, ActionSave(before.id, before.version, EMPTY))
    assert actions(planned) == [WRITE]


def test_a_new_row_without_text_is_not_made(planned: Dossier) -> None:
    assert not save(planned, new(EMPTY))
    assert actions(planned) == [ASK, WRITE]


def test_a_row_that_was_removed_already_may_be_removed_again(planned: Dossier) -> None:
    before = states(planned)[0]
    for _ in range(2):
        save(planned, ActionSave(before.id, before.version, EMPTY))
    assert actions(planned) == [WRITE]


def test_an_equal_save_is_a_success_whatever_it_was_based_on(planned: Dossier) -> None:
    before = states(planned)
    assert not save(planned, *(ActionSave(state.id, 7, state.action) for state in before))
    assert states(planned) == before


def test_a_new_action_that_is_sent_twice_is_made_once(clashing: Dossier) -> None:
    assert save(clashing, new(ASK), new(ASK))
    assert not save(clashing, new(ASK))
    assert actions(clashing) == [ASK]


def test_an_action_may_become_new_in_another_row(planned: Dossier) -> None:
    """What the first row said moves to a new row: nothing of it is taken for stored already."""
    first = states(planned)[0]
    assert save(planned, new(ASK), ActionSave(first.id, first.version, replace(ASK, what="Eerst bellen")))
    assert actions(planned) == [replace(ASK, what="Eerst bellen"), WRITE, ASK]


def test_two_rows_in_conflict_are_both_told_and_nothing_is_written(planned: Dossier) -> None:
    first, second = states(planned)
    save(planned, ActionSave(first.id, first.version, replace(ASK, who="Hun")))
    save(planned, ActionSave(second.id, second.version, Action("", "")))
    before = states(planned)
    with pytest.raises(AgendaConflictError) as conflict:
        save(
            planned,
            new(Action("", "Nieuw")),
            ActionSave(first.id, first.version, replace(ASK, who="Mijn")),
            ActionSave(second.id, second.version, replace(WRITE, who="Mijn")),
            kept=(keep("Met opzet."),),
        )
    assert conflict.value.actions == {1: before[0], 2: None}
    assert conflict.value.kept == {}
    assert states(planned) == before
    assert kept(planned) is None


def test_a_row_that_was_removed_and_changed_at_once_is_a_conflict(planned: Dossier) -> None:
    before = states(planned)[0]
    save(planned, ActionSave(before.id, before.version, replace(ASK, who="Hun")))
    with pytest.raises(AgendaConflictError) as conflict:
        save(planned, ActionSave(before.id, before.version, EMPTY))
    assert conflict.value.actions == {0: states(planned)[0]}


def test_a_row_with_a_conflict_that_carries_the_new_version_is_saved(planned: Dossier) -> None:
    before = states(planned)[0]
    save(planned, ActionSave(before.id, before.version, replace(ASK, who="Hun")))
    with pytest.raises(AgendaConflictError) as conflict:
        save(planned, ActionSave(before.id, before.version, replace(ASK, who="Mijn")))
    theirs = conflict.value.actions[0]
    assert theirs is not None
    assert save(planned, ActionSave(theirs.id, theirs.version, replace(ASK, who="Mijn")))
    assert actions(planned)[0].who == "Mijn"


def test_the_same_row_twice_with_two_texts_is_a_conflict(planned: Dossier) -> None:
    row = states(planned)[0]
    with pytest.raises(AgendaConflictError):
        save(planned, *(ActionSave(row.id, row.version, replace(ASK, who=who)) for who in ("A", "B")))
    assert actions(planned) == [ASK, WRITE]


def test_the_same_row_twice_with_one_text_is_one_change(planned: Dossier) -> None:
    row = states(planned)[0]
    assert save(planned, *[ActionSave(row.id, row.version, replace(ASK, who="A"))] * 2)
    assert actions(planned) == [replace(ASK, who="A"), WRITE]


def test_an_action_of_another_dossier_is_out_of_reach(planned: Dossier) -> None:
    other = make_dossier(actions=(ASK,))
    theirs = states(other)[0]
    for action in (replace(ASK, who="Mijn"), ASK):
        with pytest.raises(AgendaConflictError) as conflict:
            save(planned, ActionSave(theirs.id, theirs.version, action))
        assert conflict.value.actions == {0: None}
    assert not save(planned, ActionSave(theirs.id, theirs.version, EMPTY))
    assert states(other) == (theirs,)


def test_a_row_made_after_another_was_removed_never_fits_its_page(planned: Dossier) -> None:
    old = states(planned)[0]
    save(planned, ActionSave(old.id, old.version, EMPTY))
    save(planned, new(ASK))
    assert states(planned)[-1].version != old.version


def test_kept_tensions_and_actions_are_written_together(clashing: Dossier) -> None:
    assert save(clashing, new(WRITE), kept=(keep(ODD),))
    state = kept(clashing)
    assert state is not None
    assert (state.motivation, actions(clashing)) == (ODD, [WRITE])


def test_a_kept_tension_without_a_motivation_is_kept(clashing: Dossier) -> None:
    assert save(clashing, kept=(keep(""),))
    assert kept(clashing) is not None


def test_a_kept_tension_is_let_go_with_its_version(clashing: Dossier) -> None:
    save(clashing, kept=(keep("Eerst"),))
    state = kept(clashing)
    assert state is not None
    assert save(clashing, kept=(let_go(state.version),))
    assert kept(clashing) is None
    assert not save(clashing, kept=(let_go(state.version),))


def test_an_equal_kept_tension_is_a_success_whatever_it_was_based_on(clashing: Dossier) -> None:
    save(clashing, kept=(keep("Eerst"),))
    before = kept(clashing)
    assert not save(clashing, kept=(keep("Eerst", based_on=7),))
    assert kept(clashing) == before


def test_what_somebody_else_kept_stays_when_nothing_was_ticked(clashing: Dossier) -> None:
    save(clashing, kept=(keep("Hun"),))
    before = kept(clashing)
    assert not save(clashing, kept=(let_go(0),))
    assert kept(clashing) == before


@pytest.mark.parametrize("mine", ["change", "let go"])
def test_a_kept_tension_in_conflict_writes_nothing(clashing: Dossier, mine: str) -> None:
    save(clashing, kept=(keep("Eerst"),))
    old = kept(clashing)
    assert old is not None
    save(clashing, kept=(keep("Hun", old.version),))
    with pytest.raises(AgendaConflictError) as conflict:
        save(clashing, new(WRITE), kept=(let_go(old.version) if mine == "let go" else keep("Mijn", old.version),))
    assert (conflict.value.actions, conflict.value.kept) == ({}, {0: kept(clashing)})
    assert actions(clashing) == []


def test_changing_a_kept_tension_that_was_let_go_is_a_conflict_without_theirs(clashing: Dossier) -> None:
    with pytest.raises(AgendaConflictError) as conflict:
        save(clashing, kept=(keep("Mijn", based_on=7),))
    assert conflict.value.kept == {0: None}


def test_a_tension_whose_options_are_not_both_chosen_is_not_kept_and_nothing_is_written(planned: Dossier) -> None:
    Choice.objects.filter(dossier=planned, question__number=5).update(options=["5b"])
    with pytest.raises(NotBothChosenError) as refusal:
        save(planned, new(Action("", "Nieuw")), kept=(keep("Reden"),))
    assert (refusal.value.number, refusal.value.missing) == (TENSION, ("5a",))
    assert actions(planned) == [ASK, WRITE]


def test_a_kept_tension_whose_option_went_away_stands_in_nobodys_way(clashing: Dossier) -> None:
    save(clashing, kept=(keep("Eerst"),))
    state = kept(clashing)
    assert state is not None
    Choice.objects.filter(dossier=clashing, question__number=5).update(options=["5b"])
    assert save(clashing, new(WRITE), kept=(keep("Eerst", state.version),))


def test_of_two_kept_tensions_the_one_in_conflict_is_named_by_its_place(clashing: Dossier) -> None:
    tension = Tension.objects.select_related("option_a__question", "option_b__question").get(number=OTHER_TENSION)
    for option in (tension.option_a, tension.option_b):
        row = Choice.objects.get(dossier=clashing, question=option.question)
        Choice.objects.filter(pk=row.pk).update(options=sorted({*row.options, option.code}))
    save(clashing, kept=(keep("Hun"),))
    with pytest.raises(AgendaConflictError) as conflict:
        save(clashing, kept=(KeptSave(OTHER_TENSION, True, "Ook", 0), keep("Mijn")))
    assert conflict.value.kept.keys() == {1}
    assert selectors.kept_tension(clashing.pk, OTHER_TENSION) is None


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (Action("", "x" * (WHAT_CAP + 1)), "De tekst bij ‘wat’ telt 401 tekens. Maak die korter: er passen er 400."),
        (Action("", "", "x" * (WHO_CAP + 1)), "De tekst bij ‘wie’ telt 121 tekens."),
        (Action("", "", "", "x" * (WHEN_CAP + 1)), "De tekst bij ‘wanneer’ telt 41 tekens."),
        *(
            (Action(about, "x"), "Een actie gaat over iets wat niet bestaat. Er is niets opgeslagen.")
            for about in ("vraag:0", "vraag:13", "vraag:04", "2a", "5a+2a", "1a+12a", "stap:bestaat_niet", "x" * 99)
        ),
    ],
)
def test_an_action_that_cannot_be_stored_is_refused_in_words(clashing: Dossier, action: Action, said: str) -> None:
    with pytest.raises(AgendaRefusedError) as refusal:
        save(clashing, new(ASK), new(action), kept=(keep("Reden"),))
    assert str(refusal.value).startswith(said)
    assert actions(clashing) == []
    assert kept(clashing) is None


def test_the_longest_texts_are_stored(clashing: Dossier) -> None:
    longest = Action("vraag:12", "é" * WHAT_CAP, "🙂" * WHO_CAP, "x" * WHEN_CAP)
    assert save(clashing, new(longest))
    assert actions(clashing) == [longest]


def test_an_action_about_a_tension_that_is_switched_off_may_be_made(clashing: Dossier) -> None:
    Tension.objects.filter(number=TENSION).update(active=False)
    assert save(clashing, new(WRITE))


def test_an_action_about_what_is_no_longer_there_can_still_be_changed(planned: Dossier) -> None:
    ActionRow.objects.filter(dossier=planned).update(about="1a+12a")
    state = states(planned)[0]
    assert save(planned, ActionSave(state.id, state.version, replace(state.action, who="Oss")))


def test_a_dossier_has_so_many_actions_and_no_more() -> None:
    full = make_dossier(actions=tuple(Action("", f"Actie {number}") for number in range(MOST_ACTIONS)))
    with pytest.raises(AgendaRefusedError, match=r"Dit worden 201 acties\. Er passen er 200 in een dossier\."):
        save(full, new(Action("", "Nog een")))
    first = states(full)[0]
    assert save(full, ActionSave(first.id, first.version, EMPTY), new(Action("", "Nog een")))
    assert len(states(full)) == MOST_ACTIONS


@pytest.mark.parametrize("action", [replace(ASK, who="Mijn"), EMPTY], ids=["changed", "removed"])
def test_saving_in_a_deleted_dossier_finds_it_gone(planned: Dossier, action: Action) -> None:
    found, state = opened(planned), states(planned)[0]
    services.delete_dossier(found)
    with pytest.raises(DossierGoneError):
        services.save_agenda(found, actions=[ActionSave(state.id, state.version, action), new(WRITE)], kept=[])
    with pytest.raises(DossierGoneError):
        services.save_agenda(found, actions=[], kept=[keep("Reden")])


@pytest.mark.parametrize(
    "fields",
    [
        {"what": "x" * (WHAT_CAP + 1)},
        {"what": "x", "who": "x" * (WHO_CAP + 1)},
        {"what": "x", "when": "x" * (WHEN_CAP + 1)},
        {"what": "x", "about": "x" * 61},
        {},
    ],
)
def test_the_table_itself_holds_the_caps(clashing: Dossier, fields: dict[str, str]) -> None:
    # PostgreSQL counts a column's own characters before it looks at a constraint.

    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        ActionRow.objects.create(dossier=clashing, **fields)
