"""What a count comes to, in the words of the screen: options by their letter."""

from checklist.domain.content import Question
from checklist.domain.dutch import in_a_row
from checklist.domain.meeting.pieces import Line, line, strong
from checklist.domain.meeting.shown import Shown, ShownCount, added_up_shown, majority_alone
from checklist.domain.meeting.tally import AddedUp, added_up
from checklist.domain.meeting.value import QuestionCount
from checklist.domain.meeting_record.words import Added, Rough

TOO_FEW = "Te weinig antwoorden om te tonen"
NO_ANSWER = "Niemand gaf een antwoord"


def letter_of(code: str) -> str:
    """Return the letter by which screens and sheets name an option: 'B'."""
    return code[-1].upper()


def count_words(question: Question, counted: QuestionCount | ShownCount) -> Line:
    """Return what a count comes to: 'Meerderheid voor B: 6 van de 11', 'B is de grootste groep, geen meerderheid', 'De
    stemmen staken'; or that there is too little to say so."""
    if not counted.answered:
        return line(NO_ANSWER)
    if isinstance(counted, QuestionCount):
        return _adds_up(added_up(question, counted), counted)
    if not counted.options:
        return line(TOO_FEW)
    found = added_up_shown(question, counted)
    return _majority_alone(found) if majority_alone(counted) else _adds_up(found, counted)


def of_all(said: Shown, n: int) -> str:
    """Return a number as a part of those who answered, '6 van de 11'; a word of secret mode as it is."""
    return said.value if isinstance(said, Rough) else f"{said} van de {n}"


def _adds_up(found: AddedUp, counted: QuestionCount | ShownCount) -> Line:
    match found.how:
        case Added.MAJORITY:
            told = in_a_row([of_all(counted.options[code].voor, counted.answered) for code in found.options])
            return line(strong(f"Meerderheid voor {_letters(found)}:"), f" {told}")
        case Added.LARGEST:
            return line(strong(f"{_letters(found)} is de grootste groep"), ", geen meerderheid")
        case Added.TIED:
            return line(strong("De stemmen staken"))
        case Added.NONE:
            return line(strong("Geen meerderheid en geen grootste groep"))


def _majority_alone(found: AddedUp) -> Line:
    return line(strong(f"Meerderheid voor {_letters(found)}" if found.options else "Geen meerderheid"))


def _letters(found: AddedUp) -> str:
    return in_a_row([letter_of(code) for code in found.options])
