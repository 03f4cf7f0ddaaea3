"""The form of the controle read as somebody sent it."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict

from checklist.domain.choices.option_words import all_named
from checklist.domain.content import Content
from checklist.domain.dossier import Action, about_pair, about_question, about_step, is_about_step
from checklist.domain.steps import STEPS
from checklist.forms import ActionForm, KeepForm
from checklist.pages.agenda import TEXTS, ActionRow, KeepRow, SentAgenda
from checklist.selectors import ActionState

NOT_TICKED = "Zet een vinkje bij ‘Toch zo laten’, of maak het veld leeg."


def sent_agenda(content: Content, sent: QueryDict, stored: Iterable[ActionState]) -> SentAgenda:
    """Return the form as it was sent, its texts clean; a text that is refused stays as typed. Raises
    `SuspiciousOperation` (400) when what the page itself put in it was changed."""
    done = {state.id: state.action.done for state in stored}
    return SentAgenda(
        tuple(_sent_action(sent, at, _abouts(content), done) for at in _keys(sent, "actie")),
        tuple(_sent_keep(sent, number, content) for number in _keys(sent, "spanning")),
    )


def _keys(sent: QueryDict, name: str) -> tuple[int, ...]:
    keys = sent.getlist(name)
    if len({*keys}) < len(keys) or not all(key.isascii() and key.isdigit() and len(key) < 6 for key in keys):
        raise _Changed
    return tuple(map(int, keys))


class _Changed(SuspiciousOperation):
    """What the page itself put in the form was changed."""


def _abouts(content: Content) -> frozenset[str]:
    pairs = (about_pair(tension.a, tension.b) for tension in (*content.tensions, *content.switched_off))
    return frozenset({"", *map(about_question, content.question_of), *map(about_step, STEPS), *pairs})


def _sent_action(sent: QueryDict, at: int, abouts: frozenset[str], done: Mapping[int, bool]) -> ActionRow:
    form = ActionForm(sent, prefix=f"actie-{at}")
    errors = {name: str(messages[0]) for name, messages in form.errors.items()}
    data = form.cleaned_data
    if {*errors} - {*TEXTS} or data["about"] not in abouts:
        raise _Changed
    what, who, when = (data.get(name, form[name].data or "") for name in TEXTS)
    # Only a step has a box to tick it off.
    ticked = data["done"] if is_about_step(data["about"]) else done.get(data["id"], False)
    return ActionRow(
        at,
        data["id"],
        data["version"],
        data["shown"],
        Action(data["about"], what, who, when, ticked),
        errors,
    )


def nothing_to_keep(content: Content, missing: Iterable[str]) -> str:
    """Return why a tension can't be kept: these options of it aren't chosen any more."""
    codes = [*missing]
    chosen = "is niet meer gekozen" if len(codes) == 1 else "zijn niet meer gekozen"
    return f"{all_named(content, codes)} {chosen}, dus er valt niets af te spreken. Er is niets opgeslagen."


def _sent_keep(sent: QueryDict, number: int, content: Content) -> KeepRow:
    form = KeepForm(sent, prefix=f"spanning-{number}")
    errors = {name: str(messages[0]) for name, messages in form.errors.items()}
    data = form.cleaned_data
    known = {tension.number for tension in (*content.tensions, *content.switched_off)}
    if {*errors} - {"motivation"} or number not in known:
        raise _Changed
    motivation = data.get("motivation", form["motivation"].data or "")
    if motivation and not data["keep"] and not data["version"]:
        errors["keep"] = NOT_TICKED
    return KeepRow(number, data["version"], data["shown"], data["keep"], motivation, errors)
