"""What hypothesis makes: dirty texts, selections, dossiers in the exchange format, and files that are wrong."""

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from checklist.domain.content import Question
from checklist.domain.dossier import about_step
from checklist.domain.proposal import FIELD
from checklist.domain.steps import STEPS
from tests.content import gemeenten_by_region, real_content, regions
from tests.meeting_records import meetings
from tests.proposals import proposals


def at_most(examples: int) -> settings:
    """So many made-up examples, or what the profile of this run allows (`tests/conftest.py`) when that is less."""
    return settings(max_examples=min(examples, settings().max_examples), deadline=None)


PURE = at_most(500)
# For what looks at the chosen options only: it repeats itself sooner.
CHOICES = at_most(200)

# Characters that something is done with, or that something might stumble on.
ODD = (
    "\r\n\t\x00\x01\x0b\x0c\x1f\x7f\x85\x9f\xa0\xad\u0300\u0301\u0308\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029"
    "\u202a\u202e\u2066\u2069\ufdd0\ufdef\ufeff\ufffd\ufffe\uffff\U0001f468\U0001fffe\U000e0001\U0010ffff"
    "\ud800\udbff\udc00\udfff{}%<>&\"'`\\=$#*_[]()|~;:/@ée\u0130\u1e9b\u212b\ufb01\uac00\u1100\u1161"
)

# Words of the exchange format, and some that look like them.
WORDS = (
    *("format", "title", "veiligheidsregio", "date", "present", "choices", "kept"),
    *("options", "details", "motivation", "minority", "a", "b", "until", "edition", "edition_sha256", "parked"),
    *("actions", "what", "who", "when", "done", "vraag:4", "2a+2b", "stap:x", "stap:start"),
    *("proposal", *FIELD, *(column.key for field in FIELD.values() for column in field.columns)),
    *("algemeen bestuur", "colleges", "aanwezig", "eenmalig", "ab_besluit", "vergaderfrequentie"),
    *("kind", "about", "text", "7a", "7c", "drager", "gemeente", "beide", "GM0828", "GM0363", "12:00", "24:00"),
    *("1", "12", "13", "1a", "12c", "1A", "regiostaf-dossier/1", "regiostaf-dossier/2", "VR21", "VR26"),
    *("2026-11-24", "2026-02-30"),
)


def typed_texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Texts as a file can hold them: any character, lone surrogates too, the troublesome ones often."""
    characters = st.one_of(st.sampled_from(ODD), st.characters(), st.characters(categories=["Cs"]))
    return st.text(characters, max_size=max_size)


# Letters with and without marks of their own, and marks of which some are two in one or change the letter.
LETTERS = ("a", "é", "ᾂ", "\u0958", "\ufb2c", "\u1100\u1161", "한", "\U0001d160", " ", "\n")
MARKS = "\u0301\u0308\u0316\u0327\u0344\u0345\u093c\u0f71\u0f73\u0f75\u0f81\u1dce\U0001d165"


def marked_texts(most: int = 70) -> st.SearchStrategy[str]:
    """Texts of letters with at most so many combining marks on each; those that are two marks in one count as two."""
    marks = st.text(st.sampled_from(MARKS), max_size=most).map(lambda text: _as_marks(text, most))
    return st.lists(st.tuples(st.sampled_from(LETTERS), marks).map("".join), max_size=5).map("".join)


def _as_marks(text: str, most: int) -> str:
    while len(unicodedata.normalize("NFD", text)) > most:
        text = text[:-1]
    return text


def titles() -> st.SearchStrategy[str]:
    """Texts that aren't empty after cleaning."""
    return typed_texts().map(lambda text: f"R{text}")


def selections(question: Question) -> st.SearchStrategy[list[str]]:
    """Every answer to a question that its form allows, in any order; none too."""
    alone: list[list[str]] = [[], *([option.code] for option in question.options)]
    free = [option.code for option in question.options if not option.exclusive]
    if not question.many:
        return st.sampled_from(alone).map(list)
    return st.one_of(st.sampled_from(alone).map(list), st.lists(st.sampled_from(free), unique=True))


def chosen_codes() -> st.SearchStrategy[frozenset[str]]:
    """The options chosen in a dossier: for each question an answer that its form allows."""
    parts = st.tuples(*(selections(question) for question in real_content().questions))
    return parts.map(lambda answers: frozenset(code for answer in answers for code in answer))


def _choice(question: Question, *, answered: bool) -> st.SearchStrategy[dict[str, Any]]:
    options, texts = {"options": selections(question)}, {"motivation": typed_texts(), "minority": typed_texts()}
    if answered:
        return st.fixed_dictionaries(options, optional=texts)
    return st.fixed_dictionaries({}, optional=options | texts)


def _choices() -> st.SearchStrategy[dict[str, Any]]:
    """Half of the dossiers have an entry for every question, the other half for a few."""
    questions = real_content().questions
    full = {str(question.number): _choice(question, answered=True) for question in questions}
    few = {str(question.number): _choice(question, answered=False) for question in questions}
    return st.one_of(st.fixed_dictionaries(full), st.fixed_dictionaries({}, optional=few))


# A parked text; what is about, and of which kind, is free.
PARKED = st.fixed_dictionaries({"kind": typed_texts(10), "about": typed_texts(10), "text": typed_texts()})

