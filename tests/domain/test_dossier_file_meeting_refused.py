"""A meeting in a file: what no meeting leaves behind is refused, with its place."""

import json
from typing import Any

import pytest

from tests.domain.exchanged import changed, newer, refusal
from tests.meeting_records import (
    ATTENDANCE,
    DEN_BOSCH,
    OSS,
    SITTING,
    answer,
    open_meeting,
    open_question,
    secret_meeting,
    secret_question,
    voted,
)
from tests.strategies import as_file

NO_MEETING: list[Any] = [[], None, "open", 1]
LIST, OBJECT, TEXT = "hier moet een lijst staan", "hier moet een object staan", "hier moet een tekst staan"
NUMBER = "hier moet een geheel getal staan"
TWO = "meeting, vraag 2"


def held(value: dict[str, Any]) -> dict[str, Any]:
    """The example in the newest format with this meeting."""
    return newer(meeting=value)


def of_open(**fields: Any) -> dict[str, Any]:
    """The example with an open meeting that has other fields."""
    return held(open_meeting() | fields)


def of_secret(**fields: Any) -> dict[str, Any]:
    """The example with a secret meeting that has other fields."""
    return held(secret_meeting() | fields)


def asked(**fields: Any) -> dict[str, Any]:
    """The example with an open meeting of question 2, which has other fields."""
    return held(open_meeting(q2=open_question() | fields))


def answered(**fields: Any) -> dict[str, Any]:
    """The example with an open meeting of question 2, of which the first answer has other fields."""
    first, *others = open_question()["answers"]
    return asked(answers=[first | fields, *others])


def counted(**fields: Any) -> dict[str, Any]:
    """The example with an open meeting of question 2, of which the first count has other fields."""
    counts = open_question()["counts"]
    return asked(counts=counts | {"2a": counts["2a"] | fields})


def in_secret(**fields: Any) -> dict[str, Any]:
    """The example with a secret meeting of question 2, which has other fields."""
    return held(secret_meeting(q2=secret_question(**fields)))


def told(n: int, voor: Any, tegen: Any = None, attempt: int = 1) -> dict[str, Any]:
    """The example with a secret meeting of question 2, of which one option has this count of n answers."""
    counts = {"2a": {"voor": voor} | ({} if tegen is None else {"tegen": tegen})}
    return in_secret(answered=n, counts=counts, attempt=attempt)


def attended(**fields: Any) -> dict[str, Any]:
    """The example with an open meeting where the first gemeente was there otherwise."""
    return of_open(attendance=[ATTENDANCE[0] | fields, *ATTENDANCE[1:]])


def left_out(value: dict[str, Any], key: str) -> dict[str, Any]:
    """The same without a key."""
    return {name: part for name, part in value.items() if name != key}


