"""Where the wizard keeps its answers: in the dossier's rows, nowhere else."""

from typing import Any

from django.http import HttpRequest
from formtools.wizard.storage.base import BaseStorage

from checklist import services
from checklist.wizard.saving import Save


class ChoiceStorage(BaseStorage):  # type: ignore[misc]  # formtools has no types
    """One row per answer. A stored answer comes to the form as initial data, so a GET shows an unbound form."""

    def __init__(self, prefix: str, request: HttpRequest, file_storage: Any = None) -> None:
        super().__init__(prefix, request, file_storage)
        self.init_data()
        self.written = False
        self.current_step = request.resolver_match.kwargs["step"] if request.resolver_match else None

    def get_step_data(self, step: str) -> None:
        """Return None: what is stored is initial data, never a submitted form."""

    def set_step_data(self, step: str, cleaned_data: Save) -> None:
        """Save one answer: the only write of the wizard. Raises `ChoiceConflictError`."""
        self.written = services.save_choice(
            cleaned_data.dossier,
            int(step),
            cleaned_data.answer,
            based_on=cleaned_data.based_on,
            looked_at=cleaned_data.looked_at,
            visit=cleaned_data.visit,
        )

    def reset(self) -> None:
        """Do nothing: an answer that was saved stays."""
