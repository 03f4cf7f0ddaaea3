"""The exchange format of a dossier: read strictly, written so that it reads back the same (docs/exchange_format.md)."""

from checklist.domain.dossier_file.other_kinds import other_kind
from checklist.domain.dossier_file.reading import parse_dossier
from checklist.domain.dossier_file.schema import schema_file
from checklist.domain.dossier_file.snapshot import UPLOAD_CAP, cap_of
from checklist.domain.dossier_file.strict import FILE_CAP, ExchangeError
from checklist.domain.dossier_file.writing import export_dossier, write_dossier

__all__ = [
    "FILE_CAP",
    "UPLOAD_CAP",
    "ExchangeError",
    "cap_of",
    "export_dossier",
    "other_kind",
    "parse_dossier",
    "schema_file",
    "write_dossier",
]
