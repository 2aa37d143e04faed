"""The text of a question: that it is JSON, and no more of it than can be looked at."""

import json
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

from .faults import Fault, QuestionError

MOST_DEEP = 6
MOST_CHARACTERS = 20_000
_TOO_LONG = noop("the question is longer than {most} characters")
_NO_JSON = noop("this is no JSON: {reason}")
_TOO_DEEP = noop("the question is nested too deeply")


class _NoJsonError(ValueError):
    """What Python reads, and JSON does not allow; in words for whoever wrote it."""


def parsed(text: str) -> Any:
    """What a JSON text says. Raises QuestionError."""
    if len(text) > MOST_CHARACTERS:
        raise refused(_TOO_LONG, most=MOST_CHARACTERS)
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place = gettext("line {line}, column {column}")
        place = place.format(line=error.lineno, column=error.colno)
        raise refused(_NO_JSON, reason=f"{error.msg} ({place})") from error
    except RecursionError as error:
        raise refused(_TOO_DEEP) from error
    except _NoJsonError as error:
        raise refused(_NO_JSON, reason=error) from error
    except ValueError as error:  # thousands of digits, which Python does not read
        raise refused(noop("a number of the question is too large")) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys are all different: else one part of the question would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for at, (key, _) in enumerate(pairs) if key in dict(pairs[:at]))
        shown = twice.encode(errors="replace").decode()  # half a character can be in no answer
        told = gettext('the key "{key}" is given twice in one object')
        raise _NoJsonError(told.format(key=shown))
    return found


def _no_constant(name: str) -> None:
    raise _NoJsonError(gettext("{name} is no number of JSON").format(name=name))


def refused(message: str, **words: Any) -> QuestionError:
    """One fault of the whole question: a marked sentence, and what fills its placeholders."""
    told = gettext(message)
    return QuestionError([Fault("", told.format(**words) if words else told)])


def check_size(data: dict[str, Any]) -> None:
    """That the question is not too long or too deep to be looked at. Raises QuestionError.

    Every level of the tree takes two levels of JSON or three, and its innermost parts a few more.
    """
    layer: list[Any] = [data]
    depth = 0
    number = 0
    while layer:
        depth += 1
        number += len(layer)
        if depth > 3 * MOST_DEEP + 8:
            raise refused(_TOO_DEEP)
        if number > MOST_CHARACTERS:
            raise refused(noop("the question has too many parts"))
        layer = [
            value
            for each in layer
            for value in (each.values() if isinstance(each, dict) else each)
            if isinstance(value, dict | list)
        ]  # fmt: skip


def check_text(data: dict[str, Any]) -> None:
    """That it can be written down again, and is not too long. Raises QuestionError."""
    try:
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        text.encode()
    except UnicodeEncodeError as error:
        raise refused(noop("a text of the question has half a character in it")) from error
    except ValueError as error:  # infinite, of thousands of digits, NaN
        raise refused(noop("a number of the question is too large, or is none")) from error
    if len(text) > MOST_CHARACTERS:
        raise refused(_TOO_LONG, most=MOST_CHARACTERS)
