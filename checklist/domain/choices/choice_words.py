"""How a document for a bestuur names choices: in words that go on after the name of their question, and as a thing of
which a sentence says something; never by a code alone.

As in the drawing of the regiostaf (`drawings.parties`) the words hang together: what one option says depends on what it
leaves open and on the option before it. The keuzekaart has shorter ones (`Option.brief`), for whoever sees the question
above them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checklist.domain.choices.details import value_of
from checklist.domain.content import CGS, Content, Detail, Option, Question
from checklist.domain.dossier import Answer
from checklist.domain.dutch import capital, in_a_row


@dataclass(frozen=True)
class _Words:
    """`after` goes on after the question's name, with `{}` for the answer to what the option leaves open; `without`
    stands in its place without that answer. `thing` is a noun."""

    after: str
    thing: str
    without: str = ""


_WORDS: Mapping[str, _Words] = {
    "1a": _Words("door de kring", "instelling door de kring"),
    "1b": _Words("door het algemeen bestuur", "instelling door het algemeen bestuur"),
    "1c": _Words("door de colleges", "instelling door de colleges"),
    "1d": _Words("vastgelegd {}", "vastlegging in regeling of verordening", "vastgelegd in regeling of verordening"),
    "2a": _Words("advies aan het bestuur", "advies aan het bestuur"),
    "2b": _Words("advies aan de gemeenten", "advies aan de gemeenten"),
    "2c": _Words("samen beleid voorbereiden", "samen beleid voorbereiden"),
    "2d": _Words("samenwerking tussen gemeenten", "samenwerking tussen gemeenten"),
    "3a": _Words("geen directe relatie", "geen directe relatie met de colleges"),
    "3b": _Words("adviseert een stuurgroep uit de colleges", "een stuurgroep uit de colleges"),
    "3c": _Words(
        "adviseert {}", "een bestuurscommissie met wethouders", "adviseert een bestuurscommissie met wethouders"
    ),
    "4a": _Words("geen directe relatie", "geen directe relatie met de raden"),
    "4b": _Words("werkt samen met griffiers", "samenwerking met griffiers"),
    "4c": _Words("adviseert {}", "advies aan een overleg uit de raden", "adviseert een overleg uit de raden"),
    "5a": _Words("geen directe relatie", "geen directe relatie met de veiligheidsregio"),
    "5b": _Words("vaste relatie met het bestuur", "een vaste relatie met het bestuur"),
    "5c": _Words("vaste relatie met het management", "een vaste relatie met het management"),
    "5d": _Words("deel van het management", "een plaats in het management"),
    "6a": _Words("alleen rampen en crises", "werk voor alleen rampen en crises"),
    "6b": _Words("alles van de veiligheidsregio", "werk voor alles van de veiligheidsregio"),
    "6c": _Words("ook sociale en integrale veiligheid", "werk voor ook sociale en integrale veiligheid"),
    "7a": _Words(
        "bij {}",
        "een plaats bij secretarissen of veiligheidsadviseurs",
        "bij het overleg van secretarissen of veiligheidsadviseurs",
    ),
    "7b": _Words("bij de taak van {cgs}", "een plaats bij de taak van {cgs}"),
    "7c": _Words("bij {} als centrumgemeente", "een plaats bij de centrumgemeente", "bij de centrumgemeente"),
    "7d": _Words(
        "bij een onafhankelijke afdeling van de veiligheidsregio",
        "een plaats bij een onafhankelijke afdeling van de veiligheidsregio",
    ),
    "8a": _Words(
        "{}", "leiding door vertegenwoordigers van secretarissen", "vertegenwoordiging van gemeentesecretarissen"
    ),
    "8b": _Words(
        "één vrijgestelde functionaris bij {}",
        "leiding door één vrijgestelde functionaris",
        "één vrijgestelde functionaris",
    ),
    "9a": _Words("medewerkers van gemeenten", "ondersteuning door medewerkers van gemeenten"),
    "9b": _Words(
        "medewerkers vrijgesteld bij {}",
        "medewerkers vrijgesteld bij één gemeente",
        "medewerkers vrijgesteld bij één gemeente",
    ),
    "9c": _Words("bureau van de veiligheidsregio", "een bureau van de veiligheidsregio"),
    "10a": _Words("gesloten beurzen", "gesloten beurzen"),
    "10b": _Words("budget van de veiligheidsregio", "een bijdrage van de veiligheidsregio"),
    "10c": _Words("bijdrage van de gemeenten", "een bijdrage van de gemeenten"),
    "11a": _Words("staat los van de regiostaf", "{cgs} los van de regiostaf"),
    "11b": _Words("is deel van de regiostaf", "{cgs} in de regiostaf"),
    "11c": _Words("is voorzitter van {}", "{cgs} als voorzitter", "is voorzitter van de regiostaf"),
    "12a": _Words("blijft bij de veiligheidsregio", "een regiostaf die bij de veiligheidsregio blijft"),
    "12b": _Words("wordt organisator van brede samenwerking", "brede samenwerking rond veiligheid"),
    "12c": _Words(
        "wordt een staf voor alle gemeenschappelijke regelingen", "een staf voor alle gemeenschappelijke regelingen"
    ),
}

# Answers whose words need their question beside them, by code and value.
_ANSWERS: Mapping[tuple[str, str], str] = {
    ("8a", "secretarissen"): "vertegenwoordiging van gemeentesecretarissen",
    ("8a", "namens"): "medewerkers namens gemeentesecretarissen",
    ("8a", "beide"): "gemeentesecretarissen en medewerkers namens hen",
    ("11c", "ambtelijk"): "het ambtelijke deel van de regiostaf",
}
# What two options in a row needn't both say.
_SAID_ONCE = ("advies ", "adviseert ", "vaste relatie ", "medewerkers ")
_BOTH = "beide"
_IN_BRACKETS = re.compile(r"\s*\(.*\)$")


def choice_in_words(question: Question, answer: Answer, gemeenten: Mapping[str, str], cgs: str = CGS) -> str:
    """Return what was chosen as it goes on after the question's name: 'door de kring (1a); daarna in de
    organisatieverordening (1d)'. `gemeenten` are the region's by code, `cgs` how the kring calls the functionary.
    Empty for an open question."""
    chosen = [option for option in question.options if option.code in answer.options]
    said = list(_in_a_row_of(chosen, answer, gemeenten, cgs))
    if len(said) > 1 and chosen[-1].code == "1d":
        return f"{in_a_row(said[:-1])}; {said[-1].replace('vastgelegd', 'daarna', 1)}"
    return in_a_row(said)


def thing_of(content: Content, code: str, cgs: str = CGS) -> str:
    """Return an option as a noun: 'instelling door de kring'. Its code must be told beside it."""
    words = _WORDS.get(code)
    thing = words.thing if words else content.option_of[code].words
    return thing.replace("{cgs}", cgs)


def thing_in_words(content: Content, code: str, cgs: str = CGS) -> str:
    """Return an option as a noun with its code: 'instelling door de kring (1a)'."""
    return f"{thing_of(content, code, cgs)} ({code})"


def pair_in_words(content: Content, a: str, b: str, cgs: str = CGS) -> str:
    """Return two options as the start of a sentence: 'Advies aan het bestuur (2a) en advies aan de gemeenten (2b)'."""
    return capital(in_a_row([thing_in_words(content, code, cgs) for code in (a, b)]))


def _in_a_row_of(chosen: Iterable[Option], answer: Answer, gemeenten: Mapping[str, str], cgs: str) -> Iterator[str]:
    before = ""
    for option in chosen:
        words = _after(option, answer, gemeenten).replace("{cgs}", cgs)
        shared = next((start for start in _SAID_ONCE if words.startswith(start) and before.startswith(start)), "")
        yield f"{words.removeprefix(shared)} ({option.code})"
        before = words


def _after(option: Option, answer: Answer, gemeenten: Mapping[str, str]) -> str:
    words = _WORDS.get(option.code)
    if not words:
        return option.words
    if "{}" not in words.after:
        return words.after
    for detail in option.details:
        if given := _answered(option, detail, value_of(option, detail, answer.details), gemeenten):
            return words.after.replace("{}", given)
    return words.without


def _answered(option: Option, detail: Detail, value: str, gemeenten: Mapping[str, str]) -> str:
    if detail.of_gemeente:
        return f"de gemeente {official_name(gemeenten[value])}" if value in gemeenten else ""
    labels = {one.value: one.label for one in detail.alternatives}
    if own := _ANSWERS.get((option.code, value)):
        return own
    if value == _BOTH and value in labels:
        return in_a_row([label for other, label in labels.items() if other != _BOTH])
    return labels.get(value, "")


def official_name(gemeente: str) -> str:
    """Return the name of a gemeente without what tells it from another one: 'Bergen (L.)' is 'Bergen'."""
    return _IN_BRACKETS.sub("", gemeente)
