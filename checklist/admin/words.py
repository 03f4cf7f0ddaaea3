"""Words that the pages of the beheer share."""


def yes_or_no(value: bool) -> str:
    """A truth in words; Django's icon for it says True or False to a screen reader."""
    return "ja" if value else "nee"
