"""`manage.py create_first_admin`: the account with which somebody can log in at /beheer/ after the first start."""

import secrets
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Q

NAME = "beheerder"


class Command(BaseCommand):
    """Make the first beheerder and print the password, this once; do nothing when there is a beheerder already."""

    help = "Maakt de eerste beheerder en toont één keer het wachtwoord. Is er al een beheerder, dan gebeurt er niets."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Two queries; the password is stored as a hash only."""
        if User.objects.filter(Q(is_superuser=True) | Q(username=NAME)).exists():
            return
        password = secrets.token_urlsafe(15)
        User.objects.create_superuser(NAME, password=password)
        self.stdout.write(
            f"\n  Aanmelden bij het beheer (/beheer/):\n    naam        {NAME}\n    wachtwoord  {password}\n"
            "  Bewaar dit wachtwoord nu: het wordt niet nog eens getoond.\n"
        )
