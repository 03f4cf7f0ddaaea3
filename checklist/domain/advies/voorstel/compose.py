"""The one composition of the voorstel (rule 6): chapter by chapter, in the order of the document."""

from collections.abc import Mapping
from dataclasses import replace

from checklist.domain.advies.setting import Setting
from checklist.domain.advies.voorstel.agreements import agreements, open_matters
from checklist.domain.advies.voorstel.arguments import arguments, caveats, choice_rows
from checklist.domain.advies.voorstel.attendees import attendees_of, with_attendance
from checklist.domain.advies.voorstel.consequences import consequences
from checklist.domain.advies.voorstel.cover import Facts
from checklist.domain.advies.voorstel.empty_fields import empty_fields
from checklist.domain.advies.voorstel.figure import figure_in_words
from checklist.domain.advies.voorstel.fitting import Around, fitted
from checklist.domain.advies.voorstel.given import Given, others_decide
from checklist.domain.advies.voorstel.models import alone, model_rows
from checklist.domain.advies.voorstel.numbering import Numbers
from checklist.domain.advies.voorstel.sources import Sources, look_up, terms, with_notes
from checklist.domain.advies.voorstel.steps import step_rows
from checklist.domain.advies.voorstel.summary import summary_of
from checklist.domain.advies.voorstel.support import risk_rows, support_of
from checklist.domain.advies.voorstel.value import ContentsRow, Voorstel
from checklist.domain.advies.voorstel.value_chapters import Consequences
from checklist.domain.content import Content
from checklist.domain.decision.besluiten import asked_of
from checklist.domain.decision.besluitpad import path_of
from checklist.domain.decision.names import names_of
from checklist.domain.decision.reglement.compose import reglement_of
from checklist.domain.decision.tijdlijn import tijdlijn_of
from checklist.domain.dossier import DossierValue
from checklist.domain.drawings.regiostaf import regiostaf_of

CONTENTS = tuple(
    ContentsRow(text, anchor)
    for text, anchor in (
        ("Samenvatting", "samenvatting"),
        ("1 Aanleiding", "hoofdstuk-1"),
        ("2 Gevraagd besluit", "hoofdstuk-2"),
        ("3 Het ontwerp in het kort", "hoofdstuk-3"),
        ("4 Argumenten", "hoofdstuk-4"),
        ("5 Gevolgen", "hoofdstuk-5"),
        ("6 Risico’s en maatregelen", "hoofdstuk-6"),
        ("7 Draagvlak", "hoofdstuk-7"),
        ("8 Besluitpad en planning", "hoofdstuk-8"),
        ("9 Communicatie", "hoofdstuk-9"),
        ("10 Evaluatie", "hoofdstuk-10"),
        ("Bijlage A. Verantwoording", "bijlage-a"),
        ("Bijlage B. Stand van zaken in wet- en regelgeving", "bijlage-b"),
        ("Bijlage C. Afspraken van de kring en concept-reglement", "bijlage-c"),
        ("Bijlage D. Open punten, bewust gehouden keuzes en andere stappen", "bijlage-d"),
    )
)


def compose_voorstel(dossier: DossierValue, content: Content, region: str, setting: Setting) -> Voorstel:
    """Put a dossier, the content and the name of its veiligheidsregio together as a voorstel. Pure."""
    dossier, gemeenten = with_attendance(dossier), setting.in_decisions
    names = names_of(region, dossier.proposal.cgs, gemeenten)
    asked = asked_of(content, dossier, region, gemeenten)
    today = setting.today or dossier.date
    path = path_of(content, dossier, asked, today, setting.state)
    return _composed(Given(dossier, content, names, asked, path, today, setting.state))


def _composed(given: Given) -> Voorstel:
    dossier, proposal = given.dossier, given.proposal
    first, appendix = Numbers("1."), Numbers("D.")
    occasion, booklet = first.chapter(proposal.occasion), first.next()
    sources = Sources(booklet)
    effects = consequences(given)
    effects = replace(effects, look_up=look_up(given, sources, effects.legal.number))
    sections = arguments(given)
    risks = risk_rows(proposal.risks)
    open_, (contradicting, needed, kept) = open_matters(given, appendix), agreements(given, appendix)
    steps, other_steps = step_rows(given, Numbers("8."), appendix)
    counted_terms = terms(given, sources)
    evaluation = Numbers("10.", start=2)
    models = model_rows(given)
    empty = _empty(given, effects)
    attendees = attendees_of(proposal.attendance, given.names.gemeenten)
    around = Around(
        region=given.names.region,
        asked=given.asked,
        attendance=attendees.told if attendees.filled_in else empty.get("aanwezigheid", ""),
        kept_contradictions=sum(one.contradiction for one in kept),
        effects=effects,
        empty=empty,
        terms=counted_terms,
        warnings=given.path.warnings,
    )
    return Voorstel(
        title=dossier.title,
        region=given.names.region,
        state=given.state,
        dated=dossier.date,
        today=given.today,
        answered=len(given.answered),
        chosen=len(given.chosen),
        facts=Facts(given.asked.organ, proposal.meeting, proposal.submitter, proposal.author, proposal.case_number),
        attendees=attendees,
        contents=CONTENTS,
        summary=fitted(summary_of(given, sections, risks, needed, kept), around),
        asked=given.asked,
        occasion=occasion,
        booklet=booklet,
        choices=choice_rows(given),
        figure=figure_in_words(regiostaf_of(given.content, dossier.chosen, dossier.kept_motivations)),
        tijdlijn=tijdlijn_of(given.path),
        arguments=sections,
        consequences=effects,
        risks=risks,
        caveats=() if risks else caveats(given, sections),
        support=support_of(given, sections),
        steps=steps,
        terms=counted_terms,
        path_warnings=given.path.warnings,
        communication=Numbers("9.").chapter(proposal.communication),
        evaluation=proposal.evaluation,
        evaluation_questions=evaluation.chapter(proposal.evaluation_questions),
        present=dossier.present,
        models=models,
        without_example=alone(given),
        sources=tuple(with_notes(given, sources)),
        open_matters=open_,
        contradictions=contradicting,
        agreements_needed=needed,
        agreements_kept=kept,
        other_steps=other_steps,
        reglement=reglement_of(given.content, dossier, given.names),
        empty=empty,
        tables=_tables(
            choices=True,
            costs=bool(proposal.cost_items),
            risks=bool(risks),
            steps=bool(steps),
            models=bool(models),
            sources=True,
            other_steps=bool(other_steps),
        ),
    )


def _empty(given: Given, effects: Consequences) -> Mapping[str, str]:
    """What the document says of empty fields; the lists that such a sentence goes on with are known now."""
    lists = {
        "kosten_dekking": effects.money.to_find_out,
        "personeel": effects.staff.to_find_out,
        "juridische_toets": effects.look_up,
        "informatie": effects.information.to_find_out,
    }
    empty = empty_fields(given.content, given.proposal, [key for key, found in lists.items() if found])
    # Costs are estimated when there are items of them, and nobody waits for the dates of organs that aren't asked.
    unsaid = {"kosten_dekking": bool(effects.costs), "vergaderingen_anderen": not others_decide(given)}
    return {key: "" if unsaid.get(key) else text for key, text in empty.items()}


def _tables(**there: bool) -> Mapping[str, int]:
    """Number the tables that are there, in the order of the document."""
    return {name: number for number, name in enumerate((name for name, is_there in there.items() if is_there), 1)}
