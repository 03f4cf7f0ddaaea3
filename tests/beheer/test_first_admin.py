"""`create_first_admin`: one account, one password shown once."""

import io
import re

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def create_first_admin() -> str:
    output = io.StringIO()
    call_command("create_first_admin", stdout=output)
    return output.getvalue()


def test_shows_a_password_with_which_the_beheerder_logs_in() -> None:
    found = re.search(r"naam +(\S+)\n +wachtwoord +(\S+)", create_first_admin())
    assert found is not None
    user = authenticate(username=found[1], password=found[2])
    assert isinstance(user, User)
    assert user.username == "beheerder"
    assert user.is_superuser


def test_second_run_makes_and_shows_nothing() -> None:
    create_first_admin()
    before = User.objects.get()
    assert create_first_admin() == ""
    assert User.objects.get().password == before.password


def test_a_beheerder_with_another_name_is_enough() -> None:
    User.objects.create_superuser("anneke")
    assert create_first_admin() == ""
    assert User.objects.count() == 1
