"""The cast of the tests: a few real people, made through editing/ as an editor would.

    Ivar Smilga ── member ──> Tsentrobalt
        └───────── signatory ──> Declaration of the 46
    whoever else a test needs: person("leon-trotsky"), organisation("central-committee") …

Everything is published unless a test says otherwise: status="draft" makes what could leak.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from prosopography.editing import row
from prosopography.editing.consequences import follow, refresh
from prosopography.models import (
    Assertion,
    Citation,
    Derivation,
    Event,
    Organisation,
    Person,
    Place,
    Role,
    Source,
    Status,
)

PUBLISHED = {"status": Status.PUBLISHED}


def person(slug: str = "ivar-smilga", label: str = "", **columns: Any) -> Person:
    """A published person; the label follows from the slug unless it is given."""
    return _entity(Person, slug, label, **columns)


def organisation(slug: str = "tsentrobalt", label: str = "", **columns: Any) -> Organisation:
    """A published organisation."""
    return _entity(Organisation, slug, label, **columns)


def event(slug: str = "declaration-of-the-46", label: str = "", **columns: Any) -> Event:
    """A published event."""
    return _entity(Event, slug, label, **columns)


def place(slug: str = "aloja", label: str = "", **columns: Any) -> Place:
    """A published place."""
    return _entity(Place, slug, label, **columns)


def _entity(model: Any, slug: str, label: str, **columns: Any) -> Any:
    label = label or " ".join(part.capitalize() for part in slug.split("-"))
    found = model.objects.filter(slug=slug).first()
    if found:
        return found
    words = label.split()
    sort_label = f"{words[-1]}, {' '.join(words[:-1])}" if model is Person and words[1:] else label
    values = {"sort_label": sort_label, **PUBLISHED, **columns}
    return _enter(model(slug=slug, label=label, **values))


def _enter(made: Any) -> Any:
    """Checks a row and saves it with its history; nothing follows yet from it.

    What the database itself refuses is not asked for beforehand: that would be half of the work.
    """
    made.clean_fields()
    made.clean()
    row.sign(made, editor=None, reason="")
    made.save()
    return made


ROLES = {
    "member": ("organisation", True),
    "chairman": ("organisation", True),
    "signatory": ("event", False),
    "spouse-of": ("person", True),
    "supporter-of": ("person", True),
    "arrested": ("life", False),
    "expelled": ("life", False),
    "elected": ("life", False),
    "executed": ("life", False),
    "exiled": ("life", True),
    "journalist": ("occupation", True),
    "author": ("work", False),
    "also-known-as": ("name", False),
    "founded": ("existence", False),
    "existed": ("existence", True),
}
MARKS = {"expelled": "leaving", "elected": "entering", "executed": "end", "founded": "beginning"}
CONVERSES = {"spouse-of": "spouse of", "supporter-of": "supported by"}


def role(slug: str = "member", **columns: Any) -> Role:
    """A role of the vocabulary; those of ``ROLES`` know what they join and whether they last."""
    found = Role.objects.filter(slug=slug).first()
    if found:
        return found
    joins, lasting = ROLES.get(slug, ("organisation", True))
    values = {
        "marks": MARKS.get(slug, ""),
        "label": slug.replace("-", " "),
        "joins": joins,
        "lasting": lasting,
        "converse_label": CONVERSES.get(slug, ""),
    }
    return _enter(Role(slug=slug, **{**values, **columns}))


def source(slug: str = "smilga-article", label: str = "", **columns: Any) -> Source:
    """A published source."""
    found = Source.objects.filter(slug=slug).first()
    if found:
        return found
    label = label or slug.replace("-", " ").capitalize()
    values = {"title": label, "kind": "article", **PUBLISHED, **columns}
    return _enter(Source(slug=slug, label=label, **values))


def derivation(copy: Source, original: Source, **columns: Any) -> Derivation:
    """That one source copies another, as a whole unless told otherwise."""
    return row.create(Derivation, source=copy, derived_from=original, **columns)


def claim(kind: str = "tenure", *, cited: bool = True, status: str = Status.PUBLISHED,
          **columns: Any) -> Assertion:  # fmt: skip
    """A claim with one citation from the article, published unless told otherwise.

    ``source``, ``locator``, ``quotation``, ``named_as`` … go to the citation, the rest to the claim.
    """
    of_citation = {
        name: columns.pop(name)
        for name in (
            "source", "locator", "quotation", "stance", "named_as", "attributed_to_source",
            "attributed_to_person", "identification", "identification_note",
        )
        if name in columns
    }  # fmt: skip
    # Not through the acts: publish() would refuse what could leak, and each act has consequences.
    last = made = _enter(Assertion(kind=kind, status=status, **columns))
    if cited:
        of_citation["source"] = of_citation.get("source") or source()
        last = _enter(Citation(assertion=made, **{"locator": "¶1", **of_citation}))
    if not _waits:
        follow(last)
    return made


_waits: list[bool] = []


@contextmanager
def at_once() -> Iterator[None]:
    """Within it claims are made as by an import: what follows from them follows once, at its end."""
    _waits.append(True)
    try:
        yield
    finally:
        _waits.pop()
    if not _waits:
        refresh()


def tenure(who: Person | None = None, what: Organisation | None = None, edtf: str = "1917",
           role_slug: str = "member", **columns: Any) -> Assertion:  # fmt: skip
    """A published tenure: Smilga, member of Tsentrobalt, attested in 1917."""
    return claim(
        "tenure",
        person=who or person(),
        organisation=what or organisation(),
        role=role(role_slug),
        edtf=edtf,
        date_text=columns.pop("date_text", edtf),
        **columns,
    )


def hold(slug: str, edtf: str, body: str = "tsentrobalt", **columns: Any) -> Assertion:
    """That a person of this slug was a member of a body, by the Gregorian calendar."""
    return tenure(person(slug), organisation(body), edtf, calendar="gregorian", **columns)


def tied(one: str, other: str, **columns: Any) -> Assertion:
    """That a person supported another, both by their slugs."""
    columns = {"role": role("supporter-of"), **columns}
    return claim("relationship", person=person(one), related_person=person(other), **columns)


def name(value: str, who: Person | None = None, **columns: Any) -> Assertion:
    """A published name of a person."""
    return claim("name", person=who or person(), value=value, named_as=value, **columns)


def signature(who: Person | None = None, **columns: Any) -> Assertion:
    """That a person signed the Declaration of the 46."""
    columns = {"edtf": "1923-10", "date_text": "October 1923", **columns}
    return claim(
        "participation", person=who or person(), event=event(), role=role("signatory"), **columns
    )


def birth(who: Person | None = None, edtf: str = "1892", **columns: Any) -> Assertion:
    """A published birth."""
    return claim("birth", person=who or person(), edtf=edtf, date_text=edtf, **columns)
