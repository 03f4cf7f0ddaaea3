"""The words in which a meeting is kept, in the tables and in the file of a dossier; screens have their own."""

from enum import StrEnum


class Mode(StrEnum):
    """Chosen once, for the whole meeting: with the names of gemeenten beside answers, or without."""

    OPEN = "open"
    SECRET = "geheim"  # noqa: S105 - no password: the word of the mode


class RoundKind(StrEnum):
    """How a round was answered: beforehand, by a device (or paper, or a named hand), or by hands without names."""

    POLL = "peiling"
    DEVICE = "apparaat"
    HANDS = "handen"


class Step(StrEnum):
    """A step that a round took. Each is a state of the round too, but for the talk: that is no more than a sign."""

    ALONE = "alleen"
    REASONS = "redenen"
    TALK = "praten"
    VOTE = "stemmen"
    CLOSED = "dicht"
    SHOWN = "getoond"
    SETTLED = "vastgesteld"


class Stance(StrEnum):
    """What a gemeente says of an option; no stance is no judgement."""

    FOR = "voor"
    LIVE_WITH = "kan"
    AGAINST = "tegen"


class Way(StrEnum):
    """How a gemeente takes part."""

    PHONE = "telefoon"
    PAPER = "papier"
    ABSENT = "afwezig"


class How(StrEnum):
    """Where an answer came from."""

    PHONE = "telefoon"
    PAPER = "papier"
    HAND = "hand"


class Mandate(StrEnum):
    """Whether who speaks for a gemeente may bind it; NOT_SAID is stored as an empty text."""

    GIVEN = "mandaat"
    RESERVED = "voorbehoud"
    NOT_SAID = ""


class Word(StrEnum):
    """What the reasons, and a poll, say in one word: no number and no name."""

    AGREED = "eens"
    DIVIDED = "verdeeld"


class Rough(StrEnum):
    """What secret mode says in place of a small number, or one near all; and after a reopening whether there is a
    majority, no more."""

    NOBODY = "niemand"
    SOME = "enkele"
    NEARLY_ALL = "bijna iedereen"
    ALL = "iedereen"
    MAJORITY = "meerderheid"
    NO_MAJORITY = "geen meerderheid"


class Added(StrEnum):
    """How the answer that a count adds up to came about."""

    MAJORITY = "meerderheid"
    LARGEST = "grootste groep"
    TIED = "staakt"
    NONE = "geen"


# Characters of what somebody types, and how often.
REASON_CAP, DIFFERS_CAP, NAME_CAP = 140, 600, 120
MOST_ATTEMPTS, MOST_CHANGES, MOST_STEPS, MOST_SITTINGS = 9, 50, 9, 9
# With fewer answers a secret count says nothing.
LEAST_TO_SHOW = 5
