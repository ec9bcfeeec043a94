"""A page's elements with their weights: counted in one walk, so that no page costs more than its size.

Nothing is taken out of the tree: what is not shown is a set of node ids that every walk passes over.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Node = Any  # selectolax.lexbor.LexborNode

_COUNTED = ("h1", "table", "p", "tr")
_LIGHT = frozenset(("br", "img", "hr", "input", "wbr"))


@dataclass(slots=True)
class Weight:
    """An element's place (``order`` of it and ``last`` of what it holds) and its visible characters.

    ``length`` counts all, ``own`` those outside links; white space is not counted.
    """

    order: int
    last: int = 0
    length: int = 0
    linked: int = 0

    @property
    def own(self) -> int:
        """The visible characters that are not inside links."""
        return self.length - self.linked


_NOTHING = Weight(-1, -1)


@dataclass
class Weights:
    """The weights of all elements below a body that are shown."""

    by_id: dict[int, Weight] = field(default_factory=dict)
    places: dict[str, list[int]] = field(default_factory=lambda: {tag: [] for tag in _COUNTED})

    def of(self, node: Node) -> Weight:
        """The weight of a node; nothing for one that is not shown."""
        return self.by_id.get(node.mem_id, _NOTHING)

    def inside(self, node: Node, outer: Node) -> bool:
        """Whether a node is the other one or stands in it."""
        return self.of(outer).order <= self.of(node).order <= self.of(outer).last

    def count(self, node: Node, tag: str) -> int:
        """How many shown elements of this tag (h1, table, p, tr) stand in the node, itself included."""
        weight, places = self.of(node), self.places[tag]
        return bisect_right(places, weight.last) - bisect_left(places, weight.order)


def weigh(body: Node, gone: set[int]) -> Weights:
    """Weigh every element below ``body`` (itself too), without recursion; nodes in ``gone`` are passed over."""
    weights = Weights()
    open_nodes: list[_Open] = []
    order = 0
    node: Node | None = body
    while node is not None:
        tag = node.tag or ""
        if tag == "-text":
            if open_nodes and node.mem_id not in gone:
                _count(open_nodes[-1], node.text_content or "")
        elif tag not in _LIGHT and tag[:1].isalnum() and node.mem_id not in gone:
            in_link = tag == "a" or (bool(open_nodes) and open_nodes[-1].in_link)
            open_nodes.append(_Open(node, Weight(order), in_link))
            weights.by_id[node.mem_id] = open_nodes[-1].weight
            if tag in weights.places:
                weights.places[tag].append(order)
            order += 1
            child = node.child
            if child is not None:
                node = child
                continue
            _close(open_nodes, order)
            if not open_nodes:
                break
        node = node.next
        while node is None and open_nodes:
            closed = _close(open_nodes, order)
            node = closed.next if open_nodes else None
    return weights


@dataclass(slots=True)
class _Open:
    """An element whose content is being walked."""

    node: Node
    weight: Weight
    in_link: bool


def _count(inner: _Open, text: str) -> None:
    length = len("".join(text.split()))
    inner.weight.length += length
    inner.weight.linked += length if inner.in_link else 0


def _close(open_nodes: list[_Open], order: int) -> Node:
    """End the innermost element: its weight is part of that of the one around it."""
    closed = open_nodes.pop()
    closed.weight.last = order - 1
    if open_nodes:
        outer = open_nodes[-1].weight
        outer.length += closed.weight.length
        outer.linked += closed.weight.linked
    return closed.node


def ids(nodes: Iterable[Node]) -> set[int]:
    """The ids of nodes."""
    return {node.mem_id for node in nodes}
