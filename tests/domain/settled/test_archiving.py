"""What an archivaris decided, as it is read from a setting."""

import pytest

from checklist.domain.settled.archiving import ListedTerm, term_in


@pytest.mark.parametrize(
    ("setting", "term"),
    [
        ("", None),
        ("  ", None),
        ("Gemeente Oss", ListedTerm("Gemeente Oss", "", "")),
        ("Beleid; 2.1 ;Selectielijst 2020", ListedTerm("Beleid", "2.1", "Selectielijst 2020")),
        ("Beleid;;Selectielijst", ListedTerm("Beleid", "", "Selectielijst")),
    ],
)
def test_a_term_is_label_code_and_list(setting: str, term: ListedTerm | None) -> None:
    assert term_in(setting) == term
