"""Django's admin classes as the type stubs know them."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
else:
    # Only the type stubs know these as generic.
    ModelForm = forms.ModelForm
    ModelAdmin = admin.ModelAdmin
    StackedInline = admin.StackedInline
