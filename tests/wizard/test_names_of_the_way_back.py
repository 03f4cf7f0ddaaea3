"""What the button of the way back sends in a form: it reads as it was written, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.pages.repairs import SentAnswer, TakenAnswer, Undo, named_undo

codes = st.lists(st.sampled_from(["1a", "2b", "10c", "12a"]), unique=True, max_size=4).map(tuple)
sent_answers = st.lists(
    st.builds(SentAnswer, st.integers(1, 12), codes, st.integers(0, 999_999_999)),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one.number,
).map(tuple)


@given(sent_answers)
def test_a_way_back_reads_as_it_was_written(sent: tuple[SentAnswer, ...]) -> None:
    undo = Undo(tuple(TakenAnswer("Plaats", "", "", one) for one in sent))
    assert named_undo(undo.name) == sent


@pytest.mark.parametrize(
    "name", ["", "2", "2.5", "13.1.", "2.5.2a_2.6.2b", "2.5.2a_", "2.x.2a", "2.5.<b>", "2.5.2a.2b.."]
)
def test_another_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no way back"):
        named_undo(name)
