"""Commands that print much end quietly when nobody reads on, and count in good English."""

import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from prosopography.management.printing import counted
from prosopography.models import Passage
from prosopography.queries.documents import read_document
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one document that is wholly cited, and its source."""
    (tmp_path / "a.txt").write_text("Born in Aloja\n", encoding="utf-8")
    article = cast.source(
        "article", file="a.txt", checksum=read_document(tmp_path / "a.txt").checksum
    )
    cast.birth(source=article, quotation="Born in Aloja")
    return tmp_path


def into_a_closed_pipe(*command: object) -> tuple[int, bool]:
    """The exit code of a command whose output nobody reads, and whether closing it then is quiet."""
    reader, writer = os.pipe()
    os.close(reader)
    with pytest.raises(SystemExit) as ended, open(writer, "w", encoding="utf-8") as pipe:
        call_command(*command, stdout=pipe)
    return ended.value.code, pipe.closed


@pytest.mark.parametrize("command", ["coverage", "check_quotations", "export_fixtures"])
def test_commands_end_quietly_when_nobody_reads_on(folder: Path, command: str) -> None:
    assert into_a_closed_pipe(command, folder) == (141, True)


def test_command_with_a_fault_ends_quietly_too(folder: Path) -> None:
    Passage(source=cast.source("article"), locator="¶1", reason="caption").save()
    with pytest.raises(CommandError):
        call_command("coverage", folder)
    assert into_a_closed_pipe("coverage", folder) == (141, True)


def test_one_is_counted_in_the_singular() -> None:
    assert [counted(number, "fault") for number in (0, 1, 2)] == ["0 faults", "1 fault", "2 faults"]
