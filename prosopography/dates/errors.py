"""The one error of the room: a date that cannot be what it says."""

from __future__ import annotations


class DateError(ValueError):
    """A date that cannot be read, or that names a day that never was.

    `message` is a whole sentence for a historian, also `str()` of the error; `position` is the
    index of the faulty character in the text that was read, or None where no one character is
    to blame.
    """

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.position = position

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[type[DateError], tuple[str, int | None]]:
        return type(self), (self.message, self.position)
