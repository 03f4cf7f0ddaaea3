"""The reglement that one design gives (rule 15)."""

from collections.abc import Iterator

from checklist.domain.content import Content
from checklist.domain.decision.design import design_of
from checklist.domain.decision.names import Names
from checklist.domain.decision.reglement.adopting import adopting
from checklist.domain.decision.reglement.articles import Making
from checklist.domain.decision.reglement.filling import fill_of
from checklist.domain.decision.reglement.pieces import gaps_in
from checklist.domain.decision.reglement.standing import standing_of
from checklist.domain.decision.reglement.value import Article, Reglement, Text
from checklist.domain.decision.stops import stops_of
from checklist.domain.decision.value import StopKind
from checklist.domain.dossier import DossierValue

NO_RULES = Reglement((), (), "", (), (), (), ())


def reglement_of(content: Content, dossier: DossierValue, names: Names) -> Reglement:
    """Return the rules that follow from the choices of a dossier, with what the kring filled in; without content of the
    reglement one without anything. Only a contradiction that isn't kept stops it: what is open is a gap. Pure."""
    standing = standing_of(content, dossier.answers)
    fill = fill_of(content.reglement.gaps, dossier, names, standing)
    around = adopting(content.reglement, standing, fill)
    if around is None:
        return NO_RULES
    design = design_of(content, dossier, names.gemeenten)
    clashing = frozenset(code for one in design.clashes for code in (one.a, one.b))
    made = tuple(Making(standing, fill, dossier.proposal.rules, clashing).articles(content.reglement.articles))
    stops = stops_of(content, dossier, design, names) if clashing else ()
    return Reglement(
        title=around.title,
        subtitle=around.subtitle,
        legal_form=around.legal_form,
        preamble=around.preamble,
        articles=made,
        closing=around.closing,
        signatures=around.signatures,
        stopped=tuple(stop.text for stop in stops if stop.kind is StopKind.CONTRADICTION),
        gaps=gaps_in([*around.texts, *_texts(made)]),
    )


def _texts(articles: tuple[Article, ...]) -> Iterator[Text]:
    """The texts of the articles, in their order."""
    for article in articles:
        for clause in article.clauses:
            yield clause.text
            for item in clause.items:
                yield from (item.term, item.text)
