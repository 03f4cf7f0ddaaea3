"""The keys in the two links of a dossier, each a type of its own: whoever has one can't take it for the other."""


class EditKey(str):
    """The key of a werklink, under /dossier/: it reads, changes and deletes."""

    __slots__ = ()


class ReadKey(str):
    """The key of a leeslink, under /lezen/: it reads."""

    __slots__ = ()


Key = EditKey | ReadKey

# What stands before a key in an address. Whatever is under one of these is of those who have the key (rule 10).
EDITING, READING = "dossier/", "lezen/"
BEHIND_A_KEY = (f"/{EDITING}", f"/{READING}")
# Where a gemeente joins a meeting, by a code or a link; where it answers, known by a cookie; and by a link afterwards.
JOINING, PARTICIPATING, AFTERWARDS = "doe-mee/", "deelnemen/", "achteraf/"
IN_A_MEETING = (f"/{JOINING}", f"/{PARTICIPATING}", f"/{AFTERWARDS}")
# What stands before the code of a settled version in the address of its page, which anybody may open.
CHECKING = "advies/"
# As it stands in an address: 192 random bits take 32 characters.
KEY_PATTERN = "[A-Za-z0-9_-]{32}"
# The one key that is no secret: it reads the sample dossier, which `load_content` makes.
SAMPLE = ReadKey("voorbeeld-van-een-regiostafontwe")
