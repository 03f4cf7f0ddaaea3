"""Every read: plain frozen values out; each function says how many queries it costs."""

from checklist.selectors.actions import ActionState, actions_of, unknown_abouts
from checklist.selectors.adviezen import advies_of, advies_of_value, state_of_live
from checklist.selectors.content import (
    changed_questions,
    content_all,
    content_date,
    glossary,
)
from checklist.selectors.dossier import (
    ChoiceState,
    DossierNow,
    OpenDossier,
    choice,
    dossier_now,
    dossier_with_key,
)
from checklist.selectors.dossiers import (
    UNTOUCHED_FOR,
    ListedDossier,
    dossier_exists,
    dossiers_with_keys,
    untouched_dossiers,
)
from checklist.selectors.evaluation import (
    FindingState,
    decided_now,
    evaluatie_of,
    findings_of,
    frozen_evaluatie_of,
)
from checklist.selectors.freezing import frozen_of
from checklist.selectors.house_style import house_style, newest_house_style
from checklist.selectors.kept import (
    KeptState,
    kept_by_number,
    kept_motivations,
    kept_tension,
    kept_tensions,
    options_missing,
)
from checklist.selectors.late import LateSeat, late_link, late_seat, recorded_rounds
from checklist.selectors.live_meeting import LiveMeeting, RoundNow, Seat
from checklist.selectors.meeting import (
    LiveState,
    given_in,
    has_meeting,
    join_token_with_code,
    live_state,
    meeting_of,
    meeting_state,
    meeting_with_id,
    meeting_with_join_token,
    seat_now,
    seat_of_device,
)
from checklist.selectors.presence import (
    PRESENT_FOR,
    others_at,
)
from checklist.selectors.proposal import BesideAnswers, ProposalState, beside_answers, proposal_state
from checklist.selectors.regions import (
    gemeenten_by_region,
    gemeenten_elsewhere,
    gemeenten_of,
    official_gemeenten_of,
    regions,
)
from checklist.selectors.settled import (
    StoredFile,
    StoredVersion,
    acts_of,
    file_content,
    files_by_version,
    files_of,
    html_bytes,
    kept_until,
    records_of,
    settled_now,
    snapshot_bytes,
    version_with_code,
    versions_of,
    versions_without_files,
)
from checklist.selectors.stamped import stamp_now
from checklist.selectors.stored_files import dossier_keys
from checklist.selectors.texts import backgrounds
from checklist.selectors.told import (
    dossier_value,
    gemeenten_named,
    size_of,
)
from checklist.selectors.variants import variant_of_dossier, variant_of_value
from checklist.selectors.whole import whole_now

__all__ = [
    "PRESENT_FOR",
    "UNTOUCHED_FOR",
    "ActionState",
    "BesideAnswers",
    "ChoiceState",
    "DossierNow",
    "FindingState",
    "KeptState",
    "LateSeat",
    "ListedDossier",
    "LiveMeeting",
    "LiveState",
    "OpenDossier",
    "ProposalState",
    "RoundNow",
    "Seat",
    "StoredFile",
    "StoredVersion",
    "actions_of",
    "acts_of",
    "advies_of",
    "advies_of_value",
    "backgrounds",
    "beside_answers",
    "changed_questions",
    "choice",
    "content_all",
    "content_date",
    "decided_now",
    "dossier_exists",
    "dossier_keys",
    "dossier_now",
    "dossier_value",
    "dossier_with_key",
    "dossiers_with_keys",
    "evaluatie_of",
    "file_content",
    "files_by_version",
    "files_of",
    "findings_of",
    "frozen_evaluatie_of",
    "frozen_of",
    "gemeenten_by_region",
    "gemeenten_elsewhere",
    "gemeenten_named",
    "gemeenten_of",
    "given_in",
    "glossary",
    "has_meeting",
    "house_style",
    "html_bytes",
    "join_token_with_code",
    "kept_by_number",
    "kept_motivations",
    "kept_tension",
    "kept_tensions",
    "kept_until",
    "late_link",
    "late_seat",
    "live_state",
    "meeting_of",
    "meeting_state",
    "meeting_with_id",
    "meeting_with_join_token",
    "newest_house_style",
    "official_gemeenten_of",
    "options_missing",
    "others_at",
    "proposal_state",
    "recorded_rounds",
    "records_of",
    "regions",
    "seat_now",
    "seat_of_device",
    "settled_now",
    "size_of",
    "snapshot_bytes",
    "stamp_now",
    "state_of_live",
    "unknown_abouts",
    "untouched_dossiers",
    "variant_of_dossier",
    "variant_of_value",
    "version_with_code",
    "versions_of",
    "versions_without_files",
    "whole_now",
]
