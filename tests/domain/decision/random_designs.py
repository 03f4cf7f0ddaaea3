"""Dossiers made by chance, each by its own number: any answers, details, dates, costs and actions."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from checklist.domain.content import Detail, Question
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Action, DossierValue, Kept, about_step
from checklist.domain.proposal import Cost, Frequency, OtherMeeting, Proposal
from tests.content import real_content
from tests.domain.decision.designs import GEMEENTEN, dossier_of

TODAY = date(2026, 11, 27)
CGS_NAMES = ("", "de coördinerend functionaris", "De CGS", "het hoofd crisisbeheersing")
WHENS = ("", "voorjaar 2027", "1 maart 2027", "2027-04-01", "do 18 feb. 2027", "31-12-2026")
PAYERS = ("", "de veiligheidsregio", "de gemeenten", "gemeenten en veiligheidsregio", "de provincie")
ASKED = (Organ.AB, Organ.DB, Organ.COLLEGES, Organ.RADEN, Organ.OTHERS)


def random_dossier(number: int) -> DossierValue:
    """The dossier of a number; the same number gives the same dossier."""
    chance = Random(number)
    content = real_content()
    answered = chance.choice((0.3, 0.7, 1.0))
    codes = [code for question in content.questions for code in _answer(question, chance, answered)]
    details = {
        code: {one.key: value for one in content.option_of[code].details if (value := _detail(one, chance))}
        for code in codes
    }
    clashes = [one for one in content.tensions if {one.a, one.b} <= set(codes) and chance.random() < 0.5]
    return dossier_of(
        " ".join(codes),
        details,
        date=_day(chance, -60, 60),
        kept=tuple(Kept(one.a, one.b, "Daarom.") for one in clashes),
        proposal=_proposal(chance),
        actions=tuple(_action(chance) for _ in range(chance.choice((0, 0, 6)))),
    )


def _answer(question: Question, chance: Random, answered: float) -> list[str]:
    if chance.random() > answered:
        return []
    codes = [option.code for option in question.options]
    alone = {option.code for option in question.options if option.exclusive}
    chosen = chance.sample(codes, chance.randint(1, len(codes))) if question.many else [chance.choice(codes)]
    return chosen[:1] if alone & set(chosen) else chosen


def _detail(detail: Detail, chance: Random) -> str:
    if chance.random() < 0.25:
        return ""
    return chance.choice([*GEMEENTEN, "GM9999"] if detail.of_gemeente else [one.value for one in detail.alternatives])


def _day(chance: Random, least: int, most: int) -> date:
    return TODAY + timedelta(days=chance.randint(least, most))


def _maybe_day(chance: Random) -> date | None:
    return _day(chance, -30, 500) if chance.random() < 0.6 else None


def _proposal(chance: Random) -> Proposal:
    steps = [key for key, step in real_content().deciding.steps.items() if step.decides]
    return Proposal(
        organ=chance.choice((None, None, Organ.AB, Organ.DB)),
        meeting=_maybe_day(chance),
        evaluation=_maybe_day(chance),
        cgs=chance.choice(CGS_NAMES),
        cost_items=tuple(
            Cost("Post", Decimal(chance.randint(0, 10**7)) / 100, chance.choice(list(Frequency)), chance.choice(PAYERS))
            for _ in range(chance.choice((0, 0, 3)))
        ),
        other_meetings=tuple(
            OtherMeeting(chance.choice(ASKED), "", _maybe_day(chance), chance.choice(("", chance.choice(steps))))
            for _ in range(chance.choice((0, 0, 4)))
        ),
    )


def _action(chance: Random) -> Action:
    key = chance.choice([*real_content().deciding.steps])
    return Action(about_step(key), "", chance.choice(("", "Oss")), chance.choice(WHENS), done=chance.random() < 0.3)
