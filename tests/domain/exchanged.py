"""A dossier file for the tests of the exchange format, and the same with something else in it."""

import json
from copy import deepcopy
from datetime import date, time
from itertools import product
from typing import Any

import pytest

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Option
from checklist.domain.dossier import MOST_ACTIONS, Action, Answer, DetailAnswer, DossierValue, Kept, about_step
from checklist.domain.dossier_file import ExchangeError, parse_dossier
from checklist.domain.steps import STEPS
from checklist.domain.text import PRESENT_LINE_CAP, PRESENT_LINES_CAP, TEXT_CAP, TITLE_CAP, WHAT_CAP, WHEN_CAP, WHO_CAP
from tests.content import gemeenten_by_region, real_content
from tests.meeting_records import largest_record
from tests.proposals import FULL, largest_proposal
from tests.strategies import as_file


def base() -> dict[str, Any]:
    """The example of the design, with a tension that is kept."""
    return {
        "format": "regiostaf-dossier/1",
        "title": "Regiostaf Brabant-Noord",
        "veiligheidsregio": "VR21",
        "date": "2026-11-24",
        "present": ["Gemeentesecretaris van Oss"],
        "choices": {
            "1": {"options": ["1a", "1d"], "motivation": "Zo kan het snel.", "minority": "Het kan beter."},
            "2": {"options": ["2a", "2b"]},
            "4": {"options": [], "motivation": "Wij wachten op de griffiers."},
        },
        "kept": [{"a": "2a", "b": "2b", "motivation": "Twee petten."}],
    }


def newest() -> dict[str, Any]:
    """The same in the format that is written, with what is new in it."""
    value = base() | {"format": "regiostaf-dossier/2", "until": "12:00"}
    value["choices"]["1"]["details"] = {"1d": {"vastlegging": "regeling"}}
    value["actions"] = [
        {"about": "2a+2b", "what": "Taken op papier", "who": "Secretaris van Oss", "when": "1 maart 2027"},
        {"about": "vraag:4", "what": "", "who": "De griffiers", "when": "", "done": True},
        {"about": "", "what": "Datum prikken", "who": "", "when": ""},
        {"about": "stap:ab_besluit", "what": "", "who": "", "when": "18 februari 2027"},
    ]
    value["proposal"] = deepcopy(FULL)
    value["choices"]["7"] = {"options": ["7c"], "details": {"7c": {"gemeente": "GM0796"}}}
    return value


def parse(value: Any) -> DossierValue:
    """Read a value as a file."""
    return parse_dossier(as_file(value), real_content(), gemeenten_by_region())


def refusal(raw: bytes) -> str:
    """The message with which these bytes are refused."""
    with pytest.raises(ExchangeError) as caught:
        parse_dossier(raw, real_content(), gemeenten_by_region())
    return str(caught.value)


def changed(**fields: Any) -> dict[str, Any]:
    """The example with other fields."""
    return base() | fields


def without(key: str) -> dict[str, Any]:
    """The example without a field."""
    return {name: value for name, value in base().items() if name != key}


def newer(**fields: Any) -> dict[str, Any]:
    """The example in the newest format, with other fields."""
    return newest() | fields


def details(number: int, *options: str, **by_option: Any) -> dict[str, Any]:
    """The example in the newest format with one answer: these options chosen, and details by option ('o7a')."""
    answer = {"options": list(options), "details": {name[1:]: value for name, value in by_option.items()}}
    return newer(choices={str(number): answer}, kept=[], proposal={})


def action(**fields: Any) -> dict[str, Any]:
    """The example in the newest format with one action, which has other fields."""
    return newer(actions=[{"about": "vraag:4", "what": "Navragen"} | fields])


def proposal(**fields: Any) -> dict[str, Any]:
    """The example in the newest format with a proposal of these fields alone."""
    return newer(proposal=fields)


def choices(**fields: Any) -> dict[str, Any]:
    """The example with one answered question, by number without its q."""
    return changed(choices={name[1:]: value for name, value in fields.items()}, kept=[])


def kept(*items: Any) -> dict[str, Any]:
    """The example with these kept tensions."""
    return changed(kept=list(items))


def most_tensions() -> frozenset[str]:
    """The options of a design with as many tensions as there can be at once: where many may be chosen, all that may
    stand together or the one that stands alone."""
    content = real_content()
    ways = []
    for question in content.questions:
        alone = [(option.code,) for option in question.options if option.exclusive or not question.many]
        together = tuple(option.code for option in question.options if question.many and not option.exclusive)
        ways.append([*alone, together] if together else alone)
    designs = (frozenset(code for answer in design for code in answer) for design in product(*ways))
    return max(designs, key=lambda design: len(tensions_between(content, design)))


def first_answer(option: Option) -> DetailAnswer:
    """The first answer to what an option leaves open; a gemeente of VR21."""
    (detail,) = option.details
    value = "GM0828" if detail.of_gemeente else detail.alternatives[0].value
    return DetailAnswer(option.code, detail.key, value)


def largest_dossier(character: str) -> DossierValue:
    """Every text as long as it may be, all in this character, and every tension kept that can be."""
    content, chosen, text = real_content(), most_tensions(), character * TEXT_CAP
    return DossierValue(
        title=character * TITLE_CAP,
        veiligheidsregio="VR21",
        date=date(2026, 11, 24),
        present=(character * PRESENT_LINE_CAP,) * PRESENT_LINES_CAP,
        answers={
            question.number: Answer(
                content.in_order(chosen & {o.code for o in question.options}),
                text,
                text,
                tuple(first_answer(option) for option in question.options if option.code in chosen and option.details),
            )
            for question in content.questions
        },
        until=time(23, 59),
        kept=tuple(Kept(tension.a, tension.b, text) for tension in tensions_between(content, chosen)),
        actions=(
            Action(
                about_step(max(STEPS, key=len)),
                character * WHAT_CAP,
                character * WHO_CAP,
                character * WHEN_CAP,
                done=True,
            ),
        )
        * MOST_ACTIONS,
        proposal=largest_proposal(character, "VR21", [code for code in content.option_of if code not in chosen]),
        meeting=largest_record(character, "VR21"),
    )


def text_with(old: str, new: str) -> bytes:
    """The JSON of the example with some of its text replaced."""
    text = json.dumps(base())
    assert text.count(old) == 1
    return text.replace(old, new).encode()
