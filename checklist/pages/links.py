"""The two links of a dossier, each with a mail that hands it on and says what it opens."""

from dataclasses import dataclass
from urllib.parse import quote

from checklist.domain.text import clean_line, shortened

# Characters of a title in the subject of a mail: Windows hands a mail program no address over some 2,000 characters,
# and one character of a title may take twelve of these.
_LONGEST_TITLE = 80


@dataclass(frozen=True)
class LinkToKeep:
    """A link, and the address (`mailto:`) of a mail with it that is still to be sent to somebody."""

    address: str
    mail: str


def werklink(title: str, address: str) -> LinkToKeep:
    """Return the link of who edits the dossier with this title."""
    opens = "Met deze werklink kunt u het dossier lezen, wijzigen en verwijderen."
    share = "Deel deze link alleen met wie mag meeschrijven."
    return LinkToKeep(address, _mail("Werklink", title, f"{opens} {share}", address))


def leeslink(title: str, address: str) -> LinkToKeep:
    """Return the link of who reads the dossier with this title."""
    opens = "Met deze leeslink kunt u het dossier en het advies lezen. U kunt er niets mee wijzigen."
    return LinkToKeep(address, _mail("Leeslink", title, opens, address))


def _mail(kind: str, title: str, opens: str, address: str) -> str:
    """A mail without a recipient (RFC 6068: UTF-8, every character of its own encoded, lines end with CR LF)."""
    subject = f"{kind} van het dossier ‘{shortened(title, _LONGEST_TITLE, clean_line)}’"
    body = f"{opens}\r\n\r\n{address}\r\n"
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
