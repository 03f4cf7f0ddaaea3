"""The answers in a dossier file: what may be chosen, and what chosen options leave open."""

from checklist.domain import booklet
from checklist.domain.dossier_file.schema.kinds import GEMEENTE, Shape, record, rows, told
from checklist.domain.dossier_file.schema.kinds import text as text_of
from checklist.domain.text import TEXT_CAP


def choices(*, with_details: bool) -> Shape:
    """Return all answers by the number of their question."""
    return told(
        "De antwoorden",
        "Per nummer van een vraag. Een vraag die ontbreekt, of waarbij geen optie is gekozen, is nog niet bepaald.",
        record({str(number): _answer(number, with_details=with_details) for number in booklet.QUESTIONS}),
    )


def _answer(number: int, *, with_details: bool) -> Shape:
    codes = [f"{number}{letter}" for letter in booklet.QUESTIONS[number].letters]
    details = {"details": _details(codes)} if with_details else {}
    return told(
        f"Vraag {number}",
        "",
        record(
            {
                "options": options(number, codes),
                **details,
                "motivation": told("Motivering", "", text_of(TEXT_CAP)),
                "minority": told("Minderheidsstandpunt", "", text_of(TEXT_CAP)),
            }
        ),
    )


def options(number: int, codes: list[str]) -> Shape:
    """Return an answer to a question: its chosen options."""
    question = booklet.QUESTIONS[number]
    if not question.many:
        return told("Gekozen optie", "Bij deze vraag één.", {**rows({"enum": codes}, 1)})
    several = {**rows({"enum": codes}), "uniqueItems": True}
    if not question.exclusive:
        return told("Gekozen opties", "", several)
    alone = f"{number}{question.exclusive}"
    rule = {"if": {"contains": {"const": alone}}, "then": {"maxItems": 1}}
    return told("Gekozen opties", f"Optie {alone} gaat met geen andere samen.", several | rule)


def _details(codes: list[str]) -> Shape:
    """What the options of a question leave open, by the option's code."""
    left_open = {
        code: record({key: _detail(fixed) for (of, key), fixed in booklet.DETAILS.items() if of == code})
        for code in codes
    }
    return told("Deelkeuzen", "Alleen van opties die zijn gekozen. Wat ontbreekt, staat open.", record(left_open))


def _detail(fixed: booklet.FixedDetail) -> Shape:
    if fixed.of_gemeente:
        return told("Gemeente", "Een gemeente van de veiligheidsregio.", GEMEENTE)
    return {"enum": list(fixed.values)}
