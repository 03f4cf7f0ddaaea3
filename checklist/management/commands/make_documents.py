"""`manage.py make_documents`: the documents of what is settled that are missing, because they failed at the time."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from checklist import selectors
from checklist.domain.settled.code import shown_code
from checklist.settled_making import acts_without_files, make_missing, why_not


class Command(BaseCommand):
    """Thin: find, make, print. One that fails doesn't keep another from being made."""

    help = "Maakt de documenten van vastgestelde voorstellen die er nog niet zijn. Zijn ze er al, dan gebeurt er niets."

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit code 1 when a document can't be made; a next run tries it again. Some queries for each version of which
        one is missing."""
        failed = 0
        for version in selectors.versions_without_files():
            if not acts_without_files(version, selectors.files_of(version)):
                continue
            made = make_missing(version.facts.code, lambda: None)
            said = "de documenten zijn gemaakt." if made else f"niet gemaakt. {why_not(version.facts.code)}"
            self.stdout.write(f"{shown_code(version.facts.code)} versie {version.facts.version}: {said}")
            failed += not made
        if failed:
            raise CommandError("Niet alle documenten zijn gemaakt.")
