"""What things are called in linked data: absolute addresses that never change."""

from typing import Any

from rdflib import URIRef

PLURALS = {
    "person": "persons",
    "organisation": "organisations",
    "event": "events",
    "place": "places",
    "role": "roles",
    "source": "sources",
    "assertion": "assertions",
}


class Addresses:
    """The names of things on a site; ``site`` is its first page, with a slash at the end.

    ``…/persons/ivar-smilga/#this`` is the person, and without ``#this`` the page about him.
    """

    def __init__(self, site: str) -> None:
        self.site = site

    def page(self, row: Any) -> URIRef:
        """The page about a row."""
        noun = row._meta.model_name
        key = row.identifier if noun == "assertion" else row.slug
        return URIRef(f"{self.site}{PLURALS[noun]}/{key}/")

    def thing(self, row: Any) -> URIRef:
        """The row itself."""
        return URIRef(f"{self.page(row)}#this")

    def citation(self, claim: Any, citation: Any) -> URIRef:
        """A citation of a claim, which has no page of its own."""
        return URIRef(f"{self.page(claim)}#{citation.identifier}")

    def file(self, row: Any, suffix: str, number: int = 1) -> URIRef:
        """The file of linked data about a row, or a further page of it."""
        page = f"?page={number}" if number > 1 else ""
        return URIRef(f"{str(self.page(row)).rstrip('/')}.{suffix}{page}")

    @property
    def words(self) -> str:
        """The namespace of the vocabulary."""
        return f"{self.site}ns/#"
