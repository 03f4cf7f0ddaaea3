"""What is a link: an address that a page may lead to. Pure: the domain stands on it."""


def link_of(address: str) -> str:
    """Return the address when it is one of the web, else an empty text (rule 12)."""
    return address if address.startswith(("http://", "https://")) else ""
