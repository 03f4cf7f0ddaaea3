"""Eight tables to read from, each with an index, and one to write to."""

from django.db import models

ROWS_OF_A_PAGE = 4


class Row(models.Model):
    """A row as the eight tables have it; `page` is the index that the page asks for."""

    page = models.PositiveIntegerField(db_index=True)
    number = models.PositiveIntegerField()
    words = models.TextField()

    class Meta:
        abstract = True
        app_label = "fixed"


class First(Row):
    """The first of the eight."""


class Second(Row):
    """The second of the eight."""


class Third(Row):
    """The third of the eight."""


class Fourth(Row):
    """The fourth of the eight."""


class Fifth(Row):
    """The fifth of the eight."""


class Sixth(Row):
    """The sixth of the eight."""


class Seventh(Row):
    """The seventh of the eight."""


class Eighth(Row):
    """The last of the eight."""


TABLES: tuple[type[Row], ...] = (First, Second, Third, Fourth, Fifth, Sixth, Seventh, Eighth)


class Saved(models.Model):
    """What is saved."""

    words = models.TextField()

    class Meta:
        app_label = "fixed"
