"""The tables of the checklist: content (fixtures), dossiers (typed by kringen) and what keeps them in good order."""

from checklist.models.action import Action
from checklist.models.adoption import Adoption, PreambleLine
from checklist.models.content import (
    AT_QUESTIONS,
    QUESTION_COUNT,
    Background,
    BackgroundKind,
    Consideration,
    Option,
    Question,
    QuestionNote,
    Selection,
)
from checklist.models.deciding import (
    Decision,
    GeneralDecision,
    LegalSource,
    OptionDeciding,
    Organ,
    ProposalField,
    Step,
)
from checklist.models.details import Detail, DetailAlternative, DetailKind
from checklist.models.dossier import Choice, Dossier, KeptTension, new_key, new_version
from checklist.models.evaluation import Evaluation
from checklist.models.house_style import HouseStyle
from checklist.models.limits import UseCount
from checklist.models.meeting import Answered, Meeting, Participant, Preference, Round, SecretBallot
from checklist.models.presence import Presence
from checklist.models.proposal import Proposal
from checklist.models.reglement import Article, Clause, ClausePart, Gap, Shape
from checklist.models.settled import AdviesAct, AdviesFile, ChainRecord, SettledAdvies
from checklist.models.tensions import MOST_REPAIRS, Repair, Severity, Tension
from checklist.models.terms import Term

__all__ = [
    "AT_QUESTIONS",
    "MOST_REPAIRS",
    "QUESTION_COUNT",
    "Action",
    "Adoption",
    "AdviesAct",
    "AdviesFile",
    "Answered",
    "Article",
    "Background",
    "BackgroundKind",
    "ChainRecord",
    "Choice",
    "Clause",
    "ClausePart",
    "Consideration",
    "Decision",
    "Detail",
    "DetailAlternative",
    "DetailKind",
    "Dossier",
    "Evaluation",
    "Gap",
    "GeneralDecision",
    "HouseStyle",
    "KeptTension",
    "LegalSource",
    "Meeting",
    "Option",
    "OptionDeciding",
    "Organ",
    "Participant",
    "PreambleLine",
    "Preference",
    "Presence",
    "Proposal",
    "ProposalField",
    "Question",
    "QuestionNote",
    "Repair",
    "Round",
    "SecretBallot",
    "Selection",
    "SettledAdvies",
    "Severity",
    "Shape",
    "Step",
    "Tension",
    "Term",
    "UseCount",
    "new_key",
    "new_version",
]
