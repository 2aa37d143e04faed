"""What stands behind the question mark of an address: read strictly, so that no list is wrong."""

import difflib
import re
from collections.abc import Collection
from typing import Any

from django.http import QueryDict

from prosopography.queries.address import keys_of, visible

from .errors import RefusalError

#: The longest value that is read; no name is longer.
MAX_LENGTH = 200
_NUMBER = re.compile(r"[1-9][0-9]{0,6}")


def read(given: QueryDict, known: Collection[str]) -> dict[str, str]:
    """The parameters with their values stripped; empty ones, which a form sends too, are left out.

    Raises RefusalError for a parameter that is not known, one given twice, and a value that is too long
    or holds control characters.
    """
    asked = {}
    for name, values in given.lists():
        if name not in known:
            raise RefusalError(_unknown(name, known))
        if len(values) > 1:
            raise RefusalError(f"The parameter “{name}” is given more than once.")
        value = values[0].strip()
        if len(value) > MAX_LENGTH:
            raise RefusalError(f"The value of “{name}” is longer than {MAX_LENGTH} characters.")
        if not value.isprintable():
            raise RefusalError(f"The value of “{name}” holds characters that cannot be read.")
        if value:
            asked[name] = value
    return asked


def number(asked: dict[str, str], name: str = "page") -> int:
    """The number of a page, 1 unless it is given. Raises RefusalError for what is no such number."""
    given = asked.get(name, "1")
    if not _NUMBER.fullmatch(given):
        raise RefusalError(f"“{name}” is the number of a page: 1, 2, 3 …, and not “{given}”.")
    return int(given)


def chosen(model: Any, name: str, slug: str) -> Any:
    """The row that a list is narrowed by; two queries, three by an old slug.

    Raises RefusalError for a slug that the public cannot know.
    """
    key = keys_of(model, [slug]).get(slug)
    if key is None:
        raise RefusalError(
            f"The record has no {name} “{slug}”, so the list cannot be narrowed by it."
        )
    return visible(model).get(pk=key)


def _unknown(name: str, known: Collection[str]) -> str:
    shown = name[:50] if name.isprintable() else "?"
    sentence = f"This page knows no parameter “{shown}”."
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return f"{sentence} Do you mean “{near[0]}”?"
    if known:
        return f"{sentence} It knows {', '.join(sorted(known))}."
    return f"{sentence} It has none."
