"""States of a document made for tests, with what the document must say in each."""

from dataclasses import dataclass, field, replace
from datetime import date

from checklist.domain.advies.value import Advies
from checklist.domain.decision_content import Organ
from checklist.domain.state import Outcome, Stand, State

DAY, OFFERED_ON, LATER = date(2026, 11, 24), date(2026, 11, 27), date(2027, 2, 18)
ADDRESS = "https://voorbeeld.example/advies/7K2M9QXR4TBD/"
SHA256 = "0123456789abcdeffedcba98765432100123456789abcdeffedcba9876543210"
SETTLED = State(Stand.SETTLED, 1, DAY, meeting=LATER, code="7K2M-9QXR-4TBD", address=ADDRESS, data_sha256=SHA256)
OFFERED = replace(SETTLED, stand=Stand.OFFERED, offered_on=OFFERED_ON, organ=Organ.AB)
DECIDED = replace(OFFERED, stand=Stand.DECIDED, decided_on=LATER)
PROOF = State(Stand.SETTLED, proof=True)
# As long as the text of a change may be.
LONG = ("Het algemeen bestuur neemt de kosten voor een jaar op zich en vraagt de kring om een verslag. " * 30)[:2000]


@dataclass(frozen=True)
class Said:
    """What the voorstel says in a state: the kind of document, the line under the title, the facts that change, the
    mark on the cover, what stands in the head and the foot of each page, the end of the title of the file, and the box
    on page 2."""

    state: State
    kind: str
    lead: str
    facts: dict[str, str]
    head: str
    foot: str
    title: str
    mark: str = ""
    box: str = ""
    last: tuple[str, ...] = field(default=())


