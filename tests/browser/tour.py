"""How to reach every page of the product, also those that only an error shows. No step changes a dossier."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import FilePayload, Page

from tests.browser.conftest import Dossiers
from tests.browser.server import ADMIN, ROOT, Server

TOO_LONG = "Te lang. " * 1200
_FIXTURE = json.loads((ROOT / "fixtures" / "governance_models.json").read_text(encoding="utf-8"))
MODELS = [model["fields"]["slug"] for model in _FIXTURE]

FOUR_MODELS = "&".join(f"m={slug}" for slug in MODELS[:4])


@dataclass(frozen=True)
class Visitor:
    """A page in a browser, and what there is to visit."""

    page: Page
    dossiers: Dossiers
    server: Server

    def go(self, address: str) -> None:
        """Open an address of the product."""
        self.page.goto(address)

    def open_question(self, key: str, number: int, query: str = "") -> None:
        """Open a question."""
        self.go(f"/dossier/{key}/vraag/{number}/{query}")


Step = Callable[[Visitor], None]


def _at(address: str) -> Step:
    """Go to an address; {empty}, {half}, {full} and {reading} stand for the keys."""
    return lambda visitor: visitor.go(address.format(**vars(visitor.dossiers)))


def _press(visitor: Visitor, button: str) -> None:
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=button).first.click()


def _wrong_link(visitor: Visitor) -> None:
    visitor.go("/")
    visitor.page.get_by_label("Werklink of leeslink").fill("dit is geen link")
    _press(visitor, "Openen")


def _upload(visitor: Visitor, content: bytes) -> None:
    visitor.go("/")
    visitor.page.get_by_text("Een dossierbestand inlezen").click()
    file: FilePayload = {"name": "dossier.json", "mimeType": "application/json", "buffer": content}
    visitor.page.get_by_label("Dossierbestand").set_input_files(file)
    _press(visitor, "Inlezen")


def _new_with_errors(visitor: Visitor) -> None:
    visitor.go("/dossier/nieuw/")
    _press(visitor, "Dossier maken")


def _details_with_errors(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.full}/gegevens/")
    visitor.page.get_by_label("Titel van het dossier").fill("")
    _press(visitor, "Opslaan")


def _not_sure(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.full}/verwijderen/")
    _press(visitor, "Dossier verwijderen")


def _set_version(visitor: Visitor, version: int) -> None:
    visitor.page.evaluate(
        "version => { for (const input of document.querySelectorAll('[name$=version]')) input.value = version; }",
        version,
    )


def _title_page_conflict(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.full}/gegevens/")
    visitor.page.get_by_label("Titel van het dossier").fill("Een andere titel")
    _set_version(visitor, 99)
    _press(visitor, "Opslaan")


def _question_with_errors(number: int) -> Step:
    def step(visitor: Visitor) -> None:
        visitor.open_question(visitor.dossiers.half, number)
        visitor.page.get_by_label("Motivering").fill(TOO_LONG)
        _press(visitor, "Opslaan en verder")

    return step


def _excluding_options(visitor: Visitor) -> None:
    visitor.open_question(visitor.dossiers.half, 4)
    for code in ("4a", "4b"):
        visitor.page.locator(f"label[for=optie-{code}]").click()
    _press(visitor, "Opslaan en verder")


def _conflict(visitor: Visitor, *, other_choice: bool) -> None:
    visitor.open_question(visitor.dossiers.half, 6)
    if other_choice:
        visitor.page.locator("label[for=optie-6a]").click()
    visitor.page.get_by_label("Motivering").fill("Zo denken wij erover.")
    _set_version(visitor, 99)
    _press(visitor, "Opslaan en verder")


def _conflict_with_errors(visitor: Visitor) -> None:
    _conflict(visitor, other_choice=True)
    visitor.page.get_by_label("Motivering").fill(TOO_LONG)
    _press(visitor, "Dit antwoord opslaan")


def _open_tension(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.half}/controle/")
    visitor.page.locator(".check-tension summary").first.click()


def _tension_with_errors(visitor: Visitor) -> None:
    _open_tension(visitor)
    visitor.page.locator(".check-tension textarea").first.fill(TOO_LONG)
    _press(visitor, "Vasthouden als bewuste afwijking")


def _tension_conflict(visitor: Visitor) -> None:
    _open_tension(visitor)
    visitor.page.locator(".check-tension textarea").first.fill("Daarom.")
    _set_version(visitor, 99)
    _press(visitor, "Vasthouden als bewuste afwijking")


def _changed_form(visitor: Visitor) -> None:
    visitor.open_question(visitor.dossiers.half, 6)
    visitor.page.evaluate("document.querySelector('[name$=current_step]').value = '7'")
    _press(visitor, "Opslaan en verder")


def _spoil_token(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelector('[name=csrfmiddlewaretoken]').value = 'x'")


def _old_form(visitor: Visitor) -> None:
    visitor.open_question(visitor.dossiers.half, 6)
    for name in ("Motivering", "Minderheidsstandpunt"):
        visitor.page.get_by_label(name).fill("Zo denken wij erover. " * 40)
    _spoil_token(visitor)
    _press(visitor, "Opslaan en verder")


def _old_form_without_texts(visitor: Visitor) -> None:
    visitor.go("/")
    _spoil_token(visitor)
    _press(visitor, "Openen")


def _send_to(visitor: Visitor, address: str, button: str) -> None:
    visitor.page.evaluate("address => { document.querySelector('form[method=post]').action = address; }", address)
    _press(visitor, button)


def _other_method(visitor: Visitor) -> None:
    visitor.go("/")
    _send_to(visitor, f"/dossier/{visitor.dossiers.half}/controle/", "Openen")


def _save_without_a_database(visitor: Visitor) -> None:
    visitor.open_question(visitor.dossiers.half, 6)
    for name in ("Motivering", "Minderheidsstandpunt"):
        visitor.page.get_by_label(name).fill("Zo denken wij erover. " * 40)
    _send_to(visitor, "/proef/weg/", "Opslaan en verder")


def _too_large(visitor: Visitor) -> None:
    _upload(visitor, b" " * 4_100_000)


def _logged_in(address: str) -> Step:
    def step(visitor: Visitor) -> None:
        visitor.go(address)
        if visitor.page.locator("#id_username").count():
            visitor.page.locator("#id_username").fill(ADMIN)
            visitor.page.locator("#id_password").fill(visitor.server.password)
            with visitor.page.expect_navigation():
                visitor.page.locator("[type=submit]").click()

    return step


def _changed_meanwhile(visitor: Visitor, field: str) -> None:
    """As if somebody else wrote something in this field after the page was shown."""
    visitor.page.evaluate(
        """field => { for (const input of document.querySelectorAll('[name=shown]')) {
            input.value = JSON.stringify({...JSON.parse(input.value), [field]: 'Zo stond het er.'});
        } }""",
        field,
    )


def _beheer_conflict(visitor: Visitor) -> None:
    _logged_in("/beheer/checklist/question/1/change/")(visitor)
    visitor.page.locator("#id_opener").fill("Wie begint?")
    _changed_meanwhile(visitor, "decides")
    _press(visitor, "Opslaan")


# A note with more than one version: what changed in it is for the redactie alone.
_NOTE = "/beheer/models_catalogue/modelnote/1"


def _beheer_versions(visitor: Visitor) -> None:
    _logged_in(f"{_NOTE}/history/")(visitor)
    if not visitor.page.locator(".versions").count():
        visitor.go(f"{_NOTE}/change/")
        visitor.page.locator("#id_attention").fill("Nagekeken.")
        _press(visitor, "Opslaan")
        visitor.go(f"{_NOTE}/history/")


def _beheer_versions_conflict(visitor: Visitor) -> None:
    _beheer_versions(visitor)
    _changed_meanwhile(visitor, "attention")
    _press(visitor, "terugzetten")


TOUR: dict[str, Step] = {
    "start": _at("/"),
    "start, wrong link": _wrong_link,
    "start, wrong file": lambda visitor: _upload(visitor, b"{"),
    "new": _at("/dossier/nieuw/"),
    "new, errors": _new_with_errors,
    "links": _at("/dossier/{half}/links/"),
    "details": _at("/dossier/{full}/gegevens/"),
    "details, errors": _details_with_errors,
    "details, 409": _title_page_conflict,
    "delete": _at("/dossier/{full}/verwijderen/"),
    "delete, errors": _not_sure,
    "overview, empty": _at("/dossier/{empty}/"),
    "overview, half": _at("/dossier/{half}/"),
    "overview, full": _at("/dossier/{full}/"),
    "overview, reading": _at("/dossier/{reading}/"),
    **{f"question {number}": _at(f"/dossier/{{full}}/vraag/{number}/") for number in range(1, 13)},
    **{f"question {number}, errors": _question_with_errors(number) for number in range(1, 13)},
    "question, options exclude each other": _excluding_options,
    "question, from the check": _at("/dossier/{half}/vraag/5/?naar=controle"),
    "question, 409": lambda visitor: _conflict(visitor, other_choice=True),
    "question, 409, same choice": lambda visitor: _conflict(visitor, other_choice=False),
    "question, conflict with errors": _conflict_with_errors,
    "check, empty": _at("/dossier/{empty}/controle/"),
    "check, half": _open_tension,
    "check, full": _at("/dossier/{full}/controle/"),
    "check, reading": _at("/dossier/{reading}/controle/"),
    "check, errors": _tension_with_errors,
    "check, 409": _tension_conflict,
    "drawings, empty": _at("/dossier/{empty}/beeld/"),
    "drawings, half": _at("/dossier/{half}/beeld/"),
    "drawings, full, with a model": _at("/dossier/{full}/beeld/?model=managementraad"),
    "drawings, reading": _at("/dossier/{reading}/beeld/"),
    "outcome, empty": _at("/dossier/{empty}/uitkomst/"),
    "outcome, half": _at("/dossier/{half}/uitkomst/"),
    "outcome, full": _at("/dossier/{full}/uitkomst/"),
    "outcome, way back": _at("/dossier/{half}/uitkomst/?vraag=7&was=7a&versie=1"),
    "outcome, reading": _at("/dossier/{reading}/uitkomst/"),
    "advies, empty": _at("/dossier/{empty}/advies/"),
    "advies, half": _at("/dossier/{half}/advies/"),
    "advies, full": _at("/dossier/{full}/advies/"),
    "dossier file too large, 409": _at("/proef/{full}/te-groot/"),
    "503, PDF, busy": _at("/proef/{full}/bezet/"),
    "503, PDF, failed": _at("/proef/{full}/mislukt/"),
    "models": _at("/modellen/"),
    "models, found": _at("/modellen/?draagt=8a&diep=6b"),
    "models, none found": _at("/modellen/?draagt=9c&diep=6a"),
    "models, to compare": _at("/modellen/vergelijken/"),
    "models, wrong to compare": _at("/modellen/vergelijken/?m=bestaat-niet&m=managementraad&m=managementraad"),
    "models, compared": _at(f"/modellen/vergelijken/?{FOUR_MODELS}"),
    "dossier, compared": _at(f"/dossier/{{half}}/vergelijken/?{FOUR_MODELS}"),
    "checklist": _at("/checklist/"),
    "method": _at("/methode/"),
    "method, one question": _at("/methode/?vraag=7"),
    "about": _at("/over/"),
    **{f"model {slug}": _at(f"/modellen/{slug}/") for slug in MODELS},
    "400": _changed_form,
    "403": _at("/dossier/{reading}/links/"),
    "403, old form": _old_form,
    "403, old form, nothing typed": _old_form_without_texts,
    "404": _at("/bestaat-niet/"),
    "405": _other_method,
    "413": _too_large,
    **{f"429, {what}": _at(f"/proef/te-vaak/{what}/") for what in ("dossier", "pdf", "sign-in")},
    "500": _at("/proef/breekt/"),
    "503": _at("/proef/weg/"),
    "503, texts given back": _save_without_a_database,
    "style guide": _at("/proef/stijlgids/"),
    "beheer, login": _at("/beheer/"),
    "beheer": _logged_in("/beheer/"),
    "beheer, list": _logged_in("/beheer/checklist/tension/"),
    "beheer, question": _logged_in("/beheer/checklist/question/1/change/"),
    "beheer, question, changed by another": _beheer_conflict,
    "beheer, history, empty": _logged_in("/beheer/checklist/question/1/history/"),
    "beheer, history": _beheer_versions,
    "beheer, history, 409": _beheer_versions_conflict,
    "beheer, new tension": _logged_in("/beheer/checklist/tension/add/"),
    "beheer, redactie": _logged_in("/beheer/redactie/"),
    "beheer, preview of a question": _logged_in("/beheer/checklist/question/1/voorbeeld/"),
    "beheer, preview of a model": _logged_in("/beheer/models_catalogue/governancemodel/1/voorbeeld/"),
    "beheer, 400": _logged_in("/beheer/checklist/question/?label__regex=A"),
    "beheer, 403": _logged_in("/beheer/checklist/question/1/delete/"),
    "beheer, 404": _logged_in("/beheer/bestaat-niet/"),
    "beheer, filter that means nothing": _logged_in("/beheer/checklist/tension/?readers__exact=x&e=1"),
}
