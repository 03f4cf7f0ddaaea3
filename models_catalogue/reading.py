"""How the booklet was read, said once for every page and every count (rule 5). Pure: the domain stands on it.

Two people read the booklet apart from each other. What both of them read counts; what one of them read is *mogelijk*,
whatever it was; what neither read is silence, and where they read something of another option of the same question,
the booklet names something else there.
"""

BOTH_READERS = 2
POSSIBLE, SILENT, OTHER = "mogelijk", "zwijgt", "anders"


def counts(readers: int) -> bool:
    """Whether what so many readers read counts."""
    return readers == BOTH_READERS


def fits(stance: str) -> bool:
    """Whether an option fits a model of which this stance was read; kenmerkend includes past."""
    return stance in {"kenmerkend", "past"}


def state_of(stance: str, readers: int) -> str:
    """Return the shape that goes with a stance: itself, or 'mogelijk' for one reader."""
    return stance if counts(readers) else POSSIBLE


def state_without_stance(*, spoken: bool) -> str:
    """Return the shape of an option of which nothing was read. `spoken`: of another option of its question something
    was, by however many readers; only where that isn't so the booklet is silent."""
    return OTHER if spoken else SILENT


def words_of(stance: str, readers: int) -> str:
    """Return the stance in words: 'past niet', or 'mogelijk past niet' for one reader; empty without a stance."""
    words = stance.replace("-", " ")
    return words if counts(readers) or not stance else f"{POSSIBLE} {words}"
