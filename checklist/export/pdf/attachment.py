"""A file inside a PDF."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a document, as its data: the name under which it is kept, its bytes and its media type."""

    name: str
    content: bytes
    media_type: str
    description: str = ""
