"""The difference between two texts, as the history shows it."""

from time import thread_time

import pytest

from checklist.admin.difference import Part, difference

DIFFERENCES = [
    ("een twee drie", "een drie", "een [twee ]drie"),
    ("een drie", "een twee drie", "een {twee }drie"),
    ("de staf is van ons", "de staf is van u", "de staf is van [ons]{u}"),
    ("de regiostaf van de regio er komt", "de staf van de regio er komt", "de [regiostaf ]{staf }van de regio er komt"),
    ("een regel", "een\nregel", "[een ]{een\n}regel"),
    ("", "nieuw", "{nieuw}"),
    ("oud", "", "[oud]"),
    ("gelijk", "gelijk", "gelijk"),
    (
        "dit was een heel andere tekst",
        "hier staat nu iets nieuws",
        "[dit was een heel andere tekst]{hier staat nu iets nieuws}",
    ),
    ("a " * 99 + "b", "a " * 99 + "c", "a " * 99 + "[b]{c}"),
    ("a " * 100 + "b", "a " * 100 + "c", f"[{'a ' * 100}b]{{{'a ' * 100}c}}"),
]


@pytest.mark.parametrize("worst", [("a " * 99, "a x " * 49), ("a " * 5_000, "a x " * 2_500)])
def test_the_worst_texts_are_compared_at_once(worst: tuple[str, str]) -> None:
    start = thread_time()
    difference(*worst)
    assert thread_time() - start < 0.1


@pytest.mark.parametrize(("old", "new", "shown"), DIFFERENCES)
def test_the_difference_between_two_texts(old: str, new: str, shown: str) -> None:
    def marked(part: Part) -> str:
        if part.removed:
            return f"[{part.text}]"
        return f"{{{part.text}}}" if part.added else part.text

    assert "".join(map(marked, difference(old, new))) == shown
