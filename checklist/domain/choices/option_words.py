"""How a sentence names options: by their few words and their question, never by a code."""

from collections.abc import Collection, Iterable

from checklist.domain.content import Content, Option
from checklist.domain.dutch import in_a_row


def quoted(options: Iterable[Option]) -> str:
    """Return options of one question, which is named already, as one enumeration of their quoted words."""
    return in_a_row([f"‘{option.words}’" for option in options])


def named(content: Content, code: str) -> str:
    """Return an option with its question: '‘advies aan het bestuur’ (vraag 2)'. Words that an option elsewhere has too
    say nothing without the name of theirs: '‘geen directe relatie’ (vraag 5, Veiligheidsregio)'."""
    option = content.option_of[code]
    question = content.question_of[option.question_number]
    place = f"vraag {question.number}"
    if option.words in content.shared_words:
        place = f"{place}, {question.short_name}"
    return f"‘{option.words}’ ({place})"


def all_named(content: Content, codes: Collection[str]) -> str:
    """Return several options as one enumeration, each with its question."""
    return in_a_row([named(content, code) for code in codes])
