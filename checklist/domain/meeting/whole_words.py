"""The whole in at most four lines of at most 25 words, for the screen and the document: what clashes, who carries both
halves, who holds it all, and what lies near. Options stand in words."""

from collections.abc import Mapping
from dataclasses import replace

from checklist.domain.content import CGS, Content
from checklist.domain.meeting.clash_words import carried_line, clash_line, no_clash_words
from checklist.domain.meeting.holder_words import holders_line
from checklist.domain.meeting.near_words import near_line
from checklist.domain.meeting.pieces import Line, line
from checklist.domain.meeting.whole import Whole


def whole_in_short(content: Content, whole: Whole) -> tuple[Line, ...]:
    """Return the whole in lines without the name of a gemeente, for a screen on which the chair shows no names: what
    clashes, who carries it, and what lies near; in secret mode that nobody knows who holds it too."""
    if not whole.contradictions:
        return whole_lines(content, whole, {})
    first, *others = whole.contradictions
    unnamed = replace(first, both=first.both and replace(first.both, gemeenten=()))
    lines = (
        clash_line(content, (unnamed, *others)),
        carried_line(unnamed, {}),
        holders_line(whole, {}) if whole.secret else (),
        near_line(content, whole),
    )
    return tuple(told for told in lines if told)


def whole_lines(content: Content, whole: Whole, names: Mapping[str, str], cgs: str = CGS) -> tuple[Line, ...]:
    """Return the whole in lines; without a clash one. In: the names of gemeenten by code, and how the kring calls the
    coördinerend gemeentesecretaris."""
    if not whole.contradictions:
        return (line(no_clash_words(len(whole.agreements))),)
    lines = (
        clash_line(content, whole.contradictions, cgs),
        carried_line(whole.contradictions[0], names),
        holders_line(whole, names),
        near_line(content, whole, cgs),
    )
    return tuple(told for told in lines if told)
