"""What is told of a change: which row, from what to what, why; and what is left out.

A version is public if it was published and names only what the public may see now; one of a claim
or a citation, if the claim could be read then (``change_spans``). Told is the step from one public
version to the next, so that nothing from before the first publication, nor from while a row was
taken back, ever shows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from prosopography.models import ENTITY_COLUMNS, Assertion, Citation, Status

from .address import visible
from .change_fields import FieldChange, Named, differences
from .change_spans import CITED, Mark, Times, one_act, seen
from .change_streams import TABLES, Event
from .script import label_of
from .sentence import sentence


class Act(StrEnum):
    """What happened."""

    PUBLISHED = "published"
    AGAIN = "published again"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    CITED = "cited"
    RECITED = "citation changed"
    UNCITED = "citation withdrawn"


@dataclass(frozen=True)
class Change:
    """One public change."""

    key: str  # of the version, the same for ever: “assertion-4711”
    when: datetime
    act: Act
    noun: str  # of what was changed; a citation is part of its claim
    row: Any  # that row as it is now; None where it was taken back
    summary: str  # a whole sentence
    reason: str  # the editor's own words; empty where none were given
    who: str  # empty where no editor is known
    fields: tuple[FieldChange, ...] = ()
    editor: int | None = None  # the key of the user; never shown


@dataclass(frozen=True)
class _Versions:
    """The versions of the rows of the events, and what the public may see of what they name."""

    of: Mapping[str, Mapping[int, list[Any]]]  # noun, key of the row, oldest first
    rows: Mapping[str, Mapping[int, Any]]  # noun, key: the public rows now
    named: Named
    times: Times
    all_citations: bool


def told(events: list[Event], *, all_citations: bool = False) -> list[Change]:
    """The changes that the public may know of, in the order of their events.

    A citation that came with its claim in one import is no change of its own, but where
    ``all_citations`` are asked for: for the source it is one.

    At most 27 queries, however many events: the versions of each of the eight tables, which claims
    are cited, the public rows of each table, what the versions name, and since when that was public.
    """
    if not events:
        return []
    versions = _load(events, all_citations)
    found = (_change(event, versions) for event in events)
    return [change for change in found if change is not None]


def _load(events: Iterable[Event], all_citations: bool) -> _Versions:
    keys: dict[str, set[int]] = {}
    for event in events:
        keys.setdefault(event.noun, set()).add(event.row)
    citations = keys.pop("citation", set())
    claims = keys.pop("assertion", set())
    if citations:
        cited = Citation.history.filter(id__in=citations).order_by()
        claims |= set(cited.values_list("assertion", flat=True))
    of = {noun: _versions(noun, found) for noun, found in keys.items()}
    rows: dict[str, Mapping[int, Any]] = {
        noun: visible(TABLES[noun]).in_bulk(found) for noun, found in keys.items()
    }
    if claims:
        of["assertion"] = _versions("assertion", claims)
        # All that ever was evidence of these claims: it says when they could be read.
        of["citation"] = _versions(
            "citation", Citation.history.filter(assertion__in=claims).order_by().values("id")
        )
        rows["assertion"] = Assertion.objects.public().with_subjects().in_bulk(claims)
    named = Named.of(of)
    times = Times.of(of.get("assertion", {}), of.get("citation", {}), named)
    return _Versions(of, rows, named, times, all_citations)


def _versions(noun: str, keys: Any) -> dict[int, list[Any]]:
    """All versions of these rows, the oldest first; one query."""
    found = TABLES[noun].history.filter(id__in=keys).order_by("history_date", "history_id")
    if settings.NAME_EDITORS:
        found = found.select_related("history_user")
    result: dict[int, list[Any]] = {}
    for version in found:
        result.setdefault(version.id, []).append(version)
    return result


def _change(event: Event, versions: _Versions) -> Change | None:
    """What is told of one version; None for nothing."""
    whole = versions.of.get(event.noun, {}).get(event.row, [])
    at = next((place for place, one in enumerate(whole) if one.history_id == event.version), None)
    if at is None:
        return None
    if event.noun == "citation":
        return _of_citation(whole, at, versions)
    return _of_row(event.noun, whole, at, versions)


def _of_row(noun: str, whole: list[Any], at: int, versions: _Versions) -> Change | None:
    """A change of a claim, or of a person, body, event, place, role or source."""
    version = whole[at]
    before = [
        each for place, each in enumerate(whole[:at]) if _is_public(noun, whole, place, versions)
    ]
    if getattr(version, "status", Status.PUBLISHED) == Status.RETRACTED:
        taken_back = before and before[-1] is whole[at - 1]
        return _made(version, Act.WITHDRAWN, noun, None) if taken_back else None
    row = versions.rows[noun].get(version.id)
    if row is None or not _is_public(noun, whole, at, versions):
        return None
    if not before:
        return _made(version, Act.PUBLISHED, noun, row, reason=version.history_change_reason)
    steps = differences(noun, before[-1], version, versions.named)
    was_away = any(
        getattr(each, "status", Status.PUBLISHED) != Status.PUBLISHED
        for each in whole[whole.index(before[-1]) : at]
    )
    if not steps and not was_away:
        return None
    act = Act.AGAIN if was_away else Act.CHANGED
    return _made(version, act, noun, row, fields=steps, reason=version.history_change_reason)


def _is_public(noun: str, whole: list[Any], at: int, versions: _Versions) -> bool:
    """Whether the public could see this version, and could see today what it names."""
    version = whole[at]
    if getattr(version, "status", Status.PUBLISHED) != Status.PUBLISHED:
        return False
    # What a person, body or source names (a larger body, an author) is merely left out.
    return noun != "assertion" or (
        versions.named.shows(version, ENTITY_COLUMNS)
        and seen(versions.times.of_claim(version.id, at))
    )


def _of_citation(whole: list[Any], at: int, versions: _Versions) -> Change | None:
    """A change of a citation while its claim was public, before and after; part of the claim."""
    version = whole[at]
    claim = versions.rows["assertion"].get(version.assertion_id)
    if claim is None:
        return None
    reason = version.history_change_reason
    if not versions.times.around(claim.pk, version):
        history = versions.of["assertion"][claim.pk]
        brought = versions.all_citations and at == 0 and _came_with(history, version)
        if not brought or not _is_shown(whole, at, versions):
            return None
        steps = differences("citation", None, version, versions.named)
        return _made(version, Act.CITED, "assertion", claim, fields=steps, reason=reason)
    before = [
        each
        for place, each in enumerate(whole[:at])
        if each.assertion_id == claim.pk and _is_shown(whole, place, versions)
    ]
    if version.history_type == "-":
        was_shown = before and before[-1] is whole[at - 1]
        return _made(version, Act.UNCITED, "assertion", claim) if was_shown else None
    if not _is_shown(whole, at, versions):
        return None
    old = before[-1] if before else None
    steps = differences("citation", old, version, versions.named)
    if not steps:
        return None
    act = Act.CITED if old is None else Act.RECITED
    return _made(version, act, "assertion", claim, fields=steps, reason=reason)


def _is_shown(whole: list[Any], at: int, versions: _Versions) -> bool:
    """Whether the public could read this version of a citation, and may see today what it names."""
    version = whole[at]
    return versions.named.shows(version, CITED) and seen(versions.times.of_citation(version.id, at))


def _came_with(history: list[Any], version: Any) -> bool:
    """Whether a citation was written with its claim: in the import that brought both."""
    first = history[0]
    return (
        bool(version.history_change_reason)
        and first.history_type == "+"
        and one_act(Mark.of(first), Mark.of(version))
    )


def _made(
    version: Any,
    act: Act,
    noun: str,
    row: Any,
    *,
    fields: tuple[FieldChange, ...] = (),
    reason: str | None = "",
) -> Change:
    table = version.instance_type
    kind = "citation" if table is Citation else noun
    return Change(
        key=f"{kind}-{version.history_id}",
        when=version.history_date,
        act=act,
        noun=noun,
        row=row,
        summary=_summary(act, noun, row),
        reason=reason or "",
        who=_who(version) if row is not None else "",
        fields=fields,
        editor=version.history_user_id if row is not None else None,
    )


def _summary(act: Act, noun: str, row: Any) -> str:
    """The change as a sentence."""
    if act is Act.WITHDRAWN:
        return {
            "assertion": _("A claim was withdrawn."),
            "person": _("A person was withdrawn."),
            "organisation": _("An organisation was withdrawn."),
            "event": _("An event was withdrawn."),
            "place": _("A place was withdrawn."),
            "source": _("A source was withdrawn."),
        }[noun]
    name = sentence(row) if noun == "assertion" else label_of(row)
    sentences = {
        Act.PUBLISHED: _("A claim was published: “%(name)s”.")
        if noun == "assertion"
        else _("%(name)s was added to the record."),
        Act.AGAIN: _("A claim was published again: “%(name)s”.")
        if noun == "assertion"
        else _("%(name)s was published again."),
        Act.CHANGED: _("A claim was changed: “%(name)s”.")
        if noun == "assertion"
        else _("What the record says of %(name)s itself was changed."),
        Act.CITED: _("A citation was added to the claim “%(name)s”."),
        Act.RECITED: _("A citation of the claim “%(name)s” was changed."),
        Act.UNCITED: _("A citation of the claim “%(name)s” was withdrawn."),
    }
    return sentences[act] % {"name": name}


def _who(version: Any) -> str:
    """Who did it: “an editor”, or the name, if the site says so; empty for an import.

    Never the user name: who logs in by it is nobody's to know.
    """
    if version.history_user_id is None:
        return ""
    user = version.history_user if settings.NAME_EDITORS else None
    return (user and user.get_full_name()) or _("an editor")
