"""Several words in a row, as a question lists them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from .node import Named


def either(words: Iterable[str]) -> str:
    """“a”, “a or b”, “a, b or c”."""
    *others, last = list(words)
    if not others:
        return last
    return _("{others} or {last}").format(others=", ".join(others), last=last)


def quoted(words: Iterable[str]) -> str:
    """The same, each in quotation marks."""
    return either(_("“{text}”").format(text=word) for word in words)


def rows(named: Iterable[Named]) -> str:
    """The rows by what they are called."""
    return either(row.label for row in named)


def not_counted(roles: tuple[Named, ...], places: tuple[Named, ...]) -> list[str]:
    """That only these themselves are meant, and nothing that belongs to them."""
    if roles and places:
        return [_("parts and narrower roles not counted")]
    if places:
        return [_("parts not counted")]
    return [_("narrower roles not counted")] if roles else []
