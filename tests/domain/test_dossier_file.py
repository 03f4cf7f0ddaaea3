"""The exchange format: what is read, and as what."""

import json
from datetime import date, time
from typing import Any

import pytest

from checklist.domain.dossier import Action, Answer, DetailAnswer, DossierValue, Kept
from checklist.domain.dossier_file import export_dossier, parse_dossier
from checklist.domain.steps import STEPS
from tests.content import gemeenten_by_region, real_content, with_switched_off
from tests.domain.exchanged import action, base, details, newer, newest, parse, refusal
from tests.strategies import as_file


def test_a_file_is_read_as_it_stands() -> None:
    assert parse(base()) == DossierValue(
        title="Regiostaf Brabant-Noord",
        veiligheidsregio="VR21",
        date=date(2026, 11, 24),
        present=("Gemeentesecretaris van Oss",),
        answers={
            1: Answer(("1a", "1d"), "Zo kan het snel.", "Het kan beter."),
            2: Answer(("2a", "2b")),
            4: Answer((), "Wij wachten op de griffiers."),
        },
        kept=(Kept("2a", "2b", "Twee petten."),),
    )


def test_the_newest_format_has_details_and_until_when() -> None:
    read = parse(newest())
    assert read.answers[1].details == (DetailAnswer("1d", "vastlegging", "regeling"),)
    assert read.answers[7] == Answer(("7c",), details=(DetailAnswer("7c", "gemeente", "GM0796"),))
    assert read.until == time(12)


def test_actions_are_read_in_their_order() -> None:
    assert parse(newest()).actions == (
        Action("2a+2b", "Taken op papier", "Secretaris van Oss", "1 maart 2027"),
        Action("vraag:4", "", "De griffiers", done=True),
        Action("", "Datum prikken"),
        Action("stap:ab_besluit", "", when="18 februari 2027"),
    )


@pytest.mark.parametrize(
    ("about", "read"),
    [
        ("", ""),
        *((f"vraag:{number}", f"vraag:{number}") for number in range(1, 13)),
        ("2a+5a", "2a+5a"),  # of which the options aren't chosen
        ("5a+2a", "2a+5a"),
        ("10b+12c", "10b+12c"),
        *((f"stap:{key}", f"stap:{key}") for key in STEPS),
    ],
)
def test_an_action_is_about_any_question_tension_or_step_or_nothing(about: str, read: str) -> None:
    assert parse(action(about=about)).actions == (Action(read, "Navragen"),)


def test_an_action_may_be_about_a_tension_that_was_switched_off() -> None:
    off = with_switched_off(real_content(), 1)
    read = parse_dossier(as_file(action(about="2a+5a")), off, gemeenten_by_region())
    assert read.actions == (Action("2a+5a", "Navragen"),)


def test_an_action_that_says_nothing_is_left_out() -> None:
    value = newer(
        actions=[{"about": "vraag:4", "what": " \u200b", "who": "\t", "when": ""}, {"about": "", "what": "x"}]
    )
    assert parse(value).actions == (Action("", "x"),)


def test_who_and_when_are_one_line_and_what_may_be_more() -> None:
    assert parse(action(what="a\r\nb", who="a\nb", when="1\n2")).actions == (Action("vraag:4", "a\nb", "a b", "1 2"),)


def test_the_most_and_the_longest_actions_are_read() -> None:
    longest = {"about": "vraag:12", "what": "x" * 400, "who": "x" * 120, "when": "x" * 40, "done": False}
    assert len(parse(newer(actions=[longest] * 200)).actions) == 200


@pytest.mark.parametrize("until", ["00:00", "09:05", "23:59"])
def test_any_time_of_the_day_is_read(until: str) -> None:
    assert parse(newer(until=until)).until == time.fromisoformat(until)


def test_a_missing_detail_is_open() -> None:
    assert parse(details(7, "7a")).answers[7].details == parse(details(7, "7a", o7a={})).answers[7].details == ()


def test_a_gemeente_is_one_of_the_region_that_the_file_names() -> None:
    value = details(7, "7c", o7c={"gemeente": "GM0363"}) | {"veiligheidsregio": "VR13"}
    assert parse(value).answers[7].details == (DetailAnswer("7c", "gemeente", "GM0363"),)


