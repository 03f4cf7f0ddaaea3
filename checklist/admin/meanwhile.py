"""No silent overwrite in the beheer (rule 3): a page carries what it showed, and whatever writes compares."""

import copy
import json
from collections.abc import Collection, Mapping
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict
from django.http import QueryDict
from django.template.loader import render_to_string

from checklist.admin.generic import ModelForm
from checklist.admin.versions import FieldDifference, field_differences
from models_catalogue.fixture_rows import FixtureRow


def values_as_text(row: FixtureRow, names: Collection[str]) -> dict[str, str]:
    """Return the values of a row's fields with these names as text: what a page carries of what it showed."""
    return {name: str(value) for name, value in model_to_dict(row, fields=names).items()}


def changed_since(stored: FixtureRow, names: Collection[str], carried: object) -> dict[str, Any]:
    """Return the fields with these names that aren't as a page showed them, with what it showed.

    `carried` is what came back from the page: what isn't an object, or doesn't name a field, showed nothing.
    """
    shown = carried if isinstance(carried, dict) else {}
    now = values_as_text(stored, names)
    return {name: shown.get(name) for name in now if shown.get(name) != now[name]}


def differences_since(stored: FixtureRow, changed: Mapping[str, Any]) -> tuple[FieldDifference, ...]:
    """Return, old and new, what `changed_since` found; a field of which the page didn't say what it showed is left
    out."""
    return field_differences(type(stored), _as_shown(stored, changed), stored)


class _Decoder(json.JSONDecoder):
    """Reads JSON; what is nested too deep or has too large a number is no JSON, where Python has other errors."""

    def decode(self, s: str, *args: Any) -> Any:
        """Return the value; raises `JSONDecodeError`."""
        try:
            return super().decode(s, *args)
        except json.JSONDecodeError:
            raise
        except (ValueError, RecursionError) as error:
            raise json.JSONDecodeError(str(error), "", 0) from error


class ShownField(forms.JSONField):
    """The values that a form showed, by field; it travels with the form and is itself never a change."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(decoder=_Decoder, **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """What was shown is not what was typed."""
        return False


class GuardedForm(ModelForm):
    """A form that isn't saved over a change that its user hasn't seen.

    Somebody else was first: the form comes back with an error that shows what they changed, old and new per field.
    Where its user left a field alone it has their text now, elsewhere what was typed; saving that again is on purpose.
    A form equal to what is stored is no conflict. Costs one query, which on PostgreSQL also locks the row until the
    save.
    """

    shown = ShownField(required=False, label="Zoals getoond")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A set of forms adds fields to each after this, to find its row by; these are nobody's text.
        self._guarded = [*self.fields]
        self.initial["shown"] = values_as_text(self.instance, self._guarded)

    def clean(self) -> dict[str, Any]:
        """Return the values; adds the error when somebody else changed the row since the form was shown."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        rows = type(self.instance)._default_manager.select_for_update()
        stored: FixtureRow | None = rows.filter(pk=self.instance.pk).first() if self.instance.pk else None
        if stored:
            self._compare(stored, values)
        return values

    def _compare(self, stored: FixtureRow, values: Mapping[str, Any]) -> None:
        now = values_as_text(stored, self._guarded)
        typed = {name: str(getattr(value, "pk", value)) for name, value in values.items() if name in now}
        changed = changed_since(stored, self._guarded, values.get("shown"))
        if not changed or typed == now:
            return
        data = cast("QueryDict", self.data).copy()
        left_alone = [name for name, shown in changed.items() if typed.get(name) == shown]
        for name in left_alone:
            data[self.add_prefix(name)] = now[name]
        data[self.add_prefix("shown")] = json.dumps(now)
        self.data = data
        context = {"differences": differences_since(stored, changed)}
        self.add_error(None, render_to_string("admin/includes/changed_meanwhile_form.html", context))


def _as_shown(stored: FixtureRow, shown: Mapping[str, Any]) -> FixtureRow:
    """The row as the form showed it; where the form doesn't say, as it is."""
    row = copy.copy(stored)
    for name, text in shown.items():
        field: Any = stored._meta.get_field(name)
        try:
            value = field.to_python(text)
            if field.is_relation:
                field.validate(value, row)
        except ValidationError:
            continue
        if isinstance(text, str):
            setattr(row, field.attname, value)
    return row
