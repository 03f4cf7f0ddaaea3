"""What the chapters of the voorstel are made of. The type of a text says whose words it is: `Typed` is the kring's, a
`Point` is a besluit, a plain text is ours."""

from dataclasses import dataclass

from checklist.domain.typed import Typed


@dataclass(frozen=True)
class Numbered:
    """One numbered paragraph of typed text: '4.2.3', with the list that belongs to it. `lead`: words of ours that it
    goes on from, without a colon ('Een bureau van de veiligheidsregio (9c)')."""

    number: str
    text: Typed
    lead: str = ""


@dataclass(frozen=True)
class Said:
    """One numbered paragraph in words of ours."""

    number: str
    text: str


@dataclass(frozen=True)
class Chapter:
    """A subject in paragraphs: what the kring typed, or when it typed nothing what must still be found out.

    `number` is that of the first paragraph: of the typed text, or of the sentence that says that it is missing.
    """

    number: str
    texts: tuple[Numbered, ...] = ()
    to_find_out: tuple[str, ...] = ()
