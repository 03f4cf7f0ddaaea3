"""What a redacteur may do: correct the content, never the dossiers."""

from django.contrib.auth.models import Group, Permission

EDITORS_GROUP = "Redacteuren"

# Texts of the booklet's questions, options, details and models and of deciding can be edited, regions read; traits,
# tensions, terms and notes can be added too, and with a tension its repairs. Nothing is ever deleted: what no longer
# holds is switched off.
EDITOR_RIGHTS = {
    "checklist.question": ("view", "change"),
    "checklist.option": ("view", "change"),
    "checklist.detail": ("view", "change"),
    "checklist.detailalternative": ("view", "change"),
    "checklist.consideration": ("view", "change"),
    "checklist.organ": ("view", "change"),
    "checklist.legalsource": ("view", "change"),
    "checklist.step": ("view", "change"),
    "checklist.optiondeciding": ("view", "change"),
    "checklist.decision": ("view", "change"),
    "checklist.generaldecision": ("view", "change"),
    "checklist.proposalfield": ("view", "change"),
    "checklist.article": ("view", "change"),
    "checklist.clause": ("view", "change"),
    "checklist.clausepart": ("view", "change"),
    "checklist.adoption": ("view", "change"),
    "checklist.preambleline": ("view", "change"),
    "checklist.gap": ("view", "change"),
    "checklist.background": ("view", "change"),
    "checklist.questionnote": ("view", "add", "change"),
    "checklist.tension": ("view", "add", "change"),
    "checklist.repair": ("view", "change"),
    "checklist.term": ("view", "add", "change"),
    "models_catalogue.governancemodel": ("view", "change"),
    "models_catalogue.trait": ("view", "add", "change"),
    "models_catalogue.modelnote": ("view", "add", "change"),
    "models_catalogue.regionnote": ("view", "add", "change"),
    "models_catalogue.veiligheidsregio": ("view",),
    "models_catalogue.gemeente": ("view",),
}


def ensure_editors_group() -> Group:
    """Return the group of redacteuren with at least its rights; what a beheerder added stays. Three queries when it is
    complete."""
    group, _ = Group.objects.get_or_create(name=EDITORS_GROUP)
    wanted = {
        (app, f"{right}_{model}")
        for label, rights in EDITOR_RIGHTS.items()
        for app, model in [label.split(".")]
        for right in rights
    }
    permissions = Permission.objects.filter(content_type__app_label__in={app for app, _ in wanted})
    held = set(group.permissions.values_list("pk", flat=True))
    missing = [
        permission
        for permission in permissions.select_related("content_type")
        if (permission.content_type.app_label, permission.codename) in wanted and permission.pk not in held
    ]
    if missing:
        group.permissions.add(*missing)
    return group
