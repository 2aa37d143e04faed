"""Ages and survival in a collective biography, as the page shows them."""

from typing import Any, NamedTuple

from django.utils.translation import gettext

from prosopography.queries.profile.beside import apart, difference
from prosopography.queries.profile.charts import Curves, curves
from prosopography.queries.profile.figure import Ages, Range
from prosopography.queries.profile.survival import Survival
from prosopography.queries.profile.words import NOTES

from .group_view import Head, Link, Section, Side, head, link, percent, section


class AgesView(NamedTuple):
    """How old the members of the groups were at something."""

    section: Section
    ages: list[Ages]
    links: list[tuple[Link, Link]]  # who may have been the youngest, and the oldest
    difference: str


class Decade(NamedTuple):
    """A row of the table of survival; of each group a cell, or nothing."""

    years: str
    cells: list[dict[str, Any] | None]


class SurvivalView(NamedTuple):
    """The survival curves of the groups, and the tables that say the same."""

    key: str
    title: str
    note: str
    heads: list[Head]
    survivals: list[Survival]
    facts: list[dict[str, Any]]
    chart: Curves | None
    rows: list[Decade]
    difference: str


def ages_view(ages: list[Ages], sides: list[Side]) -> AgesView:
    """The ages of each group at one thing, with the difference of the medians."""
    askings = [side.asking for side in sides]
    apart_by = difference(*ages) if len(ages) > 1 else None
    return AgesView(
        section=section([each.spans for each in ages], askings, drawn=True),
        ages=ages,
        links=[
            (link(each.who_youngest, asking), link(each.who_oldest, asking))
            for each, asking in zip(ages, askings, strict=True)
        ],
        difference=_years(apart_by),
    )


def _years(apart_by: Range | None) -> str:
    """A difference in years, in words."""
    if apart_by is None:
        return ""
    least, most = apart_by
    if least <= 0 <= most:
        return (
            gettext("the dates leave open which is higher ({least} to {most} years)")
            .format(least=f"{least:+.1f}", most=f"{most:+.1f}")
            .replace("-", "−")
        )
    low, high = sorted((abs(least), abs(most)))
    words = Range(round(low, 1), round(high, 1)).text
    pattern = (
        gettext("{years} years more in the first group")
        if least > 0
        else gettext("{years} years less in the first group")
    )
    return pattern.format(years=words)


def survival_view(survivals: list[Survival], sides: list[Side]) -> SurvivalView:
    """The survival of each group on one scale, on one drawing and in one table."""
    askings = [side.asking for side in sides]
    medians = [each.median for each in survivals]
    one, *other = medians
    apart_by = apart(one, other[0]) if one and other and other[0] else None
    number = max(len(each.rows) for each in survivals)
    return SurvivalView(
        key=survivals[0].key,
        title=survivals[0].title,
        note=NOTES[survivals[0].key],
        heads=[
            head(each.known, each.total, each.evidence, asking)
            for each, asking in zip(survivals, askings, strict=True)
        ],
        survivals=survivals,
        facts=[
            {
                "median": each.median and Range(round(each.median.least, 1),
                                                round(each.median.most, 1)),
                "died": link(each.died, asking),
                "lost": link(each.lost, asking),
                "left_out": [
                    (figure.label, link(figure, asking)) for figure in each.left_out if figure.count
                ],
            }
            for each, asking in zip(survivals, askings, strict=True)
        ],
        chart=curves(survivals),
        rows=[_decade(at, survivals, sides) for at in range(number)],
        difference=_years(apart_by),
    )  # fmt: skip


def _band(band: Range) -> str:
    """“80–90 %”; empty where the limits are one."""
    least, most = round(band.least), round(band.most)
    return f"{least}–{most} %" if least != most else ""


def _decade(at: int, survivals: list[Survival], sides: list[Side]) -> Decade:
    """The same years of each group."""
    years, cells = "", list[dict[str, Any] | None]()
    for survival, side in zip(survivals, sides, strict=True):
        if at >= len(survival.rows):
            cells.append(None)
            continue
        row = survival.rows[at]
        years = f"{row.first}–{row.last}"
        cells.append({
            "at_risk": row.at_risk,
            "died": link(row.died, side.asking),
            "lost": link(row.lost, side.asking),
            "survival": percent(row.survival),
            "band": _band(row.band),
        })  # fmt: skip
    return Decade(years, cells)
