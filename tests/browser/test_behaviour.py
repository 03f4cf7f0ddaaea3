"""What the pages do in a browser: errors, messages, warnings, contrast of the system, paper."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from tests.browser.conftest import LAPTOP, PHONE, Dossiers, Users, key_in, make_dossier, resize

pytestmark = pytest.mark.browser


def open_question(page: Page, number: int, example: str = "half") -> str:
    """Open a question of a new dossier and return the dossier's key."""
    key = make_dossier(page, example)
    page.goto(f"/dossier/{key}/vraag/{number}/")
    return key


def choose_both(page: Page, *codes: str) -> None:
    """Check options that exclude each other, as a page without its script does."""
    for code in codes:
        page.locator(f"#optie-{code}").evaluate("input => { input.checked = true; }")


def save(page: Page) -> None:
    """Press the button and wait for what comes."""
    with page.expect_navigation():
        page.get_by_role("button", name="Opslaan en verder").click()


def test_error_summary_gets_the_focus_and_leads_to_the_field(page: Page) -> None:
    page.goto("/dossier/nieuw/")
    page.get_by_role("button", name="Dossier maken").click()
    expect(page).to_have_title("Fout: Nieuw dossier – Regiostaf")
    summary = page.get_by_role("region", name="Dit gaat nog niet goed")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Kies uw veiligheidsregio.").click()
    expect(page.get_by_label("Veiligheidsregio")).to_be_focused()


def test_error_of_the_options_leads_to_the_options(page: Page, dossiers: Dossiers) -> None:
    page.goto(f"/dossier/{dossiers.half}/vraag/4/")
    choose_both(page, "4a", "4b")
    save(page)
    reason = page.get_by_role("alert")
    expect(reason).to_be_focused()
    reason.get_by_role("link").click()
    expect(page.get_by_role("group", name="Meer antwoorden mogelijk")).to_be_focused()


def test_without_javascript_the_title_and_the_summary_still_say_it(users: Users) -> None:
    page = users.open(java_script_enabled=False)
    page.goto("/dossier/nieuw/")
    page.get_by_role("button", name="Dossier maken").click()
    expect(page).to_have_title("Fout: Nieuw dossier – Regiostaf")
    page.get_by_role("link", name="Geef het dossier een titel.").click()
    assert urlsplit(page.url).fragment == "id_title"


def test_what_was_saved_is_announced(page: Page) -> None:
    open_question(page, 7)
    page.locator("label[for=optie-7c]").click()
    save(page)
    expect(page.get_by_role("status").filter(has_text=re.compile(r"Opgeslagen om \d+\.\d\d"))).to_be_visible()


class Answering:
    """Answers the browser's question whether to leave the page with 'stay', and counts how often it asked."""

    def __init__(self, page: Page) -> None:
        self.asked = 0
        page.on("dialog", self._stay)

    def _stay(self, dialog: Dialog) -> None:
        assert dialog.type == "beforeunload"
        self.asked += 1
        dialog.dismiss()


def test_leaving_changed_text_warns_and_staying_keeps_it(page: Page) -> None:
    open_question(page, 7)
    answering = Answering(page)
    page.get_by_label("Wie denkt er anders over?").press_sequentially("Nog niet bewaard")
    address = page.url
    with page.expect_event("dialog"):
        page.get_by_role("link", name="Regiostaf", exact=True).click()
    assert (answering.asked, page.url) == (1, address)
    expect(page.get_by_label("Wie denkt er anders over?")).to_have_value("Nog niet bewaard")


def test_leaving_text_that_was_refused_warns_too(page: Page) -> None:
    open_question(page, 3)
    page.get_by_label("Waarom kiest u dit?").fill("Nog niet bewaard")
    choose_both(page, "3a", "3b")
    save(page)
    expect(page).to_have_title(re.compile("^Fout: "))
    answering = Answering(page)
    with page.expect_event("dialog"):
        page.get_by_role("link", name="Regiostaf", exact=True).click()
    assert answering.asked == 1
    expect(page.get_by_label("Waarom kiest u dit?")).to_have_value("Nog niet bewaard")


