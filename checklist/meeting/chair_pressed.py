"""What was sent with a press of a button of the bediening."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict

from checklist import selectors
from checklist.domain.content import Question
from checklist.domain.dossier import Answer
from checklist.meeting.chair_forms import TextsForm
from checklist.pages.meeting.chair_bar import ChairAct
from checklist.pages.meeting.chair_look import Look, look_asked
from checklist.selectors import LiveMeeting, OpenDossier, RoundNow

_ACTS = {act.value: act for act in ChairAct}


@dataclass(frozen=True)
class Pressed:
    """A press: on which dossier and meeting, as they are now, and the form it was in."""

    dossier: OpenDossier
    meeting: LiveMeeting
    sent: QueryDict

    @cached_property
    def look(self) -> Look:
        """What the page looked at."""
        return look_asked(QueryDict(self.sent.get("kijkt", "")).dict(), self.meeting)

    @property
    def act(self) -> ChairAct | None:
        """What was asked; None when the press only leads somewhere, or when that is no act of ours."""
        return _ACTS.get(self.sent.get("actie", "").partition(":")[0])

    @property
    def argument(self) -> str:
        """What the act is about, where its button says so."""
        return self.sent.get("actie", "").partition(":")[2]

    @property
    def question(self) -> Question:
        """The question that the page looked at. Raises `SuspiciousOperation` (400) when it looked at none."""
        if self.look.number is None:
            raise SuspiciousOperation("the page was at no question")
        return selectors.content_all(self.dossier.stamp).question_of[self.look.number]

    @property
    def round(self) -> RoundNow:
        """The round that the page showed. Raises `SuspiciousOperation` (400) when it showed none."""
        typed = self.sent.get("ronde", "")
        found = (
            self.meeting.round_with_id(int(typed)) if typed.isascii() and typed.isdigit() and len(typed) < 16 else None
        )
        if found is None:
            raise SuspiciousOperation("the page showed no round of this meeting")
        return found

    @cached_property
    def texts(self) -> TextsForm | None:
        """The two texts, as they were sent; None from a page without them."""
        return TextsForm(self.sent) if "version" in self.sent and self.look.number else None

    @property
    def answer(self) -> Answer:
        """The stored answer to the question with the texts that were sent; what was typed as it was typed when it can't
        be stored."""
        stored = self.dossier.answers[self.question.number].answer
        if self.texts is None:
            return stored
        typed = self.texts.cleaned_data if self.texts.is_valid() else self.sent
        return replace(stored, motivation=typed.get("motivation", ""), minority=typed.get("minority", ""))
