"""The proposal (afronding): what a bestuur asks beyond the twelve answers, its fields and how it is stored."""

from checklist.domain.proposal.data import MARK_LENGTH, data_of, mark_of, proposal_of
from checklist.domain.proposal.fields import (
    ARTICLES,
    CORE,
    FIELD,
    FIELD_OF,
    FIELDS,
    MOST_EUROS,
    RULE_KEYS,
    Field,
    Kind,
)
from checklist.domain.proposal.value import (
    NO_PROPOSAL,
    Attendance,
    Cost,
    Frequency,
    Heard,
    OtherMeeting,
    Presence,
    Proposal,
    Rejected,
    Risk,
    Rule,
)

__all__ = [
    "ARTICLES",
    "CORE",
    "FIELD",
    "FIELDS",
    "FIELD_OF",
    "MARK_LENGTH",
    "MOST_EUROS",
    "NO_PROPOSAL",
    "RULE_KEYS",
    "Attendance",
    "Cost",
    "Field",
    "Frequency",
    "Heard",
    "Kind",
    "OtherMeeting",
    "Presence",
    "Proposal",
    "Rejected",
    "Risk",
    "Rule",
    "data_of",
    "mark_of",
    "proposal_of",
]
