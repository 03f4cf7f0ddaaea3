"""The tables that the beheer shows, and what a redacteur may do with them."""

from django.contrib import admin

from checklist.editors import EDITOR_RIGHTS
from checklist.models import AdviesAct, AdviesFile, ChainRecord, HouseStyle, SettledAdvies

# These can only be looked at (tests/beheer/test_settled.py).
SETTLED = (SettledAdvies, AdviesAct, AdviesFile, ChainRecord)

# The house style is one form without a list (tests/house_style).
OURS = sorted(
    (
        model
        for model in admin.site._registry
        if model._meta.app_label in {"checklist", "models_catalogue"} and model not in {HouseStyle, *SETTLED}
    ),
    key=lambda model: model._meta.label,
)


EDITABLE = [model for model in OURS if "change" in EDITOR_RIGHTS.get(model._meta.label_lower, ())]


ADDABLE = [model for model in OURS if "add" in EDITOR_RIGHTS.get(model._meta.label_lower, ())]
