"""Two writes at the same moment, one waiting for the other: nothing is overwritten, on SQLite and on PostgreSQL."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.utils import timezone

from checklist import selectors, services
from checklist.admin.versions import versions_of
from checklist.domain.dossier import MOST_ACTIONS, Action, Answer, DetailAnswer, TitlePage
from checklist.domain.proposal import NO_PROPOSAL, Attendance, Presence, Proposal, mark_of
from checklist.models import Action as ActionRow
from checklist.models import Dossier, KeptTension, Option
from checklist.selectors import UNTOUCHED_FOR, OpenDossier
from checklist.services import (
    ActionSave,
    AgendaConflictError,
    AgendaRefusedError,
    ChoiceConflictError,
    DossierGoneError,
    KeptConflictError,
    KeptSave,
    OtherRegionError,
    ProposalConflictError,
    TitlePageConflictError,
)
from tests.beheer.browsing import address, edit, form_values, history_of, put_back, redacteurs_browser
from tests.dossiers import CLASHING, TENSION, choice, make_dossier, opened
from tests.racing import second_waits_for_first

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


def test_a_save_that_waited_for_another_does_not_overwrite_it() -> None:
    dossier = make_dossier()
    found = opened(dossier)
    with pytest.raises(ChoiceConflictError):
        second_waits_for_first(
            lambda: services.save_choice(found, 1, Answer(("1a",), "Hun"), based_on=0),
            lambda: services.save_choice(found, 1, Answer(("1b",), "Mijn"), based_on=0),
        )
    assert choice(dossier, 1).motivation == "Hun"


def test_ways_out_that_waited_for_another_save_neither_of_their_questions() -> None:
    dossier = make_dossier(CLASHING)
    found = opened(dossier)
    with pytest.raises(ChoiceConflictError) as conflict:
        second_waits_for_first(
            lambda: services.save_choice(found, 5, Answer(("5d",), "Hun"), based_on=1),
            lambda: services.save_options(found, {2: ("2b",), 5: ("5b",)}, based_on={2: 1, 5: 1}),
        )
    assert conflict.value.number == 5
    assert (choice(dossier, 2).options, choice(dossier, 5).options) == (["2a"], ["5d"])


@pytest.mark.parametrize("let_go", [False, True])
def test_a_kept_tension_that_another_is_changing_is_not_overwritten_or_let_go(let_go: bool) -> None:
    dossier = make_dossier(CLASHING)
    found = opened(dossier)
    services.keep_tension(found, TENSION, "Eerst", based_on=0)
    version = KeptTension.objects.get(dossier=dossier).version
    with pytest.raises(KeptConflictError):
        second_waits_for_first(
            lambda: services.keep_tension(found, TENSION, "Hun", based_on=version),
            lambda: (
                services.let_tension_go(found, TENSION, based_on=version)
                if let_go
                else services.keep_tension(found, TENSION, "Mijn", based_on=version)
            ),
        )
    assert KeptTension.objects.get(dossier=dossier).motivation == "Hun"


def changed(row: ActionRow, what: str) -> ActionSave:
    """A stored action with another text."""
    return ActionSave(row.pk, row.version, Action(row.about, what))


def test_an_agenda_that_another_is_changing_is_not_overwritten_in_any_row() -> None:
    dossier = make_dossier(CLASHING, actions=(Action("", "Eerst"), Action("vraag:4", "Ook")))
    found, (first, second) = opened(dossier), dossier.actions.all()
    keep = KeptSave(TENSION, True, "Met opzet.", 0)
    with pytest.raises(AgendaConflictError) as conflict:
        second_waits_for_first(
            lambda: services.save_agenda(found, actions=[changed(second, "Hun")], kept=[]),
            lambda: services.save_agenda(found, actions=[changed(second, "Mijn"), changed(first, "Mijn")], kept=[keep]),
        )
    theirs = conflict.value.actions[0]
    assert theirs is not None
    assert (theirs.action.what, set(conflict.value.actions), len(conflict.value.kept)) == ("Hun", {0}, 0)
    assert [row.what for row in dossier.actions.all()] == ["Eerst", "Hun"]
    assert not dossier.kept_tensions.exists()


def test_an_agenda_that_waited_for_a_kept_tension_does_not_overwrite_it() -> None:
    dossier = make_dossier(CLASHING)
    found = opened(dossier)
    with pytest.raises(AgendaConflictError) as conflict:
        second_waits_for_first(
            lambda: services.keep_tension(found, TENSION, "Hun", based_on=0),
            lambda: services.save_agenda(
                found,
                actions=[ActionSave(None, 0, Action("", "Mijn"))],
                kept=[KeptSave(TENSION, True, "Mijn", 0)],
            ),
        )
    assert conflict.value.kept.keys() == {0}
    assert KeptTension.objects.get(dossier=dossier).motivation == "Hun"
    assert not dossier.actions.exists()


def test_a_new_action_that_is_sent_twice_at_the_same_moment_is_made_once() -> None:
    dossier = make_dossier()
    second_waits_for_first(lambda: add_action(dossier), lambda: add_action(dossier))
    assert dossier.actions.count() == 1


def test_two_who_each_add_the_last_action_that_fits_do_not_both() -> None:
    dossier = make_dossier(actions=tuple(Action("", f"Actie {number}") for number in range(MOST_ACTIONS - 1)))
    found = opened(dossier)
    with pytest.raises(AgendaRefusedError):
        second_waits_for_first(
            lambda: add_action(dossier),
            lambda: services.save_agenda(found, actions=[ActionSave(None, 0, Action("", "Mijn"))], kept=[]),
        )
    assert dossier.actions.count() == MOST_ACTIONS


def test_an_agenda_of_a_dossier_that_is_being_deleted_says_that_it_is_gone() -> None:
    dossier = make_dossier(CLASHING, actions=(Action("", "Eerst"),))
    found, row = opened(dossier), dossier.actions.get()
    new = ActionSave(None, 0, Action("", "Nieuw"))
    with pytest.raises(DossierGoneError):
        second_waits_for_first(
            lambda: services.delete_dossier(found),
            lambda: services.save_agenda(found, actions=[changed(row, "Mijn"), new], kept=[]),
        )


def test_a_dossier_is_deleted_though_an_agenda_adds_to_it_in_the_same_moment() -> None:
    dossier = make_dossier(CLASHING)
    found = opened(dossier)
    keep = KeptSave(TENSION, True, "Met opzet.", 0)
    new = ActionSave(None, 0, Action("", "Nieuw"))
    second_waits_for_first(
        lambda: services.save_agenda(found, actions=[new], kept=[keep]), lambda: services.delete_dossier(found)
    )
    assert not Dossier.objects.filter(pk=dossier.pk).exists()
    assert not ActionRow.objects.exists()


def test_a_title_page_that_another_is_changing_is_not_overwritten() -> None:
    dossier = make_dossier()
    found = opened(dossier)
    theirs = TitlePage("Hun titel", "VR21", dossier.date, ())
    with pytest.raises(TitlePageConflictError):
        second_waits_for_first(
            lambda: services.save_title_page(found, theirs, based_on=1),
            lambda: services.save_title_page(found, replace(theirs, title="Mijn titel"), based_on=1),
        )
    dossier.refresh_from_db()
    assert dossier.title == "Hun titel"


OSS = Answer(("7c",), details=(DetailAnswer("7c", "gemeente", "GM0828"),))


def change_region(dossier: Dossier, found: OpenDossier) -> None:
    """Another region, in which Oss doesn't lie."""
    services.save_title_page(found, TitlePage(dossier.title, "VR13", dossier.date, ()), based_on=1)


