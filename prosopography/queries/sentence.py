"""A claim in plain words, from the pattern that the registry of kinds gives for it.

The patterns are translated as wholes, and no name in them is inflected. Nothing here asks the
database but for names in another script (``script.label_of``): callers load what the claim names
(``with_subjects()``).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from string import Formatter
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from prosopography.models import KINDS, Assertion, Polarity

from .script import converse_label_of, label_of

_OPTIONAL = re.compile(r"\[([^\]]*)\]")


class Part(NamedTuple):
    """A run of words of a sentence, and the row that they name, if they name one."""

    text: str
    row: Any = None


class _Piece(NamedTuple):
    """A literal of a pattern, or one of its columns."""

    literal: str
    column: str | None = None


class _Segment(NamedTuple):
    """A stretch of a pattern; one in brackets is left out when a column in it is empty."""

    pieces: tuple[_Piece, ...]
    optional: bool


@cache
def _segments(pattern: str) -> tuple[_Segment, ...]:
    """A pattern, cut at its brackets."""
    cut = _OPTIONAL.split(pattern)
    return tuple(
        _Segment(
            tuple(
                piece
                for literal, column, _spec, _conversion in Formatter().parse(text)
                for piece in (_Piece(literal), _Piece("", column))
                if piece.literal or piece.column
            ),
            optional=bool(place % 2),
        )
        for place, text in enumerate(cut)
        if text
    )


def _begins_with_verb(kind: str) -> bool:
    """Whether the English pattern does, which then is denied at its verb."""
    return bool(KINDS[kind].denied)


def _joint(kind: str, *, silent: bool) -> str:
    """What stands between the thing that a claim is about and what it says of it."""
    if _begins_with_verb(kind) and not silent:
        pattern = _("{subject} {predicate}")
    else:
        pattern = _("{subject} – {predicate}")
    return pattern.replace("{subject}", "").replace("{predicate}", "")


def sentence(assertion: Assertion) -> str:
    """The whole claim: “Ivar Smilga – chairman, Tsentrobalt”, “Ivar Smilga was born in Aloja”.

    Without its date, which has its own words (``dates.describe``). A denied claim says so.
    """
    return plain(parts(assertion))


def plain(parts: Iterable[Part]) -> str:
    """The words alone."""
    return "".join(part.text for part in parts)


def parts(assertion: Assertion, *, without: str = "") -> list[Part]:
    """The whole claim as runs of words, each with the row that it names.

    ``without`` leaves out a column that the reader knows: the event, on the event's own page.
    """
    column = assertion.subject_column
    said = predicate(assertion, without=without)
    if column is None:
        return said
    row = getattr(assertion, column)
    is_silent = assertion.polarity == Polarity.SILENT
    joint = _joint(assertion.kind, silent=is_silent)
    return [Part(label_of(row), row), *_joined([Part(joint), *said])]


def predicate(assertion: Assertion, *, converse: bool = False, without: str = "") -> list[Part]:
    """The claim without what it is about: “chairman, Tsentrobalt”.

    ``converse`` tells a relationship from the side of the other person: “supported by Ivar Smilga”.
    """
    return _joined(_said(assertion, converse=converse, without=without))


def _said(assertion: Assertion, *, converse: bool, without: str) -> Iterator[Part]:
    """The pattern of its kind and polarity, with its columns filled in."""
    kind = assertion.kind_rules
    if assertion.polarity == Polarity.SILENT:
        # Of a birth as such the source says nothing; of a tenure, nothing of just this one.
        yield Part(_(kind.silent))
        if kind.denied:
            return
    pattern = kind.sentence
    if assertion.polarity == Polarity.DENIED:
        if kind.denied:
            pattern = kind.denied
        else:
            yield Part(_("not: "))
    yield from _filled(assertion, _(pattern), converse=converse, without=without)


def _filled(assertion: Assertion, pattern: str, *, converse: bool, without: str) -> Iterator[Part]:
    """A pattern with its columns filled in; a segment with an empty column is left out."""
    for segment in _segments(pattern):
        pieces = _left_out(segment, without)
        found = [
            _column(assertion, piece.column, converse=converse)
            if piece.column
            else Part(piece.literal)
            for piece in pieces
        ]
        if all(part is not None for part in found):
            yield from (part for part in found if part is not None)


def _left_out(segment: _Segment, column: str) -> list[_Piece]:
    """The pieces of a segment without this column and what joins it to the words before it."""
    pieces = list(segment.pieces)
    place = next((at for at, piece in enumerate(pieces) if piece.column == column), None)
    if place is None or not column:
        return pieces
    return [] if segment.optional else [*pieces[: max(place - 1, 0)], *pieces[place + 1 :]]


def _column(assertion: Assertion, column: str, *, converse: bool) -> Part | None:
    """What a column says; None when it is empty."""
    if column == "value":
        return Part(assertion.value) if assertion.value else None
    if converse and column == "related_person":
        column = "person"
    row = getattr(assertion, column)
    if row is None:
        return None
    if converse and column == "role":
        return Part(converse_label_of(row), row)
    return Part(label_of(row), row)


def composed(pattern: str, **filled: Part) -> list[Part]:
    """A translated sentence with its placeholders filled in: “{one} met {other}”."""
    said = (
        piece
        for literal, name, _spec, _conversion in Formatter().parse(pattern)
        for piece in (Part(literal), *([filled[name]] if name else []))
    )
    return _joined(part for part in said if part.text)


def _joined(said: Iterable[Part]) -> list[Part]:
    """Neighbouring runs that name no row made into one."""
    result: list[Part] = []
    for part in said:
        if part.row is None and result and result[-1].row is None:
            result[-1] = Part(result[-1].text + part.text)
        else:
            result.append(part)
    return result
