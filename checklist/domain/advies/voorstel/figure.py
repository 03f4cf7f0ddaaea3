"""What the organigram of appendix A shows, in sentences for whoever doesn't see it."""

from checklist.domain.drawings.parties import NOT_SETTLED
from checklist.domain.drawings.regiostaf import Regiostaf
from checklist.domain.dutch import as_sentence

MOST = 700
_START = "Links de gemeenten, rechts de veiligheidsregio, in het midden de regiostaf."


def figure_in_words(regiostaf: Regiostaf) -> str:
    """Return the alternative text: where everybody stands, who does what, and the regiostaf's own fields; whole
    sentences of at most so many characters together."""
    relations = (one for column in regiostaf.columns for one in column.relations if one.words != NOT_SETTLED)
    sentences = [_START, *(as_sentence(f"{one.who}: {one.words}") for one in relations)]
    sentences += [as_sentence(f"{field.label}: {field.words}") for field in regiostaf.fields]
    text = ""
    for sentence in sentences:
        longer = f"{text} {sentence}".strip()
        if len(longer) > MOST:
            break
        text = longer
    return text