def test_a_gemeente_that_waited_for_another_region_is_not_saved() -> None:
    dossier = make_dossier()
    found = opened(dossier)
    with pytest.raises(OtherRegionError):
        second_waits_for_first(
            lambda: change_region(dossier, found), lambda: services.save_choice(found, 7, OSS, based_on=0)
        )
    assert choice(dossier, 7).details == {}


def test_another_region_that_waited_for_a_gemeente_opens_it() -> None:
    dossier = make_dossier()
    found = opened(dossier)
    second_waits_for_first(
        lambda: services.save_choice(found, 7, OSS, based_on=0), lambda: change_region(dossier, found)
    )
    assert (choice(dossier, 7).options, choice(dossier, 7).details) == (["7c"], {})
    assert opened(dossier).region_code == "VR13"


def test_a_text_that_another_is_changing_is_not_overwritten_by_a_form() -> None:
    browser, option = redacteurs_browser(), Option.objects.get(code="1a")
    form = address(Option, "change", option.pk)
    shown = form_values(browser, form)
    answers = []
    second_waits_for_first(
        lambda: browser.post(form, shown | {"decided_by": "de voltallige kring"}),
        lambda: answers.append(browser.post(form, shown | {"decided_by": "het bestuur"})),
    )
    assert [answer.status_code for answer in answers] == [200]
    option.refresh_from_db()
    assert option.decided_by == "de voltallige kring"


