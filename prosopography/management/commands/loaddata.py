"""Django's ``loaddata``, for the record: checked, derived, with history, all or nothing.

Objects of this app go through ``interchange.fixtures``; those of other apps go Django's own way.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import loaddata
from django.core.serializers.base import DeserializationError
from django.db import DEFAULT_DB_ALIAS

from prosopography.interchange.fixtures import FixtureError, Given, load
from prosopography.queries.figures import is_empty

APP = "prosopography."


class Command(loaddata.Command):
    """Loads fixtures. Objects of the record are checked as a form would check them; derived columns,
    search keys and history are written. An error names file, object and field, and nothing is
    changed then.
    """

    help = (
        "Loads fixtures. Every object of the record is checked as a form would check it; derived "
        "columns, search keys and history are written with it; on an error nothing is changed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="Do nothing when the record already holds a person, a source or a claim.",
        )

    def handle(self, *labels: str, **options: Any) -> None:
        if options["if_empty"] and not is_empty():
            if options["verbosity"] >= 1:
                self.stdout.write("The database holds a record already: nothing loaded.")
            return
        super().handle(*labels, **options)

    def loaddata(self, fixture_labels: Sequence[str]) -> None:
        """Called by Django inside the transaction: first the other apps' objects, then ours."""
        self.ours: list[Given] = []
        told, self.verbosity = self.verbosity, 0
        super().loaddata(fixture_labels)
        self.verbosity = told
        if self.ours and self.using != DEFAULT_DB_ALIAS:
            raise CommandError("The record is loaded into the default database only.")
        try:
            counts = load(self.ours, ignore_unknown=self.ignore)
        except FixtureError as error:
            raise CommandError(str(error)) from error
        if self.verbosity >= 1:
            written = sum(counts.values()) + self.loaded_object_count
            self.stdout.write(
                f"Installed {written} object(s) from {self.fixture_count} fixture(s)."
            )

    def load_label(self, fixture_label: str) -> None:
        """Keeps back the record's objects of this fixture; the rest is loaded as Django does."""
        mine = [path for path in self._files(fixture_label) if self._keep(path, fixture_label)]
        if mine:
            self.fixture_count += len(mine)
            return
        try:
            super().load_label(fixture_label)
        except DeserializationError as error:
            raise CommandError(str(error)) from error

    def save_obj(self, obj: Any) -> bool:
        """Saves an object of another app; ours must have come through the other door."""
        if obj.object._meta.app_label == APP.rstrip("."):
            raise CommandError(
                "Objects of the record are read from JSON fixtures of their own: no other format, no "
                "compression, and no objects of other apps in the same file."
            )
        return super().save_obj(obj)

    def _files(self, label: str) -> list[Path | None]:
        if label == loaddata.READ_STDIN:
            return [None]
        return [Path(found[0]) for found in self.find_fixtures(label)]

    def _keep(self, path: Path | None, label: str) -> bool:
        """Whether this file holds objects of the record; if so, they are kept for later."""
        if path is not None and path.suffix != ".json":
            return False
        name = path.name if path else "standard input"
        try:
            text = path.read_text(encoding="utf-8") if path else sys.stdin.read()
            content = json.loads(text, object_pairs_hook=_once)
        except (OSError, ValueError, RecursionError) as error:
            raise CommandError(f"{name}: cannot be read as JSON: {error}") from error
        if not isinstance(content, list):
            raise CommandError(f"{name}: a fixture is a list of objects.")
        models = [str(o.get("model", "")).lower() if isinstance(o, dict) else "" for o in content]
        ours = [model.startswith(APP) for model in models]
        if path is not None and not any(ours) and content:
            return False
        foreign = [model for model, own in zip(models, ours, strict=True) if not own]
        if foreign:
            raise CommandError(
                f"{name}: object {ours.index(False) + 1} ({foreign[0] or 'no model'}) does not belong "
                "to the record: put objects of other apps into a file of their own."
            )
        excluded = {model._meta.label_lower for model in self.excluded_models}
        if APP.rstrip(".") in {app.label for app in self.excluded_apps}:
            excluded |= set(models)
        self.ours += [
            Given(name, number, thing)
            for number, (thing, model) in enumerate(zip(content, models, strict=True), 1)
            if model not in excluded
        ]
        return True


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object in which every name stands once."""
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"“{twice}” is given twice in one object")
    return content
