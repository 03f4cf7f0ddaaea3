"""Numbers of paragraphs, and how a sentence names several of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from checklist.domain.advies.voorstel.pieces import Chapter, Numbered, Said
from checklist.domain.dutch import in_a_row
from checklist.domain.typed import paragraphs

# So many numbers on end, and more, are named by the first and the last.
_A_RUN = 3


class Numbers:
    """The numbers of a chapter or section, each once: '5.1', '5.2', …"""

    def __init__(self, prefix: str, start: int = 1) -> None:
        self._prefix = prefix
        self._numbers = count(start)

    def next(self) -> str:
        """Take the next one."""
        return f"{self._prefix}{next(self._numbers)}"

    def typed(self, text: str, lead: str = "") -> tuple[Numbered, ...]:
        """Number each paragraph of a typed text; words of ours that it goes on from stand in the first."""
        return tuple(Numbered(self.next(), one, "" if place else lead) for place, one in enumerate(paragraphs(text)))

    def said(self, texts: Iterable[str]) -> tuple[Said, ...]:
        """Number each of our texts."""
        return tuple(Said(self.next(), text) for text in texts)

    def chapter(self, text: str, to_find_out: Iterable[str] = ()) -> Chapter:
        """Number a subject: its typed paragraphs, else the sentence that says that they are missing, with what must be
        found out then."""
        if texts := self.typed(text):
            return Chapter(texts[0].number, texts)
        return Chapter(self.next(), (), tuple(to_find_out))


def in_words(numbers: Sequence[str]) -> str:
    """Return numbers of paragraphs as a sentence names them: '2.1 tot en met 2.3, 2.5 en C.1'."""
    return in_a_row([_run_in_words(run) for run in _runs(numbers)])


def _run_in_words(run: Sequence[str]) -> str:
    return run[0] if len(run) == 1 else f"{run[0]} tot en met {run[-1]}"


def _runs(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or not _follows(numbers[place - 1], numbers[place]):
            run = numbers[start:place]
            yield from [run] if len(run) >= _A_RUN else ([one] for one in run)
            start = place


def _follows(number: str, other: str) -> bool:
    (chapter, _, place), (other_chapter, _, other_place) = number.rpartition("."), other.rpartition(".")
    return chapter == other_chapter and int(other_place) == int(place) + 1
