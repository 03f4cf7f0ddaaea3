"""Access to the structure tree of a file that WeasyPrint (with pydyf) is about to write."""

from collections.abc import Iterator
from typing import Any

# A pydyf dictionary: its values are numbers, PDF syntax, lists, dictionaries, and references such as b"12 0 R".
Node = dict[str, Any]


class StructureTree:
    """The tree below the catalogue's StructTreeRoot; `kind` is a tag such as P, without its slash.

    What an element marks on its page are numbers (MCIDs) among its kids; whose each is, is told once more in the parent
    tree, by page, and for annotations by a key of their own.
    """

    def __init__(self, pdf: Any) -> None:
        self._objects = {item.number: item for item in pdf.objects}
        self._root: Node = self.at(pdf.catalog["StructTreeRoot"])
        self.pages: list[Node] = [self.at(reference) for reference in pdf.page_references]
        numbers = self.at(self._root["ParentTree"])["Nums"]
        self._owners: dict[int, Any] = dict(zip(numbers[::2], numbers[1::2], strict=True))
        self._numbers: list[Any] = numbers

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
        return [item for item in self._kids(node) if "S" in item]

    def walk(self, node: Node) -> Iterator[Node]:
        """The element and all below it, in reading order."""
        yield node
        for child in self.children(node):
            yield from self.walk(child)

    def parent(self, node: Node) -> Node:
        """The element above one."""
        found: Node = self.at(node["P"])
        return found

    def page_of(self, node: Node) -> int:
        """The number of the page on which an element starts."""
        return next(number for number, page in enumerate(self.pages) if page is self.at(node["Pg"]))

    def join(self, node: Node, continuation: Node) -> None:
        """Put the children of `continuation`, which nothing was joined to, at the end of `node` and take it out of the
        tree."""
        for child in self.children(continuation):
            child["P"] = _reference(node)
        for kid in continuation["K"]:
            if isinstance(kid, int):
                owners = self._owners[self.at(continuation["Pg"])["StructParents"]]
                owners[kid] = _reference(node)
            node["K"].append(_content(kid, continuation) if continuation["Pg"] != node["Pg"] else kid)
        for annotation in self._annotations(continuation):
            self._own(annotation["StructParent"], _reference(node))
        self.parent(continuation)["K"].remove(_reference(continuation))

    def link_of(self, annotation: Node) -> Node | None:
        """The element of an annotation that is in the tree."""
        owner = self._owners.get(annotation["StructParent"])
        return self.at(owner) if owner else None

    def drop_annotations(self, node: Node) -> None:
        """Take the annotations of an element, not those of elements below it, from the file."""
        for kid in [kid for kid in node["K"] if isinstance(kid, bytes) and "Obj" in self.at(kid)]:
            found = self.at(kid)
            node["K"].remove(kid)
            self.at(found["Pg"])["Annots"].remove(found["Obj"])
            self._own(self.at(found["Obj"])["StructParent"], None)

    def marked_content(self) -> Iterator[tuple[Node, list[Any]]]:
        """Each page with the references to the elements of its marked content, by its number (MCID)."""
        for page in self.pages:
            yield page, self._owners.get(page.get("StructParents", -1), [])

    def _kids(self, node: Node) -> Iterator[Node]:
        return (self.at(kid) for kid in node["K"] if isinstance(kid, bytes))

    def _annotations(self, node: Node) -> list[Node]:
        return [self.at(kid["Obj"]) for kid in self._kids(node) if "Obj" in kid]

    def _own(self, key: int, owner: bytes | None) -> None:
        """Say of whom an annotation is; of nobody when it is no longer there."""
        at = 2 * self._numbers[::2].index(key)
        self._numbers[at : at + 2] = [key, owner] if owner else []
        self._owners[key] = owner


def kind(node: Node) -> str:
    """The tag of an element."""
    return str(node["S"]).removeprefix("/")


def _content(kid: Any, node: Node) -> Any:
    """A kid of an element, for one that starts on another page: a bare number would count on that one."""
    return type(node)({"Type": "/MCR", "Pg": node["Pg"], "MCID": kid}) if isinstance(kid, int) else kid


def _reference(node: Node) -> bytes:
    reference: bytes = node.reference  # type: ignore[attr-defined]  # pydyf has no types
    return reference


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
