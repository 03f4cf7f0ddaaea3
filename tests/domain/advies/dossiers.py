"""A small content with a dossier, and the advies of an example dossier."""

from dataclasses import replace
from datetime import date

from checklist.domain.advies.compose import compose_advies
from checklist.domain.advies.setting import Setting
from checklist.domain.advies.value import Advies
from checklist.domain.content import Content, Note
from checklist.domain.dossier import Answer, DossierValue, Kept
from checklist.domain.dossier_file import parse_dossier
from tests.content import (
    EXAMPLES,
    gemeenten_by_region,
    gemeenten_of,
    make_model,
    make_question,
    make_tension,
    real_content,
    regions,
)

LINKED = Note("Sinds kort.", "Wet", "https://example.nl/wet", "2022")


UNLINKED = Note("Misschien.", "Krant", "ftp://example.nl/krant", "2015", doubt="niet nagekeken bij een tweede bron")


CONTENT = Content(
    questions=(
        replace(make_question(1, "abc", many=True), notes=(LINKED,)),
        replace(make_question(2, "ab"), notes=(LINKED, UNLINKED)),
        make_question(3, "ab"),
    ),
    tensions=(
        replace(make_tension(1, "1a", "2a", contradiction=True), ground="Wet art. 1."),
        make_tension(2, "1b", "2a", readers=1),
        make_tension(3, "2a", "3a"),
    ),
    models=(
        make_model(1, ("1a", "2a"), kenmerkend="1a", past="2a", past_niet="1b"),
        make_model(2, ("3a", "3b"), mogelijk="1a", mogelijk_niet="1b"),
        make_model(3, ("3b", "1c"), kenmerkend="1c"),
    ),
)


DOSSIER = DossierValue(
    title="Proef",
    veiligheidsregio="VR21",
    date=date(2026, 11, 24),
    present=("Eerste", "Tweede"),
    answers={
        1: Answer(("1a", "1b"), "Waarom 1.", "Anders 1."),
        2: Answer(("2a",), "Waarom 2."),
        3: Answer((), "Later."),
    },
    kept=(Kept("1a", "2a", "Toch."),),
)


def example(name: str) -> Advies:
    """The advies of an example dossier."""
    dossier = parse_dossier((EXAMPLES / f"{name}.json").read_bytes(), real_content(), gemeenten_by_region())
    region = dossier.veiligheidsregio
    return compose_advies(dossier, real_content(), regions()[region], setting=Setting(gemeenten_of(region)))
