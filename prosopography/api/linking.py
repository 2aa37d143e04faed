"""What counts as a link: the parameters, and links in an answer."""

from typing import Any

from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from prosopography.queries.links import LARGEST, LINKS, Filter
from prosopography.queries.questions.node import MOST_LARGEST

from .errors import refuse
from .strictness import words_of

FILTER = [
    OpenApiParameter(
        "by", description=f"What counts as a link, of {', '.join(LINKS)}: one or several."
    ),
    OpenApiParameter(
        "largest",
        int,
        description="A body or event of more persons is no link: "
        f"{LARGEST} unless said otherwise, {MOST_LARGEST} at most.",
    ),
    OpenApiParameter("certain", bool, description="Whether certain links alone count."),
]


def only(query: QueryDict) -> Filter:
    """What counts. Raises RefusedError (400), naming the parameter."""
    by = words_of(str(query["by"]), LINKS, "by") if "by" in query else LINKS
    return Filter(
        by=tuple(each for each in LINKS if each in by),
        largest=number(query, "largest", MOST_LARGEST, LARGEST),
    )


def number(query: QueryDict, name: str, most: int, default: int) -> int:
    """A whole number from 1. Raises RefusedError (400) for any other."""
    given = query.get(name, str(default)).strip()
    if not (given.isascii() and given.isdigit() and 1 <= int(given[:9]) <= most):
        raise refuse(name, f"Give a whole number from 1 to {most}.")
    return int(given)


class FilterSerializer(serializers.Serializer):
    """What counts as a link."""

    by = serializers.ListField(child=serializers.ChoiceField(LINKS))
    largest = serializers.IntegerField(help_text="Persons in a body or event, at most.")
    certain = serializers.BooleanField(help_text="Whether certain links alone count.")


def told(counting: Filter, certain: bool) -> dict[str, Any]:
    """What counts, as ``FilterSerializer`` takes it."""
    return {"by": list(counting.by), "largest": counting.largest, "certain": certain}
