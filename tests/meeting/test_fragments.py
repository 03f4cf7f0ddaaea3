"""A piece of a screen is made once for each version and view in a process, and never shown for another."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from checklist.meeting.fragments import MOST, Fragments
from tests.waiting import DEADLINE


def test_what_was_made_is_given_again() -> None:
    pieces = Fragments()
    assert [pieces.get("a", 1, lambda: b"eerst"), pieces.get("a", 1, lambda: b"later")] == [b"eerst", b"eerst"]


@pytest.mark.parametrize("other", [("a", 2), ("b", 1)])
def test_another_version_or_token_is_another_piece(other: tuple[str, int]) -> None:
    pieces = Fragments()
    pieces.get("a", 1, lambda: b"eerst")
    assert pieces.get(*other, lambda: b"anders") == b"anders"


def test_the_oldest_goes_when_there_are_too_many() -> None:
    pieces = Fragments()
    for version in range(MOST + 1):
        pieces.get("a", version, lambda: b"oud")
    assert [pieces.get("a", version, lambda: b"nieuw") for version in (1, MOST, 0)] == [b"oud", b"oud", b"nieuw"]


def test_what_fails_is_not_kept() -> None:
    def fail() -> bytes:
        raise RuntimeError

    pieces = Fragments()
    with pytest.raises(RuntimeError):
        pieces.get("a", 1, fail)
    assert pieces.get("a", 1, lambda: b"gelukt") == b"gelukt"


def test_who_comes_while_it_is_made_waits_for_it() -> None:
    pieces, begun, go_on = Fragments(), Event(), Event()

    def slowly() -> bytes:
        begun.set()
        assert go_on.wait(DEADLINE)
        return b"de eerste"

    with ThreadPoolExecutor(8) as pool:
        first = pool.submit(pieces.get, "a", 1, slowly)
        assert begun.wait(DEADLINE)
        others = [pool.submit(pieces.get, "a", 1, lambda: b"nog een") for _ in range(7)]
        go_on.set()
        assert {one.result() for one in (first, *others)} == {b"de eerste"}
