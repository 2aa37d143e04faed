"""Assertions, narrowed by small questions that can be chained."""

from typing import TYPE_CHECKING, Self

from django.db.models import Exists, F, OuterRef, Prefetch, Q, Value
from django.db.models.functions import Coalesce, NullIf

from prosopography.dates import DISTANT_PAST

from .alternative import Alternative
from .choices import Polarity, Rank, Stance, Status
from .citation import Citation
from .deriving import DerivingQuerySet
from .kinds import ENTITY_COLUMNS

if TYPE_CHECKING:
    from .assertion import Assertion


class AssertionQuerySet(DerivingQuerySet):
    """Assertions, narrowed by small questions that can be chained."""

    def get_by_natural_key(self, identifier: str) -> "Assertion":
        """The assertion of this identifier."""
        return self.get(identifier=identifier)

    def public(self) -> Self:
        """What the public may see: published, about published things only, and with evidence."""
        condition = Q(status=Status.PUBLISHED)
        for column in ENTITY_COLUMNS:
            condition &= Q(**{column: None}) | Q(**{f"{column}__status": Status.PUBLISHED})
        evidence = Citation.objects.readable().filter(
            assertion=OuterRef("pk"), stance=Stance.SUPPORTS
        )
        return self.filter(condition).filter(Exists(evidence))

    def affirmed(self) -> Self:
        """The claims that it is so; a denied claim never counts as a positive one."""
        return self.filter(polarity=Polarity.AFFIRMED)

    def counted(self) -> Self:
        """The affirmed claims that no editor deprecates: what counts where nothing else is asked."""
        return self.affirmed().exclude(rank=Rank.DEPRECATED)

    def dated(self) -> Self:
        """The claims with a date that can be compared."""
        return self.exclude(edtf="")

    def in_time_order(self) -> Self:
        """Earliest first, the undated last.

        What is only attested on a date has no earliest start: it stands at that date.
        """
        first_known_day = Coalesce(
            F("earliest_start"),
            NullIf(F("earliest_end"), Value(DISTANT_PAST)),
            F("latest_end"),
            F("latest_start"),
        )
        return self.order_by(
            first_known_day.asc(nulls_last=True),
            F("latest_end").asc(nulls_last=True),
            "kind",
            "identifier",
        )

    def with_subjects(self) -> Self:
        """With every row that the claim names, in the same query."""
        return self.select_related(*ENTITY_COLUMNS, "role")

    def with_citations(self, *, public: bool) -> Self:
        """With the citations in the order of their documents, in two queries more.

        The second has whom else their names may mean: of these, only who is published.

        ``public`` leaves out those that name an unpublished source or witness.
        """
        citations = Citation.objects.with_sources().in_document_order()
        if public:
            citations = citations.readable()
        citations = citations.prefetch_related(
            Prefetch("alternatives", Alternative.objects.public())
        )
        return self.prefetch_related(Prefetch("citations", queryset=citations))
