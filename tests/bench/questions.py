"""The time of questions with three leaves, and of the same persons by SQL written by hand."""

import random
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Count

from prosopography.models import Assertion
from prosopography.queries.questions import answer, read

#: How many questions are drawn from the record, so that each has somebody who answers it.
_QUESTIONS = 60
_PAGE = 50

_SQL = """
SELECT person.id FROM prosopography_person person
WHERE person.status = 'published'
AND EXISTS (
  SELECT 1 FROM prosopography_assertion claim WHERE claim.person_id = person.id
  AND claim.kind = 'participation' AND claim.event_id = %s
  AND claim.status = 'published' AND claim.polarity = 'affirmed' AND claim.rank <> 'deprecated')
AND EXISTS (
  SELECT 1 FROM prosopography_assertion claim WHERE claim.person_id = person.id
  AND claim.kind = 'tenure' AND claim.organisation_id = %s
  AND claim.status = 'published' AND claim.polarity = 'affirmed' AND claim.rank <> 'deprecated'
  AND (claim.earliest_start IS NULL OR claim.earliest_start <= %s)
  AND (claim.latest_end IS NULL OR claim.latest_end >= %s))
AND NOT EXISTS (
  SELECT 1 FROM prosopography_assertion claim WHERE claim.person_id = person.id
  AND claim.kind = 'tenure' AND claim.organisation_id = %s
  AND claim.status = 'published' AND claim.polarity = 'affirmed' AND claim.rank <> 'deprecated'
  AND claim.certainty = 'certain')
ORDER BY person.sort_label, person.slug
"""


class Drawn(NamedTuple):
    """A question that somebody answers, and the parameters of the same in SQL."""

    question: dict[str, Any]
    parameters: list[Any]


def drawn(seed: int = 7) -> list[Drawn]:
    """Questions drawn from the lives of persons: an event, a body at a time, and not another body."""
    dice = random.Random(seed)  # noqa: S311 -- not a secret
    tenures = Assertion.objects.filter(kind="tenure").exclude(edtf="").order_by("pk")
    last = Assertion.objects.latest("pk").pk
    busiest = list(
        Assertion.objects.filter(kind="tenure")
        .values_list("organisation", "organisation__slug")
        .annotate(number=Count("pk"))
        .order_by("-number")[:6]
    )
    found: list[Drawn] = []
    while len(found) < _QUESTIONS:
        tenure = tenures.select_related("organisation").filter(pk__gte=dice.randrange(last)).first()
        if tenure is None:
            continue
        part = (
            Assertion.objects.filter(kind="participation", person=tenure.person_id)
            .select_related("event")
            .order_by("pk")
            .first()
        )
        start, end = tenure.edtf.split("/")[0], f"{int(tenure.edtf.split('/')[0]) + 40}"
        other = next(each for each in dice.sample(busiest, 2) if each[0] != tenure.organisation_id)
        if part is None:
            continue
        question = {
            "all": [
                {"assertion": {"kind": "participation", "event": part.event.slug}},
                {"assertion": {"kind": "tenure", "organisation": tenure.organisation.slug,
                               "date": {"overlaps": f"{start}/{end}"}}},
                {"not": {"assertion": {"kind": "tenure", "organisation": other[1]}}},
            ]
        }  # fmt: skip
        leaf = read(question).root.parts[1].pattern  # type: ignore[attr-defined]
        span = leaf.date.span
        found.append(
            Drawn(
                question, [part.event_id, tenure.organisation_id, span.last, span.first, other[0]]
            )
        )
    return found


def figures() -> Iterator[tuple[str, str]]:
    """What was measured, and the figure."""
    asked = drawn()
    ours = [least_time(lambda each=each: _ask(each.question)) for each in asked]
    theirs = [least_time(lambda each=each: _by_hand(each.parameters)) for each in asked]
    answers = [answer(read(each.question)) for each in asked]
    yield "questions of three leaves, median with evidence", in_ms(median(ours))
    yield "the slowest of them", in_ms(max(ours))
    yield (
        "persons who answer, median and most",
        (f"{median(len(each) for each in answers):.0f}, {max(len(each) for each in answers)}"),
    )
    yield "the same persons by SQL written by hand, median", in_ms(median(theirs))
    ratio = median(one / other for one, other in zip(ours, theirs, strict=True))
    yield "ratio, median", f"{ratio:.1f}"
    same = sum(
        each.keys == set(_by_hand(one.parameters)) for each, one in zip(answers, asked, strict=True)
    )
    yield "questions to which both give the same persons", f"{same} of {len(asked)}"


def _ask(question: dict[str, Any]) -> int:
    found = answer(read(question))
    found.slice(0, _PAGE)
    return found.count


def _by_hand(parameters: list[Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_SQL, parameters)
        return [row[0] for row in cursor.fetchall()]


def least_time(call: Callable[[], Any]) -> float:
    """The shorter of two times, in seconds: the first one fills the caches."""
    times = []
    for _ in range(2):
        start = perf_counter()
        call()
        times.append(perf_counter() - start)
    return min(times)


def in_ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
