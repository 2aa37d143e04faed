"""The catalogue of a language: which texts there are to translate, and the file that Django reads.

The texts stand in ``locale/<language>/LC_MESSAGES/django.po``; the ``.mo`` beside it is made from
it and never kept. GNU gettext is not needed.
"""

import io
import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

import prosopography
from prosopography.queries.script import ROLE

PACKAGE = Path(prosopography.__file__).parent
VOCABULARY = settings.BASE_DIR / "fixtures" / "vocabulary.json"
LOCALE = PACKAGE / "locale"
#: Pages that are for editors, who work in English.
_ENGLISH = ("admin", "api")
_KEYWORDS: Any = (
    "_ noop gettext gettext_lazy gettext_noop ngettext ngettext_lazy "
    "pgettext pgettext_lazy npgettext npgettext_lazy"
).split()


class Text(NamedTuple):
    """A text to translate: alone or in singular and plural, and where it first stands."""

    singular: str
    plural: str
    context: str
    place: str

    @property
    def id(self) -> str | tuple[str, str]:
        """As Babel names it."""
        return (self.singular, self.plural) if self.plural else self.singular

    @property
    def key(self) -> tuple[str, str]:
        """What no other text of a catalogue shares."""
        return self.singular, self.context


def languages() -> list[str]:
    """The codes of the languages that have a catalogue."""
    return [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def texts() -> list[Text]:
    """Every text that the public pages mark for translation, in the order of their files."""
    found: dict[tuple[str, str], Text] = {}
    for path in [*_files(), VOCABULARY]:
        for text in _roles() if path == VOCABULARY else _texts_of(path):
            known = found.get(text.key)
            if known is None or (text.plural and not known.plural):
                found[text.key] = text
    return list(found.values())


def _roles() -> Iterator[Text]:
    """The labels of the roles that come with the software; those of an editor stay as they are."""
    for row in json.loads(VOCABULARY.read_text(encoding="utf-8")):
        fields = row["fields"]
        for label in (fields.get("label"), fields.get("converse_label")):
            if row["model"] == "prosopography.role" and label:
                yield Text(label, "", ROLE, "fixtures/vocabulary.json")


def _files() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] not in (*_ENGLISH, "migrations", "management"):
            yield path
    for path in sorted((settings.BASE_DIR / "templates").rglob("*.*")):
        if path.relative_to(settings.BASE_DIR / "templates").parts[0] not in _ENGLISH:
            yield path


def _texts_of(path: Path) -> Iterator[Text]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What is no text becomes a row of X; without indentation it reads like Python.
        source = re.sub(r"^[ \t]+", "", templatize(source), flags=re.MULTILINE)
    place = path.relative_to(settings.BASE_DIR).as_posix()
    stream = io.BytesIO(source.encode())
    options: Any = {"encoding": "utf-8"}
    for _, function, message, _ in extract_python(stream, _KEYWORDS, [], options):
        given: Any = message if isinstance(message, tuple) else (message,)
        has_context = "pgettext" in str(function)
        has_plural = str(function).startswith(("ng", "npg"))
        words = given[1:] if has_context else given
        # A name in the place of a text is a text that stands elsewhere.
        if len(words) > has_plural and all(words[: 1 + has_plural]):
            plural = str(words[1]) if has_plural else ""
            yield Text(str(words[0]), plural, str(given[0]) if has_context else "", place)


def path_of(language: str) -> Path:
    """The file of a language's catalogue."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """A language's catalogue; an empty one where there is none yet."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> int:
    """Writes the catalogue anew: what is new is empty, what is gone is left out.

    Answers how many texts have no translation.
    """
    old = read(language)
    new = Catalog(
        locale=language, charset="utf-8", header_comment=_HEADER,
        fuzzy=False,
    )  # fmt: skip
    missing = 0
    for text in texts():
        known = old.get(text.singular, text.context or None)
        told = known.string if known is not None else ""
        if bool(text.plural) != isinstance(told, tuple):
            told = () if text.plural else ""
        places: Any = [(text.place, None)]
        made = new.add(
            text.id, told or None, locations=places, context=text.context or None,
            flags=sorted(known.flags - {"python-format", "python-brace-format"}) if known else (),
        )  # fmt: skip
        missing += not complete(made.string)
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    write_po(buffer, new, width=100, omit_header=False, include_lineno=False)
    path.write_bytes(_EMPTY_HEADERS.sub(b"", buffer.getvalue()))
    return missing


_EMPTY_HEADERS = re.compile(
    rb'"(POT-Creation-Date|PO-Revision-Date|Report-Msgid-Bugs-To|Last-Translator|Language-Team'
    rb"|Project-Id-Version|Generated-By):.*\n"
)
_HEADER = """\
# What the public pages say, in another language. `manage.py catalogue update` finds what is new and
# drops what is gone; the translations are written here by hand."""


def complete(told: object) -> bool:
    """Whether a translation has all its forms."""
    return all(told) if isinstance(told, tuple | list) and told else bool(told)


def compile_one(language: str) -> Path:
    """Writes the ``.mo`` that Django reads; at once or not at all, for several may do it."""
    target = path_of(language).with_suffix(".mo")
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        write_mo(file, read(language))
    os.replace(name, target)
    return target
