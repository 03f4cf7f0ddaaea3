"""A page used with the keyboard alone."""

from playwright.sync_api import Page

FOCUS = "selector => document.activeElement.matches(selector)"
# What has the focus, or the card around it, has an outline.
OUTLINED = """() => [document.activeElement, document.activeElement.closest('.opt')].some(element => {
    const style = element && getComputedStyle(element);
    return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
})"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until this has the focus; on the way every stop shows that it has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINED), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate(FOCUS, selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


def press(page: Page, selector: str, key: str = "Enter") -> None:
    """Tab to a link or button and press a key that leads to another page."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press(key)
