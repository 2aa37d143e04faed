"""The navigation: what stands in the head of every page, in groups, and where the reader is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Each group with its pages: the name of the address, and what the link says.
GROUPS: tuple[tuple[Promise, tuple[tuple[str, Promise], ...]], ...] = (
    (
        _("Record"),
        (
            ("web:person-list", _("Persons")),
            ("web:organisation-list", _("Organisations")),
            ("web:event-list", _("Events")),
            ("web:place-list", _("Places")),
            ("web:role-list", _("Roles")),
            ("web:source-list", _("Sources")),
            ("web:assertion-list", _("Claims")),
            ("web:conflict-list", _("Conflicts")),
        ),
    ),
    (
        _("Ask"),
        (
            ("web:questions", _("Questions")),
            ("web:groups", _("Groups")),
            ("web:compare", _("Comparison")),
            ("web:paths", _("Paths between two people")),
            ("web:as-of", _("As of a day")),
            ("web:succession", _("Succession in an office")),
        ),
    ),
    (
        _("See"),
        (
            ("web:map", _("Map")),
            ("web:timeline", _("Timeline")),
            ("web:network", _("Network")),
            ("web:stemma", _("Stemma of the sources")),
        ),
    ),
    (
        _("About"),
        (
            ("web:about", _("How to read this record")),
            ("web:glossary", _("Glossary")),
            ("web:changes", _("Changes")),
        ),
    ),
)


@dataclass(frozen=True)
class Item:
    """A page in the navigation."""

    label: Any
    address: str
    current: str  # the value of aria-current: page, true (a page below it), or empty


@dataclass(frozen=True)
class Group:
    """Pages that belong together."""

    label: Any
    items: list[Item]

    @property
    def is_here(self) -> bool:
        """Whether the reader is on one of its pages, or below one."""
        return any(item.current for item in self.items)


def navigation(request: HttpRequest) -> list[Group]:
    """The groups with their pages; that with the longest address the reader is at or below is
    marked. No query."""
    found = [(label, list(_pages(pages))) for label, pages in GROUPS]
    addresses = (address for _, pages in found for _, address in pages)
    near = max((each for each in addresses if request.path.startswith(each)), key=len, default="")
    return [
        Group(
            label,
            [Item(text, address, _current(request, address, near)) for text, address in pages],
        )
        for label, pages in found
    ]


def _pages(pages: tuple[tuple[str, Promise], ...]) -> Iterator[tuple[Promise, str]]:
    """The pages with their addresses; what has none is left out."""
    for name, label in pages:
        try:
            yield label, reverse(name)
        except NoReverseMatch:
            continue


def _current(request: HttpRequest, address: str, near: str) -> str:
    if address != near:
        return ""
    return "page" if request.path == address else "true"
