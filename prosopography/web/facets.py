"""Facets as a page shows them: the values that are most frequent, the others folded, each a link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from prosopography.queries.facets import Asked, Facet, Level, Listing, Offer
from prosopography.queries.occurrence import either

from .narrowing import Beside

#: How many values stand openly in a facet, how many folded, and how many when it is searched.
TOP, FOLDED, SEARCHED = 6, 40, 200
#: A facet of at most so many values shows all of them openly.
SHORT = 9


@dataclass(frozen=True)
class Value:
    """A value of a facet with the address of the list with it, or without it where it is chosen."""

    offer: Offer
    address: str
    #: For a bar: how long it is, and how much of it is sure, in hundredths of the longest.
    length: int = 0
    sure: int = 0


@dataclass(frozen=True)
class ShownFacet:
    """A facet on a page."""

    name: str
    title: Any
    of_claim: bool  # whether it speaks of the one claim
    is_counted: bool
    address: str  # of the page on which it is open
    values: list[Value]
    folded: list[Value] = field(default_factory=list)
    total: int = 0  # how many values it has
    is_searched: bool = False
    like: str = ""
    others: list[tuple[str, str]] = field(default_factory=list)
    is_chosen: bool = False

    @property
    def hidden(self) -> int:
        """How many values stand nowhere on the page."""
        return self.total - len(self.values) - len(self.folded)


def shown_facets(
    listing: Listing,
    asked: Asked,
    offers: Mapping[str, Sequence[Offer]],
    beside: Beside,
    *,
    opened: str,
    like: str,
) -> list[ShownFacet]:
    """The facets that have something to offer; no query."""
    shown = []
    for facet in listing.facets:
        found = offers.get(facet.name)
        if found is None:
            shown.append(_uncounted(facet, asked, beside))
        elif found:
            mine = facet.name == opened
            shown.append(_counted(facet, found, beside, like=like if mine else "", searched=mine))
    return shown


def _uncounted(facet: Facet, asked: Asked, beside: Beside) -> ShownFacet:
    """A facet that is counted only where it is opened; what is chosen of it can be taken back."""
    chosen = [
        Value(Offer(each.word, each.label, 0, chosen=True), beside.toggled(facet.name, each.word))
        for each in asked.chosen.get(facet.name, ())
    ]
    return ShownFacet(
        name=facet.name,
        title=facet.title,
        of_claim=_of_claim(facet),
        is_counted=False,
        address=f"{beside.changed(facet=facet.name)}#facet-{facet.name}",
        values=chosen,
        total=len(chosen),
        is_chosen=bool(chosen),
    )


def _counted(
    facet: Facet, offers: Sequence[Offer], beside: Beside, *, like: str, searched: bool
) -> ShownFacet:
    wanted = [each for each in offers if like.casefold() in each.label.casefold()]
    longest = max((each.number for each in offers), default=0)
    values = [
        Value(
            each,
            beside.toggled(facet.name, each.word),
            length=0 if each.sure is None else _hundredths(each.number, longest),
            sure=_hundredths(each.sure or 0, longest),
        )
        for each in wanted
    ]
    if searched:
        openly, folded = values[:SEARCHED], []
    elif facet.ordered or len(values) <= SHORT:
        openly, folded = values[: SHORT + TOP], values[SHORT + TOP :]
    else:
        top = max(TOP, sum(each.chosen for each in wanted))
        openly, folded = values[:top], values[top : top + FOLDED]
    return ShownFacet(
        name=facet.name,
        title=facet.title,
        of_claim=_of_claim(facet),
        is_counted=True,
        address=f"{beside.changed(facet=facet.name)}#facet-{facet.name}",
        values=openly,
        folded=folded,
        total=len(wanted),
        is_searched=searched,
        like=like,
        others=beside.others("facet", "like"),
        is_chosen=any(each.chosen for each in offers),
    )


def _of_claim(facet: Facet) -> bool:
    return facet.level in (Level.CLAIM, Level.CITATION)


def _hundredths(number: int, longest: int) -> int:
    """A part of a hundred, and at least one where there is anything."""
    return max(1, round(100 * number / longest)) if number and longest else 0


@dataclass(frozen=True)
class Chip:
    """Something that the list is narrowed by, with the address of the list without it."""

    title: Any
    label: Any
    without: str
    address: str = ""  # the page of what it names
    is_other: bool = False  # another value of the facet before it: either will do


def in_words(found: Sequence[Chip]) -> list[str]:
    """By what the list is narrowed, as it is cited: “Role: member or chairman”."""
    said: list[str] = []
    for title, those in groupby(found, key=lambda chip: str(chip.title)):
        labels = [str(chip.label) for chip in those]
        told = _("%(facet)s: %(values)s") % {"facet": title, "values": either(labels)}
        said += [told] if title else labels
    return said


def chips(listing: Listing, asked: Asked, beside: Beside, *, of_claim: bool) -> list[Chip]:
    """The values that are chosen of the facets of the one claim, or of the others; no query."""
    found = []
    for facet in listing.facets:
        if _of_claim(facet) is not of_claim:
            continue
        for place, each in enumerate(asked.chosen.get(facet.name, ())):
            row = each.row
            found.append(
                Chip(
                    title=facet.title,
                    label=each.label,
                    without=beside.toggled(facet.name, each.word),
                    address=reverse(f"web:{row.noun}", args=[row.slug]) if row else "",
                    is_other=place > 0,
                )
            )
    return found
