"""Random records (``tests/random_record.py``) in the database, quickly, and out of it again."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from prosopography.models import (
    Alternative,
    Assertion,
    Citation,
    Derivation,
    Event,
    Organisation,
    Person,
    Place,
    Role,
    Source,
)
from prosopography.queries.witness import count_witnesses
from tests.random_record import ROLES, Drawn, Row


@contextmanager
def written(drawn: Drawn) -> Iterator[None]:
    """The record is in the database, and is gone afterwards."""
    with transaction.atomic():
        _write(drawn)
        yield
        transaction.set_rollback(True)


def write_roles() -> None:
    """The vocabulary, which all random records have in common."""
    rows: dict[str, Role] = {}
    for slug, (joins, lasting, broader, converse) in ROLES.items():
        rows[slug] = Role.objects.create(
            slug=slug, label=slug.replace("-", " "), joins=joins, lasting=lasting,
            broader=rows.get(broader), converse_label=converse,
        )  # fmt: skip


def _write(drawn: Drawn) -> None:
    found: dict[str, dict[str, Any]] = {
        "role": {role.slug: role for role in Role.objects.all()},
        "person": _create(Person, drawn.persons),
        "organisation": _create(Organisation, drawn.organisations),
        "event": _create(Event, drawn.events),
        "place": _create(Place, drawn.places),
    }
    found["related_person"] = found["attributed_to_person"] = found["author"] = found["person"]
    found["source"] = found["attributed_to_source"] = {
        row["slug"]: Source(
            **_named(row, found), label=row["slug"], title=row["slug"], kind="article"
        )
        for row in drawn.sources
    }
    Source.objects.bulk_create(found["source"].values())
    Derivation.objects.bulk_create(
        Derivation(source=found["source"][copy], derived_from=found["source"][of], extent=extent)
        for copy, of, extent in drawn.derivations
    )
    _write_claims(drawn.claims, found)


def _create(model: Any, rows: list[Row]) -> dict[str, Any]:
    """The rows of a table with an identity, by slug; what they are part of is written before."""
    made: dict[str, Any] = {}
    for row in rows:
        columns = {**row, "label": row["slug"], "sort_label": row["slug"]}
        if "part_of" in row:
            columns["part_of"] = made.get(row["part_of"])
        made[row["slug"]] = model(**columns)
    whole = [row for row in made.values() if getattr(row, "part_of", None) is None]
    parts = [row for row in made.values() if row not in whole]
    model.objects.bulk_create(whole)
    for row in parts:  # in the order in which they were drawn: the larger one has its key
        row.part_of = row.part_of
        model.objects.bulk_create([row])
    return made


def _named(row: Row, found: dict[str, dict[str, Any]]) -> Row:
    """The columns with the rows that are named by their slugs."""
    return {
        column: found[column].get(value) if column in found else value
        for column, value in row.items()
    }


def _write_claims(claims: list[Row], found: dict[str, dict[str, Any]]) -> None:
    made = [
        Assertion(
            **_named({key: value for key, value in claim.items() if key != "citations"}, found),
            identifier=f"a{at:08}",
            date_text=claim["edtf"],
            rank_reason="it is so" if claim["rank"] != "normal" else "",
        )
        for at, claim in enumerate(claims)
    ]
    Assertion.objects.bulk_create(made)
    Citation.objects.bulk_create(
        Citation(
            **_named(citation, found),
            assertion=assertion,
            locator=f"¶{at}",
            identification_note="a namesake" if citation["identification"] == "doubtful" else "",
        )
        for assertion, claim in zip(made, claims, strict=True)
        for at, citation in enumerate(claim["citations"])
    )
    doubtful = Citation.objects.filter(identification="doubtful").select_related("assertion")
    Alternative.objects.bulk_create(
        Alternative(citation=citation, person=found["person"]["person-0"])
        for citation in doubtful
        if found["person"]["person-0"].pk
        not in (citation.assertion.person_id, citation.assertion.related_person_id)
    )
    counted = dict(count_witnesses([assertion.pk for assertion in made]))
    for assertion in made:
        assertion.witnesses = counted[assertion.pk]
    Assertion.objects.bulk_update(made, ["witnesses"])
