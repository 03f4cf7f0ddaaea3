"""The names of the files of a version: what it is, its code as on paper, its version, and how far it is."""

from checklist.domain.settled.code import shown_code
from checklist.domain.settled.value import SettledFileKind, Version
from checklist.domain.state import Stand, State

_NAMED = {
    SettledFileKind.BESLUITENLIJST: ("besluitenlijst", "pdf"),
    SettledFileKind.REGLEMENT: ("reglement", "docx"),
    SettledFileKind.MDTO: ("mdto", "xml"),
    SettledFileKind.MDTO_FILE: ("mdto-bestand", "xml"),
    SettledFileKind.DIWOO: ("diwoo", "xml"),
}


def settled_file_name(version: Version, kind: SettledFileKind, state: State) -> str:
    """Return 'voorstel-7K2M-9QXR-4TBD-v1.pdf', and with '-aangeboden' behind the version once it is that."""
    what, ending = _NAMED.get(kind, (version.kind.value, kind.value))
    stand = "" if state.stand == Stand.SETTLED else f"-{state.stand.value}"
    return f"{what}-{shown_code(version.code)}-v{version.version}{stand}.{ending}"
