"""Persons with births, deaths and offices, for the tests of collective biographies."""

from typing import Any

from prosopography.models import Assertion, Person
from prosopography.queries.profile import Profile, profile
from prosopography.queries.profile.dated import Lives, lives
from prosopography.queries.profile.figure import Measure
from prosopography.queries.profile.material import Material, load
from tests import cast

GREGORIAN = {"calendar": "gregorian"}


def born(slug: str, edtf: str, **columns: Any) -> Assertion:
    """The birth of a person, by the Gregorian calendar."""
    return cast.birth(cast.person(slug), edtf=edtf, **{**GREGORIAN, **columns})


def died(slug: str, edtf: str, **columns: Any) -> Assertion:
    """The death of a person."""
    return cast.claim("death", person=cast.person(slug), edtf=edtf, **{**GREGORIAN, **columns})


def held(slug: str, role: str, body: str = "tsentrobalt", edtf: str = "", **columns: Any) -> Any:
    """A tenure of a person."""
    return cast.tenure(
        cast.person(slug), cast.organisation(body), edtf=edtf, role_slug=role,
        **{**GREGORIAN, **columns},
    )  # fmt: skip


def befell(slug: str, role: str, edtf: str = "", **columns: Any) -> Assertion:
    """A life event of a person."""
    return cast.claim(
        "life_event", person=cast.person(slug), role=cast.role(role), edtf=edtf,
        **{**GREGORIAN, **columns},
    )  # fmt: skip


def everybody() -> list[int]:
    """The keys of all persons, public or not."""
    return list(Person.objects.values_list("pk", flat=True))


def material() -> Material:
    """What is loaded of all of them."""
    return load(everybody())


def dated() -> tuple[Material, Lives]:
    """The same, with their lives."""
    found = material()
    return found, lives(found)


def whole(**more: Any) -> Profile:
    """The collective biography of all of them."""
    return profile(everybody(), **more)


def slugs(keys: Any) -> list[str]:
    """The slugs of persons."""
    return sorted(Person.objects.filter(pk__in=keys).values_list("slug", flat=True))


def counts(measure: Measure) -> dict[str, int]:
    """The figures that are listed, in their order."""
    return {figure.label: figure.count for figure in measure.listed}
