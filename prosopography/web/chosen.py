"""What a page on an office is asked about: the body and the role of its address."""

from typing import Any

from django.utils.translation import gettext

from prosopography.models import Joins, Organisation, Role
from prosopography.queries.address import keys_of, visible
from prosopography.queries.person import MOST_CHOICES
from prosopography.queries.script import label_of
from prosopography.queries.tenures import Office
from prosopography.queries.words import in_words

from .errors import RefusalError

#: The parameters that say which office, with the tables in which their slugs are looked up.
TABLES: dict[str, Any] = {"organisation": Organisation, "role": Role}
#: The parameters of a page on an office.
OFFICE = (*TABLES, "exact", "doubtful")
_EXACT = {"true": True, "false": False}
_DOUBTFUL = {"include": True, "exclude": False}


def office(asked: dict[str, str]) -> Office:
    """The office of an address; two queries for each slug, and one more where it is an old one.

    Raises RefusalError for a slug that the public cannot know, and for a word that means nothing.
    """
    rows = {name: _row(name, asked[name]) for name in TABLES if name in asked}
    return Office(
        organisation=rows.get("organisation"),
        role=rows.get("role"),
        exact=word(asked, "exact", _EXACT, "false"),
        doubtful=word(asked, "doubtful", _DOUBTFUL, "include"),
    )


def word(asked: dict[str, str], name: str, known: dict[str, Any], default: str) -> Any:
    """What one of a few words means. Raises RefusalError for any other word."""
    given = asked.get(name, default)
    if given not in known:
        words = gettext(" or ").join(gettext("“{text}”").format(text=each) for each in known)
        raise RefusalError(
            gettext("“{name}” is {words}, and not “{given}”.").format(
                name=name, words=words, given=given
            )
        )
    return known[given]


def is_whole(found: Office) -> bool:
    """Whether a body or a role is given: without either, the answer would be everybody."""
    return found.organisation is not None or found.role is not None


def offered(found: Office) -> list[dict[str, Any]]:
    """What the form offers to choose from; two queries.

    Of a table with too many rows nothing is offered; its slug is then to be written.
    """
    chosen = {"organisation": found.organisation, "role": found.role}
    rows = {
        "organisation": visible(Organisation),
        "role": visible(Role).filter(joins=Joins.ORGANISATION),
    }
    return [
        {"name": name, "chosen": chosen[name], "rows": few if len(few) <= MOST_CHOICES else []}
        for name, few in ((name, list(rows[name][: MOST_CHOICES + 1])) for name in TABLES)
    ]


def named(found: Office) -> str:
    """The office in words, for headings: “member, Central Committee”."""
    return ", ".join(label_of(row) for row in (found.role, found.organisation) if row is not None)


def _row(name: str, slug: str) -> Any:
    key = keys_of(TABLES[name], [slug]).get(slug)
    if key is None:
        raise RefusalError(
            gettext("The record has no {name} “{slug}”.").format(name=in_words(name), slug=slug)
        )
    row = visible(TABLES[name]).get(pk=key)
    if name == "role" and row.joins != Joins.ORGANISATION:
        raise RefusalError(
            gettext("The role “{slug}” is not one that is held in an organisation.").format(
                slug=slug
            )
        )
    return row
