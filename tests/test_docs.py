"""What there is, is described: every setting, command and kind of assertion."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from prosopography.models import KINDS

DOCS = settings.BASE_DIR / "docs"


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_every_setting_is_described() -> None:
    code = (settings.BASE_DIR / "prosopography" / "settings.py").read_text(encoding="utf-8")
    used = set(re.findall(r'\benv_\w+\(\s*"([A-Z_]+)"', code))
    described = set(re.findall(r"^\| `([A-Z_]+)` \|", read("settings.md"), re.MULTILINE))
    assert used == described


def test_every_command_is_described() -> None:
    folder = settings.BASE_DIR / "prosopography" / "management" / "commands"
    commands = {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}
    described = set(re.findall(r"^## ([a-z_]+)$", read("commands.md"), re.MULTILINE))
    assert described - {"createsuperuser"} == commands


def test_every_command_in_bin_is_described() -> None:
    folder = settings.BASE_DIR / "bin"
    commands = {path.name for path in folder.iterdir() if path.is_file() and not path.suffix}
    described = set(re.findall(r"^\| `bin/(\w+)[ `]", read("commands.md"), re.MULTILINE))
    assert described == commands


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_kind_is_described(kind) -> None:
    row = re.search(
        rf"^\| `{kind.key}` \| (.*?) \| (.*?) \|", read("assertion-kinds.md"), re.MULTILINE
    )
    assert row is not None
    needs = {word for word in re.findall(r"[a-z_]+", row[1]) if word in kind.allowed}
    may = {word for word in re.findall(r"[a-z_]+", row[2]) if word in kind.allowed}
    assert (needs, may) == (set(kind.needs | kind.one_of), set(kind.may))


def test_every_link_in_the_docs_leads_somewhere() -> None:
    broken = []
    for page in [*settings.BASE_DIR.glob("*.md"), *DOCS.glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / Path(target)).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []
