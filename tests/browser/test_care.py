"""What a browser shows of the care for a dossier: somebody else at the same question, a document that is being made."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Dossiers, Users, make_dossier

pytestmark = pytest.mark.browser

NOTICE = "[data-presence]"


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
    expect(ben.locator(NOTICE)).to_have_text("Ook open bij een ander, zojuist.")
    open_question(ann, key, 4)
    expect(ann.locator(NOTICE)).to_have_text("Ook open bij een ander, zojuist.")


def test_who_leaves_the_page_is_no_longer_there(users: Users) -> None:
    ann, ben = users.open(), users.open()
    key = make_dossier(ann, "leeg")
    open_question(ann, key, 4)
    open_question(ben, key, 4)
    expect(ben.locator(NOTICE)).not_to_be_empty()
    ann.goto("/")
    # The goodbye goes out while the next page comes in; no event tells when it has arrived.
    for _ in range(20):
        open_question(ben, key, 4)
        if not ben.locator(NOTICE).text_content():
            return
        ben.wait_for_timeout(250)
    pytest.fail("the browser that left still counts as being there")


def test_without_javascript_a_save_tells_where_somebody_is(users: Users) -> None:
    ann, ben = users.open(java_script_enabled=False), users.open(java_script_enabled=False)
    key = make_dossier(users.open(), "leeg")
    ann.goto(f"/dossier/{key}/vraag/3/")
    ann.get_by_role("button", name="Opslaan en verder").click()
    ben.goto(f"/dossier/{key}/vraag/4/")
    expect(ben.locator(NOTICE)).to_have_text("Ook open bij een ander, zojuist.")


@pytest.mark.parametrize("java_script", [True, False])
def test_the_document_is_downloaded_and_the_button_can_be_pressed_again(
    users: Users, dossiers: Dossiers, java_script: bool
) -> None:
    page = users.open(java_script_enabled=java_script)
    page.goto(f"/dossier/{dossiers.reading}/advies/")
    for _ in range(2):
        with page.expect_download(timeout=60_000) as download:
            page.get_by_role("button", name="Advies downloaden als PDF").click()
            if java_script:
                expect(page.get_by_text("Het document wordt gemaakt…")).to_be_visible()
        assert download.value.suggested_filename.endswith(".pdf")
        assert download.value.path().read_bytes().startswith(b"%PDF-")
        if java_script:
            expect(page.get_by_text("Het document is opgehaald.")).to_be_visible()


@pytest.mark.parametrize("java_script", [True, False])
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
