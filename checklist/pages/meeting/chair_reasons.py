"""The reasons that gemeenten gave, for the chair to show; one that tells too much, or is unkind, can be turned off."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from checklist.domain.content import Question
from checklist.domain.meeting_record.words import Stance
from checklist.pages.meeting.options import lettered

# By option, each with its text and in open mode its stance.
Reasons = Mapping[str, Sequence[Mapping[str, str]]]
_BETWEEN = "|"
_ORDER = [*(stance.value for stance in Stance), ""]


@dataclass(frozen=True)
class Reason:
    """A reason under its option. `stance` is the word of its shape, empty in secret mode."""

    letter: str
    option: str
    text: str
    stance: str
    on: bool

    @property
    def value(self) -> str:
        """What its tick sends."""
        return f"{self.option}{_BETWEEN}{self.text}"


def reasons_given(question: Question, given: Reasons, shown: Reasons | None) -> tuple[Reason, ...]:
    """Return the reasons by option, voor before tegen, in alphabetical order. All are on as long as none are shown;
    then those that are."""
    on = {(option, one["text"]) for option, of_it in (shown or {}).items() for one in of_it}
    found = [
        Reason(
            letter=option.letter,
            option=option.code,
            text=one["text"],
            stance=one.get("stance", ""),
            on=shown is None or (option.code, one["text"]) in on,
        )
        for option in lettered(question)
        for one in given.get(option.code, [])
    ]
    return tuple(sorted(found, key=lambda one: (one.letter, _ORDER.index(one.stance), one.text.casefold())))


def unlisted(given: Iterable[Reason], listed: Collection[str]) -> bool:
    """Whether a reason came in since the page with the ticks was made."""
    return any(one.value not in listed for one in given)


def hidden_reasons(given: Iterable[Reason], listed: Collection[str], ticked: Collection[str]) -> set[tuple[str, str]]:
    """Return the reasons that aren't to be shown, by option and text: those that were `listed` and not `ticked`."""
    return {(one.option, one.text) for one in given if one.value in listed and one.value not in ticked}
