"""The pinned requirements: complete, with hashes, the same for product and tests, and no address of an index."""

import json
import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*(?:\[[a-z,-]+\])?)==([^\s;]+)", re.MULTILINE)


def text_of(name: str) -> str:
    return (REQUIREMENTS / name).read_text(encoding="utf-8")


def test_tests_run_on_the_versions_of_the_product() -> None:
    product, tests = (dict(PIN.findall(text_of(name))) for name in ("product.txt", "test.txt"))
    assert product
    assert {name: tests.get(name) for name in product} == product


@pytest.mark.parametrize("name", ["product.txt", "test.txt"])
def test_every_requirement_is_pinned_with_hashes_and_names_no_index(name: str) -> None:
    requirements = re.split(r"\n(?=\S)", text_of(name).strip())
    for requirement in requirements:
        assert PIN.match(requirement), requirement
        assert "--hash=sha256:" in requirement, requirement
    assert "://" not in text_of(name)


def test_every_package_of_the_linter_of_stylesheets_is_pinned_with_a_hash_and_names_no_registry() -> None:
    packages = json.loads(text_of("stylelint/package-lock.json"))["packages"]
    del packages[""]
    assert "node_modules/stylelint" in packages
    for name, package in packages.items():
        assert package["version"], name
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
