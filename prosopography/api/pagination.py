"""Pages: numbered, counted, and with a largest size."""

from typing import Any

from django.conf import settings
from django.core.paginator import InvalidPage
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request

from .errors import refuse

PAGE_SIZE = "page_size"


class Pages(PageNumberPagination):
    """``?page=2&page_size=100``, refused where it makes no sense rather than corrected."""

    page_query_description = "The number of the page, from 1."
    page_size_query_param = PAGE_SIZE

    @property
    def page_size_query_description(self) -> str:  # type: ignore[override]
        """For the schema: the default and the cap, which are settings."""
        return (
            f"How many results a page has: {settings.API_PAGE_SIZE} unless said otherwise, "
            f"{settings.API_MAX_PAGE_SIZE} at most."
        )

    def parameters(self) -> tuple[str, str]:
        """The parameters that it knows."""
        return (self.page_query_param, PAGE_SIZE)

    def get_page_size(self, request: Request) -> int:
        """The size asked for, or the default. Raises RefusedError (400) for what is no size."""
        given = request.query_params.get(PAGE_SIZE)
        if given is None:
            return int(settings.API_PAGE_SIZE)
        size = _whole_number(given)
        if size is None or not 1 <= size <= settings.API_MAX_PAGE_SIZE:
            message = f"A page has 1 to {settings.API_MAX_PAGE_SIZE} results."
            raise refuse(PAGE_SIZE, message)
        return size

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """The rows of the page asked for. Raises RefusedError (400) where there is no such page."""
        self.request = request
        name = self.page_query_param
        number = _whole_number(request.query_params.get(name, "1"))
        if number is None:
            raise refuse(name, "The number of a page is a whole number from 1.")
        paginator = self.django_paginator_class(queryset, self.get_page_size(request))
        try:
            self.page = paginator.page(number)
        except InvalidPage as error:
            count = paginator.num_pages
            there_are = "There is one page" if count == 1 else f"There are {count} pages"
            raise refuse(name, f"{there_are}, and no page {number}.") from error
        return list(self.page)


def _whole_number(text: str) -> int | None:
    """ASCII digits as a number; None for anything else, and for what is absurdly large."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
