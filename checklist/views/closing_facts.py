"""What the pages of the afronding rest on, read once."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from checklist import selectors
from checklist.domain.content import Content
from checklist.domain.decision.besluiten import asked_of
from checklist.domain.decision.besluitpad import path_of
from checklist.domain.decision.tijdlijn import tijdlijn_of
from checklist.domain.decision.value import Path
from checklist.domain.dossier import Answer
from checklist.pages.agenda import SentAgenda
from checklist.pages.closing import ClosingPage, closing_page, known_of, still_open
from checklist.pages.closing_fields import Known
from checklist.pages.closing_form import ClosingForm
from checklist.pages.closing_shown import Fields
from checklist.pages.closing_steps import step_rows
from checklist.selectors import ActionState, OpenDossier, ProposalState


@dataclass(frozen=True)
class ClosingFacts:
    """A dossier with its actions and its proposal, the content, and the gemeenten of its region by code."""

    dossier: OpenDossier
    actions: tuple[ActionState, ...]
    state: ProposalState
    content: Content
    gemeenten: Mapping[str, str]

    @property
    def _answers(self) -> Mapping[int, Answer]:
        return {number: one.answer for number, one in self.dossier.answers.items()}

    def known(self, state: ProposalState | None = None) -> Known:
        """Return what can be chosen in the fields; `state`: what is stored by now."""
        return known_of(self.content, self._answers, self.gemeenten, (state or self.state).proposal)

    def page(self, form: ClosingForm, sent: SentAgenda, *, steps: bool) -> ClosingPage:
        """Return the page with this form; `steps`: with the besluitpad, which takes a query."""
        state = ProposalState(form.theirs) if form.conflicts else self.state
        fields = Fields(form, self.content.deciding.fields, self.known(state))
        path = self._path() if steps else Path()
        rows = step_rows(path, self.content.deciding.steps, self.actions, sent) if steps else ()
        open_now = still_open(self.content, self._answers, self.gemeenten)
        return closing_page(fields, open_now, rows, sent.refusal, tijdlijn_of(path))

    def _path(self) -> Path:
        value = selectors.dossier_value(
            self.dossier, gemeenten=self.gemeenten, actions=self.actions, proposal=self.state.proposal
        )
        asked = asked_of(self.content, value, self.dossier.region, self.gemeenten)
        return path_of(self.content, value, asked, timezone.localdate())


def facts_of(dossier: OpenDossier) -> ClosingFacts:
    """Return what is stored of a dossier now. One query, and those of the content and the gemeenten where these aren't
    remembered."""
    beside = selectors.beside_answers(dossier.id)
    content, gemeenten = (
        selectors.content_all(dossier.stamp),
        selectors.gemeenten_of(dossier.region_code, dossier.stamp),
    )
    return ClosingFacts(dossier, beside.actions, beside.proposal, content, gemeenten)