def save(dossier: Dossier) -> None:
    """The first answer of a dossier."""
    services.save_choice(opened(dossier), 4, Answer(("4b",), "De griffiers"), based_on=0)


def change_title(dossier: Dossier) -> None:
    """The first change of a title page."""
    services.save_title_page(opened(dossier), TitlePage("Hun titel", "VR21", dossier.date, ()), based_on=1)


def add_action(dossier: Dossier) -> None:
    """The first action."""
    services.save_agenda(opened(dossier), actions=[ActionSave(None, 0, Action("", "Beginnen"))], kept=[])


def untouched_dossier() -> Dossier:
    """A dossier whose time has passed, without any save."""
    dossier = make_dossier()
    long_ago = timezone.now() - UNTOUCHED_FOR * 2
    Dossier.objects.filter(pk=dossier.pk).update(created_at=long_ago, date=timezone.localdate(long_ago))
    return dossier


@pytest.mark.parametrize("touch", [save, change_title, add_action])
def test_what_is_saved_while_untouched_dossiers_are_cleared_stays(touch: Callable[[Dossier], None]) -> None:
    dossier = untouched_dossier()
    second_waits_for_first(lambda: touch(dossier), services.clear_untouched_dossiers)
    assert Dossier.objects.filter(pk=dossier.pk).exists()
    assert dossier.choices.count() == 12


def test_a_save_in_a_dossier_that_is_being_cleared_says_that_it_is_gone() -> None:
    dossier = untouched_dossier()
    found = opened(dossier)
    with pytest.raises(DossierGoneError):
        second_waits_for_first(
            services.clear_untouched_dossiers,
            lambda: services.save_choice(found, 4, Answer(("4b",)), based_on=0),
        )


def test_a_text_that_another_is_changing_is_not_overwritten_by_an_earlier_version() -> None:
    browser, option = redacteurs_browser(), Option.objects.get(code="1a")
    edit(browser, option, decided_by="het bestuur")
    history, theirs = history_of(browser, option), form_values(browser, address(Option, "change", option.pk))
    oldest = versions_of(option)[-1].id
    answers = []
    second_waits_for_first(
        lambda: browser.post(address(Option, "change", option.pk), theirs | {"decided_by": "de voltallige kring"}),
        lambda: answers.append(put_back(browser, history, oldest)),
    )
    assert [answer.status_code for answer in answers] == [409]
    option.refresh_from_db()
    assert option.decided_by == "de voltallige kring"


def save_proposal(found: OpenDossier, filled: Proposal, *keys: str) -> bool:
    """Save these fields as the page of a dossier without a proposal does."""
    shown = {key: mark_of(NO_PROPOSAL, key) for key in keys}
    return services.save_proposal(found, filled, shown=shown, based_on=0)


def test_two_first_saves_of_a_proposal_do_not_overwrite_each_other() -> None:
    dossier = make_dossier()
    found = opened(dossier)
    with pytest.raises(ProposalConflictError):
        second_waits_for_first(
            lambda: save_proposal(found, Proposal(submitter="De eerste"), "indiener"),
            lambda: save_proposal(found, Proposal(submitter="De tweede"), "indiener"),
        )
    assert selectors.proposal_state(dossier.pk).proposal == Proposal(submitter="De eerste")


def test_two_first_saves_of_other_fields_are_both_stored() -> None:
    dossier = make_dossier()
    found = opened(dossier)
    second_waits_for_first(
        lambda: save_proposal(found, Proposal(submitter="De eerste"), "indiener"),
        lambda: save_proposal(found, Proposal(support="De tweede"), "draagvlak"),
    )
    assert selectors.proposal_state(dossier.pk).proposal == Proposal(submitter="De eerste", support="De tweede")


def test_who_was_there_of_another_region_is_not_saved_by_who_waited_for_that_region() -> None:
    dossier = make_dossier(proposal=Proposal(submitter="x"))
    found = opened(dossier)
    there = Proposal(attendance=(Attendance("GM0828", Presence.PRESENT),))
    with pytest.raises(OtherRegionError):
        second_waits_for_first(
            lambda: change_region(dossier, found), lambda: save_proposal(found, there, "aanwezigheid")
        )
    assert selectors.proposal_state(dossier.pk).proposal == Proposal(submitter="x")
