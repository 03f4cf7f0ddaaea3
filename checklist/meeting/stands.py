"""What the screens of a meeting show of where it is, one piece of a page for each room."""

from collections.abc import Callable, Mapping

from checklist.meeting import chair, phone_shown, screen
from checklist.selectors import LiveMeeting

# By the view whose token asks: the HTML of one `<section id="stand" …>`, at most 4 KB, for the stamp of the content. It
# is the same for all who see the view, so nothing personal stands in it.
STANDS: Mapping[str, Callable[[LiveMeeting, str], str]] = {
    "telefoon": phone_shown.stand,
    "scherm": screen.stand,
    "bediening": chair.stand,
}
