"""What a browser shows of the care for a dossier: somebody else at the same question, a document that is being made."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Dossiers, Users, make_dossier
from tests.waiting import wait_until

pytestmark = pytest.mark.browser

NOTICE = "[data-presence]"
# On a busy machine a minute may pass before the page is read.
TOLD = re.compile("Ook open bij een ander, (zojuist|een minuut geleden)")
BOTH_WAYS = pytest.mark.parametrize("java_script", [True, False])


def open_question(page: Page, key: str, number: int) -> None:
    """Open a question and wait until the script has said so, where it runs."""
    with page.expect_response(lambda answer: answer.url.endswith("/aanwezig/")):
        page.goto(f"/dossier/{key}/vraag/{number}/")


def test_two_browsers_at_one_question_are_told_of_each_other(users: Users) -> None:
    ann, ben = users.open(), users.open()
    key = make_dossier(ann, "leeg")
    open_question(ann, key, 4)
    expect(ann.locator(NOTICE)).to_be_empty()
    expect(ann.locator(NOTICE)).not_to_be_visible()
    open_question(ben, key, 4)
    expect(ben.locator(NOTICE)).to_have_text(TOLD)
    open_question(ann, key, 4)
    expect(ann.locator(NOTICE)).to_have_text(TOLD)


def test_who_leaves_the_page_is_no_longer_there(users: Users) -> None:
    ann, ben = users.open(), users.open()
    key = make_dossier(ann, "leeg")
    open_question(ann, key, 4)
    open_question(ben, key, 4)
    expect(ben.locator(NOTICE)).not_to_be_empty()
    ann.goto("/")

    # The goodbye goes out while the next page comes in; no event tells when it has arrived.
    def nobody_else_is_there() -> bool:
        open_question(ben, key, 4)
        return not ben.locator(NOTICE).text_content()

    assert wait_until(nobody_else_is_there), "the browser that left still counts as being there"


def test_without_javascript_a_save_tells_where_somebody_is(users: Users) -> None:
    ann, ben = users.open(java_script_enabled=False), users.open(java_script_enabled=False)
    key = make_dossier(users.open(), "leeg")
    ann.goto(f"/dossier/{key}/vraag/3/")
    ann.get_by_role("button", name="Opslaan en verder").click()
    ben.goto(f"/dossier/{key}/vraag/4/")
    expect(ben.locator(NOTICE)).to_have_text(TOLD)


@BOTH_WAYS
def test_the_document_is_downloaded_and_the_button_can_be_pressed_again(
    users: Users, dossiers: Dossiers, java_script: bool
) -> None:
    page = users.open(java_script_enabled=java_script)
    page.goto(f"/lezen/{dossiers.reading}/advies/")
    for _ in range(2):
        with page.expect_download() as download:
            page.get_by_role("button", name="Voorstel downloaden als PDF").click()
            if java_script:
                expect(page.get_by_text("Het document wordt gemaakt…")).to_be_visible()
        assert download.value.suggested_filename.endswith(".pdf")
        assert download.value.path().read_bytes().startswith(b"%PDF-")
        if java_script:
            expect(page.get_by_text("Het document is opgehaald.")).to_be_visible()


@BOTH_WAYS
def test_a_dossier_is_deleted_after_a_second_yes(users: Users, java_script: bool) -> None:
    page = users.open(java_script_enabled=java_script)
    key = make_dossier(page, "half")
    page.goto(f"/dossier/{key}/")
    page.get_by_role("link", name="Dossier verwijderen").click()
    page.get_by_role("button", name="Dossier verwijderen").click()
    expect(page.get_by_text("Er is nog niets verwijderd.").first).to_be_visible()
    page.get_by_label("Ik weet het zeker").check()
    page.get_by_role("button", name="Dossier verwijderen").click()
    expect(page.get_by_text("is verwijderd.")).to_be_visible()
    expect(page.locator(f'a[href="/dossier/{key}/"]')).to_have_count(0)


def press(page: Page, button: str) -> None:
    """Press a button and wait for what comes."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def expect_their_answer(page: Page) -> None:
    """The question shows the other's texts and the options of both."""
    for name in ("Waarom kiest u dit?", "Wie denkt er anders over?"):
        expect(page.get_by_label(name)).to_have_value("HUN tekst")
    for code in ("1a", "1b"):
        expect(page.locator(f"#optie-{code}")).to_be_checked()


def expect_their_title_page(page: Page) -> None:
    """The form shows the other's title, names and region."""
    for name in ("Titel van het dossier", "Aanwezig"):
        expect(page.get_by_label(name)).to_have_value("HUN tekst")
    expect(page.get_by_label("Veiligheidsregio").locator("option:checked")).to_have_text("Zeeland")


def expect_their_reason(page: Page) -> None:
    """The controle shows the other's reason."""
    expect(page.locator("#punt-7b-11a .item__why")).to_have_text("HUN tekst")
    expect(page.locator("#punt-7b-11a [name$=motivation]")).to_have_value("HUN tekst")


@BOTH_WAYS
def test_back_to_a_question_shows_what_another_saved_meanwhile_and_saving_keeps_it(
    users: Users, java_script: bool
) -> None:
    ann, ben = (users.open(java_script_enabled=java_script) for _ in range(2))
    key = make_dossier(users.open(), "leeg")
    for page, code, text in ((ann, "1a", "MIJN"), (ben, "1b", "HUN tekst")):
        page.goto(f"/dossier/{key}/vraag/1/")
        page.locator(f"label[for=optie-{code}]").click()
        for name in ("Waarom kiest u dit?", "Wie denkt er anders over?"):
            page.get_by_label(name).fill(text)
        press(page, "Opslaan en verder")
    ann.go_back()
    expect_their_answer(ann)
    press(ann, "Opslaan en verder")
    ann.goto(f"/dossier/{key}/vraag/1/")
    expect_their_answer(ann)


@BOTH_WAYS
def test_back_to_the_title_page_shows_what_another_saved_meanwhile_and_saving_keeps_it(
    users: Users, java_script: bool
) -> None:
    ann, ben = (users.open(java_script_enabled=java_script) for _ in range(2))
    key = make_dossier(users.open(), "leeg")
    for page, text, region in ((ann, "MIJN", "Twente"), (ben, "HUN tekst", "Zeeland")):
        page.goto(f"/dossier/{key}/gegevens/")
        for name in ("Titel van het dossier", "Aanwezig"):
            page.get_by_label(name).fill(text)
        page.get_by_label("Veiligheidsregio").select_option(label=region)
        press(page, "Opslaan")
    ann.go_back()
    expect_their_title_page(ann)
    press(ann, "Opslaan")
    ann.goto(f"/dossier/{key}/gegevens/")
    expect_their_title_page(ann)


@BOTH_WAYS
def test_back_to_the_check_shows_what_another_saved_meanwhile_and_saving_keeps_it(
    users: Users, java_script: bool
) -> None:
    ann, ben = (users.open(java_script_enabled=java_script) for _ in range(2))
    key = make_dossier(users.open(), "half")
    for page, text in ((ann, "MIJN"), (ben, "HUN tekst")):
        page.goto(f"/dossier/{key}/controle/")
        for summary in page.locator("#punt-7b-11a").get_by_text("Anders afspreken").all():
            summary.click()
        page.locator("#punt-7b-11a [name$=keep]").check()
        page.locator("#punt-7b-11a [name$=motivation]").fill(text)
        press(page, "Overzicht")
    ann.go_back()
    expect_their_reason(ann)
    press(ann, "Overzicht")
    ann.goto(f"/dossier/{key}/controle/")
    expect_their_reason(ann)
