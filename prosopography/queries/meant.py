"""Which row somebody means who types a name, an address of their own memory, or a part of either."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from prosopography.models import SUBJECTS
from prosopography.names import fold

from .address import TABLES, keys_of, visible
from .search import search
from .titles import by_words

#: How many rows are offered to choose from.
MOST_OFFERED = 8
#: The ways of being found (see ``search.Hit``) in which a row is taken at its name, if it is the
#: only one; each only where there is none of those before it. A name as a whole comes first.
_WHOLE = "whole"
_TAKEN = ((_WHOLE,), ("exact", "spelling", "initials"), ("sound",))


@dataclass(frozen=True)
class Candidate:
    """A row that may be meant, and why; the reason is empty where its label says enough."""

    noun: str
    slug: str
    label: str
    why: str = ""


@dataclass(frozen=True)
class Meant:
    """What a text means: one row, or those of which one may be meant; neither where nothing is near."""

    text: str
    row: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()


def meant(text: str, *nouns: str) -> Meant:
    """Which row of these tables is meant by an address (slug), a label, or any spelling of a name.

    Only what the public may see. Two or three queries a table by slug or label, else two more and
    the search's two.
    """
    text = " ".join(text.split())
    known = [each for noun in nouns for each in _known(noun, text)]
    if known:
        return _one_or_several(text, known)
    found = [each for noun in nouns for each in _found(noun, text)]
    for ways in _TAKEN:
        taken = [each for each, how in found if how in ways]
        if taken:
            return _one_or_several(text, taken)
    return Meant(text, None, tuple(each for each, _ in found)[:MOST_OFFERED])


def _one_or_several(text: str, found: list[Candidate]) -> Meant:
    # One slug may be that of a work and of a person: whoever asks for either means both.
    if len({each.slug for each in found}) == 1:
        return Meant(text, found[0])
    return Meant(text, None, tuple(found[:MOST_OFFERED]))


def offers(text: str, *nouns: str) -> list[tuple[Candidate, str]]:
    """The rows of these tables that a text may be on its way to, the best first, each as it is written.

    Two queries a table more than the search's.
    """
    text = " ".join(text.split())
    found = {noun: [each for each, _ in _found(noun, text)] for noun in nouns if text}
    return [
        (each, names[each.slug])
        for noun, rows in found.items()
        for names in [written(noun, rows)]
        for each in rows[:MOST_OFFERED]
    ]


def written(noun: str, rows: Iterable[Any]) -> dict[str, str]:
    """How each of these rows is written so that ``meant`` finds it again, by its slug; one query.

    By its label, unless another row has the same, or it holds what separates names in a list.
    """
    labels = {row.slug: row.label for row in rows}
    if not labels:
        return {}
    same = visible(TABLES[noun]).filter(label__in=set(labels.values())).order_by()
    named: dict[str, set[str]] = {}
    for slug, label in same.values_list("slug", "label"):
        named.setdefault(label, set()).add(slug)
    return {
        slug: label if named.get(label) == {slug} and ";" not in label else slug
        for slug, label in labels.items()
    }


def _known(noun: str, text: str) -> list[Candidate]:
    """The row of this slug, or those of this label."""
    model = TABLES[noun]
    key = keys_of(model, [text]).get(text)
    rows = visible(model)
    rows = rows.filter(label__iexact=text) if key is None else rows.filter(pk=key)
    return [Candidate(noun, row.slug, row.label, "") for row in rows[:MOST_OFFERED]]


def _found(noun: str, text: str) -> list[tuple[Candidate, str]]:
    """What is found by the name, the best first, and in which way (see ``search.Hit``)."""
    model = TABLES[noun]
    if noun in SUBJECTS:
        hits = search(text, noun, limit=MOST_OFFERED)
        rows = visible(model).in_bulk([hit.pk for hit in hits])
        return [
            (
                Candidate(noun, rows[hit.pk].slug, rows[hit.pk].label, hit.explanation),
                _WHOLE if fold(hit.name) == fold(text) else hit.how,
            )
            for hit in hits
        ]
    columns = ("label", "slug") if noun == "role" else ("label", "title", "authors", "slug")
    if keys := by_words(visible(model), text, columns)[:MOST_OFFERED]:
        rows = visible(model).in_bulk(keys)
        return [(Candidate(noun, rows[key].slug, rows[key].label), "exact") for key in keys]
    labels = dict(visible(model).values_list("label", "slug"))
    near = get_close_matches(text, labels, n=MOST_OFFERED)
    return [(Candidate(noun, labels[label], label), "similar") for label in near]
