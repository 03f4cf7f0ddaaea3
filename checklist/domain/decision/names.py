"""The names that texts of deciding leave open: the region, the functionary who coordinates, and a gemeente."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.choices.choice_words import official_name
from checklist.domain.content import CGS
from checklist.domain.decision.design import TellingOption

# Who it is as long as the kring names no gemeente; at 7c that is the one that the option itself speaks of.
NO_GEMEENTE = "een nog aan te wijzen gemeente"
NO_GEMEENTE_AT = {"7c": "de centrumgemeente"}

_NAME = re.compile(r"\{(\w+)\}")
_ARTICLE = re.compile(r"(De|Het|Een) ")


@dataclass(frozen=True)
class Names:
    """The names of a dossier. `cgs` is what its kring calls the functionary, with an article; `gemeenten` are the
    official names of the region's gemeenten by code."""

    region: str
    cgs: str
    gemeenten: Mapping[str, str]

    def fill(self, text: str, **others: str) -> str:
        """Return a text with its names; braces that stand for no name are left as they are, so is what was typed."""
        known = {"regio": self.region, "cgs": self.cgs, **others}
        return _NAME.sub(lambda found: known.get(found[1], found[0]), text)

    def fill_for(self, option: TellingOption, text: str) -> str:
        """Return a text of an option with its names, that of the gemeente it is about among them."""
        return self.fill(text, gemeente=self._gemeente(option))

    def in_detail(self, text: str) -> str:
        """Return a text of a detail with this kring's name for the functionary: it comes with the usual one."""
        return text.replace(CGS, self.cgs)

    def _gemeente(self, option: TellingOption) -> str:
        key = next((detail.key for detail in option.option.details if detail.of_gemeente), "")
        name = self.gemeenten.get(option.answers.get(key, ""), "")
        code = option.option.code
        return f"de gemeente {official_name(name)}" if name else NO_GEMEENTE_AT.get(code, NO_GEMEENTE)


def names_of(region: str, cgs: str, gemeenten: Mapping[str, str]) -> Names:
    """Return the names for a dossier; an empty `cgs` gives the usual name. An article is written small, as the name
    stands within a sentence."""
    name = _ARTICLE.sub(lambda found: found[0].lower(), cgs, count=1) if _ARTICLE.match(cgs) else cgs
    return Names(region, name.removesuffix(".") or CGS, gemeenten)
