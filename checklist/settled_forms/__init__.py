"""The forms with which a voorstel is settled, and with which later acts are added to it."""

from checklist.settled_forms.acts import ActForm, act_forms, sent_act_form
from checklist.settled_forms.settling import (
    WITHOUT_NAMES,
    DayForm,
    FreezeForm,
    SettleForm,
    SureForm,
    WithdrawConceptForm,
    fresh_settle_form,
    proposed_keep_until,
)

__all__ = [
    "WITHOUT_NAMES",
    "ActForm",
    "DayForm",
    "FreezeForm",
    "SettleForm",
    "SureForm",
    "WithdrawConceptForm",
    "act_forms",
    "fresh_settle_form",
    "proposed_keep_until",
    "sent_act_form",
]
