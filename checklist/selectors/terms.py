"""The terms that the site explains, as plain values."""

from checklist.domain.terms import Term
from checklist.models import Term as TermRow


def terms() -> tuple[Term, ...]:
    """Return the terms in use, in alphabetical order whatever their capitals. One query."""
    rows = TermRow.objects.filter(active=True).values_list("name", "forms", "explanation", "passage")
    found = (Term(name, _forms(forms), explanation, passage) for name, forms, explanation, passage in rows)
    return tuple(sorted(found, key=lambda term: term.name.casefold()))


def _forms(written: str) -> tuple[str, ...]:
    return tuple(written.split("; ")) if written else ()
