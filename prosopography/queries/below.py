"""Trees: what a body, an event, a place or a role has below it."""

from collections.abc import Iterable
from typing import Any

from django.db import connections

from prosopography.models import Role, Status

#: The column that leads upwards, where it is not ``part_of``.
_UPWARDS = {Role: "broader_id"}


def with_parts(model: Any, keys: Iterable[int]) -> set[int]:
    """The primary keys of these rows and of everything below them, in one query.

    Only what is published is gone through: a published part of an unpublished part is not found,
    for the public cannot see that it belongs there. Roles have no status; all of them count.
    """
    given = sorted(set(keys))
    if not given:
        return set()
    table, upwards = model._meta.db_table, _UPWARDS.get(model, "part_of_id")
    condition, values = "", list[Any](given)
    if model is not Role:
        condition, values = "WHERE part.status = %s", [*given, Status.PUBLISHED.value]
    places = ", ".join(["%s"] * len(given))
    # Names of our own tables and columns only; every value is a parameter. UNION, not UNION ALL,
    # so that the search ends even if a tree had a circle.
    query = f"""
        WITH RECURSIVE below(id) AS (
            SELECT id FROM {table} WHERE id IN ({places})
            UNION
            SELECT part.id FROM {table} part JOIN below ON part.{upwards} = below.id {condition}
        )
        SELECT id FROM below
    """  # noqa: S608 -- see above
    with connections[model.objects.db].cursor() as cursor:
        cursor.execute(query, values)
        return {row[0] for row in cursor.fetchall()}