KRING, BESTUUR = "van de kring van gemeentesecretarissen", "het algemeen bestuur van Veiligheidsregio Brabant-Noord"
_SETTLED_ON = {"Vastgesteld door de kring": "24 november 2026"}
_OFFERED_ON = {"Versie": "1", **_SETTLED_ON, "Aangeboden": "27 november 2026"}
SAID = {
    "concept": Said(
        State(),
        f"Ontwerp {KRING}",
        "Concept van 24 november 2026",
        {"Status": "Concept", "Vastgesteld": "nog niet; dit is een concept"},
        "CONCEPT",
        "Concept van 24 november 2026",
        " (concept)",
        mark="CONCEPT",
        last=("Stand: concept. Dit is een concept; er is nog geen vastgestelde versie.",),
    ),
    "proefdruk": Said(
        PROOF,
        f"Voorstel {KRING}",
        "Proefdruk, nog niet vastgesteld",
        {"Status": "Proefdruk", "Vastgesteld": "nog niet; dit is een proefdruk"},
        "PROEFDRUK",
        "Proefdruk, nog niet vastgesteld",
        " (proefdruk)",
        mark="PROEFDRUK",
        last=("Stand: proefdruk. De code, de SHA-256 en de datum komen er pas bij het vaststellen.",),
    ),
    "vastgesteld": Said(
        SETTLED,
        f"Voorstel {KRING}",
        "Vastgesteld door de kring op 24 november 2026",
        {"Status": "Vastgesteld", "Vastgesteld": "24 november 2026, versie 1"},
        "versie 1",
        "Vastgesteld 24 november 2026",
        ", vastgesteld 24 november 2026",
        last=("Stand: vastgesteld. Versie 1. Vastgesteld door de kring op 24 november 2026.",),
    ),
    "aangeboden": Said(
        OFFERED,
        f"Voorstel aan {BESTUUR}",
        "Voor de vergadering van 18 februari 2027",
        {"Status": "Aangeboden", **_OFFERED_ON},
        "versie 1",
        "Aangeboden 27 november 2026",
        ", aangeboden 27 november 2026",
        last=("Stand: aangeboden op 27 november 2026. Versie 1. Vastgesteld door de kring op 24 november 2026.",),
    ),
    "aangeboden, zonder vergaderdatum": Said(
        replace(OFFERED, meeting=None),
        f"Voorstel aan {BESTUUR}",
        "Aangeboden op 27 november 2026; vergadering nog te bepalen",
        {"Status": "Aangeboden", **_OFFERED_ON},
        "versie 1",
        "Aangeboden 27 november 2026",
        ", aangeboden 27 november 2026",
    ),
    "besloten, ongewijzigd": Said(
        replace(DECIDED, outcome=Outcome.UNCHANGED),
        f"Besluit van {BESTUUR}",
        "Besloten op 18 februari 2027, ongewijzigd",
        {"Status": "Besloten", **_OFFERED_ON, "Besluit": "18 februari 2027, overeenkomstig het voorstel"},
        "versie 1",
        "Besloten 18 februari 2027",
        ", besluit 18 februari 2027",
        box="Zo besloten op 18 februari 2027.",
        last=("Stand: besloten op 18 februari 2027, ongewijzigd. Versie 1.",),
    ),
    "besloten, gewijzigd": Said(
        replace(DECIDED, outcome=Outcome.CHANGED, text="Voor een jaar."),
        f"Besluit van {BESTUUR}",
        "Besloten op 18 februari 2027, met wijzigingen",
        {
            "Status": "Besloten",
            **_OFFERED_ON,
            "Besluit": "18 februari 2027, gewijzigd; de wijziging staat op bladzijde 2",
        },
        "versie 1",
        "Besloten 18 februari 2027",
        ", besluit 18 februari 2027",
        box="Het bestuur besloot anders: Voor een jaar.",
        last=("Stand: besloten op 18 februari 2027, gewijzigd. Versie 1.",),
    ),
    "besloten, afgewezen": Said(
        replace(DECIDED, outcome=Outcome.REJECTED, text="Te duur."),
        f"Voorstel aan {BESTUUR}",
        "Niet aangenomen op 18 februari 2027",
        {"Status": "Besloten", **_OFFERED_ON, "Besluit": "18 februari 2027, voorstel afgewezen"},
        "AFGEWEZEN",
        "Afgewezen 18 februari 2027",
        ", besluit 18 februari 2027",
        mark="AFGEWEZEN",
        box="Het bestuur nam dit voorstel niet aan: Te duur.",
        last=("Stand: besloten op 18 februari 2027, afgewezen. Versie 1.",),
    ),
    "besloten, afgewezen zonder reden": Said(
        replace(DECIDED, outcome=Outcome.REJECTED),
        f"Voorstel aan {BESTUUR}",
        "Niet aangenomen op 18 februari 2027",
        {"Status": "Besloten", **_OFFERED_ON, "Besluit": "18 februari 2027, voorstel afgewezen"},
        "AFGEWEZEN",
        "Afgewezen 18 februari 2027",
        ", besluit 18 februari 2027",
        mark="AFGEWEZEN",
        box="Het bestuur nam dit voorstel niet aan.",
    ),
    "ingetrokken": Said(
        replace(OFFERED, stand=Stand.WITHDRAWN, withdrawn_on=LATER, text="Wij wachten."),
        f"Voorstel {KRING}",
        "Ingetrokken op 18 februari 2027",
        {"Status": "Ingetrokken", **_OFFERED_ON, "Ingetrokken": "18 februari 2027"},
        "INGETROKKEN",
        "Ingetrokken 18 februari 2027",
        ", ingetrokken 18 februari 2027",
        mark="INGETROKKEN",
        box="De kring heeft dit voorstel ingetrokken: Wij wachten.",
        last=("Stand: ingetrokken op 18 februari 2027. Versie 1. Vastgesteld door de kring op 24 november 2026.",),
    ),
    "ingetrokken zonder reden": Said(
        replace(SETTLED, stand=Stand.WITHDRAWN, withdrawn_on=LATER),
        f"Voorstel {KRING}",
        "Ingetrokken op 18 februari 2027",
        {"Status": "Ingetrokken", "Versie": "1", **_SETTLED_ON, "Ingetrokken": "18 februari 2027"},
        "INGETROKKEN",
        "Ingetrokken 18 februari 2027",
        ", ingetrokken 18 februari 2027",
        mark="INGETROKKEN",
        box="De kring heeft dit voorstel ingetrokken.",
    ),
    "ingetrokken als concept": Said(
        State(Stand.WITHDRAWN, withdrawn_on=LATER),
        f"Voorstel {KRING}",
        "Ingetrokken op 18 februari 2027",
        {"Status": "Ingetrokken", "Vastgesteld": "niet", "Ingetrokken": "18 februari 2027"},
        "INGETROKKEN",
        "Ingetrokken 18 februari 2027",
        ", ingetrokken 18 februari 2027",
        mark="INGETROKKEN",
        box="De kring heeft dit voorstel ingetrokken.",
        last=("Stand: ingetrokken op 18 februari 2027. Het voorstel is niet vastgesteld.",),
    ),
}
STATES = {name: said.state for name, said in SAID.items()}
RECORDED = {name: state for name, state in STATES.items() if state.address}


def in_state(advies: Advies, state: State) -> Advies:
    """An advies in another state."""
    return replace(advies, voorstel=replace(advies.voorstel, state=state))
