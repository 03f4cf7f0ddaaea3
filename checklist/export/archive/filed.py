"""What is filed: a version in the state of one of its acts, and the sentences that every file of the archive has."""

from dataclasses import dataclass
from datetime import date

from checklist.domain.decision.date_words import day_in_words
from checklist.domain.dutch import as_sentence
from checklist.domain.settled.archiving import Archiving
from checklist.domain.settled.chain import moment
from checklist.domain.settled.code import shown_code
from checklist.domain.settled.organisations import Organisation, organisation_of
from checklist.domain.settled.states import corrected, public_address, state_of
from checklist.domain.settled.value import Act, ActKind, SettledKind, Version
from checklist.domain.settled.words import act_words
from checklist.domain.state import Outcome, Stand, State

_SUBJECT = "de inrichting van een gezamenlijke ambtelijke staf"


@dataclass(frozen=True)
class Filed:
    """`acts` are those of the version up to and with the one that the files belong to. `title`, `region_code` and
    `region` are those of the cover, `site` is the address of this installation,
    `archiving` what its archivaris decided."""

    version: Version
    acts: tuple[Act, ...]
    title: str
    region_code: str
    region: str
    site: str
    archiving: Archiving

    @property
    def code(self) -> str:
        """What it is known by, as it stands on paper."""
        return shown_code(self.version.code)

    @property
    def address(self) -> str:
        """Where anybody can look it up."""
        return public_address(self.site, self.version.code)

    @property
    def state(self) -> State:
        """How far it is with these acts."""
        return state_of(self.version, self.acts, self.site)

    @property
    def evaluatie(self) -> bool:
        """Whether it looks back on an earlier voorstel."""
        return self.version.kind == SettledKind.EVALUATIE

    @property
    def organisation(self) -> Organisation:
        """The veiligheidsregio."""
        return organisation_of(self.region_code, self.region)

    @property
    def kring(self) -> str:
        """Who made it."""
        return f"Kring van gemeentesecretarissen in Veiligheidsregio {self.region}"

    @property
    def settled_on(self) -> date:
        """The day on which the kring settled it, put right when that was done."""
        return self.state.settled_on or self.version.settled_on

    @property
    def name(self) -> str:
        """It in one line, the same in every state."""
        version = self.version.version
        return f"{self._kind} {self.title}, versie {version}, vastgesteld {day_in_words(self.settled_on)}"

    @property
    def heading(self) -> str:
        """What it is in this state, as its cover says above the title (`templates/advies/voorstel/cover.html`)."""
        state, organ = self.state, self.state.organ
        if self.evaluatie or organ is None or state.stand in {Stand.SETTLED, Stand.WITHDRAWN}:
            return f"{self._kind} van de {self._small_kring}"
        if state.stand == Stand.DECIDED and state.outcome != Outcome.REJECTED:
            return f"Besluit van {organ.with_article} van Veiligheidsregio {self.region}"
        return f"Voorstel aan {organ.with_article} van Veiligheidsregio {self.region}"

    @property
    def descriptions(self) -> tuple[str, ...]:
        """What it is about, and a sentence for each act; no text of an act, which may name people."""
        about = f"Voorstel van de {self._small_kring} over {_SUBJECT}."
        if self.evaluatie:
            about = f"Evaluatie door de {self._small_kring} van wat is besloten over {_SUBJECT}."
        return about, *(_told(act) for act in corrected(self.acts))

    @property
    def _kind(self) -> str:
        return "Evaluatie" if self.evaluatie else "Voorstel"

    @property
    def _small_kring(self) -> str:
        return f"kring{self.kring.removeprefix('Kring')}"


def day_or_moment(act: Act) -> str:
    """Return when an act was: the moment it was recorded when that is on its own day, else that day alone."""
    on_its_day = act.on is None or act.at.date() == act.on
    return moment(act.at) if on_its_day or act.on is None else act.on.isoformat()


def _told(act: Act) -> str:
    """What was done in a sentence; of a meeting that was moved, the words have the day."""
    day = "" if act.kind == ActKind.MOVED else day_in_words(act.on)
    return as_sentence(f"{day}: {act_words(act)}" if day else act_words(act))
