"""The numbered rules: what code says of them, and what `docs/rules.md` says of code and tests, is true."""

import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

ROOT: Path = settings.BASE_DIR
RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
_HEADING = re.compile(r"^## Rule (\d+): ", re.MULTILINE)
_CITED = re.compile(r"\brules? ((?:\d+(?:, | and )?)+)(?![\w])")
_PATH = re.compile(r"`([\w/.-]+/[\w.-]+\.(?:py|js|html|css))(?:::(\w+))?`")


def numbers() -> list[int]:
    """The rules that exist."""
    return [int(number) for number in _HEADING.findall(RULES)]


def cited_in(text: str) -> set[int]:
    """The rules that a text names: 'rule 5', 'rules 1 and 3', 'rules 4, 7, 9 and 10'."""
    return {int(number) for listed in _CITED.findall(text) for number in re.findall(r"\d+", listed)}


def sources() -> list[Path]:
    """Every file of ours that may name a rule."""
    listed = subprocess.run(
        ["git", "ls-files", "*.py", "*.html", "*.css", "*.js", "*.md", "*.sh"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if not name.startswith("static/vendor/")]


def test_rules_are_numbered_from_one_without_a_gap() -> None:
    assert numbers() == list(range(1, len(numbers()) + 1))


def test_citations_are_found_in_every_form() -> None:
    assert cited_in("(rule 5)") == {5}
    assert cited_in("see rules 4, 7, 9 and 10 of it") == {4, 7, 9, 10}
    assert cited_in("3c rules 5a out") == set()


def test_every_rule_that_is_named_exists() -> None:
    unknown = {
        f"{path.relative_to(ROOT)}: {number}"
        for path in sources()
        if path != Path(__file__)
        for number in cited_in(path.read_text(encoding="utf-8")) - set(numbers())
    }
    assert unknown == set()


@pytest.mark.parametrize(
    "section", re.split(r"^(?=## Rule )", RULES, flags=re.MULTILINE)[1:], ids=lambda text: text[3:10]
)
def test_a_rule_says_where_it_lives_and_what_holds_it(section: str) -> None:
    lives, held = section.partition("- Lives in:")[2].split("- Held by:")
    for named, start in ((lives, ""), (held, "tests/")):
        found = _PATH.findall(named)
        assert found
        for path, test in found:
            assert path.startswith(start)
            assert (ROOT / path).is_file(), path
            assert not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8"), test
