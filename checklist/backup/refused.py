"""How making or putting back a backup is refused."""

from django.core.management.base import CommandError


def refused(reason: str) -> CommandError:
    """What to raise with one Dutch line that says what is wrong: the command ends with exit code 2, nothing changed."""
    return CommandError(reason, returncode=2)
