"""Public addresses: which row one leads to, where an old one leads now, and what is gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from prosopography.models import (
    Assertion,
    Citation,
    Event,
    Organisation,
    Person,
    Place,
    Redirect,
    Role,
    Source,
    Status,
)

#: The tables of the rows that have a slug and a page, by their nouns.
TABLES: dict[str, Any] = {
    "person": Person,
    "organisation": Organisation,
    "event": Event,
    "place": Place,
    "role": Role,
    "source": Source,
}


def visible(model: Any) -> QuerySet:
    """The rows of a table that the public may see; a role, which has no status, always."""
    objects = model.objects
    return objects.published() if hasattr(objects, "published") else objects.all()


def public_citations() -> QuerySet:
    """The citations that the public may see: readable, and of a public claim."""
    claims = Assertion.objects.public().filter(pk=OuterRef("assertion"))
    return Citation.objects.readable().filter(Exists(claims))


def keys_of(model: Any, slugs: Iterable[str]) -> dict[str, int]:
    """The primary keys of the visible rows of these slugs, an old slug leading to its row.

    A slug that is not in the answer leads nowhere. One query, and one more where one is not found.
    """
    wanted = set(slugs)
    found = dict(visible(model).filter(slug__in=wanted).values_list("slug", "pk"))
    missing = wanted - found.keys()
    if missing:
        noun = model._meta.model_name
        rows = visible(model).filter(redirects__noun=noun, redirects__slug__in=missing)
        found |= dict(rows.values_list("redirects__slug", "pk"))
    return found


def keys_of_claims(identifiers: Iterable[str]) -> dict[str, int]:
    """The primary keys of the public claims of these identifiers; one query."""
    claims = Assertion.objects.public().filter(identifier__in=set(identifiers))
    return dict(claims.values_list("identifier", "pk"))


@dataclass(frozen=True)
class Former:
    """What became of an address that leads nowhere: ``slug``, where it leads now; or ``gone``."""

    slug: str = ""
    gone: bool = False


def former_slug(model: Any, slug: str) -> Former:
    """What became of this slug, at which nothing is visible now; three queries at most.

    A draft that never was public has no former address: it is as if it were not there.
    """
    noun = model._meta.model_name
    redirect = Redirect.objects.filter(noun=noun, slug=slug).select_related(noun).first()
    if redirect is not None:
        row = getattr(redirect, noun)
        if getattr(row, "status", Status.PUBLISHED) == Status.PUBLISHED:
            return Former(slug=row.slug)
        return Former(gone=True)
    return Former(gone=_taken_back(model.objects.filter(slug=slug).first()))


def former_assertion(identifier: str, **columns: Any) -> Former:
    """Whether the claim of this identifier, with these columns, was public and is no more."""
    claims = Assertion.objects.filter(identifier=identifier, **columns)
    return Former(gone=_taken_back(claims.first()))


def former_citation(identifier: str) -> Former:
    """Whether the citation of this identifier is one of a claim that was public.

    It is gone with its claim, or was withdrawn from it by itself.
    """
    citation = Citation.objects.filter(identifier=identifier).select_related("assertion").first()
    if citation is not None:
        return Former(gone=_taken_back(citation.assertion))
    withdrawn = Citation.history.filter(identifier=identifier, history_type="-").first()
    return Former(gone=withdrawn is not None and _was_public(Assertion, withdrawn.assertion_id))


def was_public(row: Any) -> bool:
    """Whether this row is, or ever was, published. Roles, which have no status, always are.

    A retracted row was: that it says itself, for its history does not travel with an export.
    """
    status = getattr(row, "status", Status.PUBLISHED)
    return status in (Status.PUBLISHED, Status.RETRACTED) or _was_public(type(row), row.pk)


def _taken_back(row: Any) -> bool:
    return row is not None and row.status != Status.PUBLISHED and was_public(row)


def _was_public(model: Any, key: int) -> bool:
    return model.history.filter(id=key, status=Status.PUBLISHED).exists()
