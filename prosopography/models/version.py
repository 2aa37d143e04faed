"""The version of the record: one row, written anew after every act."""

from django.db import models


class Version(models.Model):
    """Which state of the record this database holds, so that a page can say it has not changed.

    The token is random and not a number that counts up: a database that was filled anew, or went back
    to a copy of yesterday, has another one than it had.
    """

    token = models.CharField(max_length=32)
    changed = models.DateTimeField()

    class Meta:
        default_permissions = ()  # nobody edits it

    def __str__(self) -> str:
        return self.token
