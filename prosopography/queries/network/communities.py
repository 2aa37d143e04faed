"""Communities: who of a network has more to do with one another than with the others."""

from collections import defaultdict
from collections.abc import Sequence

#: How often everybody looks around before it is left as it is.
_ROUNDS = 20


def communities(number: int, weights: dict[tuple[int, int], float]) -> list[int]:
    """The community of each of so many nodes, numbered from 0, the largest first.

    ``weights`` says how strongly two nodes are tied. Everybody joins, in their order, the community
    to which they are tied most strongly (label propagation): the same network gives the same.
    """
    around: list[list[tuple[int, float]]] = [[] for _ in range(number)]
    for (one, other), weight in weights.items():
        around[one].append((other, weight))
        around[other].append((one, weight))
    label = list(range(number))
    for _ in range(_ROUNDS):
        before = list(label)
        for node in range(number):
            pull: dict[int, float] = defaultdict(float)
            for other, weight in around[node]:
                pull[label[other]] += weight
            if pull:
                label[node] = min(pull, key=lambda each: (-round(pull[each], 9), each))
        if label == before:
            break
    return _numbered(label)


def _numbered(label: Sequence[int]) -> list[int]:
    """The labels by the number of nodes that have them."""
    names = sorted(set(label), key=lambda each: (-label.count(each), each))
    place = {name: at for at, name in enumerate(names)}
    return [place[each] for each in label]
