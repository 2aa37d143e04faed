"""Sets of parameters, and the backend that refuses what they do not know.

Those parameters of a set that speak of a claim must hold of one and the same claim, those that
speak of its citation of one and the same citation of it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Case, F, IntegerField, OrderBy, Q, QuerySet
from django.db.models import When as Whenever
from django_filters import FilterSet  # type: ignore[import-untyped]
from django_filters.rest_framework import DjangoFilterBackend  # type: ignore[import-untyped]
from rest_framework.exceptions import ErrorDetail
from rest_framework.request import Request

from prosopography.queries.search import Hit
from prosopography.queries.titles import found_under

from .errors import RefusedError, refuse
from .parameters import Level, Ordering, Parameter, Reference, Search, When
from .strictness import check_parameters, words_of

#: How many rows a search finds at most, best first.
MAX_HITS = 200

_NO_EFFECT = "It has no effect without {} parameter."
_TREES = "a role, organisation, event, place, part_of or broader"


class Filters(FilterSet):
    """A set of parameters."""

    #: In which orders a list can come: a word, and the columns that it means. The first is the rule.
    orderings: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    #: The column that decides where all others are equal.
    unique: ClassVar[str] = "slug"

    ordering = Ordering()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hits: dict[int, Hit] = {}

    @classmethod
    def repeatable(cls) -> set[str]:
        """The parameters that can be given several times."""
        return {name for name, parameter in cls.base_filters.items() if parameter.many}

    @classmethod
    def ordering_words(cls) -> list[str]:
        """The orders in which the list can come, and each backwards."""
        return [*cls.orderings, *(f"-{word}" for word in cls.orderings)]

    def narrow(self, queryset: QuerySet, claim: Q, citation: Q) -> QuerySet:
        """The rows for which there is such a claim with such a citation."""
        raise NotImplementedError

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """The rows of which all that is asked holds, in order. Raises RefusedError (400)."""
        self._check_effect()
        queryset = queryset.filter(self._asked(Level.ROW))
        claim, citation = self._asked(Level.CLAIM), self._asked(Level.CITATION)
        if claim or citation:
            queryset = self.narrow(queryset, claim, citation)
        return self._sorted(queryset)

    def _check_effect(self) -> None:
        """Raises RefusedError for what only says how to read a parameter that is not there."""
        given = [parameter for name, parameter in self.filters.items() if name in self.data]
        trees = [each for each in given if isinstance(each, Reference) and each.has_parts]
        dates = [each for each in given if isinstance(each, When)]
        if "exact" in self.data and not trees:
            raise refuse("exact", _NO_EFFECT.format(_TREES), code="no_effect")
        if "date_calendar" in self.data and not dates:
            raise refuse("date_calendar", _NO_EFFECT.format("a date"), code="no_effect")

    def _asked(self, level: Level) -> Q:
        """All that is asked of a row of this level."""
        condition = Q()
        for name, parameter in self.filters.items():
            if parameter.level is level and name in self.data:
                condition &= self._condition(name, parameter)
        return condition

    def _condition(self, name: str, parameter: Parameter) -> Q:
        given = self.form.cleaned_data
        try:
            return parameter.condition(given[name], given)
        except ValidationError as error:
            raise refuse(name, error.messages[0]) from error

    def _sorted(self, queryset: QuerySet) -> QuerySet:
        words = [next(iter(self.orderings))]
        if "ordering" in self.data:
            words = words_of(self.data["ordering"], self.ordering_words(), "ordering")
        columns = [column for word in words for column in self._columns(word)]
        return queryset.order_by(*columns, self.unique)

    def _columns(self, word: str) -> Iterable[OrderBy]:
        for name in self.orderings[word.removeprefix("-")]:
            # Dates, and what is reached through a reference, may be empty: then they come last.
            last = True if "__" in name or name.endswith(("_start", "_end")) else None
            column = F(name)
            yield (
                column.desc(nulls_last=last)
                if word.startswith("-")
                else column.asc(nulls_last=last)
            )


class SearchedFilters(Filters):
    """A set with the search for names."""

    #: The noun of the rows that are listed.
    noun: ClassVar[str]

    search = Search()

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """As always; with a search, what it finds among them, the best first."""
        queryset = super().filter_queryset(queryset)
        if "search" not in self.data:
            return queryset
        text = self.form.cleaned_data["search"]
        self.hits = {hit.pk: hit for hit in found_under(text, self.noun, limit=MAX_HITS)}
        queryset = queryset.filter(pk__in=self.hits)
        if "ordering" in self.data or not self.hits:
            return queryset
        places = [Whenever(pk=key, then=place) for place, key in enumerate(self.hits)]
        return queryset.order_by(Case(*places, output_field=IntegerField()))


class StrictFilters(DjangoFilterBackend):
    """The filters of a list. What it does not know it refuses: it never answers with everything."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        """The rows asked for. Raises RefusedError (400), naming each parameter at fault.

        Leaves with the view, as ``hits``, which name was found for which row.
        """
        filterset = self.get_filterset(request, queryset, view)
        known = {*filterset.base_filters, *view.common_parameters(), *view.paginator.parameters()}
        check_parameters(request.query_params, known, filterset.repeatable())
        if not filterset.is_valid():
            # Not django-filter's own translation: it takes a % that a client sent for its own.
            raise RefusedError(
                {
                    name: [ErrorDetail(each.messages[0], each.code or "invalid") for each in errors]
                    for name, errors in filterset.errors.as_data().items()
                }
            )
        found = filterset.qs
        view.hits = filterset.hits
        return found
