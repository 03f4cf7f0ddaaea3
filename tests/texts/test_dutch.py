"""Dutch that the templates ask of their filters."""

import datetime
from unittest import mock

import pytest
from django.utils import timezone

from checklist.domain.dutch import in_a_row, in_words
from checklist.templatetags.dutch import as_heading, chapter, dutch_dates, saved_words


@pytest.mark.parametrize(("number", "words"), [(0, "nul"), (1, "één"), (20, "twintig"), (21, "21"), (-1, "-1")])
def test_numbers_up_to_twenty_are_words(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("items", "enumeration"),
    [
        ((), ""),
        (("de plaats",), "de plaats"),
        (("de plaats", "de leiding"), "de plaats en de leiding"),
        (("de plaats", "de leiding", "het perspectief"), "de plaats, de leiding en het perspectief"),
    ],
)
def test_items_become_one_enumeration(items: tuple[str, ...], enumeration: str) -> None:
    assert in_a_row(items) == enumeration


@pytest.mark.parametrize(
    ("label", "heading"),
    [
        ("Bepaal wie de regiostaf instelt", "Wie de regiostaf instelt"),
        ("Bepaald wordt wie instelt", "Bepaald wordt wie instelt"),
        ("Bepaal ", ""),
    ],
)
def test_a_question_loses_the_word_that_speaks_to_the_kring(label: str, heading: str) -> None:
    assert as_heading(label) == heading


def test_the_chapter_of_a_passage() -> None:
    assert chapter("hoofdstuk 1, Veiligheid: verantwoordelijkheid van BenW") == "hoofdstuk 1"
    assert chapter("hoofdstuk 2") == "hoofdstuk 2"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Wgr (2022-07-01)", "Wgr (1 juli 2022)"),
        ("voorstel 2020-07", "voorstel juli 2020"),
        ("tekst 2015-2017", "tekst 2015-2017"),
        ("op 2022-02-31", "op 2022-02-31"),
    ],
)
def test_dates_are_written_out_and_what_is_no_date_stays(text: str, written: str) -> None:
    assert dutch_dates(text) == written


@pytest.mark.parametrize(
    ("saved", "now", "words"),
    [
        ("2026-11-24 10:21", "2026-11-24 10:21", "Opgeslagen om 10.21"),
        ("2026-11-24 00:05", "2026-11-24 23:59", "Opgeslagen om 0.05"),
        ("2026-11-23 23:59", "2026-11-24 00:00", "Opgeslagen op 23 november om 23.59"),
        ("2026-01-01 09:00", "2026-12-31 09:00", "Opgeslagen op 1 januari om 9.00"),
        ("2025-12-31 23:59", "2026-01-01 00:00", "Opgeslagen op 31 december 2025 om 23.59"),
        ("2025-11-24 10:21", "2026-11-24 10:21", "Opgeslagen op 24 november 2025 om 10.21"),
    ],
)
def test_what_was_saved_has_a_date_when_it_is_not_today(saved: str, now: str, words: str) -> None:
    here = timezone.get_default_timezone()
    moment, present = (datetime.datetime.fromisoformat(text).replace(tzinfo=here) for text in (saved, now))
    with mock.patch.object(timezone, "now", return_value=present.astimezone(datetime.UTC)):
        assert saved_words(moment.astimezone(datetime.UTC)) == words
