"""A design in one sentence: who sets the regiostaf up, what it does and who leads it (questions 1, 2 and 8).

The words are content: the `clause` of each option. This module joins them.
"""

from collections.abc import Collection, Sequence
from itertools import groupby

from checklist.domain.content import Content, Option, question_of_code
from checklist.domain.dutch import as_sentence, in_a_row

WHO, TASKS, LEAD = 1, 2, 8
SENTENCE_QUESTIONS = (WHO, TASKS, LEAD)

# How a clause of question 1 ends that says who: with its verb, so that it knows its number. Another one says how, and
# begins with one of these.
ONE, MORE = "richt", "richten"
HOW = ("bij", "in", "met", "via", "volgens")

NOTHING_YET = "U hebt nog niet bepaald wie de regiostaf opricht, wat die gaat doen en wie de leiding heeft."


def design_sentence(content: Content, chosen: Collection[str]) -> str:
    """Return what the choices come to, as 'De colleges richten een regiostaf op die de gemeenten adviseert, onder
    leiding van één vrijgestelde functionaris.'

    What is open is left out; where all of it is open, or has no clause, the sentence says that.
    """
    options = [content.option_of[code] for code in content.in_order(chosen)]
    set_up = _clauses(options, WHO)
    who = [clause for clause in set_up if names_who(clause)]
    how = [clause for clause in set_up if not names_who(clause)]
    tasks, lead = _clauses(options, TASKS), _clauses(options, LEAD)
    if not (set_up or tasks or lead):
        return NOTHING_YET
    return as_sentence(_set_up(who, how) + _does(tasks) + _led(lead, apart=bool(who or tasks)))


def names_who(clause: str) -> bool:
    """Whether a clause of question 1 says who sets it up; else it says how."""
    return clause.split()[-1:] in ([ONE], [MORE])


def names_any(chosen: Collection[str]) -> bool:
    """Whether any of the chosen options is of a question that the sentence is about."""
    return any(question_of_code(code) in SENTENCE_QUESTIONS for code in chosen)


def clause_fault(number: int, clause: str) -> str:
    """Return in Dutch why a clause of this question doesn't fit into the sentence; empty when it does."""
    if clause.endswith((".", "!", "?", ";", ":", ",")):
        return "Laat het leesteken aan het eind weg: de zin gaat verder."
    if number == WHO and clause and not names_who(clause) and not clause.startswith(tuple(f"{word} " for word in HOW)):
        return f"Eindig met ‘{ONE}’ of ‘{MORE}’, of begin met {in_a_row([f'‘{word}’' for word in HOW])}."
    return ""


def _clauses(options: Sequence[Option], number: int) -> list[str]:
    return [option.clause for option in options if option.question_number == number and option.clause]


def _set_up(who: Sequence[str], how: Sequence[str]) -> str:
    """'de kring en de colleges richten bij verordening een regiostaf op'; without anybody 'er komt een regiostaf'."""
    manner = in_a_row(how)
    if not who:
        return f"{manner} komt er een regiostaf" if manner else "er komt een regiostaf"
    people = in_a_row([clause.rpartition(" ")[0] for clause in who])
    verb = MORE if len(who) > 1 else who[0].rpartition(" ")[2]
    return " ".join(filter(None, (people, verb, manner, "een regiostaf op")))


def _does(tasks: Sequence[str]) -> str:
    """' die de gemeenten adviseert en beleid mee voorbereidt'; tasks with one verb share it."""
    by_verb = groupby((task.rpartition(" ") for task in tasks), key=lambda parts: parts[2])
    said = [f"{in_a_row([head for head, _, _ in parts if head])} {verb}".strip() for verb, parts in by_verb]
    return f" die {in_a_row(said)}" if said else ""


def _led(lead: Sequence[str], *, apart: bool) -> str:
    """', onder leiding van …'; without the comma where it belongs to the regiostaf alone."""
    return f"{',' if apart else ''} onder leiding van {in_a_row(lead)}" if lead else ""
