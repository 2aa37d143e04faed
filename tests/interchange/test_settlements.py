"""Settlements travel with the record, and hold where it is loaded."""

from pathlib import Path

import pytest
from django.core.management import call_command

from prosopography.interchange.fixtures import export
from prosopography.interchange.fixtures.layout import MODELS
from prosopography.models import ConflictEntry, Person, Settlement
from prosopography.queries.conflict import find, shown
from prosopography.queries.conflict_index import State
from tests import cast
from tests.conflicts import DEATH, EXPELLED, death, expulsion, settle

pytestmark = pytest.mark.django_db


def test_settlement_is_exported_and_holds_after_loading(tmp_path: Path) -> None:
    death("1937", source=cast.source("info-list"))
    second = death("1938")
    expulsion()
    settle(DEATH, second, "The court record.")
    settle(EXPELLED, reason="Nobody can say.")
    export(tmp_path, "smilga")
    files = sorted(tmp_path.rglob("*.json"))
    assert "settlements.json" in {path.name for path in files}
    before = {path: path.read_bytes() for path in files}
    ConflictEntry.objects.all().delete()
    for model in reversed(MODELS):
        model.objects.all().delete()
    assert not Person.objects.exists()

    call_command("loaddata", *files, verbosity=0)

    conflicts = [find(DEATH), find(EXPELLED)]
    told = shown(conflict for conflict in conflicts if conflict is not None)
    assert [(each.key, each.state) for each in told] == [
        (DEATH, State.SETTLED),
        (EXPELLED, State.SETTLED),
    ]
    assert [each.settlement and each.settlement.side for each in told] == ["1938", ""]
    assert ConflictEntry.objects.count() == Settlement.objects.count() == 2
    export(tmp_path, "smilga")
    assert {path: path.read_bytes() for path in files} == before
