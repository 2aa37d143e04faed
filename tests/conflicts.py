"""Small conflicts for the tests, of each state and nature, with real people in them.

    Smilga's death    1937 (Info list) against 1938 (article)            a disagreement
    Smilga's birth    19 November against 1 December 1892, both Julian   a remark on calendars
    the Declaration   1923 against 1924                                  a disagreement, of an event
    Smilga expelled   affirmed and denied                                a disagreement

What could leak stands beside them: a third date in a draft, a retracted and an uncited claim.
"""

from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prosopography.editing import settlement
from prosopography.models import Assertion, Person, Settlement, Status, Verdict
from prosopography.queries.conflict import find
from prosopography.queries.conflicts import NOUNS, conflicts_of
from tests import cast

DEATH = "single_date:person:ivar-smilga:death"
BIRTH = "single_date:person:ivar-smilga:birth"
EVENT = "single_date:event:declaration-of-the-46"
EXPELLED = "denied:person:ivar-smilga:life_event:expelled"


def death(edtf: str, who: Person | None = None, **columns: Any) -> Assertion:
    """A published death."""
    return cast.claim("death", person=who or cast.person(), edtf=edtf, date_text=edtf, **columns)


def deaths(who: Person | None = None) -> tuple[Assertion, Assertion]:
    """A death dated 1937 and 1938, with claims beside them that the public does not see."""
    first = death("1937", who, source=cast.source("info-list"), quotation="(1892–1937)")
    second = death(
        "1938", who, quotation="finally executed", attributed_to_source=cast.source("memoirs")
    )
    death("1936", who, status=Status.DRAFT, note="leak")
    death("1935", who, status=Status.RETRACTED, note="leak")
    death("1934", who, cited=False, note="leak")
    return first, second


def births() -> None:
    """A birth on what is probably one day in two calendars."""
    cast.birth(edtf="1892-11-19", calendar="julian", source=cast.source("info-list"))
    cast.birth(edtf="1892-12-01", calendar="julian")


def occurrences() -> None:
    """The Declaration of the 46, dated 1923 and 1924."""
    for edtf in ("1923", "1924"):
        cast.claim("occurrence", event=cast.event(), edtf=edtf, calendar="gregorian")


def expulsion() -> tuple[Assertion, Assertion]:
    """That Smilga was expelled, affirmed and denied."""
    columns = {"person": cast.person(), "role": cast.role("expelled")}
    return (
        cast.claim("life_event", **columns, source=cast.source("info-list")),
        cast.claim("life_event", **columns, polarity="denied"),
    )


def settle(key: str, preferred: Assertion | None = None, reason: str = "It was so.") -> Settlement:
    """Settles a conflict as Boris, on what stands there now."""
    conflict = find(key)
    assert conflict is not None
    return settlement.settle(
        key,
        fingerprint=conflict.fingerprint,
        verdict=Verdict.STAND if preferred is None else Verdict.PREFER,
        preferred=preferred,
        reason=reason,
        editor=boris(),
    )


def finding(noun: str = "person") -> int:
    """How many queries it takes to find the conflicts of all rows of a noun."""
    rows = list(NOUNS[noun].objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as queries:
        conflicts_of(noun, rows)
    return len(queries)


def boris() -> User:
    """A reviewer."""
    return User.objects.get_or_create(username="boris", defaults={"is_staff": True})[0]
