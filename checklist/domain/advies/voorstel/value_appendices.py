"""The appendices A, B and D of the voorstel as values; C has the agreements of `decision.value.Asked`."""

from dataclasses import dataclass

from checklist.domain.typed import Typed


@dataclass(frozen=True)
class ModelRow:
    """How the design stood to a model in 2011. `of` is the number of chosen options, `of_hallmarks` that of the
    model's."""

    name: str
    region: str
    hallmarks: int
    fitting: int
    clashing: int
    of: int
    of_hallmarks: int = 2


@dataclass(frozen=True)
class SourceRow:
    """A row of the table of sources: what is said, the source, whether it was read in the text in force, the address
    without its scheme ('op papier' without one) with the link it stands for (empty: none), and the number of the
    paragraph whose sign leads here ('1.2'; that of the legal paragraph for what must be looked up; '8' for the sentence
    on the terms below the planning; '' when none does): the link leads back to it."""

    number: int
    says: str
    source: str
    checked: bool
    address: str
    link: str
    back: str


@dataclass(frozen=True)
class Agreement:
    """A pair of chosen options in words with codes and a capital: 'Instelling door de kring (1a) en een bijdrage van de
    veiligheidsregio (10b)'; `short` is the same with 'met' and no capital. `explanation` says why; `reason` is the
    kring's, when it keeps the pair; of a tension that was switched off since nothing else counts. `provided`: the
    number of the decision that settles it."""

    number: str
    codes: tuple[str, str]
    pair: str
    short: str
    contradiction: bool
    explanation: str
    reason: tuple[Typed, ...] = ()
    provided: str = ""


@dataclass(frozen=True)
class OpenMatter:
    """What is still open: a question by its name, or the sentence on a detail that a decision waits for. `told_at`: the
    section about it."""

    number: str
    text: str
    told_at: str
    detail: bool = False
