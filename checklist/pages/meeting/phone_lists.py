"""The lists of questions on a phone: those of a poll, the hamerstukken, and a proposal."""

from collections.abc import Mapping

from checklist.pages.meeting.agenda_words import is_settled
from checklist.pages.meeting.phone import Formalities, ListedQuestion, Phone, Poll, Proposal
from checklist.pages.meeting.phone_words import answer_words


def poll_list(phone: Phone) -> Poll:
    """Return the questions of the poll, with which ones the gemeente answered. Pure."""
    polls = phone.meeting.polls
    return Poll(
        tuple(
            ListedQuestion(number, phone.question(number).heading, done=phone.seat.gemeente in polls[number].answered)
            for number in sorted(polls)
        )
    )


def formalities(phone: Phone, names: Mapping[str, str]) -> Formalities:
    """Return the hamerstukken with their answers; in open mode with who wants to talk about one. Pure."""
    plan = phone.plan
    return Formalities(
        tuple(
            ListedQuestion(
                number=number,
                heading=phone.question(number).heading,
                answer=answer_words(phone.question(number), options),
                done=is_settled(phone.meeting, number),
                lifted=number in plan.lifted,
                by=names.get(plan.lifted.get(number, ""), ""),
            )
            for number, options in sorted(plan.formal.items())
        )
    )


def proposal(phone: Phone) -> Proposal:
    """Return the answers that the chair puts forward. Pure."""
    return Proposal(
        tuple(
            ListedQuestion(number, phone.question(number).heading, answer_words(phone.question(number), options))
            for number, options in sorted(phone.plan.proposal.items())
        )
    )