def test_the_edition_and_what_was_parked_are_left_aside() -> None:
    parked = [{"kind": "", "about": "", "text": "x" * 10_000}] + [{"kind": "a", "about": "b", "text": ""}] * 199
    value = newer(edition=3, edition_sha256="9f3A0c21b7d4e586", parked=parked)
    assert parse(value) == parse(newest())


def test_only_five_keys_are_required() -> None:
    value = base()
    del value["present"], value["kept"]
    value["choices"] = {}
    read = parse(value)
    assert (read.present, read.answers, read.kept) == ((), {}, ())


def test_a_choice_may_be_empty_and_is_then_open() -> None:
    answers = parse(base() | {"choices": {"7": {}}, "kept": []}).answers
    assert answers == {7: Answer()}
    assert answers[7].open


def test_options_come_in_the_booklets_order_whatever_order_they_stand_in() -> None:
    value = base() | {"choices": {"2": {"options": ["2d", "2a", "2b"]}}}
    assert parse(value).answers[2].options == ("2a", "2b", "2d")


def test_a_kept_pair_may_stand_the_other_way_round_and_without_a_motivation() -> None:
    assert parse(base() | {"kept": [{"a": "2b", "b": "2a"}]}).kept == (Kept("2a", "2b", ""),)


def test_kept_tensions_come_in_the_order_of_their_numbers() -> None:
    value = base() | {"kept": [{"a": "2a", "b": "2b"}, {"a": "1a", "b": "2a"}]}
    assert [(kept.a, kept.b) for kept in parse(value).kept] == [("1a", "2a"), ("2a", "2b")]


def test_a_byte_order_mark_is_fine() -> None:
    raw = json.dumps(base()).encode("utf-8-sig")
    assert parse_dossier(raw, real_content(), gemeenten_by_region()) == parse(base())


def test_every_text_comes_out_clean() -> None:
    value = base() | {
        "title": " Regio\tstaf\r\nOost\u200b ",
        "present": ["  Oss \n", "\u200e", "Vught,\nBoxtel"],
        "choices": {"1": {"options": [], "motivation": "e\u0301\r\nb\x00 ", "minority": "\ud800c\u202e"}},
        "kept": [],
    }
    read = parse(value)
    assert read.title == "Regio staf Oost"
    assert read.present == ("Oss", "Vught, Boxtel")
    assert (read.answers[1].motivation, read.answers[1].minority) == ("é\nb", "c")


@pytest.mark.parametrize("day", ["0001-01-01", "2024-02-29", "9999-12-31"])
def test_any_date_that_exists_is_read(day: str) -> None:
    assert parse(base() | {"date": day}).date.isoformat() == day


def set_text(value: dict[str, Any], place: str, text: str) -> dict[str, Any]:
    """The value with a text at a place of the format."""
    if place == "title":
        value["title"] = text
    elif place == "present":
        value["present"] = ["Eerste", text]
    elif place == "kept":
        value["kept"][0]["motivation"] = text
    else:
        value["choices"]["1"][place] = text
    return value


CAPS = [
    ("title", 200, "title"),
    ("present", 200, "present, regel 2"),
    ("motivation", 10_000, "vraag 1, motivation"),
    ("minority", 10_000, "vraag 1, minority"),
    ("kept", 10_000, "kept, regel 1, motivation"),
]


@pytest.mark.parametrize(("place", "cap", "_"), CAPS)
def test_a_text_of_the_cap_is_read_counted_after_cleaning(place: str, cap: int, _: str) -> None:
    dirty = " \r\n" + "e\u0301\u200b" * cap + "\t\n"
    assert "é" * cap in json.dumps(export_dossier(parse(set_text(base(), place, dirty))), ensure_ascii=False)


@pytest.mark.parametrize(("place", "cap", "name"), CAPS)
def test_a_text_over_the_cap_is_refused(place: str, cap: int, name: str) -> None:
    assert refusal(as_file(set_text(base(), place, "é" * (cap + 1)))) == (
        f"Fout bij {name}: de tekst is {cap + 1} tekens lang; er mogen er {cap} in."
    )


def test_line_ends_count_once() -> None:
    text = "\r\n".join(["x" * 99] * 100)
    assert len(text) > 10_000
    assert len(parse(set_text(base(), "motivation", text)).answers[1].motivation) == 9_999


def test_sixty_lines_of_present_are_read_and_empty_ones_do_not_count() -> None:
    lines = [line for number in range(60) for line in (f"Secretaris {number}", "  ")]
    assert len(parse(base() | {"present": lines}).present) == 60
