"""The version of the record: whether anything that the public can see may have changed."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth import get_user_model

from prosopography.models import Version


@dataclass(frozen=True)
class RecordVersion:
    """The state of the record: a token that every change replaces, and when that was."""

    token: str = ""
    changed: datetime | None = None
    editors: tuple[str, ...] = ()  # as they are called now, where readers are told their names


def record_version() -> RecordVersion:
    """The version of the record as it is now. Empty before the first act.

    One query, and one more where readers are told the names of the editors: to rename one is no act.
    """
    token, changed = Version.objects.values_list("token", "changed").first() or ("", None)
    return RecordVersion(token, changed, _editors() if settings.NAME_EDITORS else ())


def _editors() -> tuple[str, ...]:
    """Whoever has a name to be told."""
    users = get_user_model().objects.order_by("pk")
    return tuple(f"{user.pk} {name}" for user in users if (name := user.get_full_name()))
