"""The beamer at the designs that are near without a contradiction: what they share, and where they differ."""

from dataclasses import dataclass

from checklist.domain.dutch import small
from checklist.domain.meeting.design_words import GroupToPick, Pick, Shared, groups_to_pick, shared_answers
from checklist.domain.meeting.formalities import Answers
from checklist.domain.meeting.naming import differences
from checklist.domain.meeting.near_words import ties_words
from checklist.domain.meeting.whole import Whole
from checklist.pages.meeting.screen_room import ScreenRoom

# What one screen has room for; the bediening has all.
_MOST_PICKS, _MOST_GROUPS = 4, 3


@dataclass(frozen=True)
class ShownPick:
    """A combination that can be picked; `on`: the chair puts it forward."""

    pick: Pick
    on: bool


@dataclass(frozen=True)
class ShownGroup:
    """Questions at which the designs differ, with the first picks and how many more there are."""

    heading: str
    picks: tuple[ShownPick, ...]
    more: int


@dataclass(frozen=True)
class DesignsPage:
    """The near designs. `proposed`: the chair puts one forward; `many`: too many to list; `none`: nothing is counted;
    `furthest`: how far the furthest gemeente is from each."""

    heading: str
    proposed: bool
    groups: tuple[ShownGroup, ...]
    shared: tuple[Shared, ...]
    many: bool
    none: bool
    furthest: str


def designs_page(room: ScreenRoom, whole: Whole) -> DesignsPage:
    """Return the page of the designs that are near without a contradiction."""
    near, proposal = whole.near, room.plan.proposal
    groups = groups_to_pick(room.content, whole)
    heading = ties_words(near.ties) if near else "Er is nog niets om mee te rekenen"
    return DesignsPage(
        heading=f"Voorstel: {small(heading)}" if proposal else heading,
        proposed=bool(proposal),
        groups=tuple(_group(group, proposal) for group in groups[:_MOST_GROUPS]),
        shared=shared_answers(room.content, whole),
        many=near is not None and not near.listed,
        none=near is None,
        furthest=differences(near.largest) if near and near.largest is not None else "",
    )


def _group(group: GroupToPick, proposal: Answers) -> ShownGroup:
    on = [pick for pick in group.picks if _is_proposed(pick, proposal)]
    picks = [*on, *(pick for pick in group.picks if pick not in on)][:_MOST_PICKS]
    return ShownGroup(
        heading=group.heading,
        picks=tuple(ShownPick(pick, pick in on) for pick in picks),
        more=len(group.picks) - len(picks),
    )


def _is_proposed(pick: Pick, proposal: Answers) -> bool:
    return all(proposal.get(number) == answer for number, answer in pick.answers.items())
