"""Django's admin classes as the type stubs know them."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth import forms as auth_forms
from django.contrib.auth.models import User

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
    UserAdmin = auth_admin.UserAdmin[User]
    AdminPasswordChangeForm = auth_forms.AdminPasswordChangeForm[User]
    ModelMultipleChoiceField = forms.ModelMultipleChoiceField[Any]
else:
    # Only the type stubs know these as generic.
    ModelForm = forms.ModelForm
    ModelAdmin = admin.ModelAdmin
    StackedInline = admin.StackedInline
    InlineFormSet = forms.BaseInlineFormSet
    UserAdmin = auth_admin.UserAdmin
    AdminPasswordChangeForm = auth_forms.AdminPasswordChangeForm
    ModelMultipleChoiceField = forms.ModelMultipleChoiceField
