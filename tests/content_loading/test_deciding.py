"""What deciding rests on names nothing that isn't there, and its texts fit where they stand."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from checklist import selectors
from checklist.content_loading.deciding import check_deciding
from checklist.content_loading.kinds import CONTENT_DIR
from checklist.content_loading.reading import read_contents
from tests.content import real_content
from tests.content_loading.content_files import Change, change, load, set_field

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

# The file, the change and what is said of it. Of the steps 1 is open_punten, 13 ab_besluit and 20 zienswijze_regeling;
# of the options 2 is 1b, of the decisions 5 its second.
UNKNOWN: dict[str, tuple[str, Change, str]] = {
    "a step after no step": (
        "steps.json",
        set_field(13, "after", "db_voorbereiding raad"),
        "steps.json, record 13 (ab_besluit), field after: unknown step raad",
    ),
    "a step that waits for itself": (
        "steps.json",
        set_field(1, "after", "kring_vaststellen"),
        "steps.json, record 1 (open_punten), field after: waits for itself: open_punten after kring_vaststellen after "
        "kosten_ramen after open_punten",
    ),
    "a step with no option": (
        "steps.json",
        set_field(53, "unless_any_of", "1a 1z"),
        "steps.json, record 53 (start), field unless_any_of: unknown option 1z",
    ),
    "a step on no law": (
        "steps.json",
        set_field(13, "sources", "wgr-99"),
        "steps.json, record 13 (ab_besluit), field sources: unknown source wgr-99",
    ),
    "a term that runs and has a last date": (
        "steps.json",
        lambda records: records[19]["fields"].update(term_month=4, term_day=29),
        "steps.json, record 20 (zienswijze_regeling), field term: either runs for a number of days or has a last date, "
        "and has no words without them",
    ),
    "an option with no step": (
        "option_deciding.json",
        set_field(1, "steps", "open_punten raad"),
        "option_deciding.json, record 1 (1a), field steps: unknown step raad",
    ),
    "an option with a step of another form": (
        "option_deciding.json",
        set_field(2, "steps", "ab_besluit[vorm:open]"),
        "option_deciding.json, record 2 (1b), field steps: 'vorm:open' is no condition such as 'vorm=open|overleg'",
    ),
    "an option on no law": (
        "option_deciding.json",
        set_field(1, "legal_sources", "wgr-24 wgr-99"),
        "option_deciding.json, record 1 (1a), field legal_sources: unknown source wgr-99",
    ),
    "a condition on no detail": (
        "decisions.json",
        set_field(5, "condition", "soort=overleg"),
        "decisions.json, record 5 (1b 2), field condition: option 1b leaves no soort open",
    ),
    "a condition that no answer meets": (
        "decisions.json",
        set_field(5, "condition", "vorm=overleg|raad"),
        "decisions.json, record 5 (1b 2), field condition: raad is no answer to vorm of option 1b",
    ),
    "a condition that what is needed is open": (
        "option_deciding.json",
        set_field(4, "steps", "ab_besluit[vastlegging=open]"),
        "option_deciding.json, record 4 (1d), field steps: open is no answer to vastlegging of option 1d",
    ),
    "a decision on no law": (
        "decisions.json",
        set_field(1, "sources", "wgr-99"),
        "decisions.json, record 1 (1a 1), field sources: unknown source wgr-99",
    ),
    "a later meeting in which nothing is decided": (
        "decisions.json",
        set_field(1, "step", "start"),
        "decisions.json, record 1 (1a 1), field step: start is no step in which an organ decides",
    ),
    "a later meeting that its option has not": (
        "decisions.json",
        set_field(1, "step", "ab_besluit"),
        "decisions.json, record 1 (1a 1), field step: ab_besluit is no step of option 1a",
    ),
}
UNFIT: dict[str, tuple[str, Change, str]] = {
    "a decision that begins with a capital": (
        "decisions.json",
        set_field(1, "text", "Een regiostaf in te stellen."),
        "decisions.json, record 1 (1a 1), field text: Begin met een kleine letter en eindig met één punt",
    ),
    "a decision with unknown braces": (
        "decisions.json",
        set_field(1, "text", "een regiostaf in te stellen in {gemeente}."),
        "decisions.json, record 1 (1a 1), field text: Onbekend tussen accolades: {gemeente}.",
    ),
    "an opening with a colon": (
        "organs.json",
        set_field(1, "opening", "Het algemeen bestuur besluit:"),
        "organs.json, record 1 (algemeen bestuur), field opening: Begin met een hoofdletter en eindig zonder punt",
    ),
    "a consequence with unknown braces": (
        "option_deciding.json",
        set_field(1, "staff", "Bepaal dit met {wie}."),
        "option_deciding.json, record 1 (1a), field staff: Onbekend tussen accolades: {wie}.",
    ),
    "a law at an address that isn't official": (
        "legal_sources.json",
        set_field(1, "url", "https://wetten.voorbeeld.nl/"),
        "legal_sources.json, record 1 (atw-1), field url: Een wet staat op een officieel adres",
    ),
    "a term without words": (
        "steps.json",
        set_field(20, "term_basis", ""),
        "steps.json, record 20 (zienswijze_regeling), field term_basis: De wet geeft hier een termijn",
    ),
    "a field that names an unknown list": (
        "proposal_fields.json",
        set_field(6, "empty", "Nog uit te zoeken: {gevolgen.tijd}"),
        "proposal_fields.json, record 6 (kosten_dekking), field empty: Onbekend tussen accolades: {gevolgen.tijd}.",
    ),
}


def test_the_files_of_the_product_are_whole() -> None:
    check_deciding(read_contents(CONTENT_DIR))


def test_the_content_holds_what_the_fixtures_say() -> None:
    assert selectors.content_all().deciding == real_content().deciding
    assert selectors.content_all().reglement == real_content().reglement


@pytest.mark.parametrize(("name", "how", "message"), [*UNKNOWN.values(), *UNFIT.values()], ids=[*UNKNOWN, *UNFIT])
def test_it_is_refused_with_its_place(files: Path, name: str, how: Change, message: str) -> None:
    change(files, name, how)
    with pytest.raises(CommandError) as refused:
        load(files)
    assert str(refused.value).startswith(message)
