"""The exchange format: what is refused, with which words and which place."""

from typing import Any

import pytest

from tests.domain.exchanged import action, base, changed, choices, details, kept, newer, refusal, text_with, without
from tests.strategies import as_file

PAIR = {"a": "2a", "b": "2b"}
NEW_IN_THE_SECOND: dict[str, Any] = {
    "until": "12:00",
    "edition": 3,
    "edition_sha256": "0" * 16,
    "parked": [],
    "actions": [],
    "proposal": {},
}
NO_TEXT: list[Any] = [None, 12, [], True]
NO_LIST: list[Any] = [{}, None, "x", 1]
NO_TRUTH: list[Any] = ["ja", None, 1, 0, []]
NO_WHOLE_NUMBER: list[Any] = ["3", None, 3.0, True, []]
ACTION: dict[str, Any] = {"about": "vraag:4", "what": "Navragen"}
PARKED = {"kind": "motivation", "about": "1a", "text": "Wat niet meer paste."}


LIST, OBJECT, TEXT = "hier moet een lijst staan", "hier moet een object staan", "hier moet een tekst staan"


REFUSED: list[tuple[Any, str, str]] = [
    # Not an object
    ([], "bestand", OBJECT),
    ([base()], "bestand", OBJECT),
    ("regiostaf-dossier/1", "bestand", OBJECT),
    (None, "bestand", OBJECT),
    (1, "bestand", OBJECT),
    (True, "bestand", OBJECT),
    # What is required
    *[
        (without(key), "bestand", f"{key} ontbreekt")
        for key in ("format", "title", "veiligheidsregio", "date", "choices")
    ],
    ({}, "bestand", "format ontbreekt"),
    # Unknown keys
    (changed(naam="x"), "bestand", "de sleutel 'naam' is onbekend"),
    (changed(Title="x"), "bestand", "de sleutel 'Title' is onbekend"),
    (changed(**{"": 1}), "bestand", "de sleutel '' is onbekend"),
    (
        changed(**{"a\nb\u2028c\x85\u202ed\ud800": 1}),
        "bestand",
        r"de sleutel 'a\nb\u2028c\x85\u202ed\ud800' is onbekend",
    ),
    (changed(**{"x" * 41: 1}), "bestand", f"de sleutel '{'x' * 40}…' is onbekend"),
    (choices(q1={"option": ["1a"]}), "vraag 1", "de sleutel 'option' is onbekend"),
    (choices(q12={"options": [], "version": 1}), "vraag 12", "de sleutel 'version' is onbekend"),
    (kept(PAIR | {"severity": "x"}), "kept, regel 1", "de sleutel 'severity' is onbekend"),
    # Format
    *[
        (changed(format=name, nieuw=1), "format", "hier moet regiostaf-dossier/2 of regiostaf-dossier/1 staan")
        for name in ("regiostaf-dossier/3", "regiostaf-dossier/1 ", "regiostaf-dossier", "")
    ],
    (changed(format=1), "format", TEXT),
    # Title page
    (changed(title=""), "title", "de titel is leeg"),
    (changed(title=" \u200b\r\n\t"), "title", "de titel is leeg"),
    (changed(title="x" * 201), "title", "de tekst is 201 tekens lang; er mogen er 200 in"),
    (changed(title=" " * 801), "title", "de tekst is 801 tekens lang; er mogen er 200 in"),
    (changed(title=None), "title", TEXT),
    (changed(title=["x"]), "title", TEXT),
    (changed(veiligheidsregio="VR26"), "veiligheidsregio", "er is geen veiligheidsregio 'VR26'"),
    (changed(veiligheidsregio="vr21"), "veiligheidsregio", "er is geen veiligheidsregio 'vr21'"),
    (changed(veiligheidsregio="Brabant-Noord"), "veiligheidsregio", "er is geen veiligheidsregio 'Brabant-Noord'"),
    (changed(veiligheidsregio=21), "veiligheidsregio", TEXT),
    (changed(veiligheidsregio={}), "veiligheidsregio", TEXT),
    (changed(date="2026-02-30"), "date", "de datum 2026-02-30 bestaat niet"),
    (changed(date="2025-02-29"), "date", "de datum 2025-02-29 bestaat niet"),
    (changed(date="0000-01-01"), "date", "de datum 0000-01-01 bestaat niet"),
    (changed(date="2026-13-01"), "date", "de datum 2026-13-01 bestaat niet"),
    *[
        (changed(date=text), "date", "schrijf de datum als jjjj-mm-dd")
        for text in ("24-11-2026", "20261124", "2026-W48-2", "2026-11-24T00:00", "", "2026-11-24\n", "２０２６-11-24")
    ],
    (changed(date=20261124), "date", TEXT),
    (changed(date=None), "date", TEXT),
    (changed(present="Oss"), "present", LIST),
    (changed(present=None), "present", LIST),
    (changed(present={"1": "Oss"}), "present", LIST),
    (changed(present=["Oss", 2]), "present, regel 2", TEXT),
    (changed(present=[["Oss"]]), "present, regel 1", TEXT),
    (changed(present=["x"] * 61), "present", "er staan 61 regels; er mogen er 60 in"),
    (changed(present=[""] * 241), "present", "er staan 241 regels; er mogen er 60 in"),
    # Answers
    (changed(choices=[]), "choices", OBJECT),
    (changed(choices=None), "choices", OBJECT),
    *[
        (changed(choices={key: {}}, kept=[]), "choices", f"er is geen vraag '{key}'")
        for key in ("0", "13", "01", "-1", "1.0", "een", "1a", "", "¹", "١")
    ],
    (changed(choices={" 1": {}}, kept=[]), "choices", "er is geen vraag ' 1'"),
    (choices(q1=[]), "vraag 1", OBJECT),
    (choices(q1=["1a"]), "vraag 1", OBJECT),
    (choices(q1="1a"), "vraag 1", OBJECT),
    (choices(q1=None), "vraag 1", OBJECT),
    (choices(q1={"options": "1a"}), "vraag 1, options", LIST),
    (choices(q1={"options": None}), "vraag 1, options", LIST),
    (choices(q1={"options": {"1a": True}}), "vraag 1, options", LIST),
    (choices(q1={"options": [1]}), "vraag 1, options", TEXT),
    (choices(q1={"options": [["1a"]]}), "vraag 1, options", TEXT),
    (choices(q1={"options": ["1a", None]}), "vraag 1, options", TEXT),
    (choices(q1={"motivation": None}), "vraag 1, motivation", TEXT),
    *[
        (
            choices(q1={"motivation": "x" * length}),
            "vraag 1, motivation",
            f"de tekst is {length} tekens lang; er mogen er 10000 in",
        )
        for length in (10_001, 40_001)
    ],
    (choices(q1={"motivation": ["x"]}), "vraag 1, motivation", TEXT),
    (choices(q3={"minority": 1}), "vraag 3, minority", TEXT),
    (choices(q1={"options": ["1e"]}), "vraag 1", "er is geen optie '1e'"),
    (choices(q1={"options": ["1A"]}), "vraag 1", "er is geen optie '1A'"),
    (choices(q1={"options": ["1a "]}), "vraag 1", "er is geen optie '1a '"),
    (choices(q1={"options": [""]}), "vraag 1", "er is geen optie ''"),
    (choices(q1={"options": ["2a"]}), "vraag 1", "optie 2a hoort bij een andere vraag"),
    (choices(q1={"options": ["1a", "12a"]}), "vraag 1", "optie 12a hoort bij een andere vraag"),
    (choices(q1={"options": ["1a", "1b", "1a"]}), "vraag 1", "het antwoord ‘de kring zelf’ (1a) staat er twee keer in"),
    (
        choices(q6={"options": ["6a", "6b"]}),
        "vraag 6",
        "kies bij deze vraag één antwoord, niet ‘alleen rampen en crises’ (6a) en ‘de hele veiligheidsregio’ (6b) "
        "samen",
    ),
    (
        choices(q6={"options": ["6a", "6a"]}),
        "vraag 6",
        "het antwoord ‘alleen rampen en crises’ (6a) staat er twee keer in",
    ),
    *[
        (
            choices(**{f"q{number}": {"options": [f"{number}b", f"{number}a"]}}),
            f"vraag {number}",
            f"het antwoord ‘{words}’ ({number}a) sluit de andere antwoorden uit. Kies dat, of kies de andere",
        )
        for number, words in (*((at, "geen directe relatie") for at in (3, 4, 5)), (10, "gesloten beurzen"))
    ],
    # What the first format doesn't have, and what the newest has only later
    *[
        (changed(**{key: value}), "bestand", f"de sleutel '{key}' is onbekend")
        for key, value in NEW_IN_THE_SECOND.items()
    ],
    (choices(q7={"options": ["7a"], "details": {}}), "vraag 7", "de sleutel 'details' is onbekend"),
    # What options leave open
    (details(7, "7a") | {"choices": {"7": {"details": []}}}, "vraag 7, details", OBJECT),
    (details(7, "7a") | {"choices": {"7": {"details": None}}}, "vraag 7, details", OBJECT),
    (details(7, "7a", o7a="beide"), "vraag 7, details van 7a", OBJECT),
    (details(7, "7a", o7a={"drager": None}), "vraag 7, details van 7a, drager", TEXT),
    (details(7, "7a", o7a={"drager": ["beide"]}), "vraag 7, details van 7a, drager", TEXT),
    *[
        (
            details(7, "7a", o7a={"drager": text}),
            "vraag 7, details van 7a, drager",
            f"het antwoord '{text}' is onbekend",
        )
        for text in ("allebei", "Beide", "beide ", "", "GM0828")
    ],
    (details(7, "7a", o7a={"gemeente": "GM0828"}), "vraag 7, details van 7a", "de sleutel 'gemeente' is onbekend"),
    (details(7, "7b", o7b={"drager": "beide"}), "vraag 7, details van 7b", "de sleutel 'drager' is onbekend"),
    (details(7, "7b", o7a={"drager": "beide"}), "vraag 7, details van 7a", "optie 7a is niet gekozen"),
    (details(7, o7a={}), "vraag 7, details van 7a", "optie 7a is niet gekozen"),
    (details(7, "7a", o8a={"leiding": "namens"}), "vraag 7, details", "optie 8a hoort bij een andere vraag"),
    (details(7, "7a", o7x={}), "vraag 7, details", "er is geen optie '7x'"),
    *[
        (
            details(7, "7c", o7c={"gemeente": code}),
            "vraag 7, details van 7c, gemeente",
            f"{code!r} is geen gemeente van veiligheidsregio VR21",
        )
        for code in ("GM0363", "GM9999", "Oss", "", "GM0828 ")
    ],
    # When the meeting ends
    *[
        (newer(until=text), "until", "schrijf de tijd als uu:mm")
        for text in ("12.00", "12:00:00", "9:00", "1200", "", "12:00\n", "１２:00", " 12:00")
    ],
    *[(newer(until=text), "until", f"de tijd {text} bestaat niet") for text in ("24:00", "12:60", "99:99")],
    *[(newer(until=wrong), "until", TEXT) for wrong in NO_TEXT],
    # What is left aside
    *[(newer(edition=wrong), "edition", "hier moet een geheel getal staan") for wrong in NO_WHOLE_NUMBER],
    (newer(edition_sha256=3), "edition_sha256", TEXT),
    *[
        (
            newer(edition_sha256=text),
            "edition_sha256",
            "hier moeten 16 tekens staan, uit 0 tot en met 9 en a tot en met f",
        )
        for text in ("", "0" * 15, "0" * 17, "g" * 16, "0" * 16 + "\n", "１" * 16)
    ],
    (newer(parked={}), "parked", LIST),
    (newer(parked=[PARKED] * 201), "parked", "er staan 201 teksten; er mogen er 200 in"),
    (newer(parked=[PARKED, "x"]), "parked, regel 2", OBJECT),
    (newer(parked=[PARKED | {"who": ""}]), "parked, regel 1", "de sleutel 'who' is onbekend"),
    *[
        (newer(parked=[{key: PARKED[key] for key in PARKED if key != name}]), "parked, regel 1", f"{name} ontbreekt")
        for name in ("kind", "about", "text")
    ],
    *[(newer(parked=[PARKED | {name: 1}]), f"parked, regel 1, {name}", TEXT) for name in ("kind", "about", "text")],
    (
        newer(parked=[PARKED | {"text": "x" * 10_001}]),
        "parked, regel 1, text",
        "de tekst is 10001 tekens lang; er mogen er 10000 in",
    ),
    # Actions
    *[(newer(actions=wrong), "actions", LIST) for wrong in NO_LIST],
    (newer(actions=[ACTION] * 201), "actions", "er staan 201 acties; er mogen er 200 in"),
    (newer(actions=[ACTION, "x"]), "actions, regel 2", OBJECT),
    (newer(actions=[["vraag:4", "x"]]), "actions, regel 1", OBJECT),
    *[
        (newer(actions=[{key: ACTION[key] for key in ACTION if key != name}]), "actions, regel 1", f"{name} ontbreekt")
        for name in ("about", "what")
    ],
    (action(id=1), "actions, regel 1", "de sleutel 'id' is onbekend"),
    (newer(actions=[ACTION, ACTION | {"Who": ""}]), "actions, regel 2", "de sleutel 'Who' is onbekend"),
    *[
        (action(**{name: wrong}), f"actions, regel 1, {name}", TEXT)
        for name in ("about", "what", "who", "when")
        for wrong in NO_TEXT
    ],
    *[
        (
            action(**{name: "x" * length}),
            f"actions, regel 1, {name}",
            f"de tekst is {length} tekens lang; er mogen er {cap} in",
        )
        for name, cap in (("what", 400), ("who", 120), ("when", 40))
        for length in (cap + 1, 4 * cap + 1)
    ],
    *[(action(done=wrong), "actions, regel 1, done", "hier moet true of false staan") for wrong in NO_TRUTH],
    *[
        (
            newer(actions=[ACTION, ACTION | {"about": about}]),
            "actions, regel 2, about",
            f"{about!r} is geen vraag, geen spanning en geen stap",
        )
        for about in (
            *("vraag:0", "vraag:13", "vraag:04", "vraag:", "vraag 4", "Vraag:4", " vraag:4", "vraag:4 ", "vraag:٤"),
            *("2a", "+", "2a+", "+2b", "2a+2a", "1a+12a", "2a+2x", "2a+2b+5a", "2a + 2b", "2A+2B", "a\nb"),
            *("stap:bestaat_niet", "stap:", "stap:AB_besluit", "stap: ab_besluit", "stap:1", "x"),
        )
    ],
    (action(about="x" * 41), "actions, regel 1, about", f"'{'x' * 40}…' is geen vraag, geen spanning en geen stap"),
    # Kept tensions
    (changed(kept={}), "kept", LIST),
    (changed(kept=None), "kept", LIST),
    (kept("2a"), "kept, regel 1", OBJECT),
    (kept(["2a", "2b"]), "kept, regel 1", OBJECT),
    (kept(PAIR, None), "kept, regel 2", OBJECT),
    (kept({"a": "2a"}), "kept, regel 1", "b ontbreekt"),
    (kept({"b": "2a"}), "kept, regel 1", "a ontbreekt"),
    (kept({"a": 2, "b": "2b"}), "kept, regel 1", TEXT),
    (kept({"a": "2a", "b": ["2b"]}), "kept, regel 1", TEXT),
    (kept(PAIR | {"motivation": 1}), "kept, regel 1, motivation", TEXT),
    (kept(PAIR | {"motivation": None}), "kept, regel 1, motivation", TEXT),
    (kept({"a": "1a", "b": "1d"}), "kept, regel 1", "tussen '1a' en '1d' is geen spanning bekend"),
    (kept({"a": "2a", "b": "2a"}), "kept, regel 1", "tussen '2a' en '2a' is geen spanning bekend"),
    (kept({"a": "2a", "b": "x\ny"}), "kept, regel 1", r"tussen '2a' en 'x\ny' is geen spanning bekend"),
    (kept({"a": "2a", "b": "5a"}), "kept, regel 1", "2a en 5a zijn niet allebei gekozen"),
    (kept({"a": "6a", "b": "12b"}), "kept, regel 1", "6a en 12b zijn niet allebei gekozen"),
    (kept(PAIR, PAIR), "kept, regel 2", "de spanning tussen 2a en 2b staat er twee keer in"),
    (kept(PAIR, {"a": "2b", "b": "2a"}), "kept, regel 2", "de spanning tussen 2b en 2a staat er twee keer in"),
]


