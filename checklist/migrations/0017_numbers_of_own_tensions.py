"""The content gets four tensions more, 58 to 61. A tension that a redacteur added under such a number gets another one,
and one between the same two options the number that it has in the content."""

from itertools import count

from django.db import migrations
from django.db.models import F

NEW = {("5a", "12a"): 58, ("1a", "1b"): 59, ("1a", "1c"): 60, ("1b", "1c"): 61}
# From here on the beheer numbers what a redacteur adds.
FIRST_OF_THE_REDACTIE = 1001
# Where no tension is.
OUT_OF_THE_WAY = 20_000


def renumber(apps, schema_editor):
    tensions = apps.get_model("checklist", "Tension").objects
    versions = apps.get_model("checklist", "HistoricalTension").objects
    taken = set(tensions.values_list("number", flat=True))
    free = (number for number in count(FIRST_OF_THE_REDACTIE) if number not in taken)
    changed = {}
    for pk, number, a, b in tensions.filter(number__gt=57).values_list(
        "pk", "number", "option_a__code", "option_b__code"
    ):
        if (a, b) in NEW:
            changed[pk] = NEW[a, b]
        elif number in NEW.values():
            changed[pk] = next(free)
    # Two rows never have the same number, not for a moment.
    tensions.filter(pk__in=changed).update(number=F("number") + OUT_OF_THE_WAY)
    for pk, number in changed.items():
        tensions.filter(pk=pk).update(number=number)
        versions.filter(id=pk).update(number=number)


class Migration(migrations.Migration):
    dependencies = [("checklist", "0016_repairs")]

    operations = [migrations.RunPython(renumber, migrations.RunPython.noop)]
