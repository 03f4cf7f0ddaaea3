"""Every write of a dossier, one transaction each.

A save carries the version it was based on: who comes second is told so, nothing is lost silently (rule 3).
"""

from checklist.services.acts import (
    ActConflictError,
    ActRefusedError,
    FileRefusedError,
    add_act,
    store_files,
)
from checklist.services.agenda import (
    ActionSave,
    AgendaConflictError,
    AgendaRefusedError,
    KeptSave,
    save_agenda,
)
from checklist.services.choices import (
    ChoiceConflictError,
    OtherRegionError,
    save_choice,
    save_options,
)
from checklist.services.clearing import (
    clear_out,
    take_up_again,
    withdraw_concept,
)
from checklist.services.copying import copy_dossier
from checklist.services.dossiers import (
    DossierKeptError,
    LeftBehind,
    RegionHeldError,
    TitlePageConflictError,
    clear_kept_documents,
    clear_untouched_dossiers,
    create_dossier,
    delete_dossier,
    save_title_page,
)
from checklist.services.evaluation import (
    EvaluatieSettledError,
    FindingConflictError,
    FindingSave,
    save_findings,
    settle_evaluatie,
)
from checklist.services.guard import DossierGoneError, DossierSettledError, NoRightError
from checklist.services.kept import (
    KeptConflictError,
    NotBothChosenError,
    keep_tension,
    let_tension_go,
)
from checklist.services.presence import (
    Visit,
    clear_old_presences,
    leave_question,
    record_visit,
)
from checklist.services.proposal import (
    ProposalConflictError,
    save_closing,
    save_proposal,
)
from checklist.services.settling import (
    Settling,
    SettlingRefusedError,
    TextChangedError,
    settle,
)

__all__ = [
    "ActConflictError",
    "ActRefusedError",
    "ActionSave",
    "AgendaConflictError",
    "AgendaRefusedError",
    "ChoiceConflictError",
    "DossierGoneError",
    "DossierKeptError",
    "DossierSettledError",
    "EvaluatieSettledError",
    "FileRefusedError",
    "FindingConflictError",
    "FindingSave",
    "KeptConflictError",
    "KeptSave",
    "LeftBehind",
    "NoRightError",
    "NotBothChosenError",
    "OtherRegionError",
    "ProposalConflictError",
    "RegionHeldError",
    "Settling",
    "SettlingRefusedError",
    "TextChangedError",
    "TitlePageConflictError",
    "Visit",
    "add_act",
    "clear_kept_documents",
    "clear_old_presences",
    "clear_out",
    "clear_untouched_dossiers",
    "copy_dossier",
    "create_dossier",
    "delete_dossier",
    "keep_tension",
    "leave_question",
    "let_tension_go",
    "record_visit",
    "save_agenda",
    "save_choice",
    "save_closing",
    "save_findings",
    "save_options",
    "save_proposal",
    "save_title_page",
    "settle",
    "settle_evaluatie",
    "store_files",
    "take_up_again",
    "withdraw_concept",
]
