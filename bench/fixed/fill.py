"""`python -m bench.fixed.fill`: make the tables of the fixed floor, with four rows for each page."""

from django.core.management import call_command

from bench.fixed.models import ROWS_OF_A_PAGE, TABLES

PAGES = 100


def main() -> None:
    """Make and fill every table, once."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    for table in TABLES:
        table._default_manager.bulk_create(
            table(page=number, number=row, words=f"Row {row} of page {number}. " * 20)
            for number in range(1, PAGES + 1)
            for row in range(1, ROWS_OF_A_PAGE + 1)
        )


if __name__ == "__main__":
    main()
