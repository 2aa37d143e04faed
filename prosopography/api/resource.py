"""A resource: a list that can be filtered, and each of its rows at an address of its own."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter
from rest_framework import mixins, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from prosopography.queries.address import Former, former_slug
from prosopography.queries.search import Hit

from .addresses import Addresses
from .base import OpenView
from .errors import Gone, refuse
from .strictness import check_parameters, words_of

#: How many rows are embedded in one answer at most; more are to be read page by page.
MAX_EMBEDDED = 1000


class Resource(  # type: ignore[misc]
    OpenView, mixins.ListModelMixin, mixins.RetrieveModelMixin, GenericViewSet
):
    """The rows of one noun, for reading."""

    lookup_field = "slug"
    lookup_value_regex = r"[a-z0-9-]+"
    #: The singular, as in ``addresses.PLURALS``.
    noun: ClassVar[str]
    #: What a single row can embed: the word, which is a plural too, and what reads it.
    embeds: ClassVar[dict[str, Callable[[Any], QuerySet]]] = {}

    hits: dict[int, Hit] = {}

    def get_serializer_context(self) -> dict[str, Any]:
        """With the addresses of this request, and the fields that it asks for."""
        context = {**super().get_serializer_context()}
        if self.request is not None:  # as it is when the schema is made
            context["addresses"] = Addresses(self.request)
            context["fields"] = self._asked_fields()
        return context

    def prepare(self, rows: list[Any]) -> None:
        """Adds to the rows of one answer what is read for all of them at once."""

    def prepare_embedded(self, rows: list[Any]) -> None:
        """Adds to the rows embedded in one what is read for all of them at once."""

    def paginate_queryset(self, queryset: Any) -> Any:
        """The rows of the page, prepared."""
        rows = super().paginate_queryset(queryset)
        if rows is not None:
            for row in rows:
                if row.pk in self.hits:
                    row.match = self.hits[row.pk]
            self.prepare(rows)
        return rows

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One row, or what has become of it."""
        check_parameters(request.query_params, self.common_parameters())
        key = kwargs[self.lookup_field]
        if not key.isprintable():  # PostgreSQL takes no zero byte, not even to look for it
            raise Http404
        context = self.get_serializer_context()
        row = self.get_queryset().filter(**{self.lookup_field: key}).first()
        if row is None:
            return self._former(request, key)
        self.prepare([row])
        for word in self._asked_embeds():
            embedded = self._embedded(word, row)
            self.prepare_embedded(embedded)
            setattr(row, f"embedded_{word}", embedded)
        return Response(self.get_serializer_class()(row, context=context).data)

    def former(self, key: str) -> Former:
        """What became of an address at which there is nothing now."""
        return former_slug(self.get_queryset().model, key)

    def _former(self, request: Request, key: str) -> Response:
        former = self.former(key)
        if former.gone:
            raise Gone
        if not former.slug:
            raise Http404
        address = Addresses(request).resource(self.noun, former.slug)
        query = request.query_params.urlencode()
        headers = {"Location": f"{address}?{query}" if query else address}
        return Response(status=status.HTTP_301_MOVED_PERMANENTLY, headers=headers)

    # What can be asked of every answer: some of its fields, and more than its own.

    def common_parameters(self) -> set[str]:
        """``fields``, and for a single row ``embed`` where it can embed anything."""
        can_embed = self.action == "retrieve" and self.embeds
        return {"fields", "embed"} if can_embed else {"fields"}

    def schema_parameters(self) -> list[OpenApiParameter]:
        """The same for the schema."""
        names = list(self._own_fields())
        parameters = [_words("fields", "Only these fields of each result.", names)]
        if "embed" in self.common_parameters():
            parameters.append(_words("embed", "What to tell with it.", list(self.embeds)))
        return parameters

    def _own_fields(self) -> Iterable[str]:
        serializer = self.get_serializer_class()
        return [name for name in serializer._declared_fields if name not in self.embeds]  # type: ignore[attr-defined]

    def _asked_fields(self) -> set[str] | None:
        given = self.request.query_params.get("fields")
        if given is None:
            return None
        return {*words_of(given, list(self._own_fields()), "fields"), *self._asked_embeds()}

    def _asked_embeds(self) -> list[str]:
        given = self.request.query_params.get("embed")
        return [] if given is None else words_of(given, list(self.embeds), "embed")

    def _embedded(self, word: str, row: Any) -> list[Any]:
        rows = list(self.embeds[word](row)[: MAX_EMBEDDED + 1])
        if len(rows) > MAX_EMBEDDED:
            pages = f"{Addresses(self.request).resources(word)}?{self.noun}={row.slug}"
            if hasattr(row, "part_of"):
                pages += "&exact=true"
            raise refuse("embed", f"There are more than {MAX_EMBEDDED}: read them at {pages}")
        return rows


def _words(name: str, description: str, words: list[str]) -> OpenApiParameter:
    return OpenApiParameter(
        name, many=True, explode=False, style="form", description=description, enum=words
    )