# What an action may be about: a question, a tension either way round, a step, or nothing in particular.
ABOUTS = st.one_of(
    st.just(""),
    st.integers(1, 12).map(lambda number: f"vraag:{number}"),
    st.sampled_from(STEPS).map(about_step),
    st.deferred(lambda: st.sampled_from(real_content().tensions)).map(lambda tension: f"{tension.a}+{tension.b}"),
    st.deferred(lambda: st.sampled_from(real_content().tensions)).map(lambda tension: f"{tension.b}+{tension.a}"),
)
ACTIONS = st.fixed_dictionaries(
    {"about": ABOUTS, "what": typed_texts()},
    optional={"who": typed_texts(), "when": typed_texts(20), "done": st.booleans()},
)

NEW_IN_THE_SECOND = {
    "actions": st.lists(ACTIONS, max_size=4),
    "until": st.times().map(lambda moment: moment.strftime("%H:%M")),
    "edition": st.integers(-(2**70), 2**70),
    "edition_sha256": st.text("0123456789abcdefABCDEF", min_size=16, max_size=16),
    "parked": st.lists(PARKED, max_size=3),
}

TITLE_PAGES = st.fixed_dictionaries(
    {
        "format": st.sampled_from(["regiostaf-dossier/1", "regiostaf-dossier/2"]),
        "title": titles(),
        "veiligheidsregio": st.sampled_from(sorted(regions())),
        "date": st.dates().map(str),
        "choices": _choices(),
    },
    optional={"present": st.lists(typed_texts(20), max_size=5)},
)
MOTIVATIONS = st.fixed_dictionaries({}, optional={"motivation": typed_texts()})


def _details(chosen: list[str], region: str) -> st.SearchStrategy[dict[str, dict[str, str]]]:
    """Answers to what chosen options leave open: to some, to all or to none."""
    content, gemeenten = real_content(), sorted(gemeenten_by_region()[region])
    answers = {
        code: st.fixed_dictionaries(
            {},
            optional={
                detail.key: st.sampled_from(
                    gemeenten if detail.of_gemeente else [one.value for one in detail.alternatives]
                )
                for detail in content.option_of[code].details
            },
        )
        for code in chosen
    }
    return st.fixed_dictionaries({}, optional=answers)


@st.composite
def exchange_objects(draw: st.DrawFn) -> dict[str, Any]:
    """A dossier in the exchange format that must be accepted: every optional part is there or isn't."""
    found: dict[str, Any] = draw(TITLE_PAGES)
    chosen = {code for choice in found["choices"].values() for code in choice.get("options", ())}
    pairs = [(tension.a, tension.b) for tension in real_content().tensions if {tension.a, tension.b} <= chosen]
    if found["format"] == "regiostaf-dossier/2":
        found |= draw(st.fixed_dictionaries({}, optional=NEW_IN_THE_SECOND))
        if draw(st.booleans()):
            answers = {number: choice.get("options", []) for number, choice in found["choices"].items()}
            found["proposal"] = draw(proposals(typed_texts(20), found["veiligheidsregio"], answers))
        if draw(st.booleans()):
            found["meeting"] = draw(meetings(typed_texts(20), found["veiligheidsregio"]))
        for choice in found["choices"].values():
            if details := draw(_details(choice.get("options", []), found["veiligheidsregio"])):
                choice["details"] = details
    some_kept = draw(st.booleans())
    if some_kept and pairs:
        found["kept"] = [
            dict(zip("ab", reversed(pair) if draw(st.booleans()) else pair, strict=True)) | draw(MOTIVATIONS)
            for pair in draw(st.lists(st.sampled_from(pairs), min_size=1, unique=True))
        ]
    return found


def as_file(value: Any) -> bytes:
    """The JSON of a value; lone surrogates are written as escapes, which JSON allows."""
    return json.dumps(value).encode()


def json_values() -> st.SearchStrategy[Any]:
    """Any JSON, with the words of the format in it more often than chance would."""
    words = st.sampled_from(WORDS)
    scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), words, typed_texts(10))
    return st.recursive(
        scalars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(st.one_of(words, st.text(max_size=5)), inner)
        ),
        max_leaves=20,
    )


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place within a JSON value, as its holder and the key or index in it."""
    if isinstance(value, dict | list):
        for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield value, key
            yield from places(inner)


@st.composite
def broken_objects(draw: st.DrawFn) -> Any:
    """A dossier in the exchange format in which one place holds something else, or is missing."""
    found = draw(exchange_objects())
    holder, key = draw(st.sampled_from(list(places(found))))
    if draw(st.booleans()):
        holder[key] = draw(json_values())
    else:
        del holder[key]
    return found


@st.composite
def broken_files(draw: st.DrawFn) -> bytes:
    """The bytes of a valid file with a few of them left out, changed or put in."""
    raw = bytearray(as_file(draw(exchange_objects())))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(raw) - 1)) if raw else 0
        raw[at : at + draw(st.integers(0, 3))] = draw(
            st.one_of(
                st.binary(max_size=3), st.sampled_from([b"[", b"{", b'"', b"}", b",", b"\\ud800", b"1e999", b"NaN"])
            )
        )
    return bytes(raw)
