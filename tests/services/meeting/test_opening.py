"""A meeting is made, opened so that gemeenten can join, and begun."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from checklist import selectors
from checklist.domain.meeting.plan import plan_from_json
from checklist.domain.meeting.value import MeetingState, RoundState, Showing
from checklist.domain.meeting_record.words import Mode, RoundKind
from checklist.models import Dossier, Meeting, Round
from checklist.selectors import LiveMeeting, OpenDossier
from checklist.services import DossierSettledError, NoRightError
from checklist.services.meeting import opening
from checklist.services.meeting.errors import MeetingGoneError, MeetingMovedError, StepRefusedError
from models_catalogue.models import Veiligheidsregio
from tests.dossiers import opened
from tests.meetings import give, join, make_meeting, make_round
from tests.racing import all_at_once
from tests.services.values import reopen, settle

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

LATER = timedelta(days=3)


def open_it(dossier: Dossier, mode: Mode = Mode.OPEN, **others: object) -> LiveMeeting:
    asked: dict[str, object] = {"poll_until": None, "names": False, "live": True} | others
    opening.open_meeting(opened(dossier), mode, **asked)  # type: ignore[arg-type]
    return now_of(dossier)


def now_of(dossier: Dossier) -> LiveMeeting:
    found = selectors.meeting_of(dossier.pk)
    assert found
    return found


def links_of(meeting: LiveMeeting) -> list[str | None]:
    return [meeting.code, meeting.join_token, meeting.phone_token, meeting.screen_token, meeting.chair_token]


def test_a_meeting_that_is_opened_has_a_code_and_links_of_its_own(dossier: Dossier) -> None:
    made = open_it(dossier)
    assert (made.state, made.live, made.rounds, made.sittings) == (MeetingState.READY, True, (), ())
    assert len(set(links_of(made))) == 5
    assert None not in links_of(made)
    assert made.opened_at


def test_one_that_is_kept_for_later_has_none_until_it_is_opened(dossier: Dossier) -> None:
    made = open_it(dossier, live=False)
    assert set(links_of(made)) == {None}
    assert made.opened_at is None
    opening.go_live(opened(dossier), made)
    live = now_of(dossier)
    assert live.live
    opening.go_live(opened(dossier), made)
    assert now_of(dossier) == live


@pytest.mark.parametrize(("mode", "names"), [(Mode.OPEN, True), (Mode.SECRET, False)])
def test_in_secret_mode_the_advies_never_has_names(dossier: Dossier, mode: Mode, names: bool) -> None:
    made = open_it(dossier, mode, names=True)
    assert made.names == names
    opening.set_names(opened(dossier), made, True)
    assert now_of(dossier).names == names


def test_the_same_press_twice_makes_one_meeting_and_another_press_hears_of_it(dossier: Dossier) -> None:
    first = open_it(dossier)
    assert open_it(dossier) == first
    with pytest.raises(MeetingMovedError) as refused:
        open_it(dossier, Mode.SECRET)
    assert refused.value.meeting == first


@pytest.mark.django_db(transaction=True)
def test_two_who_open_at_once_make_one_meeting(dossier: Dossier) -> None:
    there = opened(dossier)

    def press(mode: Mode) -> Callable[[], None]:
        return lambda: opening.open_meeting(there, mode, poll_until=None, names=False, live=True)

    results = all_at_once([press(Mode.OPEN), press(Mode.SECRET), press(Mode.OPEN)])
    assert all(result is None or isinstance(result, MeetingMovedError) for result in results)
    assert Meeting.objects.count() == 1


def test_a_poll_puts_all_twelve_questions_at_once(dossier: Dossier) -> None:
    until = timezone.now() + LATER
    made = open_it(dossier, poll_until=until)
    assert (made.state, made.poll_until) == (MeetingState.POLL, until)
    rounds = [(one.question, one.attempt, one.kind, one.state) for one in made.rounds]
    assert rounds == [(number, 0, RoundKind.POLL, RoundState.ALONE) for number in range(1, 13)]


def test_a_poll_of_a_meeting_that_is_kept_for_later_begins_with_it(dossier: Dossier) -> None:
    made = open_it(dossier, poll_until=timezone.now() + LATER, live=False)
    assert (made.state, made.rounds) == (MeetingState.READY, ())
    opening.go_live(opened(dossier), made)
    assert (now_of(dossier).state, len(now_of(dossier).polls)) == (MeetingState.POLL, 12)


def test_a_poll_whose_end_has_passed_does_not_begin(dossier: Dossier) -> None:
    made = open_it(dossier, poll_until=timezone.now() + LATER, live=False)
    Meeting.objects.update(poll_until=timezone.now() - LATER)
    opening.go_live(opened(dossier), made)
    assert (now_of(dossier).state, now_of(dossier).poll_until, now_of(dossier).rounds) == (MeetingState.READY, None, ())


def test_a_poll_can_begin_after_the_opening(dossier: Dossier) -> None:
    made, until = open_it(dossier, live=False), timezone.now() + LATER
    opening.start_poll(opened(dossier), made, until)
    begun = now_of(dossier)
    assert (begun.state, begun.live, len(begun.polls)) == (MeetingState.POLL, True, 12)
    opening.start_poll(opened(dossier), made, until)
    assert now_of(dossier) == begun


@pytest.mark.parametrize("act", [opening.close_poll, opening.begin])
def test_the_chair_closes_the_poll_and_so_does_the_beginning(
    dossier: Dossier, act: Callable[[OpenDossier, LiveMeeting], None]
) -> None:
    made = open_it(dossier, poll_until=timezone.now() + LATER)
    act(opened(dossier), made)
    closed = now_of(dossier)
    assert {one.state for one in closed.polls.values()} == {RoundState.CLOSED}
    assert len(plan_from_json(closed.plan).talks) == 12
    act(opened(dossier), made)
    assert now_of(dossier) == closed


@pytest.mark.parametrize("days", [-1, 31])
def test_a_poll_that_ends_before_now_or_after_a_month_is_refused(dossier: Dossier, days: int) -> None:
    until = timezone.now() + timedelta(days=days)
    with pytest.raises(StepRefusedError):
        open_it(dossier, poll_until=until)
    made = open_it(dossier)
    with pytest.raises(StepRefusedError):
        opening.start_poll(opened(dossier), made, until)


def test_a_meeting_that_begins_has_a_sitting(dossier: Dossier) -> None:
    made = open_it(dossier, live=False)
    opening.begin(opened(dossier), made)
    begun, today = now_of(dossier), timezone.localdate().isoformat()
    assert (begun.state, begun.live, begun.sittings[0]["date"]) == (MeetingState.RUNNING, True, today)
    assert set(begun.sittings[0]) == {"date", "from"}
    opening.begin(opened(dossier), made)
    assert now_of(dossier) == begun


def test_the_links_stay_when_a_live_meeting_begins(dossier: Dossier) -> None:
    made = open_it(dossier)
    opening.begin(opened(dossier), made)
    assert links_of(now_of(dossier)) == links_of(made)


@pytest.mark.parametrize("state", [MeetingState.SUSPENDED, MeetingState.CLOSED])
@pytest.mark.parametrize(
    "act", [opening.begin, opening.go_live, lambda d, m: opening.start_poll(d, m, timezone.now() + LATER)]
)
def test_a_meeting_that_is_further_does_not_begin_again(
    dossier: Dossier, state: MeetingState, act: Callable[[OpenDossier, LiveMeeting], None]
) -> None:
    make_meeting(dossier, state=state)
    with pytest.raises(MeetingMovedError) as refused:
        act(opened(dossier), now_of(dossier))
    assert refused.value.meeting == now_of(dossier)


def test_the_mode_can_change_until_somebody_answers(dossier: Dossier) -> None:
    made = make_meeting(dossier, names=True)
    join(made, "GM0828", name="A. Jansen")
    asked = make_round(made, 2)
    opening.set_mode(opened(dossier), now_of(dossier), Mode.SECRET)
    changed = now_of(dossier)
    assert (changed.mode, changed.names, changed.seats[0].name) == (Mode.SECRET, False, "")
    made.refresh_from_db()
    give(Round.objects.get(pk=asked.pk), "GM0828", {"2a": "voor"})
    with pytest.raises(StepRefusedError):
        opening.set_mode(opened(dossier), changed, Mode.OPEN)
    assert now_of(dossier).mode == Mode.SECRET


@pytest.mark.parametrize("showing", Showing)
def test_the_beamer_shows_what_the_chair_says(dossier: Dossier, showing: Showing) -> None:
    make_meeting(dossier)
    opening.show(opened(dossier), now_of(dossier), showing)
    shown = now_of(dossier)
    assert (shown.showing, shown.version) == (showing, 2)
    assert plan_from_json(shown.plan).shown == (showing == Showing.FORMALITIES)


def test_each_change_raises_the_version(dossier: Dossier) -> None:
    versions = [open_it(dossier, live=False).version]
    acts: list[Callable[[OpenDossier, LiveMeeting], None]] = [
        opening.go_live,
        lambda there, meeting: opening.set_mode(there, meeting, Mode.SECRET),
        lambda there, meeting: opening.start_poll(there, meeting, timezone.now() + LATER),
        lambda there, meeting: opening.show(there, meeting, Showing.WHOLE),
    ]
    for act in acts:
        act(opened(dossier), now_of(dossier))
        versions.append(now_of(dossier).version)
    assert versions == [1, 2, 3, 4, 5]


ACTS: list[Callable[[OpenDossier, LiveMeeting], None]] = [
    lambda there, _: opening.open_meeting(there, Mode.SECRET, poll_until=None, names=False, live=True),
    lambda there, meeting: opening.set_mode(there, meeting, Mode.SECRET),
    lambda there, meeting: opening.set_names(there, meeting, True),
    lambda there, meeting: opening.start_poll(there, meeting, timezone.now() + LATER),
    lambda there, meeting: opening.show(there, meeting, Showing.WHOLE),
    opening.go_live,
    opening.begin,
]


@pytest.mark.parametrize("act", ACTS)
def test_nothing_of_a_meeting_can_be_done_with_the_leeslink(
    dossier: Dossier, act: Callable[[OpenDossier, LiveMeeting], None]
) -> None:
    made = open_it(dossier)
    reading = selectors.dossier_with_key(dossier.read_key)
    assert reading
    with pytest.raises(NoRightError):
        act(reading, made)
    assert now_of(dossier) == made


@pytest.mark.parametrize("act", ACTS)
def test_nothing_of_a_meeting_can_be_done_while_the_dossier_is_settled(
    dossier: Dossier, act: Callable[[OpenDossier, LiveMeeting], None]
) -> None:
    made, before = open_it(dossier, live=False), opened(dossier)
    settle(dossier)
    for there in (before, opened(dossier)):
        with pytest.raises(DossierSettledError):
            act(there, made)
    assert now_of(dossier) == made


def test_a_dossier_that_was_opened_again_can_have_a_meeting(dossier: Dossier) -> None:
    settle(dossier)
    reopen(dossier)
    assert open_it(dossier).live


@pytest.mark.parametrize("act", ACTS[1:])
def test_a_meeting_that_is_gone_is_said_to_be(
    dossier: Dossier, act: Callable[[OpenDossier, LiveMeeting], None]
) -> None:
    made = open_it(dossier)
    Meeting.objects.all().delete()
    with pytest.raises(MeetingGoneError):
        act(opened(dossier), made)


def test_in_a_region_without_gemeenten_nobody_can_meet(dossier: Dossier) -> None:
    dossier.veiligheidsregio = Veiligheidsregio.objects.create(code="VR99", name="Zonder gemeenten")
    dossier.save()
    there = opened(dossier)
    with pytest.raises(StepRefusedError):
        opening.open_meeting(there, Mode.OPEN, poll_until=None, names=False, live=True)
