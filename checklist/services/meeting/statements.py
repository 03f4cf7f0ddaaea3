"""The statements that write an answer: each checks and writes at once, because their number decides how long two
hundred phones wait for each other (docs/meeting.md). In SQL, as Django has no INSERT … SELECT."""

import json
from typing import Any
from uuid import UUID

from django.db import connection

from checklist.domain.meeting.device import digest_of
from checklist.domain.meeting.value import Ballot, Given
from checklist.domain.meeting_record.words import MOST_CHANGES
from checklist.models import SecretBallot

_FROM = """
FROM checklist_participant p
JOIN checklist_meeting m ON m.id = p.meeting_id
JOIN checklist_round r ON r.meeting_id = m.id
WHERE m.id = %s AND m.mode = %s AND r.id = %s AND r.kind <> 'handen'
  AND r.state IN ('alleen', 'redenen', 'stemmen')
"""
_BY_PHONE = "AND p.device = %s AND p.way = 'telefoon'"
_BY_CHAIR = "AND p.id = %s"

_INSERT_OPEN = """
INSERT INTO checklist_preference (stances, reasons, discuss, mandate, how, late, round_id, participant_id)
SELECT %s, %s, %s, %s, %s, %s, r.id, p.id
"""
_REPLACE_OPEN = """
ON CONFLICT (round_id, participant_id) DO UPDATE
SET stances = excluded.stances, reasons = excluded.reasons, discuss = excluded.discuss, mandate = excluded.mandate,
  how = excluded.how
"""
_OPEN_BY_PHONE = _INSERT_OPEN + _FROM + _BY_PHONE + _REPLACE_OPEN
_OPEN_BY_CHAIR = _INSERT_OPEN + _FROM + _BY_CHAIR + _REPLACE_OPEN

_ANSWERED = (
    """
INSERT INTO checklist_answered (round_id, participant_id, changes)
SELECT r.id, p.id, 0
"""
    + _FROM
    + _BY_PHONE
    + """
ON CONFLICT (round_id, participant_id) DO UPDATE SET changes = checklist_answered.changes + 1
WHERE checklist_answered.changes < %s
RETURNING changes
"""
)

# Rows that one transaction wrote, in no order: PostgreSQL tells of each row by which it was written, and where it lies.
_MIX = (
    "WITH gone AS (DELETE FROM checklist_answered WHERE round_id = %s RETURNING round_id, participant_id, changes) "
    "INSERT INTO checklist_answered (round_id, participant_id, changes) "
    "SELECT round_id, participant_id, changes FROM gone ORDER BY random()",
    "WITH gone AS (DELETE FROM checklist_secretballot WHERE round_id = %s "
    "RETURNING key, round_id, stances, reasons, discuss) "
    "INSERT INTO checklist_secretballot (key, round_id, stances, reasons, discuss) "
    "SELECT key, round_id, stances, reasons, discuss FROM gone ORDER BY random()",
)


def raise_version(meeting_id: int) -> bool:
    """Say that screens show something else from now on, and hold the meeting; return whether there is one. One
    query."""
    return _execute("UPDATE checklist_meeting SET version = version + 1 WHERE id = %s", [meeting_id]) > 0


def write_open(meeting_id: int, round_id: int, cookie: str, given: Given) -> bool:
    """Write or replace the open answer of the gemeente that this device speaks for; return whether it was allowed. One
    query."""
    return _execute(_OPEN_BY_PHONE, [*_values(given), meeting_id, "open", round_id, digest_of(cookie)]) > 0


def write_open_for(meeting_id: int, round_id: int, participant_id: int, given: Given) -> bool:
    """Write or replace the open answer of a gemeente that the chair enters; return whether it was allowed. One
    query."""
    return _execute(_OPEN_BY_CHAIR, [*_values(given), meeting_id, "open", round_id, participant_id]) > 0


def write_answered(meeting_id: int, round_id: int, cookie: str) -> int | None:
    """Write that the gemeente of this device answered in secret mode; return how often it did before, None when it may
    not. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_ANSWERED, [meeting_id, "geheim", round_id, digest_of(cookie), MOST_CHANGES])
        row = cursor.fetchone()
    return None if row is None else row[0]


def counts_agree(round_id: int) -> bool:
    """Whether there are as many secret answers to a round as gemeenten that answered. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM checklist_answered WHERE round_id = %s) "
            "= (SELECT count(*) FROM checklist_secretballot WHERE round_id = %s)",
            [round_id, round_id],
        )
        return bool(cursor.fetchone()[0])


def mix(round_id: int) -> None:
    """Write all rows of a round in both secret tables anew, in an order of chance. On SQLite their place says nothing
    already. Two queries on PostgreSQL."""
    if connection.vendor == "postgresql":
        for statement in _MIX:
            _execute(statement, [round_id])


def write_ballot(key: UUID, round_id: int, ballot: Ballot, *, new: bool) -> bool:
    """Write a new secret answer, or replace the one with this key; return whether there was one. One query."""
    values = {"stances": dict(ballot.stances), "reasons": dict(ballot.reasons), "discuss": ballot.discuss}
    if not new:
        return SecretBallot.objects.filter(pk=key, round=round_id).update(**values) > 0
    SecretBallot.objects.create(key=key, round_id=round_id, **values)
    return True


def _values(given: Given) -> list[Any]:
    stances, reasons = (json.dumps(dict(one)) for one in (given.ballot.stances, given.ballot.reasons))
    return [stances, reasons, given.ballot.discuss, given.mandate.value, given.how.value, given.late]


def _execute(statement: str, parameters: list[Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        written: int = cursor.rowcount
        return written
