"""Pieces of pages that are kept hold nothing that a kring typed: each is kept by the stamp and by codes of our own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Engine
from django.templatetags.cache import CacheNode

TEMPLATES = Path(settings.BASE_DIR) / "templates"
STAMPS = {"stamp", "dossier.stamp"}
# The numbers of questions and the codes of options, and what follows from them alone.
OUR_OWN = {"card.code", "question.number"}


def kept_pieces() -> Iterator[tuple[str, CacheNode]]:
    """Every `{% cache %}` with the template that it stands in."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        name = str(path.relative_to(TEMPLATES))
        for node in Engine.get_default().get_template(name).nodelist.get_nodes_by_type(CacheNode):
            assert isinstance(node, CacheNode)
            yield name, node


PIECES = list(kept_pieces())


def test_there_are_some() -> None:
    assert {name for name, _ in PIECES} >= {"components/option_card.html", "checklist/question.html"}


@pytest.mark.parametrize(("name", "piece"), PIECES, ids=[f"{name}: {piece.fragment_name}" for name, piece in PIECES])
def test_a_piece_is_kept_by_the_stamp_first_and_then_by_codes_and_numbers_alone(name: str, piece: CacheNode) -> None:
    first, *others = [part.token for part in piece.vary_on]
    assert first in STAMPS, name
    assert set(others) <= OUR_OWN, name


@pytest.mark.parametrize(("name", "piece"), PIECES, ids=[f"{name}: {piece.fragment_name}" for name, piece in PIECES])
def test_a_piece_is_kept_where_pieces_belong_for_as_long_as_the_stamp_is_the_same(name: str, piece: CacheNode) -> None:
    assert piece.cache_name is not None
    assert (str(piece.cache_name), str(piece.expire_time_var)) == ('"fragments"', "None"), name


def test_two_pieces_of_one_name_are_one_piece() -> None:
    names = [piece.fragment_name for _, piece in PIECES]
    assert len(names) == len(set(names))
