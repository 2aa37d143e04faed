"""Strictness: a parameter that is not known, or says nothing, is refused and never passed over.

An answer that silently leaves out a condition looks like an answer to the question that was asked.
"""

from collections.abc import Collection

from django.http import QueryDict
from rest_framework.exceptions import ErrorDetail

from .errors import RefusedError, did_you_mean, fault

#: The longest value that is looked at at all.
MAX_LENGTH = 2000
#: How many faults one answer names.
MAX_FAULTS = 20


def check_parameters(
    query: QueryDict,
    known: Collection[str],
    many: Collection[str] = (),
    long: Collection[str] = (),
) -> None:
    """Raises RefusedError (400) for every parameter that is unknown, empty, or given twice.

    ``many`` are the known parameters that can be given several times, ``long`` those of which
    their own reader says how long they may be.
    """
    faults = {}
    for name, values in query.lists():
        found = _fault(name, values, known, many, long)
        if found:
            faults[name.replace("\0", "\\0")] = found
        if len(faults) == MAX_FAULTS:
            break
    if faults:
        raise RefusedError(faults)


def _fault(
    name: str,
    values: list[str],
    known: Collection[str],
    many: Collection[str],
    long: Collection[str],
) -> list[ErrorDetail]:
    if name not in known:
        return fault(
            f"There is no such parameter.{did_you_mean(name, known)}", code="unknown_parameter"
        )
    if found := _illegible("".join(values)):
        return found
    if any(not value.strip() for value in values):
        return fault("The value is empty: leave the parameter out instead.", code="blank")
    if name not in long and any(len(value) > MAX_LENGTH for value in values):
        return fault(f"The value is longer than {MAX_LENGTH} characters.", code="too_long")
    if len(values) > 1 and name not in many:
        return fault("Give this parameter once only.", code="repeated")
    return []


def _illegible(text: str) -> list[ErrorDetail]:
    if "\0" in text:
        return fault("There is a NUL character in the value.", code="null_character")
    # What Django makes of bytes that are no UTF-8.
    if "\N{REPLACEMENT CHARACTER}" in text:
        return fault("The value cannot be read: it is not UTF-8.", code="unreadable")
    return []


def words_of(value: str, known: Collection[str], parameter: str) -> list[str]:
    """The words of a comma-separated value, each of them known. Raises RefusedError (400)."""
    words = [word.strip() for word in value.split(",")]
    for word in words:
        if word not in known:
            message = f"“{word}” is not one of: {', '.join(known)}.{did_you_mean(word, known)}"
            raise RefusedError({parameter: fault(message)})
    return list(dict.fromkeys(words))
