"""The acts by which a row comes before the public or leaves it, as the desk offers them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from prosopography.editing import publication
from prosopography.models import Status

from .permissions import may_publish, may_write


@dataclass(frozen=True)
class Act:
    """One act: from which status to which, what it is called, and what it needs."""

    name: str
    label: str
    done: str
    begins: frozenset[str]
    ends: str
    run: Callable[..., None]
    reviewers: bool  # whether it needs the permission to publish
    needs_reason: bool = False
    warning: str = ""
    else_: str = ""  # what to say of a row that has another status

    def refusal(self, user: Any, row: Any) -> str:
        """Why this row cannot have the act, before it is tried; empty when it may be tried."""
        if row.status not in self.begins:
            return self.else_
        if self.reviewers and not may_publish(user):
            return "Only a reviewer may do that."
        return "" if may_write(user, row) else "Only a reviewer changes what is no draft."


_PUBLIC = "Readers will see it at once."

ACTS = {
    act.name: act
    for act in (
        Act(
            name="submit",
            label="Submit for review",
            done="in review",
            begins=frozenset({Status.DRAFT}),
            ends=Status.REVIEW,
            run=publication.submit,
            reviewers=False,
            warning="You cannot change it while it is in review.",
            else_="Only a draft is submitted for review.",
        ),
        Act(
            name="send_back",
            label="Send back to the editor",
            done="sent back",
            begins=frozenset({Status.REVIEW}),
            ends=Status.DRAFT,
            run=publication.send_back,
            reviewers=True,
            needs_reason=True,
            warning="It becomes a draft again.",
            else_="Only what is in review is sent back.",
        ),
        Act(
            name="publish",
            label="Publish",
            done="published",
            begins=frozenset({Status.DRAFT, Status.REVIEW, Status.RETRACTED}),
            ends=Status.PUBLISHED,
            run=publication.publish,
            reviewers=True,
            warning=_PUBLIC,
            else_="It is published already.",
        ),
        Act(
            name="retract",
            label="Retract",
            done="retracted",
            begins=frozenset({Status.PUBLISHED}),
            ends=Status.RETRACTED,
            run=publication.retract,
            reviewers=True,
            needs_reason=True,
            warning="Readers will be told that it was withdrawn. Its history stays.",
            else_="Only what is published is retracted.",
        ),
    )
}


def act_between(begin: str, end: str) -> Act | None:
    """The act that leads from one status to the other; None where there is none."""
    return next((act for act in ACTS.values() if begin in act.begins and act.ends == end), None)


def reachable(begin: str) -> list[str]:
    """The statuses that a row of this one may have next, its own first among them."""
    return [begin, *(act.ends for act in ACTS.values() if begin in act.begins)]
