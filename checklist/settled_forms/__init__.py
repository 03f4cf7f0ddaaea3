"""The forms with which a voorstel is settled, and with which later acts are added to it."""

from checklist.settled_forms.acts import ActForm, act_forms, sent_act_form
from checklist.settled_forms.settling import (
    UNTIL,
    WITHOUT_NAMES,
    FreezeForm,
    SettleForm,
    SureForm,
    WithdrawConceptForm,
    proposed_keep_until,
)

__all__ = [
    "UNTIL",
    "WITHOUT_NAMES",
    "ActForm",
    "FreezeForm",
    "SettleForm",
    "SureForm",
    "WithdrawConceptForm",
    "act_forms",
    "proposed_keep_until",
    "sent_act_form",
]
