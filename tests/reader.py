"""Reads markup into a tree, so that tests can ask it questions."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Node:
    """An element of parsed markup."""

    def __init__(self, tag: str, attrs: dict[str, str], parent: Node | None) -> None:
        self.tag, self.attrs, self.parent = tag, attrs, parent
        self.children: list[Node | str] = []

    def __iter__(self) -> Iterator[Node]:
        """Give this element and all inside it, in the order of the text."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child

    def __repr__(self) -> str:
        return f"<{self.tag} {self.attrs}>"

    def all(self, *tags: str) -> list[Node]:
        """Give the elements with one of these tags."""
        return [node for node in self if node.tag in tags]

    def marked(self, name: str) -> list[Node]:
        """Give the elements with a class."""
        return [node for node in self if name in node.attrs.get("class", "").split()]

    def above(self) -> list[Node]:
        """Give the elements around this one, the nearest first."""
        return [self.parent, *self.parent.above()] if self.parent else []

    @property
    def text(self) -> str:
        """Give all text inside."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def shape(self) -> tuple[Any, ...]:
        """Give tags and names of attributes, without any text."""
        inside = [child.shape() for child in self.children if isinstance(child, Node)]
        # In a drawing longer words are more lines, and led to their marks: which elements there
        # are says whether words made one, not how many.
        if self.tag == "svg":
            inside = sorted(set(inside))
        return (self.tag, tuple(self.attrs), tuple(inside))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.at = Node("root", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(node)
        if tag not in {"input", "br", "meta", "base"}:
            self.at = node

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"<{self.at.tag}> is closed by </{tag}>"
        self.at = self.at.parent or self.root

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def parse(markup: str) -> Node:
    """Read markup; elements that are not closed in order are an error."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.tag}> is never closed"
    return reader.root
