"""How many rows of another table name a row."""

from django.db.models import Count, Model, OuterRef, Subquery
from django.db.models.functions import Coalesce


def number_of(model: type[Model], column: str) -> Coalesce:
    """The number of rows of a table whose column names the row, to annotate a list with.

    A query within the query, so that the rows of the list are still counted and sorted as they are.
    """
    rows = model._default_manager.filter(**{column: OuterRef("pk")}).order_by()
    counted = rows.values(column).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)
