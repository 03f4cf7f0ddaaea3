"""Sessions in the database, for who logs in to the beheer."""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """Django's own, without asking the database for a key that Django never makes: PostgreSQL chokes on a NUL in it."""

    def __init__(self, session_key: str | None = None) -> None:
        super().__init__(session_key if session_key and session_key.isalnum() else None)
