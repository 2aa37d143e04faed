"""What bin/bench runs: fills an empty database with a synthetic record and takes the time.

usage: bin/bench [--persons 20000] [--keep FILE]

Nothing here is a test: how fast a machine is says nothing of whether the code is right.
"""

import argparse
import os
import resource
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import django
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

#: The pages and requests that are timed, after a first one that is not.
ADDRESSES = (
    "/",
    "/persons/",
    "/persons/{person}/",
    "/organisations/organisation-0/",
    "/conflicts/",
    "/as-of/?organisation=organisation-0&date=1600",
    "/succession/?organisation=organisation-0&role=abbot",
    "/sources/",
    "/search/?q=schu",
    "/api/v1/persons/",
    "/api/v1/assertions/?witnesses_min=2",
    "/api/v1/conflicts/",
    "/api/v1/as-of/?organisation=organisation-0&date=1600",
)


def main() -> None:
    """Fills, measures, prints."""
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("--persons", type=int, default=20_000)
    parser.add_argument("--keep", type=Path, help="an SQLite file to make, or to measure again")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if "DATABASE_URL" not in os.environ:
            file = (given.keep or Path(folder) / "bench.sqlite3").resolve()
            os.environ["DATABASE_URL"] = f"sqlite:///{file}"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prosopography.settings")
        os.environ |= {"DEBUG": "false", "API_RATE": "0", "LOG_LEVEL": "ERROR"}
        django.setup()
        _run(given.persons)


def _run(persons: int) -> None:
    # Only now: the models need the settings, which need the environment.
    from prosopography.editing.consequences import refresh  # noqa: PLC0415 -- see above
    from prosopography.editing.record import refresh_statistics  # noqa: PLC0415 -- see above
    from prosopography.models import Assertion, Citation, ConflictEntry, Person  # noqa: PLC0415 -- see above
    from prosopography.queries.conflicts import all_conflicts, conflicts_of  # noqa: PLC0415 -- see above

    from . import paths, questions  # noqa: PLC0415 -- see above
    from .synthetic import Record  # noqa: PLC0415 -- see above

    call_command("migrate", verbosity=0)
    if not Person.objects.exists():
        with _timed(f"writing {persons} persons"):
            Record(persons).write()
        with _timed("statistics"):
            refresh_statistics()
        with _timed("counting witnesses and finding all conflicts (refresh)"):
            refresh()
    for model in (Person, Assertion, Citation, ConflictEntry):
        _say(f"{model._meta.verbose_name_plural}", str(model.objects.count()))
    with _timed("all conflicts, one pass"):
        number = sum(1 for _ in all_conflicts())
    _say("conflicts found", str(number))
    tracemalloc.start()
    sum(1 for _ in all_conflicts())
    _say("all conflicts, most memory at once", f"{tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB")
    tracemalloc.stop()
    entries = ConflictEntry.objects.exclude(person=None)
    busiest = entries.values_list("person", flat=True).first() or Person.objects.first().pk
    for number in (1, 100):
        keys = list(Person.objects.filter(pk__gte=busiest)[:number].values_list("pk", flat=True))
        with CaptureQueriesContext(connection) as queries:
            taken = _best(lambda keys=keys: conflicts_of("person", keys))
        _say(
            f"conflicts of {number} person(s)",
            f"{taken * 1000:.1f} ms, {len(queries) // 3} queries",
        )
    person = Person.objects.get(pk=busiest)
    for address in ADDRESSES:
        _time_address(address.format(person=person.slug))
    for what, figure in (*questions.figures(), *paths.figures()):
        _say(what, figure)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _say("most memory of the whole run", f"{peak:.0f} MB")


def _time_address(address: str) -> None:
    client = Client()
    first = client.get(address)
    with CaptureQueriesContext(connection) as queries:
        taken = _best(lambda: client.get(address))
    size = len(first.content) / 1000
    _say(address, f"{taken * 1000:.0f} ms, {len(queries) // 3} queries, {size:.0f} kB, "
                  f"status {first.status_code}")  # fmt: skip


def _best(call: Callable[[], Any]) -> float:
    """The shortest of three times, in seconds."""
    times = []
    for _ in range(3):
        start = perf_counter()
        call()
        times.append(perf_counter() - start)
    return min(times)


@contextmanager
def _timed(what: str) -> Iterator[None]:
    start = perf_counter()
    yield
    _say(what, f"{perf_counter() - start:.1f} s")


def _say(what: str, figure: str) -> None:
    sys.stdout.write(f"{what:<60} {figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
