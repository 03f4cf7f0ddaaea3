"""Refuses files in which a fact claims more than its source, or a text says itself what a certainty says (rule 12)."""

from checklist.content_loading.reading import Contents
from models_catalogue.certainty import problems_of_note, says_unchecked
from models_catalogue.notes import Note


def check_certainty(contents: Contents) -> None:
    """Raise `ContentError` at the first fact whose kind of source, address, date and certainty don't go together, and
    at the first text that says that something wasn't looked up where its table doesn't let it."""
    for kind, records in contents.items():
        for record in records:
            table = kind.model
            hidden = table.not_on_the_site
            problems = list(says_unchecked(record.values, may_say=table.may_say_unchecked, hidden=hidden))
            if issubclass(table, Note):
                problems += problems_of_note(record.values)
            for name, problem in problems:
                raise record.error(problem, name)
