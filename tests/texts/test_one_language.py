"""One language on every screen and in every document: one form of address, one name per organ, one word per thing."""

import re
from dataclasses import dataclass

import pytest

from tests.texts.said import Text, code_texts, own_texts, template_texts

# Who read what stands where it is explained, and where a redacteur sets it.
READERS_MAY_STAND_IN = frozenset(
    {"checklist/method.html", "checklist/about.html", "models_catalogue/models.py", "advies/voorstel/account.html"}
)


@dataclass(frozen=True)
class Rule:
    """A form that isn't used (`pattern`), a sentence that shows it, and the places where it may stand all the same."""

    name: str
    pattern: str
    example: str
    content_too: bool = True
    may_stand_in: frozenset[str] = frozenset()

    def breaks(self, text: str) -> bool:
        return re.search(self.pattern, text) is not None


RULES = [
    Rule("u hebt", r"\b[Uu] heeft\b", "Dat u heeft gekozen."),
    Rule("u, not je", r"\b([Jj]e|[Jj]ij|[Jj]ouw|[Jj]ullie)\b", "Kies wat je wilt."),
    # In the content one model stands in the booklet's own words: 'het Veiligheidsbestuur en de Veiligheidsdirectie'.
    Rule("organs by name", r"\b[Vv]eiligheids(bestuur|directie)\b", "Aan het veiligheidsbestuur.", content_too=False),
    Rule("bewuste keuze", r"[Bb]ewuste afwijking", "Dit is een bewuste afwijking."),
    Rule("toch zo laten", r"\b(vasthoud\w*|houdt? (hier|er|hieraan)\b.{0,20} vast)\b", "Wilt u hieraan vasthouden?"),
    Rule(
        "who read what",
        r"\b(Eén|één|[Bb]eide|[Tt]wee) (van (de )?(twee|beide) )?lezers?\b"
        r"|\b(Eén|één) van (de )?twee\b(?! hoofdkenmerken)",
        "Eén van twee lezers las het zo; beide lezers niet.",
        may_stand_in=READERS_MAY_STAND_IN,
    ),
    Rule(
        "past bij",
        r"\b(ontwerp lijkt|lijkt (het )?(ontwerp )?op|ontwerp op lijkt)\b",
        "Uw ontwerp lijkt op de managementraad.",
    ),
    Rule("in 2011 paste", r"\bdoe(t|n) het (zo|ook)\b|\b[Zz]o doe(t|n)\b", "Drie modellen doen het zo."),
    Rule("hoort bij", r"\baangehaakt\b", "Waar de regiostaf wordt aangehaakt.", content_too=False),
    Rule("no hij for a person", r"\b([Hh]ij|[Hh]em)\b", "De secretaris weet dat hij kiest.", content_too=False),
    Rule(
        "the booklet's makers",
        r"(?<!dochter van de )Vereniging van Gemeentesecretarissen",
        "De Managementraad van de Vereniging van Gemeentesecretarissen.",
        content_too=False,  # the list of terms says what VGS stands for
    ),
]


def texts(rule: Rule) -> list[Text]:
    found = [*template_texts(), *code_texts(), *(own_texts() if rule.content_too else ())]
    return [text for text in found if text.place not in rule.may_stand_in]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_form_that_is_not_used_stands_nowhere(rule: Rule) -> None:
    assert [text for text in texts(rule) if rule.breaks(text.text)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_form_is_found(rule: Rule) -> None:
    assert rule.breaks(rule.example)


def test_where_the_readers_may_be_named_they_are() -> None:
    (rule,) = [rule for rule in RULES if rule.may_stand_in]
    named = {text.place for text in (*template_texts(), *code_texts()) if rule.breaks(text.text)}
    assert named == rule.may_stand_in
