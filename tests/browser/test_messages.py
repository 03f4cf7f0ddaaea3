"""Messages after a save: they are read at once, and move nothing."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import LAPTOP, PHONE, Users, make_dossier

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
# Sends the form of the title page with another region, as the button does, and leaves the message for a later page.
SEND = """async region => {
    const form = document.querySelector('main form');
    form.elements.veiligheidsregio.value = region;
    await fetch(form.action, {method: 'POST', body: new FormData(form), redirect: 'manual'});
}"""
READABLE = """alerts => alerts.every(alert => {
    const box = alert.getBoundingClientRect();
    const words = alert.querySelector('p').getBoundingClientRect();
    const on_top = document.elementFromPoint((words.left + words.right) / 2, (words.top + words.bottom) / 2);
    return alert.contains(on_top) && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
})"""


def heading_at(page: Page) -> float:
    """How far below the top of the page its heading stands."""
    box = page.get_by_role("heading", level=1).bounding_box()
    assert box is not None
    return box["y"]


def with_long_messages(page: Page, how_many: int) -> str:
    """Save another region on the title pages of new dossiers; return an address that shows the messages."""
    keys = [make_dossier(page, "vol-voorstel") for _ in range(how_many)]
    title_pages = [page.context.new_page() for _ in keys]
    for tab, key in zip(title_pages, keys, strict=True):
        tab.goto(f"/dossier/{key}/gegevens/")
    for tab in title_pages:
        tab.evaluate(SEND, "VR19")
    return f"/dossier/{keys[0]}/advies/"


@SIZES
def test_a_message_does_not_move_the_heading(users: Users, size: tuple[int, int]) -> None:
    page = users.open(size)
    page.goto(with_long_messages(page, 1))
    alerts = page.locator(".messages .utrecht-alert")
    assert alerts.count() == 1
    with_message = heading_at(page)
    page.reload()
    assert alerts.count() == 0
    assert heading_at(page) == with_message


@SIZES
def test_two_long_messages_are_read_without_scrolling_and_move_nothing(users: Users, size: tuple[int, int]) -> None:
    page = users.open(size)
    page.goto(with_long_messages(page, 2))
    alerts = page.locator(".messages .utrecht-alert")
    assert [len(text) > 100 for text in alerts.all_inner_texts()] == [True, True]
    assert alerts.evaluate_all(READABLE)
    with_messages = heading_at(page)
    page.reload()
    assert heading_at(page) == with_messages


def test_a_message_leaves_room_for_the_focus(users: Users) -> None:
    page = users.open(PHONE)
    page.goto(with_long_messages(page, 1))
    message = page.locator(".messages")
    for _ in range(20):
        page.keyboard.press("Tab")
        assert page.evaluate(
            """() => {
                const focus = document.activeElement.getBoundingClientRect();
                const message = document.querySelector('.messages').getBoundingClientRect();
                return focus.bottom <= message.top || focus.top >= message.bottom;
            }"""
        ), page.evaluate("document.activeElement.outerHTML")
    assert message.is_visible()


def test_zoomed_in_far_a_message_comes_before_the_page(users: Users) -> None:
    page = users.open((320, 256))
    page.goto(with_long_messages(page, 1))
    box = page.locator(".messages").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= heading_at(page)
