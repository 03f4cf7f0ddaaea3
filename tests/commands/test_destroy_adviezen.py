"""The list on stdout and what is said of it on stderr; nothing goes without its hash."""

from hashlib import sha256
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from checklist.models import SettledAdvies
from tests.services.test_destroying import past

pytestmark = pytest.mark.django_db


def run(*arguments: str, until: str = "2021-03-02") -> tuple[str, str]:
    """What the command prints on each stream."""
    out, err = StringIO(), StringIO()
    call_command("destroy_adviezen", "--until", until, *arguments, stdout=out, stderr=err, no_color=True)
    return out.getvalue(), err.getvalue()


def test_the_hash_is_that_of_the_bytes_on_stdout_and_nothing_goes() -> None:
    past()
    listed, said = run()
    assert sha256(listed.encode()).hexdigest() in said
    assert SettledAdvies.objects.count() == 1


def test_with_that_hash_it_goes_and_backups_are_named() -> None:
    past()
    listed, _ = run()
    again, said = run("--confirm", sha256(listed.encode()).hexdigest().upper())
    assert again == listed
    assert said.startswith("Vernietigd: 1. De ketting onthoudt dat. In reservekopieën die er al zijn, staat het nog")
    assert not SettledAdvies.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "until", "said"),
    [
        (("--confirm", "0" * 64), "2021-03-02", "Dit is niet de lijst van nu. Er is niets vernietigd"),
        (("--confirm", "0"), "2021-03-02", "een SHA-256 is 64 tekens lang"),
        ((), "2021", "een datum is jaar, maand en dag"),
        ((), "9999-01-01", "Wat u bewaart tot en met 1 januari 9999, kan vanaf de dag erna worden vernietigd."),
    ],
)
def test_what_cannot_be_is_refused(arguments: tuple[str, ...], until: str, said: str) -> None:
    past()
    with pytest.raises(CommandError, match=said):
        run(*arguments, until=until)
    assert SettledAdvies.objects.count() == 1


def test_there_is_nothing_to_destroy() -> None:
    assert run() == ("", "Niets is bewaard tot en met 2 maart 2021 of korter.\n")
