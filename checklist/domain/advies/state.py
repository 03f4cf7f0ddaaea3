"""The state of a document, by its name of before."""

from checklist.domain.state import CONCEPT, Outcome, Stand, State

__all__ = ["CONCEPT", "Outcome", "Stand", "State"]
