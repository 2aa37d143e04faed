"""What follows from an act: witnesses are counted and conflicts found anew, where it touched them.

Both are derived: nobody types them in. Every act of this room ends here, within its transaction;
an import, which touches everything, ends in ``refresh``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from prosopography.models import (
    ENTITY_COLUMNS,
    Assertion,
    Citation,
    ConflictEntry,
    Derivation,
    Event,
    Organisation,
    Person,
    Place,
    Role,
    Source,
    Status,
)
from prosopography.queries.conflicts import (
    NOUNS,
    Conflict,
    all_conflicts,
    conflicts_in_short,
)
from prosopography.queries.tree import Tree
from prosopography.queries.witness import Stemma, count_witnesses

from .version import renew

_CHUNK = 500
#: The claims from which others take a date.
_DATING = ("existence", "occurrence")
#: Columns on which neither witnesses nor conflicts depend.
_UNWEIGHED = frozenset(
    "note rank_reason label sort_label title authors publisher licence url language file checksum "
    "converse_label identification_note quotation locator locator_sort named_as witnesses".split()
)
#: What makes a claim, and what claims name.
_CLAIMING = (Assertion, Citation, Derivation)
_NAMED = (Person, Organisation, Event, Place, Role, Source)


@transaction.atomic
def refresh() -> None:
    """Counts the witnesses of every claim and finds every conflict anew; in bounded memory."""
    renew()
    stemma = Stemma.load()
    for keys in _chunks(Assertion.objects.order_by("pk").values_list("pk", flat=True).iterator()):
        _recount(keys, stemma)
    _refind_all()


def is_stale() -> bool:
    """Whether there are public claims of which no witness was ever counted."""
    public = Assertion.objects.public()
    return public.exists() and not public.filter(witnesses__gt=0).exists()


@transaction.atomic
def follow(row: Any, *, before: Any = None) -> None:
    """Brings right what follows from a row that was saved or deleted.

    ``before`` is the row as it was stored, None if it is new.
    """
    renew()
    if not isinstance(row, _CLAIMING) and (before is None or not isinstance(row, _NAMED)):
        return  # no claim can rest on a row that is new, nor on a redirect or a passage
    if before is not None and not _counts(row, before):
        return  # a note, a label, a web address: nothing that is weighed
    if isinstance(row, Assertion) and before is None and row.status != Status.PUBLISHED:
        return  # a new claim has no citation yet, and nothing rests on what is not published
    rows = [each for each in (row, before) if each is not None]
    claims = Assertion.objects.filter(_touched(rows))
    if isinstance(row, Source | Derivation | Citation | Assertion) or _is_voice(row, before):
        for some in _chunks(claims.order_by("pk").values_list("pk", flat=True).distinct()):
            _recount(some)
    if isinstance(row, Derivation):
        return
    published = claims.filter(status=Status.PUBLISHED)
    subjects, dating = _subjects(published), _subjects(published.filter(kind__in=_DATING))
    for each in rows:
        noun = each._meta.model_name
        if noun in NOUNS:
            subjects[noun].add(each.pk)
            dating[noun].add(each.pk)
        # Also when it is deleted, taken back, or about somebody else now.
        if isinstance(each, Assertion) and each.status == Status.PUBLISHED:
            _add(subjects, each)
            if each.kind in _DATING:
                _add(dating, each)
    if before is not None and _moves_others(row, before):
        _refind_all()
        return
    _widen(subjects, dating)
    for noun, keys in subjects.items():
        _refind(noun, keys)


def _counts(row: Any, before: Any) -> bool:
    """Whether a column changed that witnesses or conflicts depend on."""
    return any(
        getattr(row, field.attname) != getattr(before, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in _UNWEIGHED
    )


def _moves_others(row: Any, before: Any) -> bool:
    """Whether what lies below a row in its tree now stands elsewhere, or came into sight."""
    links = ("part_of_id", "broader_id", "status")
    below = {"organisation": "parts", "event": "parts", "place": "parts", "role": "narrower"}
    name = below.get(row._meta.model_name)
    changed = any(getattr(row, link, None) != getattr(before, link, None) for link in links)
    return name is not None and changed and getattr(row, name).exists()


def _touched(rows: Iterable[Any]) -> Q:
    """Which claims a change of these rows touches."""
    condition = Q(pk__in=[])
    for row in rows:
        noun = row._meta.model_name
        if isinstance(row, Assertion):
            condition |= Q(pk=row.pk)
        elif isinstance(row, Citation):
            condition |= Q(pk=row.assertion_id)
        elif isinstance(row, Source):
            condition |= _citing(_family({row.pk}))
        elif isinstance(row, Derivation):
            condition |= _citing(_family({row.source_id, row.derived_from_id}))
        elif isinstance(row, Role):
            condition |= Q(role=row)
        elif noun in ENTITY_COLUMNS and row.pk is not None:
            condition |= Q(**{noun: row.pk})
            if isinstance(row, Person):
                condition |= Q(related_person=row.pk)
                condition |= Q(citations__attributed_to_person=row.pk)
                condition |= _citing(_family(set(row.works.values_list("pk", flat=True))))
    return condition


def _citing(sources: set[int]) -> Q:
    return Q(citations__source__in=sources) | Q(citations__attributed_to_source__in=sources)


def _family(sources: set[int]) -> set[int]:
    """The sources and all that copy them, at any depth: their witnesses hang together."""
    found, new = set(sources), set(sources)
    while new:
        copies = Derivation.objects.filter(derived_from__in=new).values_list("source", flat=True)
        new = set(copies) - found
        found |= new
    return found


def _is_voice(row: Any, before: Any) -> bool:
    """Whether a person came before the public, or left it, whose word somebody reports."""
    return isinstance(row, Person) and (before is None or before.status != row.status)


def _subjects(claims: QuerySet) -> dict[str, set[int]]:
    """The persons, bodies and events that these claims name."""
    subjects: dict[str, set[int]] = defaultdict(set)
    columns = ("person", "related_person", "organisation", "event")
    for keys in claims.order_by().values_list(*columns).distinct().iterator():
        _sort_in(subjects, keys)
    return subjects


def _add(subjects: dict[str, set[int]], claim: Assertion) -> None:
    columns = ("person_id", "related_person_id", "organisation_id", "event_id")
    _sort_in(subjects, tuple(getattr(claim, column) for column in columns))


def _sort_in(subjects: dict[str, set[int]], keys: tuple[int | None, ...]) -> None:
    nouns = ("person", "person", "organisation", "event")
    for noun, key in zip(nouns, keys, strict=True):
        if key is not None:
            subjects[noun].add(key)


def _widen(subjects: dict[str, set[int]], dating: dict[str, set[int]]) -> None:
    """With those whose claims take a date from these: the members of a body, who took part.

    ``dating`` are bodies of whose being, and events of whose day, something may have changed: that
    bears on everybody in them, on the parts of an event, and on what it is a part of.
    """
    for noun in ("organisation", "event"):
        keys = dating.get(noun)
        if not keys:
            continue
        named = Assertion.objects.filter(**{f"{noun}__in": keys}).exclude(person=None)
        subjects["person"] |= set(named.values_list("person", flat=True))
        tree = Tree.of(NOUNS[noun].objects.all())
        for key in list(keys):
            subjects[noun] |= {*tree.within(key), *tree.above(key)}


def _recount(keys: list[int], stemma: Stemma | None = None) -> None:
    """Writes the numbers of witnesses of these claims where they changed."""
    stored = dict(Assertion.objects.filter(pk__in=keys).values_list("pk", "witnesses"))
    changed: dict[int, list[int]] = defaultdict(list)
    for key, number in count_witnesses(keys, stemma):
        if stored.get(key, number) != number:
            changed[number].append(key)
    for number, claims in changed.items():
        Assertion.objects.filter(pk__in=claims).update(witnesses=number)


def _refind_all() -> None:
    """Every entry anew, a chunk of conflicts at a time."""
    # Without reading them first, as a QuerySet's delete() does, however many there are.
    for table in (ConflictEntry.claims.through, ConflictEntry):
        rows = table.objects.all()
        rows._raw_delete(rows.db)
    for found in _chunks(all_conflicts()):
        _enter(found)


def _refind(noun: str, keys: set[int]) -> None:
    """The entries of these subjects as they must be now."""
    for some in _chunks(sorted(keys)):
        # Two editors at once: the second waits, and then finds what the first has made.
        subjects = NOUNS[noun].objects.select_for_update(no_key=True).filter(pk__in=some)
        list(subjects.order_by("pk").values("pk"))
        ConflictEntry.objects.filter(**{f"{noun}__in": some}).delete()
        _enter(conflicts_in_short(noun, some))


def _enter(found: list[Conflict]) -> None:
    """Writes the entries of these conflicts with the claims that are in them."""
    made = [
        ConflictEntry(
            key=conflict.key,
            rule=conflict.rule,
            nature=conflict.nature,
            fingerprint=conflict.fingerprint,
            **{conflict.noun: conflict.subject},
        )
        for conflict in found
    ]
    # What another editor has just entered is written over, not refused.
    entries = ConflictEntry.objects.bulk_create(
        made,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["rule", "nature", "fingerprint", *NOUNS],
    )
    link = ConflictEntry.claims.through
    link.objects.bulk_create(
        (
            link(conflictentry_id=entry.pk, assertion_id=claim.pk)
            for entry, conflict in zip(entries, found, strict=True)
            for claim in conflict.claims
        ),
        ignore_conflicts=True,
    )


def _chunks(rows: Iterable[Any]) -> Iterator[list[Any]]:
    chunk = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
