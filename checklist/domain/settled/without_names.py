"""A dossier in which nobody is named: what is settled may be public for twenty years."""

from dataclasses import replace

from checklist.domain.dossier import DossierValue


def without_names(value: DossierValue) -> DossierValue:
    """Return a dossier without those who were present (in words and per gemeente), who does an action, who submits the
    proposal and who owns a risk, and in which a meeting names no gemeente beside an answer: that is its secretaris's.
    Free texts stay as they are. Pure."""
    proposal, meeting = value.proposal, value.meeting
    return replace(
        value,
        present=(),
        meeting=replace(meeting, names=False) if meeting else None,
        actions=tuple(action for one in value.actions if not (action := replace(one, who="")).empty),
        proposal=replace(
            proposal,
            submitter="",
            attendance=tuple(replace(row, name="") for row in proposal.attendance),
            risks=tuple(replace(risk, owner="") for risk in proposal.risks),
        ),
    )
