"""Which sources some claims rest on, and how many of the claims each of them tells."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from prosopography.models import Source

from .address import public_citations

#: So many sources are named; of more, only how many they are.
MOST_SOURCES = 40


@dataclass(frozen=True)
class Used:
    """A source, and how many of the claims it tells."""

    source: Source
    claims: int
    citations: int


@dataclass(frozen=True)
class SourcesUsed:
    """The sources, those first that tell most."""

    rows: list[Used]
    total: int  # how many they are, with those that are not named

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.total - len(self.rows)


def sources_used(claims: QuerySet) -> SourcesUsed:
    """The sources in which a reader finds these claims, which are public; two queries."""
    cited = (
        public_citations()
        .filter(assertion__in=claims.order_by().values("pk"))
        .order_by()
        .values_list("source")
        .annotate(Count("assertion", distinct=True), Count("pk"))
    )
    counted = sorted(cited, key=lambda row: (-row[1], -row[2], row[0]))
    sources = Source.objects.in_bulk([row[0] for row in counted[:MOST_SOURCES]])
    rows = [Used(sources[key], *numbers) for key, *numbers in counted[:MOST_SOURCES]]
    return SourcesUsed(rows, len(counted))
