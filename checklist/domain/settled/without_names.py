"""A dossier in which nobody is named: what is settled may be public for twenty years."""

from dataclasses import replace

from checklist.domain.dossier import DossierValue


def without_names(value: DossierValue) -> DossierValue:
    """Return a dossier without those who were present (in words and per gemeente), who does an action, who submits the
    proposal and who owns a risk. Free texts stay as they are. Pure."""
    proposal = value.proposal
    return replace(
        value,
        present=(),
        actions=tuple(action for one in value.actions if not (action := replace(one, who="")).empty),
        proposal=replace(
            proposal,
            submitter="",
            attendance=tuple(replace(row, name="") for row in proposal.attendance),
            risks=tuple(replace(risk, owner="") for risk in proposal.risks),
        ),
    )
