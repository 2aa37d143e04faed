"""Where a name stands by which something was found: the source that gives it, and the place in it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, F, Q, Value, When, Window
from django.db.models.functions import RowNumber

from prosopography.models import SUBJECTS, Citation, Polarity, Source, Stance

from .address import public_citations
from .search import Hit

_FORM = "assertion__name_forms__"


@dataclass(frozen=True)
class NameSource:
    """A source in which a name stands."""

    source: Source
    locator: str
    is_printed: bool  # only as the source prints it, where it says something else of its bearer


def name_sources(found: Iterable[tuple[str, Hit]]) -> dict[tuple[str, int], NameSource]:
    """For each noun and hit, by the noun and the key of the row, where the name of the hit stands.

    The first source of a claim that this is its name, else of a citation that prints it so. What
    only the record calls it has none. One query, however many hits.
    """
    wanted: dict[tuple[str, int], str] = {(noun, hit.pk): hit.name for noun, hit in found}
    if not wanted:
        return {}
    stands = {}
    for citation in _citations(wanted):
        for noun in SUBJECTS:
            key = (noun, getattr(citation, f"form_{noun}"))
            if wanted.get(key) == citation.form_text:  # type: ignore[attr-defined]
                stands[key] = NameSource(
                    citation.source,
                    citation.locator,
                    is_printed=bool(citation.is_printed),  # type: ignore[attr-defined]
                )
    return stands


def _citations(wanted: dict[tuple[str, int], str]) -> list[Citation]:
    """For each of these rows and each of the names the first citation that gives it, if one does."""
    keys = defaultdict(list)
    for noun, key in wanted:
        keys[noun].append(key)
    of_rows = Q()
    for noun, each in keys.items():
        of_rows |= Q(**{f"{_FORM}{noun}__in": each})
    # One filter, so that all of it is asked of the same name form: the claim's own or the citation's.
    given = Q(**{f"{_FORM}citation": None}, stance=Stance.SUPPORTS)
    printed = Q(**{f"{_FORM}citation": F("pk")})
    names = Q(**{f"{_FORM}text__in": set(wanted.values())})
    denied = Q(assertion__kind="name", assertion__polarity__in=(Polarity.DENIED, Polarity.SILENT))
    columns = {f"form_{noun}": F(f"{_FORM}{noun}") for noun in SUBJECTS}
    citations = (
        public_citations()
        .exclude(denied)
        .filter(of_rows & names & (given | printed))
        .annotate(
            **columns,
            form_text=F(f"{_FORM}text"),
            is_printed=Case(When(given, then=Value(0)), default=Value(1)),
        )
    )
    first = Window(
        RowNumber(),
        partition_by=[*columns, "form_text"],
        order_by=["is_printed", "source__label", "locator_sort", "identifier"],
    )
    return list(citations.annotate(place=first).filter(place=1).select_related("source"))
