"""The version of the record: another one after every act, once for each transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.editing.version import renew
from prosopography.models import Assertion, Citation, Person, Status, Version
from prosopography.queries.version import RecordVersion, record_version
from tests import cast

pytestmark = pytest.mark.django_db


@contextmanager
def committed() -> Iterator[None]:
    """What is done here is committed, as far as those know who wait for it."""
    connection.run_on_commit.clear()
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield
    connection.run_on_commit.clear()


def test_an_empty_record_has_an_empty_version() -> None:
    assert record_version() == RecordVersion("", None)


def acts() -> dict[str, Callable[[], object]]:
    """Every sort of act, on a record of one claim."""
    claim = cast.tenure()
    second = claims.cite(claim, source=cast.source(), locator="¶2")
    draft = cast.birth(status=Status.DRAFT)
    spare = row.create(Person, slug="spare", label="Spare", sort_label="Spare")
    return {
        "create": lambda: row.create(Person, slug="new", label="New", sort_label="New"),
        "revise": lambda: row.revise(cast.person(), label="Ivars Smilga"),
        "note": lambda: row.revise(claim, note="A note."),
        "rename": lambda: row.revise(cast.person(), slug="ivars-smilga"),
        "assert": lambda: claims.assert_claim("birth", person=spare, edtf="1892"),
        "cite": lambda: claims.cite(claim, source=cast.source(), locator="¶3"),
        "withdraw": lambda: claims.withdraw_citation(Citation.objects.get(pk=second.pk)),
        "publish": lambda: publication.publish(Assertion.objects.get(pk=draft.pk)),
        "retract": lambda: publication.retract(
            Assertion.objects.get(pk=draft.pk), reason="Misread."
        ),
        "refresh": lambda: call_command("refresh", stdout=StringIO()),
    }


def test_every_act_gives_the_record_another_version() -> None:
    with committed():
        todo = acts()
    seen = [record_version().token]
    for act in todo.values():
        with committed():
            act()
        seen.append(record_version().token)
    assert len(set(seen)) == len(todo) + 1
    assert Version.objects.count() == 1


def test_a_deletion_gives_the_record_another_version() -> None:
    spare = row.create(Person, slug="spare", label="Spare", sort_label="Spare")
    before = record_version()
    with committed():
        row.discard(spare)
    assert record_version() != before


def test_an_import_gives_the_record_another_version(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text(
        '[{"model": "prosopography.person", "fields": {"slug": "a", "label": "A", '
        '"sort_label": "A", "status": "published"}}]',
        encoding="utf-8",
    )
    with committed():
        call_command("loaddata", str(file), stdout=StringIO())
    first = record_version()
    assert first.token != ""
    with committed():  # nothing changes, and nothing is written
        call_command("loaddata", str(file), stdout=StringIO())
    assert record_version() == first


def test_what_was_undone_leaves_the_version_alone() -> None:
    def made_and_undone() -> None:
        with transaction.atomic():
            cast.person()
            raise RuntimeError

    with committed(), pytest.raises(RuntimeError):
        made_and_undone()
    assert record_version() == RecordVersion("", None)


def test_a_transaction_writes_it_once_however_many_acts_it_has() -> None:
    with CaptureQueriesContext(connection) as queries, committed():
        for _ in range(50):
            renew()
    assert len(queries) == 1
