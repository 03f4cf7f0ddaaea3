"""The pages for users and groups, with what Django says in English (rights, yes and no) in Dutch."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.forms import SetUnusablePasswordMixin
from django.contrib.auth.models import Group, Permission, User

from checklist.admin.generic import AdminPasswordChangeForm, ModelMultipleChoiceField, UserAdmin
from checklist.admin.words import yes_or_no

# What a right lets somebody do, by the way its code name begins.
DEEDS = {"add": "toevoegen", "change": "wijzigen", "delete": "verwijderen", "view": "bekijken"}


class RightsField(ModelMultipleChoiceField):
    """Rights by the name of the table and what one may do there."""

    def label_from_instance(self, obj: Any) -> str:
        """Such as 'spanning: wijzigen'; a right that an app made itself keeps its own name."""
        permission: Permission = obj
        deed = DEEDS.get(permission.codename.split("_")[0], permission.name)
        return f"{permission.content_type.name}: {deed}"


class PasswordForm(AdminPasswordChangeForm):
    """Gives somebody a new password; Django's warning in it can't be translated."""

    usable_password_help_text = SetUnusablePasswordMixin.usable_password_help_text + (
        '<ul id="id_unusable_warning" class="messagelist"><li class="warning">'
        "Zet u dit uit, dan vervalt het wachtwoord van deze gebruiker.</li></ul>"
    )


admin.site.unregister((Group, User))


@admin.register(Group)
class RightsGroupAdmin(GroupAdmin):
    """The groups; 'Redacteuren' is made by the command that loads the content."""

    def formfield_for_manytomany(self, db_field: Any, request: Any = None, **kwargs: Any) -> Any:
        """Name the rights in Dutch."""
        return super().formfield_for_manytomany(db_field, request, **kwargs | _field_for(db_field))

    def get_deleted_objects(self, objs: Any, request: Any) -> Any:
        """Name what goes."""
        return _without_links(objs, super().get_deleted_objects(objs, request))


@admin.register(User)
class RightsUserAdmin(UserAdmin):
    """Who may come into the beheer."""

    change_password_form = PasswordForm

    list_display = ("username", "first_name", "last_name", "staff", "active")

    @admin.display(description="toegang tot het beheer", ordering="is_staff")
    def staff(self, user: User) -> str:
        """Whether somebody may come in."""
        return yes_or_no(user.is_staff)

    @admin.display(description="actief", ordering="is_active")
    def active(self, user: User) -> str:
        """Whether the account is in use."""
        return yes_or_no(user.is_active)

    def formfield_for_manytomany(self, db_field: Any, request: Any = None, **kwargs: Any) -> Any:
        """Name the rights in Dutch."""
        return super().formfield_for_manytomany(db_field, request, **kwargs | _field_for(db_field))

    def get_deleted_objects(self, objs: Any, request: Any) -> Any:
        """Name what goes."""
        return _without_links(objs, super().get_deleted_objects(objs, request))


def _field_for(db_field: Any) -> dict[str, Any]:
    return {"form_class": RightsField} if db_field.related_model is Permission else {}


def _without_links(objs: Any, deleted: Any) -> Any:
    """What Django says would go, without the rows that only link: these have English names and mean nothing here."""
    _, _, needed, protected = deleted
    counts = {str(row._meta.verbose_name_plural): len(objs) for row in objs[:1]}
    return [str(row) for row in objs], counts, needed, protected
