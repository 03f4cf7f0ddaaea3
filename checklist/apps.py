from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from checklist import settled_triggers


class ChecklistConfig(AppConfig):
    name = "checklist"
    verbose_name = "Checklist en dossiers"

    def ready(self) -> None:
        """Keep the triggers of the content's stamp out of the way of migrations, and put back those of what is settled
        that a migration dropped. The signals are given for each app; this is the last one with content."""
        from models_catalogue import stamp  # noqa: PLC0415 - tables can be named when all apps are loaded

        pre_migrate.connect(stamp.take_triggers_away, sender=self)
        post_migrate.connect(stamp.put_triggers, sender=self)
        post_migrate.connect(settled_triggers.install_after_migrate, sender=self)
