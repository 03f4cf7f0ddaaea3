"""Gemeenten that take part in a meeting with a phone, on a server that runs."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from checklist.models import Meeting
from tests.live import Browser, Reply, Server
from tests.pages import Page


@dataclass
class Phone:
    """A phone that speaks for a gemeente; `token` stands in its forms."""

    browser: Browser
    address: str
    gemeente: str
    token: str

    def answer(self, round_id: int, said: Mapping[str, str]) -> Reply:
        """Send the answer to a round, by the names of the form's fields."""
        return self.browser.post(self.address, {"csrfmiddlewaretoken": self.token, "ronde": round_id, **said})


def joined(server: Server, meeting: Meeting, gemeente: str) -> Phone:
    """Let a phone join with the link of the meeting."""
    browser = Browser(server)
    link = reverse("join-token", args=[meeting.join_token])
    form = Page(browser.get(link)).form()
    reply = browser.post(link, form.values | {"gemeente": [gemeente]})
    assert reply.status == 303, reply.content.decode()
    address = reverse("participate", args=[meeting.pk])
    assert reply.headers["Location"] == address
    return Phone(browser, address, gemeente, form.values["csrfmiddlewaretoken"][0])
