"""When a claim and its citations could be read: what the histories of all that it names say together.

A claim is public while it is published, all that it names is, and a citation supports it that the
public may read. So its own versions do not tell from when, and the others are asked too.

One act (a save at the desk, an import) writes the rows that it touches one after the other, and
between two of them stands for a moment what nobody ever saw. Nothing says exactly which versions
are of one act. Those of the same editor, for the same reason and at one time are taken for one, and
what lasted only within it was never public. Where that is wrong, less is told, never more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from prosopography.models import ENTITY_COLUMNS, Stance, Status

from .change_fields import Named
from .change_streams import TOGETHER

#: What a citation names that has a status of its own.
CITED = ("source", "attributed_to_source", "attributed_to_person")
#: How long a save at the desk takes at most; an import takes as long as ``TOGETHER``.
_AT_ONCE = timedelta(minutes=1)


class Mark(NamedTuple):
    """When a version was written, why and by whom."""

    when: datetime
    reason: str
    editor: int | None

    @classmethod
    def of(cls, version: Any) -> "Mark":
        """That of a version."""
        reason = version.history_change_reason or ""
        return cls(version.history_date, reason, version.history_user_id)


class Span(NamedTuple):
    """From one mark to another; to None, where it goes on."""

    start: Mark
    stop: Mark | None


def one_act(one: Mark, other: Mark) -> bool:
    """Whether two versions may have been written by one act."""
    is_import = one.reason and one.editor is None
    within = TOGETHER if is_import else _AT_ONCE
    return one[1:] == other[1:] and abs(one.when - other.when) <= within


def seen(spans: Iterable[Span]) -> bool:
    """Whether one of these spans was more than a moment within an act."""
    return any(stop is None or not one_act(start, stop) for start, stop in spans)


@dataclass(frozen=True)
class Times:
    """When versions of claims and of citations were public.

    Only through what the public may see today: of the rest nothing is told anyway.
    """

    claims: Mapping[int, list[Any]]  # their versions, oldest first
    citations: Mapping[int, list[Any]]  # those of every citation of these claims
    named: Mapping[Any, Mapping[int, list[Span]]]  # table, key: when that row was published
    evidence: Mapping[
        int, list[tuple[list[Any], int]]
    ]  # claim: versions that support it, and where

    @classmethod
    def of(
        cls, claims: Mapping[int, list[Any]], citations: Mapping[int, list[Any]], named: Named
    ) -> "Times":
        """With when each row that they name was published; one query for each of five tables."""
        found = {
            table: _published(table, rows)
            for table, rows in named.rows.items()
            if rows and hasattr(table, "status") and claims
        }
        # Once for all claims: an import has thousands of both.
        evidence: dict[int, list[tuple[list[Any], int]]] = {}
        for whole in citations.values():
            for at, version in enumerate(whole):
                if version.stance == Stance.SUPPORTS:
                    evidence.setdefault(version.assertion_id, []).append((whole, at))
        return cls(claims, citations, found, evidence)

    def of_claim(self, key: int, at: int) -> list[Span]:
        """When this version of a claim was public; ``at`` is its place among the versions."""
        version = self.claims[key][at]
        if version.status != Status.PUBLISHED:
            return []
        own = self._shown(self.claims[key], at, ENTITY_COLUMNS)
        return _meet(own, self._evidence(key)) if own else []

    def of_citation(self, key: int, at: int) -> list[Span]:
        """When this version of a citation was public, with its claim."""
        version = self.citations[key][at]
        own = self._shown(self.citations[key], at, CITED)
        return _meet(own, self._public(version.assertion_id)) if own else []

    def around(self, key: int, version: Any) -> bool:
        """Whether a claim was public before and after the act that wrote this version."""
        mark = Mark.of(version)
        return any(
            start.when < mark.when
            and not one_act(start, mark)
            and (stop is None or (mark.when < stop.when and not one_act(mark, stop)))
            for start, stop in _joined(self._public(key))
        )

    def _public(self, key: int) -> list[Span]:
        places = range(len(self.claims.get(key, [])))
        return [span for at in places for span in self.of_claim(key, at)]

    def _evidence(self, key: int) -> list[Span]:
        return [
            span
            for whole, at in self.evidence.get(key, ())
            for span in self._shown(whole, at, CITED)
        ]

    def _shown(self, whole: list[Any], at: int, columns: Iterable[str]) -> list[Span]:
        """While a version stood, and all that it names in these columns was published."""
        version = whole[at]
        if version.history_type == "-":
            return []
        following = Mark.of(whole[at + 1]) if at + 1 < len(whole) else None
        spans = [Span(Mark.of(version), following)]
        for column in columns:
            if (key := getattr(version, f"{column}_id")) is not None:
                table = version._meta.get_field(column).related_model
                spans = _meet(spans, self.named.get(table, {}).get(key, []))
        return spans


def _published(table: Any, keys: Iterable[int]) -> dict[int, list[Span]]:
    """When these rows of a table were published; one query."""
    columns = ("id", "status", "history_type", "history_date", "history_change_reason")
    versions = table.history.filter(id__in=list(keys)).order_by("history_date", "history_id")
    found: dict[int, list[Span]] = {}
    was_public: set[int] = set()
    for key, status, kind, when, reason, editor in versions.values_list(
        *columns, "history_user_id"
    ):
        is_public = status == Status.PUBLISHED and kind != "-"
        mark = Mark(when, reason or "", editor)
        if is_public and key not in was_public:
            found.setdefault(key, []).append(Span(mark, None))
            was_public.add(key)
        elif not is_public and key in was_public:
            found[key][-1] = Span(found[key][-1].start, mark)
            was_public.discard(key)
    return found


def _meet(some: list[Span], others: list[Span]) -> list[Span]:
    """Where a span of the one and a span of the other lie over each other."""
    found = []
    for one in some:
        for other in others:
            start = max(one.start, other.start, key=lambda mark: mark.when)
            stops = [stop for stop in (one.stop, other.stop) if stop is not None]
            stop = min(stops, key=lambda mark: mark.when, default=None)
            if stop is None or start.when < stop.when:
                found.append(Span(start, stop))
    return found


def _joined(spans: list[Span]) -> list[Span]:
    """The spans in order, those made one between which there is no gap."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start.when):
        last = found[-1] if found else None
        if last is None:
            found.append(span)
        elif last.stop is None:
            break
        elif span.start.when <= last.stop.when:
            is_longer = span.stop is None or span.stop.when > last.stop.when
            found[-1] = Span(last.start, span.stop if is_longer else last.stop)
        else:
            found.append(span)
    return found
