"""The models beside the choices of a kring, chosen with links: who reads fills in no form (rule 10)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from checklist.domain.content import GovernanceModel


@dataclass(frozen=True)
class ModelLink:
    """A link that takes a model away (`picked`) or puts it beside the others: the query of that page."""

    name: str
    picked: bool
    query: str


def model_links(models: Sequence[GovernanceModel], picked: Collection[str], most: int) -> tuple[ModelLink, ...]:
    """Return a link for each model that can be taken away, and for each other while there is room for one."""
    slugs = [model.slug for model in models]
    return tuple(
        ModelLink(
            model.short_name,
            model.slug in picked,
            urlencode([("m", slug) for slug in slugs if (slug in picked) != (slug == model.slug)]),
        )
        for model in models
        if model.slug in picked or len(picked) < most
    )
