"""What a meeting leaves behind, as a file has it. The gemeenten are real ones of VR21, what they choose is made up."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.content import Question
from checklist.domain.meeting.as_json import count_as_json, shown_as_json
from checklist.domain.meeting.shown import shown_count
from checklist.domain.meeting.tally import count
from checklist.domain.meeting.value import OptionCount, QuestionCount
from checklist.domain.meeting_record.as_json import record_from_json
from checklist.domain.meeting_record.value import (
    Attended,
    MeetingRecord,
    RecordedAnswer,
    RecordedCount,
    RecordedQuestion,
    Sitting,
)
from checklist.domain.meeting_record.words import (
    DIFFERS_CAP,
    LEAST_TO_SHOW,
    MOST_ATTEMPTS,
    MOST_SITTINGS,
    REASON_CAP,
    How,
    Mandate,
    Mode,
    RoundKind,
    Stance,
    Step,
    Word,
)
from checklist.domain.proposal import Presence
from tests.content import gemeenten_by_region, real_content

OSS, DEN_BOSCH, VUGHT, BOXTEL = "GM0828", "GM0796", "GM0865", "GM0757"
SITTING = {"date": "2026-11-24", "from": "10:00", "until": "11:28"}
ATTENDANCE = [
    {"gemeente": OSS, "stand": "aanwezig", "how": "telefoon", "mandate": "voorbehoud"},
    {"gemeente": DEN_BOSCH, "stand": "aanwezig", "how": "papier", "mandate": "mandaat"},
    {"gemeente": VUGHT, "stand": "aanwezig", "how": "telefoon"},
    {"gemeente": BOXTEL, "stand": "afwezig"},
]
STEPS = ["alleen", "redenen", "praten", "stemmen", "dicht", "getoond", "vastgesteld"]


def answer(gemeente: str, stances: Mapping[str, str], **fields: Any) -> dict[str, Any]:
    """The answer of a gemeente, by telephone."""
    return {"gemeente": gemeente, "stances": dict(stances), "how": "telefoon", "late": False} | fields


def voted(kind: str = "apparaat", answered: int = 0, blank: int = 0, late: int = 0, **fields: Any) -> dict[str, Any]:
    """A question that was voted on, settled the first time."""
    numbers = {"attempt": 1, "answered": answered, "blank": blank, "late": late}
    return {"kind": kind, "steps": STEPS} | numbers | fields


def open_question() -> dict[str, Any]:
    """Question 2 with an answer of each kind: with reasons, on paper, without preference, afterwards."""
    return voted(
        answered=2,
        blank=1,
        late=1,
        word="verdeeld",
        counts={"2a": {"voor": 1, "kan": 0, "tegen": 1}, "2b": {"voor": 1, "kan": 1, "tegen": 0}},
        answers=[
            answer(OSS, {"2a": "tegen", "2b": "voor"}, reasons={"2a": "Te veel petten."}, mandate="voorbehoud"),
            answer(DEN_BOSCH, {"2a": "voor", "2b": "kan"}, how="papier"),
            answer(VUGHT, {}),
            answer(BOXTEL, {"2a": "voor"}, late=True),
        ],
        settled=["2b"],
        differs="Wij willen eerst advies aan de gemeenten.",
    )


def open_meeting(**questions: Any) -> dict[str, Any]:
    """An open meeting in VR21 with these questions, by number ('q2'); without them one of each kind."""
    asked = {name[1:]: question for name, question in questions.items()}
    by_hands = voted("handen", 3, counts={"7b": {"voor": 2, "tegen": 1}}, settled=["7b"])
    return {
        "mode": "open",
        "sittings": [SITTING],
        "names": True,
        "attendance": ATTENDANCE,
        "questions": asked or {"1": {"settled": ["1a"]}, "2": open_question(), "7": by_hands},
    }


def secret_question(**fields: Any) -> dict[str, Any]:
    """Question 2 as a secret meeting tells it, of seven answers."""
    counts = {"2a": {"voor": "enkele", "tegen": 3}, "2b": {"voor": "bijna iedereen", "tegen": "niemand"}}
    return voted(answered=7, word="verdeeld", counts=counts, settled=["2b"]) | fields


def secret_meeting(**questions: Any) -> dict[str, Any]:
    """A secret meeting in VR21 with these questions, by number ('q2'); without them three."""
    asked = {name[1:]: question for name, question in questions.items()}
    again = {"7b": {"voor": "meerderheid"}, "7d": {"voor": "geen meerderheid"}}
    return open_meeting() | {
        "mode": "geheim",
        "names": False,
        "questions": asked
        or {
            "2": secret_question(),
            "5": voted(answered=4, settled=["5b"]),
            "7": secret_question(attempt=2, answered=5, counts=again, settled=["7b"]),
        },
        "cleaned": "2026-11-24",
    }


def open_record() -> MeetingRecord:
    """The same as a value."""
    return record_from_json(open_meeting())


def secret_record() -> MeetingRecord:
    """The secret one as a value."""
    return record_from_json(secret_meeting())


def largest_record(character: str, region: str) -> MeetingRecord:
    """The record of an open meeting with every list and every text as long as it may be, all in this character."""
    gemeenten, sitting = sorted(gemeenten_by_region()[region]), Sitting(date(2026, 11, 24), time(10), time(11, 28))
    return MeetingRecord(
        mode=Mode.OPEN,
        sittings=(sitting,) * MOST_SITTINGS,
        names=True,
        attendance=tuple(Attended(one, Presence.PRESENT, How.PHONE, Mandate.RESERVED) for one in gemeenten),
        questions={question.number: _largest(question, character, gemeenten) for question in real_content().questions},
        cleaned=date(2026, 11, 24),
    )


def _largest(question: Question, character: str, gemeenten: Sequence[str]) -> RecordedQuestion:
    codes = [option.code for option in question.options]
    stances, reasons = dict.fromkeys(codes, Stance.AGAINST), dict.fromkeys(codes, character * REASON_CAP)
    return RecordedQuestion(
        kind=RoundKind.DEVICE,
        attempt=MOST_ATTEMPTS,
        steps=tuple(Step),
        answered=len(gemeenten),
        word=Word.DIVIDED,
        counts=dict.fromkeys(codes, RecordedCount(0, 0, len(gemeenten))),
        answers=tuple(RecordedAnswer(one, stances, How.PHONE, reasons, Mandate.RESERVED) for one in gemeenten),
        settled=allowed_answers(question)[-1],
        differs=character * DIFFERS_CAP,
    )


def meetings(texts: st.SearchStrategy[str], region: str) -> st.SearchStrategy[dict[str, Any]]:
    """What a file may hold of a meeting in this region."""
    return _meetings(texts, sorted(gemeenten_by_region()[region]))


@st.composite
def _meetings(draw: st.DrawFn, texts: st.SearchStrategy[str], gemeenten: list[str]) -> dict[str, Any]:
    secret = draw(st.booleans())
    there = draw(st.lists(st.sampled_from(gemeenten), unique=True, max_size=7))
    times = st.times().map(lambda moment: moment.strftime("%H:%M"))
    sitting = st.fixed_dictionaries({"date": st.dates().map(str), "from": times, "until": times})
    asked = draw(st.lists(st.sampled_from(real_content().questions), unique_by=lambda one: one.number, max_size=3))
    questions = {
        str(one.number): draw(
            st.one_of(_not_voted(one), _secret(one, len(gemeenten)) if secret else _open(one, texts, there))
        )
        for one in asked
    }
    cleaned = {"cleaned": draw(st.dates().map(str))} if secret or draw(st.booleans()) else {}
    return {
        "mode": "geheim" if secret else "open",
        "sittings": draw(st.lists(sitting, max_size=2)),
        "names": draw(st.booleans()),
        "attendance": [draw(_attended(gemeente)) for gemeente in there],
        "questions": questions,
        **cleaned,
    }


def _words(of: Iterable[Any]) -> st.SearchStrategy[str]:
    return st.sampled_from([one.value for one in of])


def _attended(gemeente: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"gemeente": st.just(gemeente), "stand": _words(Presence)},
        optional={"how": _words(How), "mandate": _words(Mandate)},
    )


def _settled(question: Question) -> st.SearchStrategy[list[str]]:
    return st.sampled_from(allowed_answers(question)).map(list)


def _steps() -> st.SearchStrategy[list[str]]:
    return st.lists(_words(Step), unique=True)


def _not_voted(question: Question) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={"steps": _steps(), "settled": _settled(question)})


def _asked(kinds: Iterable[str]) -> st.SearchStrategy[dict[str, Any]]:
    asked = st.fixed_dictionaries(
        {"kind": st.sampled_from(list(kinds)), "attempt": st.integers(1, MOST_ATTEMPTS), "steps": _steps()},
        optional={"word": _words(Word)},
    )
    return asked.map(lambda one: one | {"attempt": 0} if one["kind"] == "peiling" else one)


def _stances(question: Question) -> st.SearchStrategy[dict[str, str]]:
    """Stances that the form allows: voor is an answer to the question."""
    others = {option.code: st.sampled_from(["kan", "tegen"]) for option in question.options}
    stances = st.tuples(st.fixed_dictionaries({}, optional=others), st.sampled_from(allowed_answers(question)))
    return stances.map(lambda both: both[0] | dict.fromkeys(both[1], "voor"))


@st.composite
def _open(draw: st.DrawFn, question: Question, texts: st.SearchStrategy[str], there: list[str]) -> dict[str, Any]:
    found = draw(_asked(["apparaat", "peiling", "handen"]))
    rest = {"settled": draw(_settled(question)), "differs": draw(texts)}
    if found["kind"] == "handen":
        n = len(there)
        hands = {
            option.code: {"voor": (voor := draw(st.integers(0, n))), "tegen": n - voor} for option in question.options
        }
        return found | rest | {"answered": n, "blank": 0, "late": 0, "counts": hands}
    reasons = st.fixed_dictionaries({}, optional={option.code: texts for option in question.options})
    rows: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
        {"stances": _stances(question), "how": _words(How)},
        optional={"reasons": reasons, "mandate": _words(Mandate), "late": st.booleans()},
    )
    answers = [{"gemeente": gemeente} | draw(rows) for gemeente in there if draw(st.booleans())]
    stances = [
        {code: Stance(stance) for code, stance in one["stances"].items()} for one in answers if not one.get("late")
    ]
    counted = count_as_json(count(question, stances))
    return found | rest | counted | {"late": len(answers) - len(stances), "answers": answers}


@st.composite
def _secret(draw: st.DrawFn, question: Question, most: int) -> dict[str, Any]:
    found = draw(_asked(["apparaat", "peiling"])) | {"late": 0, "settled": draw(_settled(question))}
    n = draw(st.integers(0, most))
    options = {}
    for option in question.options:
        voor = draw(st.integers(0, n))
        options[option.code] = OptionCount(voor, 0, draw(st.integers(0, n - voor)))
    counted = QuestionCount(n, draw(st.integers(0, most - n)), options)
    if n < LEAST_TO_SHOW or found["kind"] == "peiling":
        return found | {"answered": n, "blank": counted.blank}
    majority_only = found["attempt"] > 1 and draw(st.booleans())
    return found | shown_as_json(shown_count(question, counted, majority_only=majority_only))
