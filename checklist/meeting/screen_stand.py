"""What the beamer of a meeting shows now, of what the meeting is at."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from checklist import selectors
from checklist.domain.meeting.pieces import Line
from checklist.domain.meeting.value import Given, RoundState, Showing
from checklist.domain.meeting.whole_words import whole_in_short
from checklist.pages.meeting.agenda_words import polls_of
from checklist.pages.meeting.screen import Notice, Stand, notice, question_title, step_words, wait_of
from checklist.pages.meeting.screen_designs import designs_page
from checklist.pages.meeting.screen_formal import formal_page
from checklist.pages.meeting.screen_join import join_page
from checklist.pages.meeting.screen_question import question_page
from checklist.pages.meeting.screen_reasons import reasons_page
from checklist.pages.meeting.screen_result import result_page, tells_something, too_few_page
from checklist.pages.meeting.screen_room import ScreenRoom, joining
from checklist.pages.meeting.screen_settled import SettledPage, settled_page
from checklist.pages.meeting.screen_talks import talks_page
from checklist.pages.meeting.screen_whole import whole_page
from checklist.pages.question import clash_line
from checklist.selectors import DossierNow, LiveMeeting, RoundNow


def stand_of(meeting: LiveMeeting, stamp: str) -> Stand:
    """Return what the beamer shows now.

    No query, or for a settled question two; in open mode one more for it, and one for an outcome, the whole and the
    designs. For the bespreekstukken one, and in open mode one for each question that somebody wants to talk about.
    Beside these, those for the content and the gemeenten where they aren't remembered.
    """
    if (told := notice(meeting)) is not None:
        return of_notice(told)
    room = ScreenRoom(
        content=selectors.content_all(stamp),
        meeting=meeting,
        gemeenten=selectors.gemeenten_of(meeting.region_code, stamp),
        joining=joining(
            meeting.code or "", settings.SITE_URL, reverse("join"), reverse("join-token", args=[meeting.join_token])
        ),
    )
    match meeting.showing:
        case Showing.QUESTION | Showing.NAMES if meeting.current:
            return _of_question(room, meeting.current)
        case Showing.FORMALITIES:
            return _of_formal(room)
        case Showing.TALKS:
            return _of_talks(room)
        case Showing.WHOLE | Showing.DESIGNS:
            return _of_whole(room)
        case _:
            return _of_joining(room)


def of_notice(told: Notice | None) -> Stand:
    """Return what the beamer is when there is nothing to follow."""
    return Stand("notice", told.heading if told else "", told)


def _of_joining(room: ScreenRoom) -> Stand:
    return Stand("join", "Doe mee", join_page(room), wait=wait_of(room.meeting))


def _of_formal(room: ScreenRoom) -> Stand:
    shown = formal_page(room)
    return Stand("formal", shown.heading, shown, wait=wait_of(room.meeting))


def _of_talks(room: ScreenRoom) -> Stand:
    dossier = selectors.dossier_now(room.meeting.dossier_id)
    shown = talks_page(room, _asked_by(room), _end_of(dossier))
    return Stand("talks", shown.heading, shown, wait=wait_of(room.meeting))


def _of_whole(room: ScreenRoom) -> Stand:
    whole = selectors.whole_now(room.content, room.meeting)
    if room.meeting.showing == Showing.WHOLE:
        return Stand("whole", "Past alles op elkaar?", whole_page(room, whole), wait=wait_of(room.meeting))
    shown = designs_page(room, whole)
    return Stand("designs", shown.heading, shown, wait=wait_of(room.meeting))


def _of_question(room: ScreenRoom, number: int) -> Stand:
    now = room.meeting.newest.get(number)
    part, shown = _question_part(room, number, now)
    return Stand(
        part=part,
        title=question_title(number, now),
        page=shown,
        round_id=now.id if now else None,
        number=number,
        step=step_words(now),
        wait=wait_of(room.meeting),
        until=None if now is None or now.state == RoundState.SETTLED else room.meeting.box_until,
    )


def _question_part(room: ScreenRoom, number: int, now: RoundNow | None) -> tuple[str, object]:
    """The name of the template, and what it shows."""
    question = room.content.question_of[number]
    if now is None:
        return "question", question_page(room, question, None)
    match now.state:
        case RoundState.REASONS:
            return "reasons", reasons_page(question, now)
        case RoundState.SHOWN if not tells_something(room.meeting, now):
            return "too_few", too_few_page(room, now)
        case RoundState.SHOWN:
            return "result", result_page(room, now, _named(room.meeting, now), _whole_in_short(room))
        case RoundState.SETTLED:
            return "settled", _settled(room, now)
        case _:
            return "question", question_page(room, question, now)


def _whole_in_short(room: ScreenRoom) -> tuple[Line, ...]:
    """The whole in lines; nothing while names are shown, which take its room."""
    if room.meeting.showing == Showing.NAMES and not room.meeting.secret:
        return ()
    return whole_in_short(room.content, selectors.whole_now(room.content, room.meeting))


def _named(meeting: LiveMeeting, now: RoundNow) -> Mapping[str, Given]:
    """The answers with their names, where the chair shows these."""
    return selectors.given_in(now.id) if meeting.showing == Showing.NAMES and not meeting.secret else {}


def _settled(room: ScreenRoom, now: RoundNow) -> SettledPage:
    """What clashes in the whole says more than what this answer clashes with; that may be with an answer that was given
    outside the meeting, which is no part of the whole."""
    dossier_id, question = room.meeting.dossier_id, room.content.question_of[now.question]
    dossier, kept = selectors.dossier_now(dossier_id), selectors.kept_motivations(dossier_id)
    whole = selectors.whole_now(room.content, room.meeting)
    line = clash_line(room.content, question, now.settled or (), dossier.chosen, kept)
    answer = dossier.answers[now.question].answer
    if line and not whole.contradictions:
        return settled_page(room, now, answer, line, ())
    return settled_page(room, now, answer, None, whole_in_short(room.content, whole))


def _asked_by(room: ScreenRoom) -> Mapping[int, Sequence[str]]:
    """Who asked to talk about a question, by name; in secret mode nobody knows."""
    if room.meeting.secret:
        return {}
    polls = room.meeting.polls
    ticked = {
        number: [who for who, one in selectors.given_in(polls[number].id).items() if one.ballot.discuss]
        for number, poll in polls_of(room.content, room.meeting).items()
        if poll.discuss
    }
    lifted = {number: [who] for number, who in room.plan.lifted.items() if who}
    return {
        number: [room.gemeenten[who] for who in room.gemeenten if who in codes]
        for number, codes in (ticked | lifted).items()
    }


def _end_of(dossier: DossierNow) -> datetime | None:
    """When the meeting has to be done, None when nothing says."""
    if dossier.until is None:
        return None
    return timezone.make_aware(datetime.combine(dossier.date, dossier.until))
