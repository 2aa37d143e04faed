"""The rooms and their order: each imports only from the rooms below it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import prosopography

ROOT = Path(prosopography.__file__).parent
#: Lowest first; a room imports only from the rows above its own (docs/architecture.md).
ROOMS = [
    {"dates", "names"},
    {"models"},
    {"queries"},
    {"editing"},
    {"interchange"},
    {"admin", "api", "management", "templatetags", "web"},
]
RANK = {room: rank for rank, row in enumerate(ROOMS) for room in row}
#: Modules that are no room and see everything; nothing in a room may import them.
OUTSIDE = {"apps", "migrations", "settings", "urls", "wsgi"}


def imported_rooms(module: Path) -> Iterator[str]:
    """The rooms that a module imports from, by absolute or relative imports."""
    inside = module.relative_to(ROOT).parts
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            package = ["prosopography", *inside[: len(inside) - node.level]]
            names = [".".join([*package, node.module or "", a.name]) for a in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = [part for part in name.split(".") if part]
            if parts[0] == "prosopography" and len(parts) > 1:
                yield parts[1]


def modules() -> list[Path]:
    return [module for room in sorted(RANK) for module in sorted((ROOT / room).rglob("*.py"))]


def test_rooms_import_only_downwards() -> None:
    wrong = []
    for module in modules():
        room = module.relative_to(ROOT).parts[0]
        for target in imported_rooms(module):
            # An import of what is no room (settings, urls) is wrong too: RANK does not know it.
            if target != room and not RANK.get(target, len(ROOMS)) < RANK[room]:
                wrong.append(f"{module.relative_to(ROOT)} imports {target}")
    assert wrong == []


def test_every_module_stands_in_a_room() -> None:
    tops = {
        path.name.removesuffix(".py") for path in ROOT.iterdir() if not path.name.startswith("_")
    }
    assert tops - set(RANK) - OUTSIDE == {"locale", "static"}


def test_dates_and_names_know_no_django() -> None:
    wrong = [
        str(module.relative_to(ROOT))
        for room in ("dates", "names")
        for module in (ROOT / room).rglob("*.py")
        if re.search(r"^\s*(from|import) django", module.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert wrong == []


def test_imports_stand_at_the_top() -> None:
    wrong = []
    for module in modules():
        lines = module.read_text(encoding="utf-8").splitlines()
        for function in ast.walk(ast.parse("\n".join(lines))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                wrong += [
                    f"{module.relative_to(ROOT)}:{node.lineno}"
                    for node in ast.walk(function)
                    if isinstance(node, ast.Import | ast.ImportFrom)
                    and "PLC0415 -- " not in lines[node.lineno - 1]
                ]
    assert wrong == []


#: What writes rows, when it is called on anything but the acts of editing/.
WRITES = {
    "bulk_create", "bulk_update", "create", "delete", "get_or_create", "save", "update_or_create",
}  # fmt: skip
#: Calls of these names that write no row of the record.
HARMLESS = {"super()", "rows", "claims", "acts", "citations", "editing", "formset", "publication"}


def writes(module: Path) -> Iterator[str]:
    """The calls in a module that save, change or delete rows by themselves."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value)
            query = node.func.attr == "update" and ("objects" in owner or "filter(" in owner)
            if (node.func.attr in WRITES and owner not in HARMLESS) or query:
                yield f"{module.relative_to(ROOT)}:{node.lineno} {owner}.{node.func.attr}"


def test_only_editing_saves() -> None:
    rooms = {"queries", "interchange", "web", "api", "admin", "management", "templatetags"}
    wrong = [
        write
        for module in modules()
        if module.relative_to(ROOT).parts[0] in rooms
        for write in writes(module)
    ]
    assert wrong == []
