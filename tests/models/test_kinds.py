"""The registry of kinds, and that the database holds every rule of it."""

from itertools import combinations
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from prosopography.models import COLUMNS, KINDS, Assertion, Joins
from tests import cast

pytestmark = pytest.mark.django_db

ROLE_OF = {
    Joins.ORGANISATION: "member",
    Joins.EVENT: "signatory",
    Joins.PERSON: "supporter-of",
    Joins.LIFE: "arrested",
    Joins.OCCUPATION: "journalist",
    Joins.WORK: "author",
    Joins.NAME: "also-known-as",
    Joins.EXISTENCE: "founded",
}


def filling(column: str, kind: str) -> Any:
    """Something for a column, such that only the registry can object to it."""
    makers = {
        "person": cast.person,
        "related_person": lambda: cast.person("leon-trotsky"),
        "organisation": cast.organisation,
        "event": cast.event,
        "place": cast.place,
        "role": lambda: cast.role(ROLE_OF[KINDS[kind].joins or Joins.ORGANISATION]),
    }
    return makers[column]() if column in makers else "Смилга"


def sound(kind: str) -> dict[str, Any]:
    """The fewest columns that make a claim of this kind."""
    rules = KINDS[kind]
    columns = set(rules.needs)
    if rules.one_of:
        columns.add("person")
    return {column: filling(column, kind) for column in columns}


def objections(kind: str, columns: dict[str, Any]) -> set[str]:
    """The columns at which the form finds fault; none if it takes the claim."""
    try:
        Assertion(kind=kind, **columns).full_clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


def stored(kind: str, columns: dict[str, Any]) -> bool:
    """Whether the database itself, asked without the form, takes the claim."""
    try:
        with transaction.atomic():
            Assertion(kind=kind, **columns).save()
    except IntegrityError:
        return False
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_kind_with_what_it_needs_is_taken(kind: str) -> None:
    assert objections(kind, sound(kind)) == set()
    assert stored(kind, sound(kind)) is True


@pytest.mark.parametrize(
    ("kind", "column"), [(kind, c) for kind, rules in KINDS.items() for c in sorted(rules.needs)]
)
def test_kind_without_a_needed_column_is_refused(kind: str, column: str) -> None:
    columns = {name: value for name, value in sound(kind).items() if name != column}
    assert column in objections(kind, columns)
    assert stored(kind, columns) is False


@pytest.mark.parametrize(
    ("kind", "column"), [(kind, c) for kind, rules in KINDS.items() for c in rules.forbidden]
)
def test_kind_with_a_forbidden_column_is_refused(kind: str, column: str) -> None:
    columns = {**sound(kind), column: filling(column, kind)}
    assert column in objections(kind, columns)
    assert stored(kind, columns) is False


@pytest.mark.parametrize(
    ("kind", "column"), [(kind, c) for kind, rules in KINDS.items() for c in sorted(rules.may)]
)
def test_kind_with_an_optional_column_is_taken(kind: str, column: str) -> None:
    columns = {**sound(kind), column: filling(column, kind)}
    assert objections(kind, columns) == set()
    assert stored(kind, columns) is True


@pytest.mark.parametrize(
    ("kind", "pair"),
    [(k, p) for k, rules in KINDS.items() for p in combinations(sorted(rules.one_of), 2)],
)
def test_kind_about_one_thing_refuses_two(kind: str, pair: tuple[str, str]) -> None:
    columns = {column: filling(column, kind) for column in (*KINDS[kind].needs, *pair)}
    assert objections(kind, columns) != set()
    assert stored(kind, columns) is False


@pytest.mark.parametrize("kind", [kind for kind, rules in KINDS.items() if rules.one_of])
def test_kind_about_one_thing_refuses_none(kind: str) -> None:
    columns = {column: filling(column, kind) for column in KINDS[kind].needs}
    assert objections(kind, columns) == {"person"}
    assert stored(kind, columns) is False


def test_unknown_kind_is_refused() -> None:
    assert "kind" in objections("rumour", {"person": cast.person()})
    made = cast.birth()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE prosopography_assertion SET kind = 'rumour' WHERE id = %s", [made.pk]
        )


def test_every_sentence_uses_only_columns_of_its_kind() -> None:
    wrong = [
        (kind, column)
        for kind, rules in KINDS.items()
        for column in COLUMNS
        if f"{{{column}}}" in rules.sentence and column not in rules.allowed
    ]
    assert wrong == []


def test_role_of_another_kind_is_refused() -> None:
    columns = {**sound("tenure"), "role": cast.role("signatory")}
    assert objections("tenure", columns) == {"role"}
