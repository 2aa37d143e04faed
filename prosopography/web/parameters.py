"""What stands behind the question mark of an address: read strictly, so that no list is wrong."""

import difflib
import re
from collections.abc import Collection
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext

from prosopography.queries.address import keys_of, visible
from prosopography.queries.words import in_words

from .errors import NumberError, RefusalError

#: The longest value that is read; no name is longer.
MAX_LENGTH = 200
#: The longest value of a parameter that holds a whole question.
MAX_LONG = 20_000
_NUMBER = re.compile(r"[1-9][0-9]{0,6}")


def read(given: QueryDict, known: Collection[str], long: Collection[str] = ()) -> dict[str, str]:
    """The parameters with their values stripped; empty ones, which a form sends too, are left out.

    Those that may be ``long`` may hold line breaks too. Raises RefusalError for a parameter that is
    not known, one given twice, and a value that is too long or holds control characters.
    """
    asked = {}
    for name, values in given.lists():
        if name not in known:
            raise RefusalError(_unknown(name, known))
        if len(values) > 1:
            raise RefusalError(
                gettext("The parameter “{name}” is given more than once.").format(name=name)
            )
        value = values[0].strip()
        most = MAX_LONG if name in long else MAX_LENGTH
        if len(value) > most:
            raise RefusalError(
                gettext("The value of “{name}” is longer than {most} characters.").format(
                    name=name, most=most
                )
            )
        if not (" ".join(value.split()) if name in long else value).isprintable():
            raise RefusalError(
                gettext("The value of “{name}” holds characters that cannot be read.").format(
                    name=name
                )
            )
        if value:
            asked[name] = value
    return asked


def number(asked: dict[str, str], name: str = "page") -> int:
    """The number of a page, 1 unless it is given. Raises NumberError for what is no such number."""
    given = asked.get(name, "1")
    if not _NUMBER.fullmatch(given):
        raise NumberError(
            gettext("“{name}” is the number of a page: 1, 2, 3 …, and not “{given}”.").format(
                name=name, given=given
            )
        )
    return int(given)


def chosen(model: Any, name: str, slug: str) -> Any:
    """The row that a list is narrowed by; two queries, three by an old slug.

    Raises RefusalError for a slug that the public cannot know.
    """
    key = keys_of(model, [slug]).get(slug)
    if key is None:
        raise RefusalError(
            gettext(
                "The record has no {name} “{slug}”, so the list cannot be narrowed by it."
            ).format(name=in_words(name), slug=slug)
        )
    return visible(model).get(pk=key)


def _unknown(name: str, known: Collection[str]) -> str:
    shown = name[:50] if name.isprintable() else "?"
    sentence = gettext("This page knows no parameter “{shown}”.").format(shown=shown)
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return gettext("{sentence} Do you mean “{near}”?").format(sentence=sentence, near=near[0])
    if known:
        return gettext("{sentence} It knows {known}.").format(
            sentence=sentence, known=", ".join(sorted(known))
        )
    return gettext("{sentence} It has none.").format(sentence=sentence)
