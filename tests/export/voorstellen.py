"""Seven dossiers that a voorstel must be sound for: from nothing at all to all that may be typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import cycle
from typing import Any

from checklist.domain.advies.compose import compose_advies
from checklist.domain.advies.setting import Setting
from checklist.domain.advies.value import Advies
from checklist.domain.dossier import DossierValue, Kept
from checklist.domain.dossier_file import parse_dossier
from checklist.domain.meeting_record.as_json import record_as_json, record_from_json
from checklist.domain.proposal import data_of, proposal_of
from tests.content import EXAMPLES, gemeenten_by_region, gemeenten_of, real_backgrounds, real_content, regions
from tests.domain.exchanged import largest_dossier
from tests.export.samples import answers_of
from tests.meeting_records import largest_record

TODAY = date(2026, 11, 20)
# More than any region has, and longer than any name.
GEMEENTEN = {
    f"GM9{number:03}": f"Sint-Odiliënberg-Nieuwerkerk aan den {name}, gemeente van {number} kernen"
    for number, name in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", start=1)
}
_LETTER = "w"
_SENTENCE = "De kring wil de gemeenten niet met een nieuw overleg belasten en zoekt de kortste weg. "
ODD = (
    "Ł ć → ≤ ✓ ½ € “aanhaling” 'recht' \"recht\" <b>geen opmaak</b> & {{ 7|add:7 }} "
    "🚒 👩‍🚒 消防 العربية Ελληνικά Кириллица "
    "e\u0301 a\u00adb \u2011 \u00a0 ﬁ ’s-Hertogenbosch www.voorbeeld.nl/a?b=c&d"
)


def composed(dossier: DossierValue, gemeenten: dict[str, str] | None = None, region: str = "") -> Advies:
    """The advies of a dossier."""
    code = dossier.veiligheidsregio
    setting = Setting(gemeenten or gemeenten_of(code), TODAY)
    return compose_advies(dossier, real_content(), region or regions()[code], real_backgrounds(), setting)


def example(name: str) -> DossierValue:
    """One of the dossiers in the fixtures."""
    return parse_dossier((EXAMPLES / f"{name}.json").read_bytes(), real_content(), gemeenten_by_region())


def contradictory() -> DossierValue:
    """Choices that can't both hold, one pair of them kept on purpose."""
    answers = answers_of("1a 1d 2a 2b 3b 4b 5a 6a 7a 8a 9a 10a 11a 12a")
    return DossierValue("Regiostaf", "VR21", date(2026, 11, 24), (), answers, (Kept("1a", "2a", "Wij willen dit."),))


def capped() -> DossierValue:
    """Every text, in words, and every table as long as it may be; all that can be kept is kept."""
    largest = largest_dossier(_LETTER)
    answers = {
        number: replace(answer, motivation=_in_words(answer.motivation), minority=_in_words(answer.minority))
        for number, answer in largest.answers.items()
    }
    return replace(
        largest,
        title=_in_words(largest.title),
        answers=answers,
        kept=tuple(replace(kept, motivation=_in_words(kept.motivation)) for kept in largest.kept),
        actions=tuple(
            replace(action, what=_in_words(action.what), who=_in_words(action.who)) for action in largest.actions
        ),
        proposal=proposal_of(_in_words(data_of(largest.proposal))),
        meeting=record_from_json(_in_words(record_as_json(largest_record(_LETTER, largest.veiligheidsregio)))),
    )


def _in_words(value: Any) -> Any:
    """The same with words where one letter fills a text."""
    if isinstance(value, dict):
        return {key: _in_words(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_in_words(inner) for inner in value]
    long = isinstance(value, str) and value.strip(_LETTER) == ""
    return (_SENTENCE * len(value))[: len(value)].strip() if long else value


def odd() -> DossierValue:
    """Characters of every kind in every text of a full dossier, some of which no font of ours has."""
    full = example("vol-voorstel")
    answers = {
        number: replace(answer, motivation=f"{ODD}\n\n- {ODD}\n- {ODD}", minority=ODD)
        for number, answer in full.answers.items()
    }
    return replace(full, title=f"Regiostaf {ODD}", present=(ODD,), answers=answers)


def many_gemeenten() -> DossierValue:
    """A region of twenty-six gemeenten with long names, of which each was there, was not, or agreed later."""
    stands = cycle(["aanwezig", "afwezig", "later ingestemd"])
    attendance = [{"gemeente": code, "stand": stand} for code, stand in zip(GEMEENTEN, stands, strict=False)]
    full = example("vol-voorstel")
    return replace(full, proposal=proposal_of(data_of(full.proposal) | {"aanwezigheid": attendance}))


DOSSIERS: dict[str, Callable[[], Advies]] = {
    "empty": lambda: composed(example("leeg")),
    "half": lambda: composed(example("half")),
    "full": lambda: composed(example("vol-voorstel")),
    "contradictory": lambda: composed(contradictory()),
    "capped": lambda: composed(capped()),
    "odd": lambda: composed(odd()),
    "many": lambda: composed(many_gemeenten(), GEMEENTEN, "Noord- en Midden-Voorbeeldland-Zuid"),
}
