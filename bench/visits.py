"""What is asked of a server, as text to send: of the product as a browser asks it, and of the fixed floor."""

import http.client
import itertools
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.pages import Body, Page

NUMBERS = range(1, 13)
Requests = Iterator[str]


def floor_page(port: int) -> Requests:
    """The page of the fixed floor, with other rows each time."""
    for turn in itertools.count():
        yield _request("GET", f"/page/{turn % 100 + 1}/", port)


def floor_save(port: int) -> Requests:
    """The save of the fixed floor."""
    for turn in itertools.count():
        yield sent_form("/save/", port, {"words": [f"Reden {turn}."]})


def sent_form(address: str, port: int, values: Body, *cookies: str) -> str:
    """A form with the token that the middleware of `startproject` asks of every one."""
    token = "t" * 32
    headers = {"Cookie": "; ".join([f"csrftoken={token}", *cookies]), "Origin": f"http://127.0.0.1:{port}"}
    return _request("POST", address, port, headers, {"csrfmiddlewaretoken": [token], **values})


class Visitor:
    """Somebody who fills in one dossier in a browser that asks for compressed pages and keeps its cookies.

    It has opened each of the twelve questions once, so that it has their forms; thirteen requests.
    """

    def __init__(self, key: str, port: int) -> None:
        self._key, self._port = key, port
        self._cookies: dict[str, str] = {}
        self._forms = {number: self._open(number) for number in NUMBERS}

    def questions(self) -> Requests:
        """The pages of the twelve questions, one after the other, for ever."""
        return self.reads(*(self._question(number) for number in NUMBERS))

    def reads(self, *addresses: str) -> Requests:
        """These pages, one after the other, for ever."""
        for address in itertools.cycle(addresses):
            yield self._ask("GET", address)

    def saves(self) -> Requests:
        """Another motivation at each of the twelve questions, one after the other, for ever; in the form as it was
        shown after the save before, so with its version."""
        for turn in itertools.count():
            for number, form in self._forms.items():
                changed = {
                    f"{number}-motivation": [f"Reden {turn}."],
                    f"{number}-version": [str(int(form[f"{number}-version"][0]) + turn)],
                }
                yield self._ask("POST", self._question(number), {**form, **changed})

    def _open(self, number: int) -> Body:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        headers = {"Cookie": self._cookie} if self._cookies else {}
        connection.request("GET", self._question(number), headers=headers)
        answer = connection.getresponse()
        page = Page(answer.read().decode())
        if answer.status != HTTPStatus.OK:
            raise RuntimeError(f"question {number} answered {answer.status}, which measures nothing")
        for header in answer.headers.get_all("Set-Cookie", []):
            self._cookies.update({name: morsel.coded_value for name, morsel in SimpleCookie(header).items()})
        connection.close()
        (form,) = [form for form in page.forms if form.posts]
        return dict(form.values)

    def _ask(self, method: str, address: str, form: Mapping[str, list[str]] | None = None) -> str:
        headers = {"Accept-Encoding": "gzip", "Cookie": self._cookie}
        if form is not None:
            headers["Origin"] = f"http://127.0.0.1:{self._port}"
        return _request(method, address, self._port, headers, form)

    @property
    def _cookie(self) -> str:
        # The message of a save goes with the page that shows it: what a save is asked with, never has one.
        return "; ".join(f"{name}={value}" for name, value in self._cookies.items() if name != "messages")

    def _question(self, number: int) -> str:
        return f"/dossier/{self._key}/vraag/{number}/"


def _request(
    method: str,
    address: str,
    port: int,
    headers: Mapping[str, str] | None = None,
    form: Mapping[str, list[str]] | None = None,
) -> str:
    """One request as it goes over the line."""
    body = urlencode(form, doseq=True) if form is not None else ""
    lines = [f"{method} {address} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if form is not None:
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", body])
