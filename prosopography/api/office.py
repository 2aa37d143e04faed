"""What questions about an office have in common: their parameters, and how their answers begin."""

from typing import Any

from django.conf import settings
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request

from prosopography.models import Joins, Organisation, Role
from prosopography.queries.address import keys_of, visible
from prosopography.queries.tenures import Office

from .asking import YES_OR_NO, QuestionView
from .errors import refuse
from .fields import Reference
from .pagination import PAGE_SIZE, Pages

TABLES: dict[str, Any] = {"organisation": Organisation, "role": Role}
_DOUBTFUL = {"include": True, "exclude": False}

PARAMETERS = [
    OpenApiParameter("organisation", description="The body; its parts count too."),
    OpenApiParameter("role", description="The role; narrower ones count too."),
    OpenApiParameter(
        "exact", bool, description="Whether parts of the body and narrower roles do not count."
    ),
    OpenApiParameter(
        "doubtful",
        description="exclude: without claims of which no citation surely means the person.",
        enum=list(_DOUBTFUL),
    ),
    OpenApiParameter("page", int, description="The number of the page, from 1."),
    OpenApiParameter(PAGE_SIZE, int, description="How many results a page has."),
]


class OfficeSerializer(serializers.Serializer):
    """What is asked about."""

    organisation = Reference("organisation", allow_null=True)
    role = Reference("role", allow_null=True)
    exact = serializers.BooleanField(help_text="Without parts of the body and narrower roles.")
    doubtful = serializers.CharField(help_text="Doubtful identifications: include or exclude.")


class LargePages(Pages):
    """Pages as large as they can be, so that most answers are whole."""

    def get_page_size(self, request: Request) -> int:
        """The size asked for, or the largest. Raises RefusedError (400) for what is no size."""
        if PAGE_SIZE in request.query_params:
            return super().get_page_size(request)
        return int(settings.API_MAX_PAGE_SIZE)


class OfficeView(QuestionView):
    """A question about an office; its own parameters stand beside those of the office."""

    def schema_parameters(self) -> list[OpenApiParameter]:
        """All that it knows."""
        return [*self.own, *PARAMETERS]

    def office(self) -> Office:
        """The office asked about; two queries for each slug, and one more where it is an old one.

        Raises RefusedError (400), naming the parameter.
        """
        asked = self.request.query_params
        rows = {name: _row(name, asked[name]) for name in TABLES if name in asked}
        return Office(
            organisation=rows.get("organisation"),
            role=rows.get("role"),
            exact=self.word("exact", YES_OR_NO, "false"),
            doubtful=self.word("doubtful", _DOUBTFUL, "include"),
        )


def told(office: Office) -> dict[str, Any]:
    """The office as ``OfficeSerializer`` takes it."""
    return {
        "organisation": office.organisation,
        "role": office.role,
        "exact": office.exact,
        "doubtful": "include" if office.doubtful else "exclude",
    }


def _row(name: str, given: str) -> Any:
    slug = given.strip()
    key = keys_of(TABLES[name], [slug]).get(slug)
    if key is None:
        raise refuse(name, f"There is no {name} “{slug}”.", code="unknown")
    row = visible(TABLES[name]).get(pk=key)
    if name == "role" and row.joins != Joins.ORGANISATION:
        raise refuse(name, f"The role “{slug}” is not one that is held in an organisation.")
    return row
