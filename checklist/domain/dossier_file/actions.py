"""The actions in a file: what is done, who does it and when."""

from collections.abc import Iterator
from typing import Any

from checklist.domain.choices.consistency import tension_of_pair
from checklist.domain.content import Content
from checklist.domain.dossier import Action, about_pair, about_question, about_step
from checklist.domain.dossier_file.schema import ACTION, ACTIONS
from checklist.domain.dossier_file.strict import listed, of_kind, record, refuse, shown, text_at, truth
from checklist.domain.steps import STEPS
from checklist.domain.text import clean_line


def read_actions(value: object, content: Content) -> tuple[Action, ...]:
    """Return the actions in their order; one that says nothing is left out, as a save removes it. Raises
    `ExchangeError` for what docs/exchange_format.md doesn't allow."""
    raw = listed(value, "actions", ACTIONS, "acties")
    actions = (_action(item, f"actions, regel {at}", content) for at, item in enumerate(raw, start=1))
    return tuple(action for action in actions if not action.empty)


def exported_action(action: Action) -> dict[str, Any]:
    """Return an action as an object to write."""
    done = {"done": True} if action.done else {}
    return {"about": action.about, "what": action.what, "who": action.who, "when": action.when, **done}


def _action(item: object, place: str, content: Content) -> Action:
    one = record(item, place, ACTION)
    return Action(
        about=_about(one["about"], f"{place}, about", content),
        what=text_at("what", one, place, ACTION),
        who=text_at("who", one, place, ACTION, clean_line),
        when=text_at("when", one, place, ACTION, clean_line),
        done=truth(one.get("done", False), f"{place}, done"),
    )


def _about(value: object, place: str, content: Content) -> str:
    about = of_kind(value, str, place)
    if about in ("", *_questions(content), *map(about_step, STEPS)):
        return about
    a, plus, b = about.partition("+")
    tension = tension_of_pair(content, a, b) if plus else None
    if tension is None:
        refuse(place, f"{shown(about)} is geen vraag, geen spanning en geen stap")
    return about_pair(tension.a, tension.b)


def _questions(content: Content) -> Iterator[str]:
    return (about_question(question.number) for question in content.questions)
