"""What a collective biography is made of: figures, each with the persons and the claims behind it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

#: A leaf of a question, as JSON (docs/questions.md).
Leaf = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """Of how many persons something is said, who they are, and by which claims.

    ``leaves`` are what a question asks to find these claims. With ``exact``, the group's question
    and these leaves give just these persons; else only a list of the persons does.
    """

    key: str  # the same in every group
    label: str
    persons: tuple[int, ...]
    claims: tuple[int, ...] = ()
    #: Of so many persons two independent witnesses say it, in one and the same claim.
    corroborated: int = 0
    #: So many are in it whatever the true days were; None where no date decides it.
    certain: int | None = None
    leaves: tuple[Leaf, ...] = ()
    exact: bool = False
    noun: str = ""
    slug: str = ""
    #: False for one that stands in no list by itself, only beside that of another group.
    is_listed: bool = True
    order: int = 0  # its place among figures that have one of their own: decades, ages

    @property
    def count(self) -> int:
        """How many persons there are."""
        return len(self.persons)


class Evidence(NamedTuple):
    """On what a measure rests."""

    claims: int
    sources: int
    corroborated: int  # claims with two independent witnesses or more

    @property
    def share(self) -> float:
        """Of the claims, how many have two independent witnesses or more, in percent."""
        return 100 * self.corroborated / self.claims if self.claims else 0.0


@dataclass(frozen=True)
class Measure:
    """One aspect of a group: of how many it is known, and its figures.

    The shares are of the group, or with ``of_known`` of those of whom it is known.
    """

    key: str
    title: str
    total: int
    known: Figure
    figures: tuple[Figure, ...]
    evidence: Evidence
    of_known: bool = False

    @property
    def listed(self) -> list[Figure]:
        """The figures that are shown of this group alone."""
        return [figure for figure in self.figures if figure.is_listed]

    @property
    def base(self) -> int:
        """Of how many persons the shares are."""
        return self.known.count if self.of_known else self.total

    @property
    def unknown(self) -> int:
        """Of how many nothing of it is known."""
        return self.total - self.known.count

    def share(self, figure: Figure | None) -> float:
        """The share of a figure in percent; 0 for one that the group does not have."""
        return 100 * figure.count / self.base if figure and self.base else 0.0


class Range(NamedTuple):
    """A number of which only the limits may be known."""

    least: float
    most: float

    @property
    def text(self) -> str:
        """“31”, or “30–31” where the dates leave it open."""
        least, most = _short(self.least), _short(self.most)
        return least if least == most else f"{least}–{most}"

    @property
    def middle(self) -> float:
        """What is shown where one number is needed."""
        return (self.least + self.most) / 2


@dataclass(frozen=True)
class Ages:
    """How old the members were at something: the limits, the middle, and how many in each span."""

    key: str
    title: str
    youngest: Range | None
    median: Range | None
    oldest: Range | None
    #: Who may have been the youngest, and the oldest.
    who_youngest: Figure
    who_oldest: Figure
    spans: Measure


def joined(key: str, label: str, figures: Iterable[Figure], **more: Any) -> Figure:
    """The persons and the claims of several figures together."""
    given = list(figures)
    return Figure(
        key=key,
        label=label,
        persons=tuple(sorted({person for each in given for person in each.persons})),
        claims=tuple(sorted({claim for each in given for claim in each.claims})),
        **more,
    )


def renamed(measure: Measure, key: str, title: str) -> Measure:
    """The same measure under another name."""
    return replace(measure, key=key, title=title)


def _short(number: float) -> str:
    return str(round(number, 1)).removesuffix(".0")