def test_a_title_of_one_long_word_keeps_the_page_within_the_screen(page: Page) -> None:
    key = make_dossier(page, "half")
    page.goto(f"/dossier/{key}/gegevens/")
    page.get_by_label("Titel van het dossier").fill("W" * 200)
    with page.expect_navigation():
        page.get_by_role("button", name="Opslaan").click()
    resize(page, (320, 568))
    page.goto(f"/dossier/{key}/vraag/1/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("address", ["vraag/7/", "controle/"])
def test_a_text_of_one_long_word_keeps_the_page_within_the_screen(
    users: Users, dossiers: Dossiers, address: str, size: tuple[int, int]
) -> None:
    page = users.open(size)
    page.goto(f"/dossier/{dossiers.half}/{address}")
    for field in page.locator("textarea:visible").all():
        field.fill("W" * 300)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    button = page.locator(".foot .btn--go")
    expect(button).to_be_in_viewport(ratio=1)


def test_leaving_an_unchanged_page_or_saving_does_not_warn(page: Page) -> None:
    open_question(page, 7)
    answering = Answering(page)
    page.get_by_label("Wie denkt er anders over?").click()
    page.get_by_role("button", name="Controle").click()
    expect(page).to_have_url(re.compile("/controle/"))
    page.go_back()
    page.get_by_label("Wie denkt er anders over?").press_sequentially("Nu wel bewaard")
    save(page)
    expect(page.get_by_text("Vraag 8 van 12")).to_be_visible()
    assert answering.asked == 0


def test_links_beside_a_form_leave_it_open(page: Page, dossiers: Dossiers) -> None:
    page.goto(f"/dossier/{dossiers.half}/vraag/7/")
    page.get_by_label("Waarom kiest u dit?").press_sequentially("Nog niet bewaard")
    page.get_by_text("Uitleg: Secretarissen of veiligheidsadviseurs").click()
    with page.expect_popup() as opening:
        page.get_by_role("link", name="Managementraad").first.click()
    expect(opening.value.get_by_role("heading", level=1)).to_contain_text("Managementraad")
    expect(page.get_by_label("Waarom kiest u dit?")).to_be_visible()


def test_what_was_opened_is_still_open_when_one_comes_back(page: Page) -> None:
    key = open_question(page, 7)
    page.get_by_text("Waarom deze vraag").click()
    save(page)
    expect(page.locator("details[open]")).to_have_count(0)
    page.goto(f"/dossier/{key}/vraag/7/")
    expect(page.locator("details[open] summary")).to_have_text("Waarom deze vraag")


def test_an_option_that_excludes_the_others_clears_them_and_the_other_way_round(page: Page) -> None:
    open_question(page, 5, "leeg")
    for codes, checked in (("5b", ["5b"]), ("5c", ["5b", "5c"]), ("5a", ["5a"]), ("5d", ["5d"])):
        page.locator(f"label[for=optie-{codes}]").click()
        assert page.locator(".opt__in:checked").evaluate_all("found => found.map(one => one.value)") == checked


def test_left_open_is_said_in_the_bar_and_comes_back_with_one_press(page: Page) -> None:
    key = open_question(page, 7, "leeg")
    page.locator("label[for=optie-7c]").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Openlaten").click()
    expect(page.get_by_role("status").filter(has_text="Vraag 7 staat open")).to_be_visible()
    page.get_by_label("Waarom kiest u dit?").fill("Al bezig met acht.")
    with page.expect_navigation():
        page.get_by_role("button", name="Terugzetten").click()
    expect(page.get_by_label("Waarom kiest u dit?")).to_have_value("Al bezig met acht.")
    expect(page.get_by_role("status").filter(has_text="Vraag 7 is teruggezet")).to_be_visible()
    page.goto(f"/dossier/{key}/vraag/7/")
    expect(page.locator("#optie-7c")).to_be_checked()


def test_second_press_while_sending_is_ignored(page: Page) -> None:
    page.goto("/dossier/nieuw/")
    page.get_by_label("Titel van het dossier").fill("Maar één keer")
    page.get_by_label("Veiligheidsregio").select_option(label="Twente")
    page.get_by_role("button", name="Dossier maken").dblclick()
    expect(page).to_have_title("Bewaar deze links – Regiostaf")
    page.goto("/")
    expect(page.get_by_role("link", name="Maar één keer")).to_have_count(1)


def test_link_is_copied(users: Users, dossiers: Dossiers) -> None:
    page = users.open(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/dossier/{dossiers.full}/links/")
    page.get_by_role("button", name="Kopieer Leeslink").click()
    expect(page.get_by_text("Gekopieerd", exact=True)).to_be_visible()
    assert key_in(page.evaluate("navigator.clipboard.readText()")) == dossiers.reading


def test_end_of_a_capped_text_is_announced(page: Page, dossiers: Dossiers) -> None:
    page.goto(f"/dossier/{dossiers.half}/vraag/7/")
    page.get_by_label("Waarom kiest u dit?").fill("a" * 10_003)
    expect(page.locator("[aria-live=polite]").filter(has_text="3 tekens te veel")).to_be_visible()
    page.get_by_label("Waarom kiest u dit?").fill("a" * 10_001)
    expect(page.locator("[aria-live=polite]").filter(has_text="1 teken te veel")).to_be_visible()


BORDER = "element => { const style = getComputedStyle(element); return [style.borderTopWidth, style.borderTopColor]; }"


def test_chosen_option_is_known_by_its_border_in_forced_colours(users: Users, dossiers: Dossiers) -> None:
    page = users.open(forced_colors="active")
    page.goto(f"/dossier/{dossiers.half}/vraag/7/")
    chosen, other = (page.locator(".opt", has=page.locator(f"#optie-{code}")) for code in ("7b", "7c"))
    assert chosen.evaluate(BORDER)[0] == "4px"
    assert other.evaluate(BORDER)[0] == "1px"
    assert chosen.evaluate(BORDER)[1] != other.evaluate(BORDER)[1]


def test_nothing_moves_for_who_does_not_want_it(users: Users, dossiers: Dossiers) -> None:
    page = users.open(reduced_motion="reduce")
    page.goto(f"/dossier/{dossiers.half}/vraag/7/")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(element => {"
        " const style = getComputedStyle(element);"
        " return parseFloat(style.transitionDuration) || style.animationName !== 'none'; }).length"
    )
    assert moving == 0


@pytest.mark.parametrize("address", ["vraag/7/", "controle/", "advies/", ""])
def test_paper_has_no_bar_no_list_and_no_buttons(page: Page, dossiers: Dossiers, address: str) -> None:
    page.goto(f"/dossier/{dossiers.half}/{address}")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    # The word of a term is a button too; on paper it is a word like any other.
    bars = (".site-header", ".top", ".foot", "nav.list")
    for hidden in (*bars, "button:not([popovertarget])", ".utrecht-button", ".back-link"):
        assert page.locator(hidden).filter(visible=True).count() == 0, hidden


def test_links_to_keep_stand_on_paper_in_full(page: Page, dossiers: Dossiers) -> None:
    page.goto(f"/dossier/{dossiers.full}/links/")
    page.emulate_media(media="print")
    expect(page.get_by_text(f"/dossier/{dossiers.full}/")).to_be_visible()
    expect(page.get_by_text(f"/lezen/{dossiers.reading}/")).to_be_visible()


def test_a_refused_document_is_asked_for_once_and_the_page_stays_and_says_why(page: Page, dossiers: Dossiers) -> None:
    refusal = page.request.get(f"/proef/{dossiers.full}/bezet/").text()
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=503, content_type="text/html; charset=utf-8", body=refusal)

    page.route("**/voorstel.pdf", refuse)
    page.goto(f"/dossier/{dossiers.full}/advies/")
    button = page.get_by_role("button", name="Voorstel downloaden als PDF")
    button.click()
    reason = page.get_by_role("status").filter(has_text="Het document is niet gemaakt")
    expect(reason).to_contain_text("Er worden op dit moment al andere documenten gemaakt.")
    assert len(asked) == 1
    with page.expect_request("**/voorstel.pdf"):
        button.click()
    assert len(asked) == 2