REFUSED: list[tuple[Any, str, str]] = [
    (changed(meeting=open_meeting()), "bestand", "de sleutel 'meeting' is onbekend"),
    *[(held(wrong), "meeting", OBJECT) for wrong in NO_MEETING],
    *[
        (held(left_out(open_meeting(), key)), "meeting", f"{key} ontbreekt")
        for key in ("mode", "sittings", "names", "attendance", "questions")
    ],
    (of_open(chair="x"), "meeting", "de sleutel 'chair' is onbekend"),
    (of_open(mode="gesloten"), "meeting, mode", "hier moet open of geheim staan"),
    (of_open(mode=None), "meeting, mode", TEXT),
    (of_open(names="ja"), "meeting, names", "hier moet true of false staan"),
    (of_open(cleaned="2026-02-30"), "meeting, cleaned", "de datum 2026-02-30 bestaat niet"),
    # Sittings
    (of_open(sittings={}), "meeting, sittings", LIST),
    (of_open(sittings=[SITTING] * 10), "meeting, sittings", "er staan 10 zittingen; er mogen er 9 in"),
    (of_open(sittings=[left_out(SITTING, "until")]), "meeting, sittings, regel 1", "until ontbreekt"),
    (of_open(sittings=[SITTING | {"from": "9:00"}]), "meeting, sittings, regel 1, from", "schrijf de tijd als uu:mm"),
    (
        of_open(sittings=[SITTING | {"until": "24:00"}]),
        "meeting, sittings, regel 1, until",
        "de tijd 24:00 bestaat niet",
    ),
    (of_open(sittings=[SITTING | {"date": 1}]), "meeting, sittings, regel 1, date", TEXT),
    # Attendance
    (of_open(attendance={}), "meeting, attendance", LIST),
    (
        attended(gemeente="GM0772"),
        "meeting, attendance, regel 1, gemeente",
        "'GM0772' is geen gemeente van veiligheidsregio VR21",
    ),
    (attended(gemeente=DEN_BOSCH), "meeting, attendance, regel 2", "GM0796 staat er twee keer in"),
    (
        attended(stand="ziek"),
        "meeting, attendance, regel 1, stand",
        "hier moet aanwezig of afwezig of later ingestemd staan",
    ),
    (attended(how="afwezig"), "meeting, attendance, regel 1, how", "hier moet telefoon of papier of hand staan"),
    (attended(mandate="ja"), "meeting, attendance, regel 1, mandate", "hier moet mandaat of voorbehoud staan"),
    (attended(naam="x"), "meeting, attendance, regel 1", "de sleutel 'naam' is onbekend"),
    # Questions
    (of_open(questions=[]), "meeting, questions", OBJECT),
    (of_open(questions={"13": {}}), "meeting, questions", "er is geen vraag '13'"),
    (of_open(questions={"02": {}}), "meeting, questions", "er is geen vraag '02'"),
    (of_open(questions={"2": []}), TWO, OBJECT),
    (asked(reden="x"), TWO, "de sleutel 'reden' is onbekend"),
    (asked(mandate="mandaat"), TWO, "de sleutel 'mandate' is onbekend"),
    *[
        (held(open_meeting(q2=left_out(open_question(), key))), TWO, f"{key} ontbreekt")
        for key in ("kind", "attempt", "steps", "answered", "blank", "late")
    ],
    (asked(kind="stemming"), f"{TWO}, kind", "hier moet peiling of apparaat of handen staan"),
    *[
        (asked(attempt=number), f"{TWO}, attempt", "hier moet een getal van 1 tot en met 9 staan")
        for number in (0, 10, -1)
    ],
    (asked(attempt=True), f"{TWO}, attempt", NUMBER),
    (asked(steps={}), f"{TWO}, steps", LIST),
    (
        asked(steps=["vervallen"]),
        f"{TWO}, steps",
        "hier moet alleen of redenen of praten of stemmen of dicht of getoond of vastgesteld staan",
    ),
    (asked(steps=["alleen", "alleen"]), f"{TWO}, steps", "alleen staat er twee keer in"),
    (asked(steps=["alleen"] * 10), f"{TWO}, steps", "er staan 10 stappen; er mogen er 9 in"),
    *[
        (asked(**{key: number}), f"{TWO}, {key}", "hier moet een getal van 0 tot en met 11 staan")
        for key in ("answered", "blank", "late")
        for number in (-1, 12, 10**20)
    ],
    (asked(answered=6, blank=5), TWO, "er zijn meer antwoorden dan de 11 gemeenten van de veiligheidsregio"),
    (asked(word="oneens"), f"{TWO}, word", "hier moet eens of verdeeld staan"),
    (asked(settled=["3a"]), f"{TWO}, settled", "kies alleen opties die bij deze vraag horen"),
    (
        asked(settled=["2a", "2a"]),
        f"{TWO}, settled",
        "het antwoord ‘advies aan het bestuur’ (2a) staat er twee keer in",
    ),
    (
        held(open_meeting(q7={"settled": ["7a", "7b"]})),
        "meeting, vraag 7, settled",
        "kies bij deze vraag één antwoord, niet ‘secretarissen of veiligheidsadviseurs’ (7a) en ‘taak van de "
        "CGS’ (7b) samen",
    ),
    (
        held(open_meeting(q5={"settled": ["5a", "5b"]})),
        "meeting, vraag 5, settled",
        "het antwoord ‘geen directe relatie’ (5a) sluit de andere antwoorden uit. Kies dat, of kies de andere",
    ),
    (asked(settled="2a"), f"{TWO}, settled", LIST),
    (asked(differs="x" * 601), f"{TWO}, differs", "de tekst is 601 tekens lang; er mogen er 600 in"),
    # Counts
    (asked(counts=[]), f"{TWO}, counts", OBJECT),
    (asked(counts={"3a": {"voor": 1}}), f"{TWO}, counts", "optie '3a' hoort niet bij vraag 2"),
    (counted(geen=1), f"{TWO}, counts, 2a", "de sleutel 'geen' is onbekend"),
    (asked(counts={"2a": {"kan": 1}}), f"{TWO}, counts, 2a", "voor ontbreekt"),
    (counted(voor="enkele"), f"{TWO}, counts, 2a", "een open vergadering zegt aantallen, geen woorden"),
    (counted(voor=3), f"{TWO}, counts, 2a, voor", "hier moet een getal van 0 tot en met 2 staan"),
    (counted(voor=2), f"{TWO}, counts, 2a", "het zijn er samen meer dan de 2 antwoorden"),
    (counted(kan=1), f"{TWO}, counts, 2a", "het zijn er samen meer dan de 2 antwoorden"),
    # Answers
    (asked(answers={}), f"{TWO}, answers", LIST),
    *[
        (asked(answers=[left_out(answer(OSS, {}), key)]), f"{TWO}, answers, regel 1", f"{key} ontbreekt")
        for key in ("gemeente", "stances", "how")
    ],
    (answered(naam="x"), f"{TWO}, answers, regel 1", "de sleutel 'naam' is onbekend"),
    (answered(gemeente="GM0755"), f"{TWO}, answers, regel 1, gemeente", "'GM0755' staat niet bij attendance"),
    (answered(gemeente=DEN_BOSCH), f"{TWO}, answers, regel 2", "GM0796 staat er twee keer in"),
    (answered(stances=["2a"]), f"{TWO}, answers, regel 1, stances", OBJECT),
    (answered(stances={"3a": "voor"}), f"{TWO}, answers, regel 1, stances", "optie '3a' hoort niet bij vraag 2"),
    (
        answered(stances={"2a": "misschien"}),
        f"{TWO}, answers, regel 1, stances, 2a",
        "hier moet voor of kan of tegen staan",
    ),
    (
        held(open_meeting(q7=voted(answered=1, answers=[answer(OSS, {"7a": "voor", "7b": "voor"})]))),
        "meeting, vraag 7, answers, regel 1, stances",
        "kies bij deze vraag één antwoord, niet ‘secretarissen of veiligheidsadviseurs’ (7a) en ‘taak van de "
        "CGS’ (7b) samen",
    ),
    (answered(reasons={"3a": "x"}), f"{TWO}, answers, regel 1, reasons", "optie '3a' hoort niet bij vraag 2"),
    (
        answered(reasons={"2a": "x" * 141}),
        f"{TWO}, answers, regel 1, reasons, 2a",
        "de tekst is 141 tekens lang; er mogen er 140 in",
    ),
    (answered(how="e-mail"), f"{TWO}, answers, regel 1, how", "hier moet telefoon of papier of hand staan"),
    (answered(mandate="ja"), f"{TWO}, answers, regel 1, mandate", "hier moet mandaat of voorbehoud staan"),
    (answered(late="nee"), f"{TWO}, answers, regel 1, late", "hier moet true of false staan"),
    # What the answers give
    (asked(answered=3), f"{TWO}, answered", "de antwoorden geven 2"),
    (asked(blank=0), f"{TWO}, blank", "de antwoorden geven 1"),
    (asked(late=0), f"{TWO}, late", "de antwoorden geven 1"),
    (answered(late=True), f"{TWO}, answered", "de antwoorden geven 1"),
    (counted(voor=0), f"{TWO}, counts, 2a", "de antwoorden geven andere aantallen"),
    (asked(counts={}), f"{TWO}, counts, 2a", "de antwoorden geven andere aantallen"),
    (asked(answers=[]), f"{TWO}, answered", "de antwoorden geven 0"),
    # Hands
    (asked(kind="handen"), f"{TWO}, answers", "van handen is niet bekend wie ze opstak"),
    (asked(kind="handen", answers=[]), f"{TWO}, answers", "van handen is niet bekend wie ze opstak"),
    # Secret
    (
        held(left_out(secret_meeting(), "cleaned")),
        "meeting",
        "cleaned ontbreekt; een geheime vergadering zegt wanneer de antwoorden zijn gewist",
    ),
    (in_secret(kind="handen"), f"{TWO}, kind", "in een geheime vergadering gaan geen handen omhoog"),
    (in_secret(answers=[]), f"{TWO}, answers", "een geheime vergadering bewaart geen antwoorden"),
    (in_secret(late=1), f"{TWO}, late", "in een geheime vergadering wordt niet achteraf geantwoord"),
    (in_secret(mandate="mandaat"), TWO, "de sleutel 'mandate' is onbekend"),
    (in_secret(reasons={"2a": "x"}), TWO, "de sleutel 'reasons' is onbekend"),
    *[
        (
            in_secret(answered=n),
            f"{TWO}, counts",
            "bij minder dan vijf antwoorden zegt een geheime vergadering geen aantallen",
        )
        for n in (0, 4)
    ],
    (in_secret(kind="peiling"), f"{TWO}, counts", "een geheime peiling zegt geen aantallen"),
    (
        in_secret(counts={"2a": {"voor": 3, "kan": 1, "tegen": 3}}),
        f"{TWO}, counts, 2a",
        "een geheime vergadering zegt niet hoeveel er kan",
    ),
    (told(7, 3), f"{TWO}, counts, 2a", "tegen ontbreekt"),
    *[
        (told(n, voor, "niemand"), f"{TWO}, counts, 2a, voor", f"'{voor}' kan niet bij {n} antwoorden")
        for n, voor in ((7, 0), (7, 1), (7, 2), (7, 5), (7, 7), (5, 3), (6, 2), (11, 9), (11, 12), (11, -1))
    ],
    (told(7, 3, 6), f"{TWO}, counts, 2a, tegen", "'6' kan niet bij 7 antwoorden"),
    (
        told(7, "veel", 3),
        f"{TWO}, counts, 2a, voor",
        "hier moet niemand of enkele of bijna iedereen of iedereen of meerderheid of geen meerderheid staan",
    ),
    (told(7, None, 3), f"{TWO}, counts, 2a, voor", NUMBER),
    (told(7, 4, 4), f"{TWO}, counts, 2a", "het zijn er samen meer dan de 7 antwoorden"),
    (told(7, "iedereen", "enkele"), f"{TWO}, counts, 2a", "het zijn er samen meer dan de 7 antwoorden"),
    (told(7, "bijna iedereen", "bijna iedereen"), f"{TWO}, counts, 2a", "het zijn er samen meer dan de 7 antwoorden"),
    (
        told(7, "meerderheid"),
        f"{TWO}, counts, 2a, voor",
        "meerderheid staat er alleen nadat een vraag is heropend",
    ),
    (told(7, "meerderheid", 3, attempt=2), f"{TWO}, counts, 2a", "bij meerderheid wordt geen aantal tegen gezegd"),
    (told(7, 3, "meerderheid", attempt=2), f"{TWO}, counts, 2a, tegen", "meerderheid wordt alleen van voor gezegd"),
    (
        in_secret(attempt=2, counts={"2a": {"voor": "meerderheid"}, "2b": {"voor": 3, "tegen": 3}}),
        f"{TWO}, counts",
        "zeg van alle opties een aantal, of van alle opties of er een meerderheid is",
    ),
]


@pytest.mark.parametrize(
    ("value", "place", "reason"), REFUSED, ids=[f"{at}-{row[1]}" for at, row in enumerate(REFUSED)]
)
def test_what_no_meeting_leaves_behind_is_refused_with_its_place(value: Any, place: str, reason: str) -> None:
    assert refusal(as_file(value)) == f"Fout bij {place}: {reason}."


@pytest.mark.parametrize("key", ["mode", "2a", "gemeente"])
def test_a_doubled_key_anywhere_in_a_meeting_is_refused(key: str) -> None:
    text = json.dumps(held(open_meeting(q2=open_question())))
    at = text.index(f'"{key}": ', text.index('"meeting"'))
    assert f"de sleutel '{key}' staat er twee keer in" in refusal(f'{text[:at]}"{key}": 1, {text[at:]}'.encode())
