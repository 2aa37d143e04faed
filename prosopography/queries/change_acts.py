"""What was done at once: changes that are alike, made by one editor, or an import, on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import ngettext

from prosopography.models import Assertion, Status

from .change_streams import versions_of
from .change_words import Act, Change

#: How many changes of one act are told one by one.
MOST_TOLD = 50
#: The acts that are told together where many of them were done at once.
_ALIKE = (Act.PUBLISHED, Act.WITHDRAWN, Act.CITED)


@dataclass(frozen=True)
class Together:
    """One change, or several alike that an editor or an import made on one day."""

    changes: tuple[Change, ...]
    total: int = 0  # how many there were, if they were counted; else these
    is_whole: bool = True  # whether these, or the total, are all; else there may be more

    @property
    def first(self) -> Change:
        """The newest of them."""
        return self.changes[0]

    @property
    def number(self) -> int:
        """How many there were."""
        return max(self.total, len(self.changes))

    @property
    def told(self) -> tuple[Change, ...]:
        """Those of them that are told one by one."""
        return self.changes[:MOST_TOLD]

    @property
    def more(self) -> int:
        """How many are only counted."""
        return self.number - len(self.told)

    @property
    def summary(self) -> str:
        """What happened, in one sentence."""
        if self.number == 1:
            return self.first.summary
        number = self.number
        said = {
            Act.PUBLISHED: ngettext(
                "%(number)d claim was published.", "%(number)d claims were published.", number
            ),
            Act.WITHDRAWN: ngettext(
                "%(number)d claim was withdrawn.", "%(number)d claims were withdrawn.", number
            ),
            Act.CITED: ngettext(
                "%(number)d citation was added.", "%(number)d citations were added.", number
            ),
        }
        return said[self.first.act] % {"number": number}


def together(changes: Iterable[Change]) -> list[Together]:
    """The changes in their order, those alike that follow on one another made into one.

    Alike are claims that were published or withdrawn, or cited, on one day (UTC) for one reason by
    one editor.
    """
    return [Together(tuple(group)) for _, group in groupby(changes, key=_kind)]


def _kind(change: Change) -> tuple[Any, ...]:
    alike = change.act in _ALIKE and change.noun == "assertion"
    day = change.when.astimezone(UTC).date()
    own = (change.act, day, change.reason, change.editor)
    return own if alike else (*own, change.key)


def is_large(done: Together) -> bool:
    """Whether so many claims were published at once that the rest of them is only counted."""
    first = done.first
    is_alike = first.act is Act.PUBLISHED and first.noun == "assertion"
    return is_alike and len(done.changes) > MOST_TOLD


def claims_of(done: Together) -> Q:
    """Which versions are those of claims that one act wrote, among those of a stream."""
    first = done.first
    start = first.when.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    is_reason = Q(history_change_reason=first.reason)
    if not first.reason:
        is_reason |= Q(history_change_reason=None)
    return is_reason & Q(
        told_noun="assertion",
        history_user=first.editor,
        history_date__gte=start,
        history_date__lt=start + timedelta(days=1),
    )


def published_by(done: Together) -> int:
    """How many claims that are public now one act published for the first time; one query."""
    public = Assertion.objects.public().order_by().values("pk")
    earlier = Assertion.history.filter(
        id=OuterRef("id"), status=Status.PUBLISHED, history_id__lt=OuterRef("history_id")
    )
    versions = versions_of("assertion", Q(status=Status.PUBLISHED, id__in=public))
    return versions.filter(claims_of(done), ~Exists(earlier)).count()
