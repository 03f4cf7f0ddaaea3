"""The chair writes down what the kring chose: at a question, or as a formality. It becomes the answer of the dossier,
with the same guard as any save (rule 3)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction

from checklist import selectors
from checklist.domain.choices.consistency import selection_refusal
from checklist.domain.dossier import Answer
from checklist.domain.meeting.as_json import count_from_json, shown_from_json
from checklist.domain.meeting.plan import MINUTES, Plan, plan_as_json, plan_from_json
from checklist.domain.meeting.rounds import Act, may
from checklist.domain.meeting.shown import added_up_shown
from checklist.domain.meeting.tally import added_up
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import DIFFERS_CAP, MOST_ATTEMPTS, Added, RoundKind, Step
from checklist.domain.text import capped
from checklist.models import Round
from checklist.selectors import OpenDossier
from checklist.selectors.live_meeting import LiveMeeting, RoundNow
from checklist.services.choices import save_choice, save_options
from checklist.services.meeting.acting import acting, changed
from checklist.services.meeting.errors import DiffersNeededError, MeetingMovedError, StepRefusedError
from checklist.services.meeting.moving import move, step_now


def settle(  # noqa: PLR0913, PLR0917 - what the form holds
    dossier: OpenDossier, meeting: LiveMeeting, number: int, answer: Answer, version: int, differs: str
) -> None:
    """Settle the answer to a question, after its count was shown or without a round. Settled twice is a success.

    Raises `DiffersNeededError` when the majority wants other options and `differs` is empty, `TooLongError` when it is
    too long, `MeetingMovedError`, and what `save_choice` and `acting` raise. Their queries, and four; in secret mode
    two more, which delete the reasons, and their wiping.
    """
    because = capped(differs, DIFFERS_CAP)
    with transaction.atomic():
        # First, as who settles the dossier holds answers first too.
        saved = save_choice(dossier, number, answer, based_on=version)
        with acting(dossier, meeting) as now:
            found = now.newest.get(number)
            if not saved and found and found.state == RoundState.SETTLED and found.settled == answer.options:
                return
            if now.state != MeetingState.RUNNING or not may(Act.SETTLE, found.state if found else None):
                raise MeetingMovedError(now)
            wanted = majority_of(dossier, now, found)
            other = bool(wanted) and set(wanted) != set(answer.options)
            if other and not because:
                raise DiffersNeededError
            kept = {"settled": list(answer.options), "differs": because if other else ""}
            if found:
                move(now, found, RoundState.SETTLED, **kept)
            else:
                _settle_without_a_round(now, number, kept)
            _forget_reasons(now, [number])
            changed(now.id, current=number, showing="vraag")


def settle_formalities(dossier: OpenDossier, meeting: LiveMeeting, numbers: Collection[int]) -> None:
    """Settle these formalities, each with the answer that all agree on; the others are talked about. What the kring
    wrote at a question stays.

    Raises `MeetingMovedError` when one isn't a formality any more, `StepRefusedError` before they were shown, and what
    `save_options` and `acting` raise. Their queries, and two for each, and three.
    """
    with transaction.atomic():
        answers = {number: plan_from_json(meeting.plan).formal.get(number, ()) for number in numbers}
        if answers:
            save_options(dossier, answers, based_on={number: dossier.answers[number].version for number in answers})
        with acting(dossier, meeting) as now:
            plan = plan_from_json(now.plan)
            if any(plan.unlifted.get(number) != options for number, options in answers.items()):
                raise MeetingMovedError(now)
            unsettled = [number for number in plan.unlifted if now.polls[number].state != RoundState.SETTLED]
            settled = [number for number in unsettled if number in answers]
            if answers and not settled:
                return
            if not plan.shown:
                raise StepRefusedError("Toon eerst de hamerstukken op het scherm.")
            for number in settled:
                move(now, now.polls[number], RoundState.SETTLED, settled=list(answers[number]))
            _forget_reasons(now, settled)
            changed(now.id, plan=plan_as_json(_with_talks(plan, [one for one in unsettled if one not in answers])))


def propose(dossier: OpenDossier, meeting: LiveMeeting, answers: Mapping[int, tuple[str, ...]]) -> None:
    """Put a design forward, or no design any more: it is shown, and settles nothing. Raises `StepRefusedError` when it
    isn't an answer to each of its questions, and what `acting` raises. Those of `acting`, and two queries."""
    questions = selectors.content_all(dossier.stamp).question_of
    for number, options in answers.items():
        if refusal := selection_refusal(questions[number], options):
            raise StepRefusedError(refusal)
    with acting(dossier, meeting) as now:
        plan = plan_from_json(now.plan)
        if plan.proposal != answers:
            changed(now.id, plan=plan_as_json(replace(plan, proposal=answers)))


def majority_of(dossier: OpenDossier, meeting: LiveMeeting, counted: RoundNow | None) -> tuple[str, ...]:
    """Return the options that have a majority in what was counted, none without. No query when the content of the
    dossier is remembered."""
    if counted is None or counted.result is None:
        return ()
    question = selectors.content_all(dossier.stamp).question_of[counted.question]
    if meeting.secret:
        found = added_up_shown(question, shown_from_json(question, counted.result))
    else:
        found = added_up(question, count_from_json(question, counted.result))
    return found.options if found.how == Added.MAJORITY else ()


def _settle_without_a_round(now: LiveMeeting, number: int, settled: Mapping[str, Any]) -> None:
    attempt = 1 + max((one.attempt for one in now.rounds if one.question == number), default=0)
    if attempt > MOST_ATTEMPTS:
        raise StepRefusedError("Deze vraag is te vaak gesteld. Kies het antwoord op de bladzijde van de vraag zelf.")
    Round.objects.create(
        meeting_id=now.id,
        question=number,
        attempt=attempt,
        kind=RoundKind.DEVICE.value,
        state=RoundState.SETTLED.value,
        steps=[step_now(now, Step.SETTLED)],
        **settled,
    )


def _forget_reasons(now: LiveMeeting, numbers: Collection[int]) -> None:
    if now.secret and numbers:
        Round.objects.filter(meeting=now.id, question__in=numbers).update(reasons=None)
        changed(now.id, to_clean=True)


def _with_talks(plan: Plan, numbers: Collection[int]) -> Plan:
    """The plan in which these formalities are talked about instead, last."""
    formal = {number: options for number, options in plan.formal.items() if number not in numbers}
    return replace(plan, formal=formal, talks=(*plan.talks, *((number, MINUTES) for number in numbers)))
