"""What opening a meeting in each mode means for whom, and what an invitation says."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from checklist.domain.meeting.join_code import shown_code
from checklist.domain.meeting_record.words import LEAST_TO_SHOW, Mode
from checklist.export.qr import qr_alternative, qr_svg
from checklist.pages.meeting.chair_words import mode_words


@dataclass(frozen=True)
class ModeCard:
    """One of the two modes, with what it means for the room, the chair, who keeps the server, the advies, and later."""

    value: str
    words: str
    rows: tuple[tuple[str, str], ...]


MODE_CARDS = (
    ModeCard(
        Mode.OPEN.value,
        "Open",
        (
            (
                "Zaal",
                "De uitslag kan namen tonen. Staat een vraag open, dan ziet de zaal alleen hoeveel er klaar zijn.",
            ),
            ("U", "U ziet per gemeente wat zij antwoordde en wie nog niet."),
            ("Beheer", "Wie bij de server kan, ziet namen en antwoorden."),
            ("Advies", "De kring bepaalt of de antwoorden per gemeente in het advies komen."),
            ("Daarna", "Wie er niet was, kan tot een datum achteraf antwoorden."),
        ),
    ),
    ModeCard(
        Mode.SECRET.value,
        "Geheim",
        (
            (
                "Zaal",
                "Alleen aantallen, pas vanaf vijf antwoorden. Kiest iedereen hetzelfde, dan weet iedereen dat.",
            ),
            ("U", "U ziet wie er is en hoeveel er antwoordden, niet wat."),
            (
                "Beheer",
                "Wie bij de server kan, kan zien wie wat antwoordde zolang een vraag openstaat. Daarna niet meer, "
                "behalve in een kopie van dat moment.",
            ),
            ("Advies", "Alleen aantallen. Bij 1 of 2 staat er ‘enkele’, bij minder dan vijf antwoorden niets."),
            ("Daarna", "Achteraf antwoorden kan niet: twee tellingen verraden de laatste."),
        ),
    ),
)


def too_few_for_secret(gemeenten: Sequence[str]) -> str:
    """Return what to know of secret mode in a region with so few gemeenten; empty where it always works."""
    few = len(gemeenten) < LEAST_TO_SHOW
    told = f"Deze regio heeft {len(gemeenten)} gemeenten: er komt dus nooit een telling." if few else ""
    return f"Geheim werkt pas vanaf vijf antwoorden per vraag. {told}".strip()


@dataclass(frozen=True)
class Invitation:
    """How others join: the code, the address where it is typed, the link, its QR code, and the text to send."""

    code: str
    site: str
    link: str
    qr: SafeString
    qr_alternative: str
    text: str


def invitation(code: str, site: str, link: str, told: str) -> Invitation:
    """Return the invitation with a code that is typed at the address `site`, and a link that needs none. `told` is what
    the text says first: `meeting_told`."""
    shown = shown_code(code)
    text = f"{told}\n\nDoe mee: {link}\nOf ga naar {site} en typ de code {shown}.\n"
    qr = mark_safe(qr_svg(link).decode())  # noqa: S308 - a picture of our own, without words
    return Invitation(shown, site, link, qr, qr_alternative(link), text)


def meeting_told(mode: Mode, day: str, poll_until: str) -> str:
    """Return what an invitation says of a meeting on a day; `poll_until` is empty without a poll beforehand."""
    return "\n".join(
        (
            f"Vergadering over de regiostaf op {day}.",
            f"Beantwoord de twaalf vragen vooraf. Dat kan tot {poll_until}."
            if poll_until
            else "U antwoordt tijdens de vergadering op uw telefoon.",
            f"De vergadering is {mode_words(mode)}. Op de eerste bladzijde leest u wat dat betekent.",
        )
    )
