"""Forms of a dossier filled in wrongly, or when somebody else was first. Nothing is changed."""

from playwright.sync_api import FilePayload

from tests.browser.visitor import TOO_LONG, Step, Visitor, press, set_version


def wrong_link(visitor: Visitor) -> None:
    visitor.go("/")
    visitor.page.get_by_label("de link van uw dossier").fill("dit is geen link")
    press(visitor, "Openen")


def upload(visitor: Visitor, content: bytes) -> None:
    visitor.go("/")
    visitor.page.get_by_text("Een dossierbestand inlezen").click()
    file: FilePayload = {"name": "dossier.json", "mimeType": "application/json", "buffer": content}
    visitor.page.get_by_label("Dossierbestand").set_input_files(file)
    press(visitor, "Inlezen")


def beside(visitor: Visitor, others: int) -> None:
    """Lay the full dossier beside as many others of this browser."""
    for key in (visitor.dossiers.half, visitor.dossiers.empty):
        visitor.go(f"/dossier/{key}/")
    visitor.go(f"/dossier/{visitor.dossiers.full}/varianten/")
    for _ in range(others):
        with visitor.page.expect_navigation():
            visitor.page.get_by_role("link", name="erbij zetten").first.click()


def beside_file(visitor: Visitor, content: bytes) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.full}/varianten/")
    file: FilePayload = {"name": "dossier.json", "mimeType": "application/json", "buffer": content}
    visitor.page.get_by_label("Dossierbestand", exact=True).set_input_files(file)
    press(visitor, "Vergelijken")


def variant_without_title(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.full}/variant/")
    visitor.page.get_by_label("Titel van de variant").fill("")
    press(visitor, "Maak de variant")


def new_with_errors(visitor: Visitor) -> None:
    visitor.go("/dossier/nieuw/")
    press(visitor, "Dossier maken")


def details_with_errors(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.full}/gegevens/")
    visitor.page.get_by_label("Titel van het dossier").fill("")
    press(visitor, "Opslaan")


def not_sure(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.full}/verwijderen/")
    press(visitor, "Dossier verwijderen")


def title_page_conflict(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.full}/gegevens/")
    visitor.page.get_by_label("Titel van het dossier").fill("Een andere titel")
    set_version(visitor, 99)
    press(visitor, "Opslaan")


def question_with_errors(number: int) -> Step:
    def step(visitor: Visitor) -> None:
        visitor.open_question(visitor.dossiers.half, number)
        visitor.page.get_by_label("Waarom kiest u dit?").fill(TOO_LONG)
        press(visitor, "Opslaan en verder")

    return step


def excluding_options(visitor: Visitor) -> None:
    visitor.open_question(visitor.dossiers.half, 4)
    for code in ("4a", "4b"):
        visitor.page.locator(f"#optie-{code}").evaluate("input => { input.checked = true; }")
    press(visitor, "Opslaan en verder")


def conflict(visitor: Visitor, *, other_choice: bool) -> None:
    visitor.open_question(visitor.dossiers.half, 6)
    if other_choice:
        visitor.page.locator("label[for=optie-6a]").click()
    visitor.page.get_by_label("Waarom kiest u dit?").fill("Zo denken wij erover.")
    set_version(visitor, 99)
    press(visitor, "Opslaan en verder")


def conflict_with_errors(visitor: Visitor) -> None:
    conflict(visitor, other_choice=True)
    visitor.page.get_by_label("Waarom kiest u dit?").fill(TOO_LONG)
    press(visitor, "Dit antwoord opslaan")


def open_tension(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.half}/controle/")
    for summary in visitor.page.locator(".item summary").all():
        summary.click()


def explanations(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.half}/vraag/7/")
    for summary in visitor.page.locator("details summary").all():
        summary.click()


def tension_with_errors(visitor: Visitor) -> None:
    open_tension(visitor)
    for label in ("Waarom de kring het zo laat", "Wat"):
        visitor.page.get_by_label(label, exact=True).first.fill(TOO_LONG)
    press(visitor, "Overzicht")


def tension_conflict(visitor: Visitor) -> None:
    open_tension(visitor)
    visitor.page.get_by_label("Toch zo laten, want …", exact=True).first.check()
    visitor.page.locator("textarea[name$=what]").evaluate_all(
        "fields => { fields.filter(field => field.value).forEach(field => { field.value = 'Anders.'; }); }"
    )
    set_version(visitor, 99)
    press(visitor, "Overzicht")


def closing_with_errors(visitor: Visitor) -> None:
    visitor.go(f"/dossier/{visitor.dossiers.full}/afronding/")
    visitor.page.get_by_label("Indiener").fill("Te lang. " * 20)
    visitor.page.locator("[name=aanwezigheid-GM0828-naam]").fill("Secretaris")
    press(visitor, "Opslaan en naar het advies")


def closing_conflict(visitor: Visitor) -> None:
    """The page says that it showed something else than what is stored."""
    visitor.go(f"/dossier/{visitor.dossiers.full}/afronding/meer/")
    visitor.page.get_by_label("Opsteller").fill("Een ander")
    visitor.page.locator("[name=risicos-0-risico]").fill("Te weinig tijd")
    visitor.page.evaluate(
        "document.querySelectorAll('[name^=getoond-]').forEach(mark => { mark.value = '0'.repeat(16); })"
    )
    set_version(visitor, 99)
    press(visitor, "Opslaan en naar het advies")
