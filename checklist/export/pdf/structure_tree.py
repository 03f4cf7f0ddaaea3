"""Access to the structure tree of a file that WeasyPrint (with pydyf) is about to write."""

from collections.abc import Iterator
from typing import Any

# A pydyf dictionary: its values are numbers, PDF syntax, lists, dictionaries, and references such as b"12 0 R".
Node = dict[str, Any]


class StructureTree:
    """The tree below the catalogue's StructTreeRoot; `kind` is a tag such as P, without its slash."""

    def __init__(self, pdf: Any) -> None:
        self._objects = {item.number: item for item in pdf.objects}
        self._root: Node = self.at(pdf.catalog["StructTreeRoot"])
        self.pages: list[Node] = [self.at(reference) for reference in pdf.page_references]

    def at(self, reference: bytes) -> Any:
        """The object that a reference such as b"12 0 R" points at."""
        return self._objects[_number(reference)]

    @property
    def document(self) -> Node:
        """The one element at the top."""
        node: Node = self.at(self._root["K"][0])
        return node

    def children(self, node: Node) -> list[Node]:
        """The elements directly below one; marked content and references to annotations are left out."""
        found = (self.at(kid) for kid in node["K"] if isinstance(kid, bytes))
        return [item for item in found if "S" in item]

    def walk(self, node: Node) -> Iterator[Node]:
        """The element and all below it, in reading order."""
        yield node
        for child in self.children(node):
            yield from self.walk(child)

    def parent(self, node: Node) -> Node:
        """The element above one."""
        found: Node = self.at(node["P"])
        return found

    def join(self, node: Node, continuation: Node) -> None:
        """Put the children of `continuation` at the end of `node` and take it out of the tree."""
        for child in self.children(continuation):
            child["P"] = node.reference  # type: ignore[attr-defined]  # pydyf has no types
        node["K"].extend(continuation["K"])
        siblings = self.parent(continuation)["K"]
        siblings.remove(continuation.reference)  # type: ignore[attr-defined]  # pydyf has no types

    def marked_content(self) -> Iterator[tuple[Node, list[Any]]]:
        """Each page with the references to the elements of its marked content, by its number (MCID)."""
        numbers = self.at(self._root["ParentTree"])["Nums"]
        by_key = dict(zip(numbers[::2], numbers[1::2], strict=True))
        for page in self.pages:
            yield page, by_key.get(page.get("StructParents"), [])


def kind(node: Node) -> str:
    """The tag of an element."""
    return str(node["S"]).removeprefix("/")


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
