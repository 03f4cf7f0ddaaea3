"""Documents to render in the tests: the examples of the fixtures, and made-up dossiers that ask more of it."""

from collections.abc import Callable, Collection
from datetime import date

from checklist.domain.advies.compose import compose_advies
from checklist.domain.advies.setting import Setting
from checklist.domain.advies.value import Advies
from checklist.domain.dossier import Action, Answer, DossierValue, Kept
from checklist.domain.dossier_file import parse_dossier
from tests.content import (
    EXAMPLE_NAMES,
    EXAMPLES,
    gemeenten_by_region,
    gemeenten_of,
    real_backgrounds,
    real_content,
    regions,
    with_switched_off,
)


def advies_of(  # noqa: PLR0913 - the last goes by keyword
    title: str,
    answers: dict[int, Answer],
    kept: tuple[Kept, ...] = (),
    present: int = 0,
    switched_off: Collection[int] = (),
    *,
    actions: tuple[Action, ...] = (),
) -> Advies:
    """The advies of a dossier for Brabant-Noord, with so many people present, after tensions were switched off."""
    names = tuple(f"Secretaris {number}, Gemeente {number}" for number in range(1, present + 1))
    dossier = DossierValue(title, "VR21", date(2026, 11, 24), names, answers, kept, actions=actions)
    content = with_switched_off(real_content(), *switched_off)
    return compose_advies(dossier, content, "Brabant-Noord", real_backgrounds())


def example(name: str) -> Advies:
    """One of the example dossiers: leeg, half or vol."""
    dossier = parse_dossier((EXAMPLES / f"{name}.json").read_bytes(), real_content(), gemeenten_by_region())
    region = dossier.veiligheidsregio
    return compose_advies(dossier, real_content(), regions()[region], real_backgrounds(), Setting(gemeenten_of(region)))


def short() -> Advies:
    """Five questions answered, with a kept tension, an open question that has a motivation, and actions."""
    answers = {
        1: Answer(("1a", "1d"), "Wij beginnen klein.\nHet bestuur volgt.", "Eén gemeente wacht liever af."),
        2: Answer(("2a", "2b"), "Eerst advies, dan pas afspraken."),
        4: Answer((), "Wij wachten op de griffiers."),
        5: Answer(("5b",)),
        7: Answer(("7a",), "De kring vergadert al maandelijks."),
        10: Answer(("10c",)),
    }
    kept = (Kept("1a", "2a", "Wij vragen de voorzitter om een vaste uitnodiging.\n\nDie komt er in het voorjaar."),)
    actions = (
        Action("", "Datum prikken", "", "na het gesprek"),
        Action("vraag:4", "Gesprek met de griffiers", "Secretaris van Oss", "december 2026"),
        Action("1a+2a", "Vaste uitnodiging regelen\nen vastleggen", "Secretaris van Uden", done=True),
        Action("vraag:6", "", "Alle secretarissen", "1 maart 2027"),
    )
    return advies_of("Een regiostaf voor Brabant-Noord", answers, kept, present=11, actions=actions)


def kept_without_reason() -> Advies:
    """A tension kept on purpose, of which the kring didn't write why."""
    return advies_of("Regiostaf", {1: Answer(("1a",)), 2: Answer(("2a",))}, (Kept("1a", "2a", ""),))


LONG = "De kring heeft hier lang over gesproken en wil de gemeenten niet met een nieuw overleg belasten. " * 6


def stress() -> Advies:
    """Every question answered with long texts, all tensions kept and two of them switched off since, odd characters and
    a word without end."""
    motivation = "\n\n".join([LONG, "Ten eerste: de lijnen zijn kort.\nTen tweede: het kost weinig.", LONG])
    chosen = {question.number: question.options for question in real_content().questions}
    answers = {
        number: Answer(tuple(o.code for o in (options if number in {2, 3} else options[-1:])), motivation, LONG)
        for number, options in chosen.items()
    }
    answers[3] = Answer((chosen[3][1].code,), "Ł ć → ≤ ✓ ½ € “aanhaling” <b>geen opmaak</b> & {{ 7|add:7 }}", LONG)
    answers[6] = Answer((chosen[6][0].code,), "veiligheidsregiogemeentesecretarissenoverleg" * 12)
    first = advies_of("Regiostaf", answers)
    kept = tuple(Kept(tension.a.code, tension.b.code, LONG) for tension in first.tensions)
    title = "De regiostaf van de gemeenten in Brabant-Noord: een ontwerp met een lange titel die over meer regels loopt"
    actions = tuple(
        Action(about, LONG[:400].strip(), "gemeentesecretarissenoverleg" * 4, "x" * 40)
        for about in ("", "vraag:4", *(f"{tension.a}+{tension.b}" for tension in kept))
    )
    return advies_of(title, answers, kept, 26, [tension.number for tension in first.tensions[:2]], actions=actions)


CLASHING = "1a 1b 1c 1d 2a 2b 2c 2d 3b 3c 4b 4c 5a 6a 7d 8a 9a 9b 9c 10b 10c 11a 12c"


def answers_of(codes: str) -> dict[int, Answer]:
    """Answers with these options, and no texts."""
    options: dict[int, list[str]] = {}
    for code in codes.split():
        options.setdefault(real_content().option_of[code].question_number, []).append(code)
    return {number: Answer(tuple(found)) for number, found in options.items()}


def clashing() -> Advies:
    """As many tensions as a dossier can have; a third of them kept on purpose."""
    tensions = advies_of("Regiostaf", answers_of(CLASHING)).agreements_needed
    kept = tuple(Kept(tension.a.code, tension.b.code, "Wij willen dit.") for tension in tensions[:11])
    return advies_of("Regiostaf", answers_of(CLASHING), kept)


def strange() -> Advies:
    """Characters that the font lacks, in the title and in a motivation."""
    return advies_of("Regiostaf 🚒", {1: Answer(("1a",), "Brandweer 👩‍🚒 en 消防, العربية.")})


def _example(name: str) -> Callable[[], Advies]:
    return lambda: example(name)


MADE_UP = {"short": short, "stress": stress, "clashing": clashing, "strange": strange}
SAMPLES = {name: _example(name) for name in EXAMPLE_NAMES} | MADE_UP
