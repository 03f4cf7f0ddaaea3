"""axe-core on a page: WCAG 2.0, 2.1 and 2.2, levels A and AA."""

from importlib.resources import files

from playwright.sync_api import Page

_SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
# What lies under a bar now can be scrolled clear of it; axe takes it for a target that is too small.
_BARS_AT_REST = (
    """position => document.querySelectorAll('.top, .foot').forEach(bar => { bar.style.position = position; })"""
)


def violations(page: Page) -> list[str]:
    """Return what axe finds, as rule and place. Needs JavaScript in the page: without it axe waits for ever."""
    page.evaluate(_SCRIPT)
    page.evaluate(_BARS_AT_REST, "static")
    found: list[dict[str, list[dict[str, list[str]]]]] = page.evaluate(
        "options => axe.run(options).then(results => results.violations)", _OPTIONS
    )
    page.evaluate(_BARS_AT_REST, "")
    return [f"{rule['id']}: {' '.join(map(str, node['target']))}" for rule in found for node in rule["nodes"]]
