"""Nothing that is left says which gemeente answered what: not the tables, the files of the database, nor the logs."""

import logging
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core import serializers
from django.db import connection

from checklist.domain.dossier import Answer
from checklist.domain.meeting.device import ballot_key, digest_of
from checklist.domain.meeting_record.words import Mode
from checklist.services.meeting import rounds, settling
from tests.meetings import GEMEENTEN
from tests.services.meeting.going import Going

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

OPTIONS = ("7a", "7b", "7c", "7d")


def answered(mode: Mode) -> tuple[Going, int, dict[str, str]]:
    """A meeting in which all answered the open question and changed that once, its round, and the reason that each
    gemeente gave, in words that stand nowhere else."""
    going = Going(mode, len(GEMEENTEN))
    asked = going.open(7)
    reasons = {gemeente: f"Zwanenburgwal {gemeente} {secrets.token_hex(8)}" for gemeente in GEMEENTEN}
    for _ in range(2):
        for number, gemeente in enumerate(GEMEENTEN):
            option = OPTIONS[number % len(OPTIONS)]
            going.answer(asked, gemeente, option, **{option: reasons[gemeente]})
    return going, asked, reasons


def files_of_the_database() -> Iterator[Path]:
    """All files in which it keeps rows, with its logs, as they are on the disk now."""
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        yield from database.parent.glob(f"{database.name}*")
        return
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SHOW data_directory")
        [directory] = cursor.fetchone()
    yield from (path for path in Path(directory).parent.rglob("*") if path.is_file())


def found_in_files(*words: str | bytes) -> set[str | bytes]:
    """Which of these words stand in a file of the database."""
    held: set[str | bytes] = set()
    for path in files_of_the_database():
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            continue  # the server took it away just now
        held |= {word for word in words if (word.encode() if isinstance(word, str) else word) in content}
    return held


def found_in_rows(*words: str) -> set[str]:
    """Which of these words stand in a row of a table."""
    models = apps.get_app_config("checklist").get_models()
    rows = "".join(serializers.serialize("json", model._default_manager.all()) for model in models)
    return {word for word in words if word in rows}


def keys(going: Going, round_id: int) -> list[bytes]:
    """The keys of the answers, as the database writes them."""
    made = [ballot_key(cookie, round_id) for cookie in going.cookies.values()]
    return [key.hex.encode() if connection.vendor == "sqlite" else key.bytes for key in made]


def test_answers_in_open_mode_are_found_so_that_those_in_secret_mode_would_be() -> None:
    _, _, reasons = answered(Mode.OPEN)
    assert found_in_files(*reasons.values()) == set(reasons.values())
    assert found_in_rows(*reasons.values()) == set(reasons.values())


def test_after_closing_no_answer_is_in_a_table_a_file_or_a_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        going, asked, reasons = answered(Mode.SECRET)
        going.close(asked)
    assert not found_in_files(*reasons.values(), *keys(going, asked))
    assert not found_in_rows(*reasons.values())
    assert not any(reason in caplog.text for reason in reasons.values())


def test_no_cookie_is_in_a_table_a_file_or_a_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        going, _, _ = answered(Mode.SECRET)
    cookies = [*going.cookies.values()]
    assert not found_in_files(*cookies)
    assert not found_in_rows(*cookies)
    assert not any(cookie in caplog.text for cookie in cookies)
    assert found_in_rows(digest_of(cookies[0]))


def test_reasons_that_were_shown_are_gone_from_tables_and_from_the_file_when_the_question_is_settled() -> None:
    going, asked, reasons = answered(Mode.SECRET)
    rounds.show_reasons(going.dossier, going.now, asked, ())
    assert found_in_rows(*reasons.values())
    going.close(asked)
    going.show(asked)
    settling.settle(going.dossier, going.now, 7, Answer(("7a",)), 0, "Zo is het.")
    assert not found_in_rows(*reasons.values())
    if connection.vendor == "sqlite":  # PostgreSQL keeps rows that were deleted until it writes over them
        assert not found_in_files(*reasons.values())


@pytest.mark.only_on("postgresql")  # the rows of SQLite have no number (test_tables.py)
def test_while_a_question_is_open_no_query_links_an_answer_to_a_gemeente_or_tells_the_order() -> None:
    going, _, reasons = answered(Mode.SECRET)
    with connection.cursor() as cursor:
        cursor.execute("SELECT xmin::text, participant_id FROM checklist_answered ORDER BY ctid")
        who = cursor.fetchall()
        cursor.execute("SELECT xmin::text, reasons::text FROM checklist_secretballot ORDER BY ctid")
        what = cursor.fetchall()
    assert len(who) == len(what) == len(GEMEENTEN)
    assert len({written for written, _ in who + what}) == 1
    seats = {seat.id: seat.gemeente for seat in going.now.seats}
    linked = [reasons[seats[pk]] in text for (_, pk), (_, text) in zip(who, what, strict=True)]
    told = [reasons[gemeente] in text for gemeente, (_, text) in zip(GEMEENTEN, what, strict=True)]
    assert not all(linked)  # by chance one in forty million
    assert not all(told)
