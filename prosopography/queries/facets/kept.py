"""What took long to count is kept in memory, under a key that has the version of the record in it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

#: How many answers are kept; the ones that nobody asked for the longest go first.
MOST_KEPT = 500

_answers: OrderedDict[Hashable, Any] = OrderedDict()
_lock = Lock()


def kept(key: Hashable | None, make: Callable[[], Any] | None = None) -> Any:
    """What is kept under a key; else what ``make`` makes, which is kept then; else None.

    Under the key None nothing is kept.
    """
    if key is None:
        return make() if make else None
    with _lock:
        if key in _answers:
            _answers.move_to_end(key)
            return _answers[key]
    if make is None:
        return None
    made = make()
    with _lock:
        _answers[key] = made
        while len(_answers) > MOST_KEPT:
            _answers.popitem(last=False)
    return made
