"""What ends in the page of an error: forms that are old or spoilt, methods, sizes, a database that is away."""

from tests.browser.filling_in import upload
from tests.browser.visitor import Visitor, press


def changed_form(visitor: Visitor) -> None:
    visitor.open_question(visitor.dossiers.half, 6)
    visitor.page.evaluate("document.querySelector('[name$=current_step]').value = '7'")
    press(visitor, "Opslaan en verder")


def spoil_token(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelector('[name=csrfmiddlewaretoken]').value = 'x'")


def old_form(visitor: Visitor) -> None:
    visitor.open_question(visitor.dossiers.half, 6)
    for name in ("Waarom kiest u dit?", "Wie denkt er anders over?"):
        visitor.page.get_by_label(name).fill("Zo denken wij erover. " * 40)
    spoil_token(visitor)
    press(visitor, "Opslaan en verder")


def old_form_without_texts(visitor: Visitor) -> None:
    visitor.go("/")
    spoil_token(visitor)
    press(visitor, "Openen")


def send_to(visitor: Visitor, address: str, button: str) -> None:
    visitor.page.evaluate("address => { document.querySelector('form[method=post]').action = address; }", address)
    press(visitor, button)


def other_method(visitor: Visitor) -> None:
    visitor.go("/")
    send_to(visitor, f"/dossier/{visitor.dossiers.half}/uitkomst/", "Openen")


def save_without_a_database(visitor: Visitor) -> None:
    visitor.open_question(visitor.dossiers.half, 6)
    for name in ("Waarom kiest u dit?", "Wie denkt er anders over?"):
        visitor.page.get_by_label(name).fill("Zo denken wij erover. " * 40)
    send_to(visitor, "/proef/weg/", "Opslaan en verder")


def too_large(visitor: Visitor) -> None:
    upload(visitor, b" " * 4_100_000)
