"""What an archivaris decides for an installation, and the files of the archive say: plain values from its settings."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ListedTerm:
    """A term of a list, or a body of a register: how it is called, its code there, and the name of list or register.
    `code` may be empty."""

    label: str
    code: str
    listed_in: str


# Until somebody has assessed it: what may be read is for an archivaris to say, not for this product.
NOT_ASSESSED = ListedTerm(
    "openbaarheid niet beoordeeld (Archiefwet 1995)",
    "Openbaarheid/AW1995/NietBeoordeeld/1.0",
    "Begrippenlijst Openbaarheid",
)


@dataclass(frozen=True)
class Archiving:
    """`creator` None: the veiligheidsregio is the archiefvormer. `category` None: no informatiecategorie, which MDTO
    asks for only when it is known."""

    creator: ListedTerm | None = None
    category: ListedTerm | None = None
    publicity: ListedTerm = NOT_ASSESSED


def term_in(setting: str) -> ListedTerm | None:
    """Return the term that a setting has as 'label; code; list', of which the last two may be absent; None for an empty
    one."""
    label, code, listed_in = (part.strip() for part in f"{setting};;".split(";")[:3])
    return ListedTerm(label, code, listed_in) if label else None
