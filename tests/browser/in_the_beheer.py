"""Pages of the beheer: signing in first, and what somebody else changed meanwhile."""

from tests.browser.server import ADMIN
from tests.browser.visitor import Step, Visitor, press


def logged_in(address: str) -> Step:
    def step(visitor: Visitor) -> None:
        visitor.go(address)
        if visitor.page.locator("#id_username").count():
            visitor.page.locator("#id_username").fill(ADMIN)
            visitor.page.locator("#id_password").fill(visitor.server.password)
            with visitor.page.expect_navigation():
                visitor.page.locator("[type=submit]").click()

    return step


def changed_meanwhile(visitor: Visitor, field: str) -> None:
    """As if somebody else wrote something in this field after the page was shown."""
    visitor.page.evaluate(
        """field => { for (const input of document.querySelectorAll('[name=shown]')) {
            input.value = JSON.stringify({...JSON.parse(input.value), [field]: 'Zo stond het er.'});
        } }""",
        field,
    )


def beheer_conflict(visitor: Visitor) -> None:
    logged_in("/beheer/checklist/question/1/change/")(visitor)
    visitor.page.locator("#id_opener").fill("Wie begint?")
    changed_meanwhile(visitor, "decides")
    press(visitor, "Opslaan")


# A note with more than one version: what changed in it is for the redactie alone.
_NOTE = "/beheer/models_catalogue/modelnote/1"


def beheer_versions(visitor: Visitor) -> None:
    logged_in(f"{_NOTE}/history/")(visitor)
    if not visitor.page.locator(".versions").count():
        visitor.go(f"{_NOTE}/change/")
        visitor.page.locator("#id_attention").fill("Nagekeken.")
        press(visitor, "Opslaan")
        visitor.go(f"{_NOTE}/history/")


def beheer_versions_conflict(visitor: Visitor) -> None:
    beheer_versions(visitor)
    changed_meanwhile(visitor, "attention")
    press(visitor, "terugzetten")
