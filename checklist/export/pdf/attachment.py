"""A file inside a PDF."""

from dataclasses import dataclass
from enum import StrEnum


class Relationship(StrEnum):
    """What a file is to the document that it is in (ISO 19005-3, AFRelationship)."""

    DATA = "Data"  # what the pages tell, for a program
    SOURCE = "Source"  # what the pages were made from
    SUPPLEMENT = "Supplement"  # what is told beside the pages


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a document: the name under which it is kept, its bytes, its media type and what it is."""

    name: str
    content: bytes
    media_type: str
    description: str = ""
    relationship: Relationship = Relationship.DATA
