"""A claim in plain English, from the pattern that the registry of kinds gives for it.

Nothing here asks the database: callers load what the claim names (``with_subjects()``).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from string import Formatter
from typing import Any, NamedTuple

from prosopography.models import KINDS, Assertion, Polarity

#: How the verb with which a pattern begins is denied; a pattern without a verb gets a "not:".
_DENIED = {
    "is": "is not",
    "was": "was not",
    "died": "did not die",
    "lived": "did not live",
    "took": "did not take",
}
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
#: Between what the claim is about and a pattern that does not begin with a verb.
_DASH = " – "


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
def _segments(kind: str) -> tuple[_Segment, ...]:
    """The pattern of a kind, cut at its brackets."""
    cut = _OPTIONAL.split(KINDS[kind].sentence)
    return tuple(
        _Segment(
            tuple(
                piece
                for literal, column, _, _ in Formatter().parse(text)
                for piece in (_Piece(literal), _Piece("", column))
                if piece.literal or piece.column
            ),
            optional=bool(place % 2),
        )
        for place, text in enumerate(cut)
        if text
    )


def _begins_with_verb(kind: str) -> bool:
    return _segments(kind)[0].pieces[0].column is None


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
    joint = " " if _begins_with_verb(assertion.kind) and not is_silent else _DASH
    return [Part(row.label, row), *_joined([Part(joint), *said])]


def predicate(assertion: Assertion, *, converse: bool = False, without: str = "") -> list[Part]:
    """The claim without what it is about: “chairman, Tsentrobalt”.

    ``converse`` tells a relationship from the side of the other person: “supported by Ivar Smilga”.
    """
    said = _filled(assertion, converse=converse, without=without)
    if assertion.polarity == Polarity.SILENT:
        said = _silent(assertion, said)
    elif assertion.polarity == Polarity.DENIED:
        said = _denied(said, begins_with_verb=_begins_with_verb(assertion.kind))
    return _joined(said)


def _filled(assertion: Assertion, *, converse: bool, without: str) -> Iterator[Part]:
    """The pattern with its columns filled in; a segment with an empty column is left out."""
    for segment in _segments(assertion.kind):
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
        return Part(row.converse_label, row)
    return Part(row.label, row)


def _denied(said: Iterable[Part], *, begins_with_verb: bool) -> Iterator[Part]:
    """The same, denied: at its verb, or else with a “not:” before it."""
    words = iter(said)
    if not begins_with_verb:
        yield Part("not: ")
        yield from words
        return
    first = next(words)
    verb, blank, rest = first.text.partition(" ")
    yield Part(f"{_DENIED[verb]}{blank}{rest}")
    yield from words


def _silent(assertion: Assertion, said: Iterable[Part]) -> Iterator[Part]:
    """That the source says nothing of it: of a birth as such, or else of just this."""
    label = assertion.kind_rules.label
    if _begins_with_verb(assertion.kind):
        yield Part(f"nothing is said of the {label}")
        return
    yield Part(f"nothing is said of this {label}: ")
    yield from said


def _joined(said: Iterable[Part]) -> list[Part]:
    """Neighbouring runs that name no row made into one."""
    result: list[Part] = []
    for part in said:
        if part.row is None and result and result[-1].row is None:
            result[-1] = Part(result[-1].text + part.text)
        else:
            result.append(part)
    return result
