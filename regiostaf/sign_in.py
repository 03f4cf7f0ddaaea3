"""Signing in to the beheer: a password can be guessed a few times, not thousands of times."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.views.decorators.debug import sensitive_variables

from checklist import limits


class LimitedBackend(ModelBackend):
    """Django's own, but the tries are counted before the password is looked at: name and address, and address alone.

    Over the limit a right password is refused like a wrong one, so the answer tells nothing about names or passwords.
    """

    @sensitive_variables("password")
    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        """Return the user with this name and password, or None. Raises `LimitReached`; a call without a request is no
        try at the door and isn't counted."""
        if request is None or not username:
            return super().authenticate(request, username, password, **kwargs)
        address = limits.address_of(request)
        limits.count_sign_in(username, address)
        user = super().authenticate(request, username, password, **kwargs)
        if user is not None:
            limits.forget_sign_in(username, address)
        return user
