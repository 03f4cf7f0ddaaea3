"""What is written: a text with odd characters, and a title page."""

import datetime

from checklist.domain.dossier import TitlePage

ODD = "👩‍🏫 𠮷 ‘citaat’ {{ x }} <b> \\ ' \" % ć Ł → ✓ \n\n regel"


MINE = TitlePage("Mijn titel", "VR20", datetime.date(2027, 1, 2), ("B", "C"))
