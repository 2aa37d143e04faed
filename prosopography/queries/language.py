"""Which language is spoken, and the address of the same page in another one.

The default language has no prefix in an address, every other one has its code: ``/ru/persons/``.
"""

from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.urls import get_script_prefix
from django.utils.translation import get_language, gettext_lazy


@dataclass(frozen=True)
class Language:
    """A language in which the site speaks, and a page in it."""

    code: str
    #: Its name in itself.
    name: str
    address: str
    is_spoken: bool


def later(text: str) -> str:
    """A text of a module, translated whenever it is shown: Django's, for whoever takes a ``str``."""
    return cast(str, gettext_lazy(text))


def spoken() -> str:
    """The code of the language that is spoken now, without its region: “en”, “ru”."""
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]


def language_of(path: str) -> str:
    """The language in which the page at a path is written, as ``settings.LANGUAGES`` has it."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in _prefixes() else settings.LANGUAGE_CODE


def languages(address: str) -> list[Language]:
    """The same page in every language of the site; ``address`` is a path with or without a query.

    An address with a host before it stays one.
    """
    root = get_script_prefix()
    scheme, mark, rest = address.partition("://") if "://" in address else ("", "", address)
    host, slash, path = rest.partition("/") if mark else ("", "", rest)
    before = f"{scheme}{mark}{host}"
    inner = f"{slash}{path}".removeprefix(root)
    first, _, rest = inner.partition("/")
    bare = rest if first in _prefixes() else inner
    return [
        Language(
            code.split("-")[0],
            str(name),
            f"{before}{root}{f'{code}/' if code in _prefixes() else ''}{bare}",
            is_spoken=code.split("-")[0] == spoken(),
        )
        for code, name in settings.LANGUAGES
    ]


def _prefixes() -> set[str]:
    return {code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE}
