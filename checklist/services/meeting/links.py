"""The code and the tokens of a live meeting. New ones each time: what was given out before opens nothing any more."""

from checklist.domain.meeting.device import new_token
from checklist.domain.meeting.join_code import new_code

_TOKENS = ("join_token", "phone_token", "screen_token", "chair_token")
NO_LINKS: dict[str, str | None] = dict.fromkeys(("code", *_TOKENS))


def new_links() -> dict[str, str]:
    """Return a new code and new tokens, by their fields."""
    return {"code": new_code(), **{name: new_token() for name in _TOKENS}}
