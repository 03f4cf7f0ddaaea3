"""The form of a question as a browser posts it."""

from typing import Any

from django.test import Client

from checklist.models import Dossier
from tests.dossiers import question_body, question_url


def post(client: Client, dossier: Dossier, number: int, *options: str, **others: Any) -> Any:
    """Post an answer to a question; without a version among `others`, as one that had none yet."""
    return client.post(question_url(dossier, number), question_body(number, *options, **others))
