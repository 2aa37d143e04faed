"""By what a list is narrowed, out of the address; and the addresses of a list beside that one."""

from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from prosopography.queries.facets import Asked, ChoiceError, Chosen, Facet, Listing
from prosopography.queries.facets.page import found_by
from prosopography.queries.search import Hit

from .chosen import word
from .errors import RefusalError

#: What says how the facets are read, and what else one claim must be.
HOW = ("certain", "doubtful", "witnesses_min")
#: How many values of one facet an address can have.
MOST_VALUES = 20
_YES_OR_NO = {"true": True, "false": False}
_DOUBTFUL = {each: each for each in ("include", "exclude", "only")}
_WITNESSES = {str(number): number for number in range(10)}


def read_asked(listing: Listing, asked: dict[str, str]) -> tuple[Asked, dict[int, Hit]]:
    """By what the list of this address is narrowed, and how each row was found under a name.

    The queries of the search, and those of the facets for what they read. Leaves in ``asked`` the
    values as they are called now. Raises RefusalError for a value that the record does not have.
    """
    chosen = {}
    for facet in listing.facets:
        if facet.name in asked:
            chosen[facet.name] = values = _read(facet, asked[facet.name])
            asked[facet.name] = ",".join(each.word for each in values)
    found, hits = found_by(listing, asked.get("q", ""))
    return (
        Asked(
            chosen=chosen,
            found=found,
            certain=bool(word(asked, "certain", _YES_OR_NO, "false")),
            doubtful=str(word(asked, "doubtful", _DOUBTFUL, "include")),
            witnesses=int(word(asked, "witnesses_min", _WITNESSES, "0")),
        ),
        hits,
    )


def _read(facet: Facet, given: str) -> list[Chosen]:
    words = list(dict.fromkeys(each.strip() for each in given.split(",") if each.strip()))
    if not words or len(words) > MOST_VALUES:
        raise RefusalError(
            _("“%(name)s” takes from 1 to %(most)s values, with commas between them.")
            % {"name": facet.name, "most": MOST_VALUES}
        )
    try:
        return facet.read(words)
    except ChoiceError as error:
        raise RefusalError(str(error)) from error


class Beside:
    """The addresses of the same list, with one thing otherwise; always from the first page."""

    def __init__(self, path: str, asked: Mapping[str, str], numbers: Collection[str]) -> None:
        self.path = path
        #: What is asked, without the numbers of pages and without what only opens a facet.
        self.asked = {
            name: value
            for name, value in asked.items()
            if name not in numbers and name not in ("facet", "like")
        }

    def changed(self, path: str = "", **changes: str) -> str:
        """With other values of some parameters; an empty one leaves the parameter out."""
        asked = {name: value for name, value in {**self.asked, **changes}.items() if value}
        return f"{path or self.path}?{urlencode(asked, safe=',')}" if asked else path or self.path

    def toggled(self, name: str, value: str) -> str:
        """With a value of a facet more, or without it."""
        words = [each for each in self.asked.get(name, "").split(",") if each]
        kept = [each for each in words if each != value]
        return self.changed(**{name: ",".join(kept if value in words else [*words, value])})

    def others(self, *names: str) -> list[tuple[str, str]]:
        """What a form sends along that asks for these: all other parameters."""
        return [(name, value) for name, value in self.asked.items() if name not in names]
