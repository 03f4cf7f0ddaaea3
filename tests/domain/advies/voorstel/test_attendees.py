"""Who was there, in sentences: nobody is called absent who wasn't filled in."""

import pytest

from checklist.domain.advies.voorstel.attendees import Attendees, attendees_of
from checklist.domain.proposal import Attendance, Presence

NAMES = ("Asten", "Boxtel", "Cranendonck")
GEMEENTEN = {f"GM{place}": name for place, name in enumerate(NAMES)}


def met(stands: str, gemeenten: dict[str, str] | None = None) -> Attendees:
    """A meeting by a letter per gemeente: a(anwezig), w(eg), l(ater ingestemd), or - for nothing filled in."""
    presence = {"a": Presence.PRESENT, "w": Presence.ABSENT, "l": Presence.AGREED_LATER}
    rows = tuple(
        Attendance(f"GM{place}", presence[letter]) for place, letter in enumerate(stands) if letter in presence
    )
    return attendees_of(rows, gemeenten or GEMEENTEN)


@pytest.mark.parametrize(
    ("stands", "told"),
    [
        ("aaa", "Alle drie gemeenten waren bij de vergadering van de kring."),
        ("aaw", "Twee van de drie gemeenten waren bij de vergadering van de kring. Niet aanwezig: Cranendonck."),
        (
            "awl",
            "Eén van de drie gemeenten was bij de vergadering van de kring. Niet aanwezig: Boxtel en Cranendonck. "
            "Cranendonck stemde later in.",
        ),
        (
            "all",
            "Eén van de drie gemeenten was bij de vergadering van de kring. Niet aanwezig: Boxtel en Cranendonck. "
            "Boxtel en Cranendonck stemden later in.",
        ),
        ("aa-", "Twee van de drie gemeenten waren bij de vergadering van de kring. Niet ingevuld: Cranendonck."),
        (
            "www",
            "Geen van de drie gemeenten was bij de vergadering van de kring. "
            "Niet aanwezig: Asten, Boxtel en Cranendonck.",
        ),
    ],
)
def test_what_is_told(stands: str, told: str) -> None:
    """With the right number of the verb."""
    assert met(stands).told == told


def test_nothing_filled_in_says_nothing_of_anybody() -> None:
    """Rows of a gemeente elsewhere don't count."""
    assert not met("---").filled_in
    assert not attendees_of((Attendance("GM9999", Presence.PRESENT),), GEMEENTEN).filled_in


@pytest.mark.parametrize("stands", ["aaw", "aal", "aa-", "www", "-aa"])
def test_all_is_said_only_when_each_is_ticked(stands: str) -> None:
    """Nor that they were of one mind."""
    meeting = met(stands)
    assert "alle" not in f"{meeting.told} {meeting.on_cover}".casefold()
    assert "unaniem" not in meeting.told.casefold()


def test_more_than_twelve_are_counted_in_digits() -> None:
    """Both numbers, or neither."""
    many = {f"GM{place}": f"Gemeente {place:02}" for place in range(26)}
    assert met("a" * 9 + "w" * 17, many).on_cover.startswith("9 van de 26 gemeenten.")
