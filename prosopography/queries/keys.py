"""Many keys in one query, however many they are."""

import json
from collections.abc import Iterable

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

#: So many are given one by one, which databases plan best: they see what there is to look up.
FEW = 1000


def keyed(column: str, keys: Iterable[int]) -> Q:
    """The rows whose column has one of these keys; many of them go into one parameter.

    For a list of parameters has an end on both databases.
    """
    given = sorted(keys)
    if len(given) <= FEW:
        return Q(**{f"{column}__in": given})
    if connection.vendor == "postgresql":
        rows = RawSQL("SELECT unnest(%s::bigint[])", [given])
    else:
        rows = RawSQL("SELECT value FROM json_each(%s)", [json.dumps(given)])
    return Q(**{f"{column}__in": rows})
