"""The rules, one module each: a new rule is one file here, with ``RULE`` in it, and its tests."""

from importlib import import_module
from pkgutil import iter_modules

from prosopography.queries.conflicts.rule import Rule


def _found() -> dict[str, Rule]:
    """The ``RULE`` of every module of this package, by its key, in the order of the keys."""
    modules = sorted(info.name for info in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").RULE for name in modules}


RULES: dict[str, Rule] = _found()