@pytest.mark.parametrize(
    ("value", "place", "reason"), REFUSED, ids=[f"{at}-{row[1]}" for at, row in enumerate(REFUSED)]
)
def test_is_refused_in_one_line_that_names_the_place(value: Any, place: str, reason: str) -> None:
    message = refusal(as_file(value))
    assert message == f"Fout bij {place}: {reason}."
    assert message.splitlines() == [message]


DOUBLED = [
    (
        as_file(action()).replace(b'"what":', b'"about": "", "what":'),
        "actions, regel 1",
        "about",
    ),
    (text_with('"title":', '"title": "Eerst", "title":'), "bestand", "title"),
    (text_with('"choices": {', '"choices": {}, "choices": {'), "bestand", "choices"),
    (text_with('"2": {', '"2": {}, "2": {'), "choices", "2"),
    (text_with('"2": {', '"\\u0032": {}, "2": {'), "choices", "2"),
    (text_with('"minority":', '"motivation": "Later.", "minority":'), "vraag 1", "motivation"),
    (text_with('["2a", "2b"]', '["2a", "2b"], "options": []'), "vraag 2", "options"),
    (text_with('"a": "2a",', '"a": "2a", "a": "2a",'), "kept, regel 1", "a"),
]


@pytest.mark.parametrize(("raw", "place", "key"), DOUBLED, ids=[f"{row[1]}-{row[2]}" for row in DOUBLED])
def test_a_doubled_key_is_refused_with_its_place(raw: bytes, place: str, key: str) -> None:
    assert refusal(raw) == f"Fout bij {place}: de sleutel '{key}' staat er twee keer in."
