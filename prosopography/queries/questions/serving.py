"""Who served in the same body at the same time as somebody."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Any

from django.db.models import Q

from prosopography.dates import Answer, overlaps
from prosopography.models import Organisation, Role

from ..below import with_parts
from ..keys import keyed
from ..overlaps import tenures_in_short
from ..pairs import Held
from .dated import MOST_KEYS
from .node import OverlapsWith
from .weighed import Weighed


def serving(leaf: OverlapsWith, among: set[int] | None) -> Iterator[Weighed]:
    """Every pair of tenures of which the one is the person's, the other that of whom is asked.

    Two queries, one for each body that the leaf names, one for roles.
    """
    theirs = tenures_in_short(Q(person=leaf.person.key))
    groups = _groups(leaf, theirs)
    bodies = set(groups)
    theirs = [each for each in theirs if each.organisation in bodies]
    if not theirs:
        return
    asked = keyed("organisation", bodies) & _roles(leaf)
    if among is not None and len(among) <= MOST_KEYS:
        asked &= keyed("person", among)
    held = tenures_in_short(asked)
    by_group: dict[int, list[Held]] = defaultdict(list)
    for each in theirs:
        for group in groups[each.organisation]:
            by_group[group].append(each)
    for own in held:
        if own.person == leaf.person.key or (among is not None and own.person not in among):
            continue
        beside = {each for group in groups[own.organisation] for each in by_group[group]}
        for one, other in product([own], sorted(beside)):
            answer = overlaps(one.bounds, other.bounds)
            if answer is not Answer.EXCLUDED:
                sure = answer is Answer.CERTAIN and not (one.doubt or other.doubt)
                yield Weighed(own.person, sure, (one.key, other.key))


def _groups(leaf: OverlapsWith, theirs: list[Held]) -> dict[int, set[int]]:
    """Which bodies count as one: those below a body that is asked for; else each by itself."""
    groups: dict[int, set[int]] = defaultdict(set)
    for body in leaf.organisation:
        for part in [body.key] if leaf.exact else with_parts(Organisation, [body.key]):
            groups[part].add(body.key)
    if not leaf.organisation:
        for each in theirs:
            groups[each.organisation].add(each.organisation)
    return groups


def _roles(leaf: OverlapsWith) -> Any:
    if not leaf.role:
        return Q()
    keys = [role.key for role in leaf.role]
    return Q(role__in=keys if leaf.exact else sorted(with_parts(Role, keys)))
