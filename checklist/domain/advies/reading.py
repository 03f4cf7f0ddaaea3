"""The readings of the one advies: the same value (rule 6) for another reader."""

from enum import StrEnum


class Reading(StrEnum):
    """Which document is made of an advies; the value is its folder in `templates/advies/`.

    The voorstel is for the bestuur that decides, the besluitenlijst has its decisions alone, the verslag is all that
    the kring chose, beside what the booklet says, the reglement the rules that follow from it.
    """

    VOORSTEL = "voorstel"
    BESLUITENLIJST = "besluitenlijst"
    VERSLAG = "verslag"
    REGLEMENT = "reglement"
