"""The form of what the content says of the reglement: how a condition is written, and which text fits where."""

import re

from checklist.domain import booklet
from checklist.domain.decision_texts import NOT_ANSWERED, names_fault
from checklist.domain.proposal import RULE_KEYS
from checklist.domain.reglement_content import ALWAYS, When

# In a sentence for one part: that part.
PART = "{onderdeel}"
GAPS = tuple(f"{{{key}}}" for key in RULE_KEYS)

# A text in pieces: a gap by its name, or words between square brackets that say what is still open.
PIECES = re.compile(r"\{(?P<gap>\w+)\}|(?P<open>\[[^\[\]{}]+\])")

_SETS = {"all": "every", "any": "any_of", "none": "none_of", "open": "open_at", "answered": "answered_at"}
_OF_QUESTIONS = ("open", "answered")
_CODE, _NUMBER = r"[1-9]\d?[a-z]", r"[1-9]\d?"
_OPTIONS = re.compile(rf"(?P<set>all|any|none)=(?P<listed>{_CODE}(?:\|{_CODE})*)", re.A)
_QUESTIONS = re.compile(rf"(?P<set>open|answered)=(?P<listed>{_NUMBER}(?:\|{_NUMBER})*)", re.A)
_ANSWER = re.compile(rf"(?P<option>{_CODE})\.(?P<key>[a-z]+)=(?P<values>[a-z]+(?:\|[a-z]+)*)", re.A)
_DETAIL = re.compile(rf"({_CODE})\.([a-z]+)", re.A)


def when_of(written: str) -> When:
    """Return the condition that 'all=8a none=11c answered=11 1b.vorm=commissie|open' says; an empty text is always.

    `all`, `any` and `none` have codes of options, `open` and `answered` numbers of questions, and one detail may have
    values, of which 'open' is: not answered. Raises `ValueError` for a text of another form.
    """
    found: dict[str, object] = {}
    for word in written.split():
        if sets := _OPTIONS.fullmatch(word) or _QUESTIONS.fullmatch(word):
            name, listed = _SETS[sets["set"]], sets["listed"].split("|")
            held: object = tuple(map(int, listed)) if sets["set"] in _OF_QUESTIONS else tuple(listed)
        elif answer := _ANSWER.fullmatch(word):
            values = tuple("" if value == NOT_ANSWERED else value for value in answer["values"].split("|"))
            name, held = "detail", (answer["option"], answer["key"], values)
        else:
            raise ValueError(f"{word!r} is no condition such as 'all=1a|1d' or '1b.vorm=commissie|open'")
        if name in found:
            raise ValueError(f"{word!r} says twice what another word says")
        found[name] = held
    return When(**found) if found else ALWAYS  # type: ignore[arg-type]  # each name has the type of its set


def detail_of(written: str) -> tuple[str, str] | None:
    """Return the detail that '1d.vastlegging' names; None for an empty text. Raises `ValueError` for another form."""
    if not written:
        return None
    found = _DETAIL.fullmatch(written)
    if not found:
        raise ValueError(f"{written!r} is no detail such as '1d.vastlegging'")
    return found[1], found[2]


def answer_words(written: str) -> dict[str, str]:
    """Return the words for each answer, of lines such as 'regeling: de gemeenschappelijke regeling'. Raises
    `ValueError` for a line of another form and for an answer that is there twice."""
    found: dict[str, str] = {}
    for line in written.splitlines():
        answer, colon, words = line.partition(": ")
        if not (answer and colon and words.strip()) or answer in found:
            raise ValueError(f"{line!r} is no line such as 'regeling: de gemeenschappelijke regeling'")
        found[answer] = words.strip()
    return found


def signature_blocks(written: str) -> tuple[tuple[str, ...], ...]:
    """Return the blocks of who signs: lines, with an empty line between blocks."""
    return tuple(tuple(block.splitlines()) for block in written.split("\n\n") if block)


def sources_of(written: str) -> tuple[str, ...]:
    """Return what a text rests on, a line each."""
    return tuple(written.splitlines())


def gaps_of(text: str) -> tuple[str, ...]:
    """Return the gaps that a text names, by their names between braces."""
    return tuple(gap["gap"] for gap in PIECES.finditer(text) if gap["gap"] and gap[0] != PART)


def text_fault(text: str, *more: str) -> str:
    """Return in Dutch why a text can't be filled in: braces that stand for nothing, or square brackets without a pair;
    empty when it can. `more` are braces that it may have beside the gaps."""
    if fault := names_fault(text, (*GAPS, *more)):
        return fault
    rest = PIECES.sub("", text)
    return "Zet wat nog open is tussen één paar vierkante haken." if "[" in rest or "]" in rest else ""


def sentence_fault(text: str, *more: str) -> str:
    """Return in Dutch why a text is no sentence of the reglement; empty when it is."""
    if text and (not _begins(text) or not text.endswith(".") or text.endswith("..")):
        return "Begin met een hoofdletter of met wat nog open is, en eindig met één punt."
    return text_fault(text, *more)


def opening_fault(text: str) -> str:
    """Return in Dutch why no list can follow these words; empty when one can."""
    if text and (not _begins(text) or not text.endswith(":")):
        return "Begin met een hoofdletter en eindig met een dubbelepunt: er volgt een opsomming."
    return text_fault(text)


def single_fault(text: str) -> str:
    """Return in Dutch why a sentence doesn't fit for one part; empty when it does."""
    if text and text.count(PART) != 1:
        return f"Zet één keer {PART} waar het enige onderdeel komt."
    return sentence_fault(text, PART)


def part_fault(text: str) -> str:
    """Return in Dutch why a text is no part of a list; empty when it is: its mark at the end comes with its place."""
    if text.endswith((".", ";", ",", ":")):
        return "Eindig zonder leesteken: dat volgt uit de plaats in de opsomming."
    return text_fault(text)


def filler_fault(text: str) -> str:
    """Return in Dutch why words can't fill a gap: they name one, or have brackets without a pair; empty when they
    can."""
    return names_fault(text, ()) or text_fault(text)


def words_fault(detail: str, words: str) -> str:
    """Return in Dutch why lines aren't the words for the answers to a detail; empty when they are."""
    asked = detail_of(detail)
    fixed = booklet.DETAILS.get(asked) if asked else None
    try:
        answers = tuple(answer_words(words))
    except ValueError:
        return "Schrijf per antwoord één regel, zoals ‘regeling: de gemeenschappelijke regeling’."
    wanted = fixed.values if fixed else ()
    return "" if set(answers) == set(wanted) else f"Zet voor elk antwoord een regel: {', '.join(wanted) or 'geen'}."


def _begins(text: str) -> bool:
    return text[:1].isupper() or text[:1] in ("{", "[")
