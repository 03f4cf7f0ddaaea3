"""What an archivaris decided for this installation, from its settings (docs/archive.md)."""

from django.conf import settings

from checklist.domain.settled.archiving import NOT_ASSESSED, Archiving, term_in


def archiving() -> Archiving:
    """Return what the settings say of archiefvormer, informatiecategorie and openbaarheid. No query."""
    return Archiving(
        creator=term_in(settings.ADVIES_ARCHIEFVORMER),
        category=term_in(settings.ADVIES_INFORMATIECATEGORIE),
        publicity=term_in(settings.ADVIES_OPENBAARHEID) or NOT_ASSESSED,
    )
