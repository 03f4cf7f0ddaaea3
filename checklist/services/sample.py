"""The sample: a dossier with made-up choices that everybody may read, under a key that is no secret."""

from django.conf import settings
from django.db import IntegrityError, transaction

from checklist import selectors
from checklist.domain.dossier import DossierValue
from checklist.domain.dossier_file import parse_dossier
from checklist.keys import SAMPLE
from checklist.models import Dossier
from checklist.services.dossiers import create_dossier

SAMPLE_FILE = settings.BASE_DIR / "fixtures" / "dossiers" / "voorbeeld.json"


def renew_sample() -> None:
    """Make the sample what its file says: a new dossier when there is none or the file changed, else nothing. It counts
    for no limit. The key of its werklink is a new one that nobody ever sees, so that nobody can change or delete it.

    Raises `ExchangeError` for a file that can't be read. Five queries when there is nothing to do, without those of
    the content.
    """
    value = parse_dossier(SAMPLE_FILE.read_bytes(), selectors.content_all(), selectors.gemeenten_by_region())
    stored = selectors.dossier_with_key(SAMPLE)
    if stored and selectors.dossier_value(stored) == value:
        return
    try:
        _make_anew(value)
    except IntegrityError:  # a load on another server made it in this moment
        return


@transaction.atomic
def _make_anew(value: DossierValue) -> None:
    Dossier.objects.filter(read_key=SAMPLE).delete()
    made = create_dossier(value)
    Dossier.objects.filter(pk=made.pk).update(read_key=SAMPLE)
