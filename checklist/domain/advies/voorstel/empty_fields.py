"""What the document says of fields of the proposal that the kring left empty: a short and honest line."""

import re
from collections.abc import Collection, Mapping

from checklist.domain.content import Content
from checklist.domain.proposal import FIELD_OF, Proposal

# A sentence of the content that names a list of the design ends with its name: '… uitgezocht: {gevolgen.geld}'.
_LIST = re.compile(r"\s*\{[^{}]*\}$")
_LAST_SENTENCE = re.compile(r"(?:^|(?<=\. ))[^.]*:$")


def empty_fields(content: Content, proposal: Proposal, with_list: Collection[str]) -> Mapping[str, str]:
    """Return the sentence for each empty field by its key, '' where nothing is said. A sentence that goes on with a
    list ends with a colon; of a field that isn't in `with_list` that list is empty, and the sentence is left out."""
    found = {}
    for key, field in content.deciding.fields.items():
        name = FIELD_OF.get(key)
        if name and not getattr(proposal, name):
            text = _LIST.sub("", field.empty)
            found[key] = text if key in with_list else _LAST_SENTENCE.sub("", text).strip()
    return found
