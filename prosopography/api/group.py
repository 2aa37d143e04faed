"""The collective biography of a group, alone or beside another."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response

from prosopography.models import Event
from prosopography.queries.address import keys_of, visible
from prosopography.queries.profile import Profile, profile
from prosopography.queries.profile.asking import Asking
from prosopography.queries.profile.beside import apart, is_few, rows
from prosopography.queries.profile.figure import Ages, Figure, Measure, Range
from prosopography.queries.profile.material import identifiers
from prosopography.queries.profile.survival import Survival
from prosopography.queries.profile.words import NOTES
from prosopography.queries.questions import (
    Answer,
    Question,
    QuestionError,
    answer,
    read_text,
    sentence,
)

from .asking import OF_GROUP, QuestionView
from .errors import RefusedError, fault, refuse
from .group_schema import ProfileSerializer

#: So many persons and claims of a figure are named, and so many figures of a measure.
MOST_NAMED, MOST_FIGURES = 100, 200
_PARAMETERS = [
    OF_GROUP,
    OpenApiParameter("with", description="The question of another group, to lay beside it."),
    OpenApiParameter(
        "event", description="The slug of an event: for the ages at it, and the survival after it."
    ),
]


class _Group(NamedTuple):
    """A group with what is needed to tell of it."""

    question: Question
    found: Answer
    profile: Profile
    asking: Asking


class GroupProfile(QuestionView):
    """The collective biography of a group, each figure with the persons and claims behind it."""

    serializer_class = ProfileSerializer
    summary = "The collective biography of a group"
    own = _PARAMETERS
    long_parameters = ("q", "with")

    def get(self, request: Request) -> Response:
        """One group, or two with their differences."""
        if "q" not in request.query_params:
            raise refuse("q", "Give a question, as JSON.", code="required")
        event = self._event()
        questions = {name: self._question(name) for name in ("q", "with")
                     if name in request.query_params}  # fmt: skip
        groups = [_group(question, event) for question in questions.values()]
        shown = {
            key
            for group in groups
            for figure in _figures(group.profile)
            for key in figure.claims[:MOST_NAMED]
        }
        names = identifiers(shown)
        told = {
            "event": event.slug if event is not None else None,
            "groups": [_Telling(group, names).whole() for group in groups],
            "both": _both(*groups) if len(groups) > 1 else None,
            "differences": list(_differences(groups)) if len(groups) > 1 else [],
            "medians": list(_medians(groups)) if len(groups) > 1 else [],
        }
        return Response(ProfileSerializer(told, context={"request": request}).data)

    def _question(self, name: str) -> Question:
        """The question of a parameter. Raises RefusedError (400), each fault at its path.

        Those of the other group have the name of the parameter before the path.
        """
        try:
            return read_text(self.request.query_params[name])
        except QuestionError as error:
            faults: dict[str, list[Any]] = {}
            for each in error.faults:
                place = each.path or name
                if name != "q" and each.path:
                    place = f"{name}.{each.path}"
                faults.setdefault(place, []).extend(fault(each.message))
            raise RefusedError(faults) from error

    def _event(self) -> Event | None:
        """The event that is asked about; two queries. Raises RefusedError (400)."""
        if "event" not in self.request.query_params:
            return None
        slug = self.request.query_params["event"].strip()
        key = keys_of(Event, [slug]).get(slug)
        if key is None:
            raise refuse("event", f"There is no event “{slug}”.", code="unknown")
        return visible(Event).get(pk=key)


class _Telling:
    """Tells a group with the slugs of its persons and the identifiers of its claims."""

    def __init__(self, group: _Group, names: Mapping[int, str]) -> None:
        self._group = group
        self._names = names

    def whole(self) -> dict[str, Any]:
        """All of it, as ``GroupSerializer`` takes it."""
        question, found, told, _ = self._group
        persons = told.persons
        return {
            "asked": question,
            "sentence": sentence(question),
            "count": told.total,
            "certain": len(found.certain),
            "possible": len(found.possible),
            "evidence": told.evidence,
            "measures": [self._measure(each) for each in told.measures.values()],
            "ages": [self._ages(each) for each in told.ages],
            "survival": [self._survival(each) for each in told.survival],
            "disputed": {
                "count": told.disputed.total,
                "open": told.disputed.open,
                "conflicts": [
                    {**each._asdict(), "persons": [persons[key].slug for key in each.persons]}
                    for each in told.disputed.conflicts
                ],
            },
        }

    def _measure(self, measure: Measure) -> dict[str, Any]:
        listed = measure.listed
        return {
            "key": measure.key,
            "title": measure.title,
            "note": NOTES.get(measure.key, ""),
            "known": self._figure(measure.known, measure.total),
            "unknown": measure.unknown,
            "base": measure.base,
            "evidence": measure.evidence,
            "figures": [self._figure(each, measure.base) for each in listed[:MOST_FIGURES]],
            "figure_count": len(listed),
        }

    def _ages(self, ages: Ages) -> dict[str, Any]:
        known = ages.spans.known.count
        return {
            "youngest": ages.youngest,
            "median": ages.median,
            "oldest": ages.oldest,
            "who_youngest": self._figure(ages.who_youngest, known),
            "who_oldest": self._figure(ages.who_oldest, known),
            "spans": self._measure(ages.spans),
        }

    def _survival(self, survival: Survival) -> dict[str, Any]:
        total, known = survival.total, survival.known.count
        return {
            **{name: getattr(survival, name) for name in
               ("key", "title", "unknown", "evidence", "median", "curve", "shortest", "longest")},
            "note": NOTES[survival.key],
            "known": self._figure(survival.known, total),
            "died": self._figure(survival.died, known),
            "lost": self._figure(survival.lost, known),
            "left_out": [self._figure(each, total) for each in survival.left_out],
            "years": [
                {
                    **row._asdict(),
                    "died": self._figure(row.died, row.at_risk),
                    "lost": self._figure(row.lost, row.at_risk),
                }
                for row in survival.rows
            ],
        }  # fmt: skip

    def _figure(self, figure: Figure, base: int) -> dict[str, Any]:
        asked = self._group.asking.of(figure)
        persons = self._group.profile.persons
        claims = figure.claims[:MOST_NAMED]
        return {
            **{name: getattr(figure, name) for name in
               ("key", "label", "noun", "slug", "count", "certain", "corroborated")},
            "share": round(100 * figure.count / base, 2) if base else None,
            "persons": sorted(persons[key].slug for key in figure.persons)[:MOST_NAMED],
            "claims": [self._names[key] for key in claims if key in self._names],
            "claim_count": len(figure.claims),
            "question": asked.text if asked else None,
            "exact": asked.exact if asked else True,
        }  # fmt: skip


def _group(question: Question, event: Event | None) -> _Group:
    found = answer(question)
    told = profile(found.keys, event)
    return _Group(question, found, told, Asking(question, told.persons))


def _both(one: _Group, other: _Group) -> dict[str, Any]:
    """Who is in both groups."""
    found = one.asking.both(other.asking)
    persons = one.profile.persons
    return {
        "count": len(found.persons),
        "persons": sorted(persons[key].slug for key in found.persons)[:MOST_NAMED],
        "question": found.asked.text if found.asked else None,
        "exact": found.asked.exact if found.asked else True,
    }


def _figures(told: Profile) -> Iterator[Figure]:
    """Every figure that is told."""
    measures = [*told.measures.values(), *(ages.spans for ages in told.ages)]
    for measure in measures:
        yield from (measure.known, *measure.listed[:MOST_FIGURES])
    for ages in told.ages:
        yield from (ages.who_youngest, ages.who_oldest)
    for survival in told.survival:
        yield from (survival.known, survival.died, survival.lost)
        yield from (figure for row in survival.rows for figure in (row.died, row.lost))


def _differences(groups: Sequence[_Group]) -> Iterator[dict[str, Any]]:
    """The figures of both groups, measure by measure."""
    profiles = [group.profile for group in groups]
    spans = zip(*(each.ages for each in profiles), strict=True)
    measures = [
        *zip(*(each.measures.values() for each in profiles), strict=True),
        *([ages.spans for ages in pair] for pair in spans),
    ]
    for pair in measures:
        few = is_few(pair)
        for row in rows(pair)[:MOST_FIGURES]:
            yield {
                "measure": pair[0].key,
                "figure": row.key,
                "label": row.label,
                "shares": [round(share, 2) for share in row.shares],
                "difference": None if row.difference is None else round(row.difference, 2),
                "slight": row.is_slight,
                "few": few,
            }


def _medians(groups: Sequence[_Group]) -> Iterator[dict[str, Any]]:
    """How far the medians of ages and of survival lie apart, where both are known."""
    found: list[tuple[str, list[Range | None]]] = [
        (pair[0].key, [each.median for each in pair])
        for name in ("ages", "survival")
        for pair in zip(*(getattr(group.profile, name) for group in groups), strict=True)
    ]
    for key, (one, other) in found:
        if one is not None and other is not None:
            yield {"measure": key, "years": apart(one, other)}
