"""What fills the gaps of the reglement: the kring's own words, answers to details, and what a dossier says already."""

import re
from collections.abc import Mapping
from datetime import date

from checklist.domain.choices.choice_words import official_name
from checklist.domain.content import CGS
from checklist.domain.decision.date_words import day_in_words
from checklist.domain.decision.names import Names
from checklist.domain.decision.reglement.pieces import Fill, known, typed
from checklist.domain.decision.reglement.standing import Standing
from checklist.domain.decision.reglement.value import Piece, Source, Text
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import DossierValue
from checklist.domain.dutch import capital, in_a_row, small
from checklist.domain.proposal import Proposal
from checklist.domain.reglement_content import Gap

# What is filled in here says how much, how often or how long, so that it is written small within a sentence.
_MEASURES = frozenset(
    {
        *("aantal_leiding", "zittingsduur", "uren_per_gemeente", "frequentie_management", "vergaderfrequentie"),
        *("evaluatietermijn", "datum_inwerkingtreding"),
    }
)
# Who somebody is called by their work needs an article within a sentence: 'portefeuillehouder veiligheid'.
_FUNCTIONS = {
    **dict.fromkeys(
        (
            *("bestuurder", "bestuurssecretaris", "burgemeester", "burgemeesters", "colleges", "directeur", "directie"),
            *("gemeentesecretaris", "gemeentesecretarissen", "griffier", "kring", "loco-secretaris"),
            *("portefeuillehouder", "portefeuillehouders", "secretaris", "secretarissen"),
            *("voorzitter", "wethouder"),
        ),
        "de",
    ),
    **dict.fromkeys(("algemeen", "bestuur", "college", "dagelijks", "management"), "het"),
}
# Who or which organisation is named by these.
_WHO = frozenset({"indiener", "verantwoording_functionaris", "beslisser_bureau", "archiefbeheerder"})
_ARTICLE = re.compile(r"\A(de|het|een) ", re.IGNORECASE)


def fill_of(gaps: Mapping[str, Gap], dossier: DossierValue, names: Names, standing: Standing) -> Fill:
    """Return what fills each gap: what the kring filled in for it, else the answer to its detail, else what the dossier
    says elsewhere, else its words for as long as it is empty. Pure."""
    rules = {rule.key: rule.value for rule in dossier.proposal.rules if rule.key}
    facts = {**_facts(dossier, names, standing), **_functionary(rules.get("cgs", ""), dossier.proposal, names)}

    def fill(key: str) -> Text:
        gap = gaps.get(key, Gap(key, f"[{key}]"))
        if value := rules.get(key):
            return _named(value) if key in _WHO else typed(small(value) if key in _MEASURES else value)
        return _answer(gap, standing, names) or facts.get(key) or known(gap.empty)

    return fill


def _answer(gap: Gap, standing: Standing, names: Names) -> Text:
    """The answer to the detail of a gap; nothing when there is none."""
    value = standing.details.get(gap.detail, "") if gap.detail else ""
    if not gap.words and value in names.gemeenten:
        return known(_gemeente(names.gemeenten[value]))
    return known(gap.words[value]) if value in gap.words else ()


def _facts(dossier: DossierValue, names: Names, standing: Standing) -> dict[str, Text]:
    """What a dossier says elsewhere; nothing for what it doesn't."""
    submitter, (organ, meeting) = dossier.proposal.submitter, _adopting(dossier, standing)
    gemeenten = [official_name(name) for name in names.gemeenten.values()]
    told = {
        "regio": names.region,
        "gemeenten": _gemeenten(gemeenten),
        "orgaan": organ,
        "datum_voorstel": day_in_words(dossier.date),
        "datum_vergadering": day_in_words(meeting),
    }
    return {
        **{key: known(text) for key, text in told.items() if text},
        **({"indiener": _named(submitter)} if submitter else {}),
    }


def _adopting(dossier: DossierValue, standing: Standing) -> tuple[str, date | None]:
    """The organ of the bestuur that adopts the reglement with the date of its meeting, if the cover tells; the kring
    adopts it on the date of the dossier, and each college on a date of its own."""
    proposal, chosen = dossier.proposal, standing.chosen
    by = {code for code in ("1a", "1b", "1c", "1d") if code in chosen}
    if by & {"1a", "1b", "1c"}:
        by.discard("1d")
    if by == {"1a"}:
        return "", dossier.date
    alone = by == {"1d"} and standing.details.get(("1d", "vastlegging")) == "verordening"
    organ = Organ.DB if alone else Organ.AB
    if (not alone and "1b" not in by) or proposal.organ not in (None, organ):
        return "", None
    return f"het {organ.value}", proposal.meeting


def _functionary(rule: str, proposal: Proposal, names: Names) -> dict[str, Text]:
    """The name of who coordinates, within a sentence, at its start and without an article."""
    name, source = (rule or names.cgs or CGS).removesuffix("."), Source.KRING if rule or proposal.cgs else Source.OURS
    bare = _ARTICLE.sub("", name)
    return {key: (Piece(text, source),) for key, text in {"Cgs": capital(name), "cgs_kaal": bare, "cgs": name}.items()}


def _named(typed_text: str) -> Text:
    """Who was typed, within a sentence: a function gets its article."""
    first = typed_text.split(maxsplit=1)[0].rstrip(",;:").casefold() if typed_text.split() else ""
    if article := _FUNCTIONS.get(first):
        return (*known(f"{article} "), *typed(small(typed_text)))
    return typed(typed_text)


def _gemeente(name: str) -> str:
    return f"de gemeente {official_name(name)}"


def _gemeenten(names: list[str]) -> str:
    """All of them: 'de gemeenten Oss en Uden'."""
    return f"de gemeente{'n' if len(names) > 1 else ''} {in_a_row(names)}" if names else ""
