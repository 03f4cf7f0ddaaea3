"""States of a document made for tests: until records can be settled there is none but a concept."""

from dataclasses import replace
from datetime import date

from checklist.domain.decision_content import Organ
from checklist.domain.state import Outcome, Stand, State

DAY, LATER = date(2026, 11, 24), date(2027, 2, 18)
OFFERED = State(
    Stand.OFFERED, 1, DAY, date(2026, 11, 27), Organ.AB, LATER, code="0000-0000-0000", address="x.example/a/"
)
# Each with the kind of document, the line under the title, the mark and the end of the title of the file.
STATES = [
    (State(), "Ontwerp van de kring van gemeentesecretarissen", "Concept van 27 november 2026", "CONCEPT", "(concept)"),
    (
        State(Stand.SETTLED, 1, DAY),
        "Voorstel van de kring van gemeentesecretarissen",
        "Vastgesteld door de kring op 24 november 2026",
        "versie 1",
        ", vastgesteld 24 november 2026",
    ),
    (
        OFFERED,
        "Voorstel aan het algemeen bestuur van Veiligheidsregio",
        "Voor de vergadering van 18 februari 2027",
        "versie 1",
        ", vastgesteld 24 november 2026",
    ),
    (
        replace(OFFERED, meeting=None),
        "Voorstel aan het algemeen bestuur van Veiligheidsregio",
        "Aangeboden op 27 november 2026; vergadering nog te bepalen",
        "versie 1",
        ", vastgesteld 24 november 2026",
    ),
    (
        replace(OFFERED, stand=Stand.DECIDED, decided_on=LATER, outcome=Outcome.UNCHANGED),
        "Besluit van het algemeen bestuur van Veiligheidsregio",
        "Besloten op 18 februari 2027, ongewijzigd",
        "versie 1",
        ", besluit 18 februari 2027",
    ),
    (
        replace(OFFERED, stand=Stand.DECIDED, decided_on=LATER, outcome=Outcome.CHANGED, text="Voor een jaar."),
        "Besluit van het algemeen bestuur van Veiligheidsregio",
        "Besloten op 18 februari 2027, met wijzigingen",
        "versie 1",
        ", besluit 18 februari 2027",
    ),
    (
        replace(OFFERED, stand=Stand.DECIDED, decided_on=LATER, outcome=Outcome.REJECTED),
        "Voorstel aan het algemeen bestuur van Veiligheidsregio",
        "Niet aangenomen op 18 februari 2027",
        "AFGEWEZEN",
        ", besluit 18 februari 2027",
    ),
    (
        replace(OFFERED, stand=Stand.WITHDRAWN, withdrawn_on=LATER, text="Wij wachten."),
        "Voorstel van de kring van gemeentesecretarissen",
        "Ingetrokken op 18 februari 2027",
        "INGETROKKEN",
        ", ingetrokken 18 februari 2027",
    ),
]
