from django.db import migrations

from checklist.settled_triggers import install


def put_triggers(apps, schema_editor):
    install(schema_editor.connection)


class Migration(migrations.Migration):
    """There is no way back: it would let what is settled be changed."""

    dependencies = [
        ('checklist', '0029_settled'),
    ]

    operations = [
        migrations.RunPython(put_triggers),
    ]
