"""The collective biography of a group, alone or beside another: the page."""

import json
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from prosopography.models import Event
from prosopography.queries.address import visible
from prosopography.queries.language import later as _
from prosopography.queries.meant import written
from prosopography.queries.profile import profile
from prosopography.queries.profile.begin import asked_for, bodies
from prosopography.queries.questions import QuestionError, answer, read, read_text, sentence
from prosopography.queries.script import label_of

from .cite import cited_answer
from .clause import Reading, read_clause
from .clause_fields import PERSONS
from .clause_form import form
from .errors import RefusalError
from .group_event import Choice, chosen
from .group_life import ages_view, survival_view
from .group_view import Section, Side, both, section
from .page import Page, api_address
from .question import address

#: How long a sentence may be in a title, and in a description.
MOST_IN_TITLE, MOST_IN_DESCRIPTION = 100, 180
#: So many events are offered, to ask for the ages at one of them.
MOST_EVENTS = 60
_DESCRIPTION = _(
    "Collective biographies: when and where the members of a group were born, what they held and "
    "took part in, how they ended, what they share, and how well each of it is known."
)
#: The parts of the page: the title of each, and its measures; those in columns are ``_DRAWN``.
_PARTS = (
    ("births-part", _("Births"), ("births", "birthplaces")),
    ("ages-part", _("Ages"), ()),
    ("served-part", _("Bodies and offices"), ("bodies", "tenure-roles")),
    (
        "acts-part",
        _("Events and occupations"),
        ("events", "participation-roles", "occupation-roles"),
    ),
    ("ways-part", _("Ways"), ("ways", "ways-of-bodies")),
    ("fates-part", _("Fates"), ("ends", "life-events")),
    ("survival-part", _("Survival"), ()),
    ("shared-part", _("What they share"), ("shared",)),
    ("disputed-part", _("Where the sources disagree"), ("disputed",)),
    ("evidence-part", _("How well they are known"), ("evidence",)),
)
_DRAWN = frozenset({"births"})
#: The parameters by which a group is written down by names: the names, and who is meant by each.
_LISTED = tuple(name for each in PERSONS for name in (each.key, *each.picks))


class Part(NamedTuple):
    """A part of the page with its measures."""

    key: str
    title: str
    sections: list[Section]


class Group(Page):
    """A group's collective biography; without a question, some groups to begin with."""

    template_name = "group/detail.html"
    known = ("q", "with", "event", *_LISTED)
    long = ("q", "with", "persons")
    plural = "questions"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; of names, 302 to the group of these persons, or 400 with what is unclear."""
        if not any(name in self.asked for name in _LISTED):
            return super().get(request, *args, **kwargs)
        if "q" in self.asked:
            raise RefusalError(
                gettext("A group is a question or a list of persons: give one of the two.")
            )
        reading = read_clause("persons", self.asked)
        if not reading.errors:
            rest = {name: self.asked[name] for name in ("with", "event") if name in self.asked}
            found = urlencode({"q": read(reading.node).canonical} | rest)
            # Not Django's own, which refuses addresses as long as some are.
            return HttpResponse(status=302, headers={"Location": f"{here()}?{found}"})
        self.asked = {}
        return self.render_to_response(self.get_context_data(listed=reading), status=400)

    def get_template_names(self) -> list[str]:
        """Without a question, the page to begin with."""
        return [self.template_name if "q" in self.asked else "group/begin.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the measures say, part by part."""
        if "q" not in self.asked:
            if self.asked:
                raise RefusalError(
                    gettext("A collective biography needs a group: a question as “q”.")
                )
            meta = self.meta(gettext("Groups"), _DESCRIPTION)
            listed: Reading | None = kwargs.pop("listed", None)
            return super().get_context_data(
                meta=meta,
                form=form("persons", listed),
                examples=asked_for(),
                bodies=bodies(),
                address=here(),
                **kwargs,
            )
        event, choice = self._event()
        names = [name for name in ("q", "with") if name in self.asked]
        sides = [self._side(name, event) for name in names]
        told = self._answer(sides, event)
        return super().get_context_data(**told, choice=choice, **kwargs)

    def _answer(self, sides: list[Side], event: Event | None) -> dict[str, Any]:
        first, askings = sides[0], [side.asking for side in sides]
        measures = [side.profile.measures for side in sides]
        parts = [
            Part(
                key,
                title,
                [
                    section([each[name] for each in measures], askings, drawn=name in _DRAWN)
                    for name in names
                ],
            )
            for key, title, names in _PARTS
        ]
        others = askings[0].everybody_else()
        events = first.profile.measures["events"].listed[:MOST_EVENTS]
        named = written("event", [*events, *([event] if event else [])])
        return {
            "meta": self._meta(sides),
            "cite": cited_answer(
                self.request,
                gettext("Group: {sides}").format(
                    sides=gettext(" – beside – ").join(side.sentence for side in sides)
                ),
                [label_of(event)] if event else (),
                self._way(),
            ),
            "sides": [
                {"side": side, "address": address(side.question.canonical)} for side in sides
            ],
            "both": both(*askings) if len(sides) > 1 else None,
            "parts": parts,
            "ages": [
                ages_view(list(each), sides)
                for each in zip(*(side.profile.ages for side in sides), strict=True)
            ],
            "survivals": [
                survival_view(list(each), sides)
                for each in zip(*(side.profile.survival for side in sides), strict=True)
            ],
            "disputed": [side.profile.disputed for side in sides],
            "event": event,
            "event_name": named[event.slug] if event else "",
            "events": [(named[figure.slug], figure.label) for figure in events],
            "hidden": {name: self.asked[name] for name in ("q", "with") if name in self.asked},
            "beside": self._beside(first, others) if len(sides) == 1 else [],
            "alone": [self._way(q=side.question.canonical, **{"with": ""}) for side in sides],
            "turned": self._way(
                q=sides[-1].question.canonical, **{"with": first.question.canonical}
            ),
            "address": here(),
        }

    def _beside(self, first: Side, others: str) -> list[tuple[str, str]]:
        """What the group can be laid beside: everybody else, and the groups to begin with."""
        own = json.loads(first.question.canonical)
        found = [(gettext("everybody else of the record"), others)] if others else []
        found += [(each.title, each.text) for each in asked_for()]
        return [
            (title, self._way(**{"with": text})) for title, text in found if json.loads(text) != own
        ]

    def _side(self, name: str, event: Event | None) -> Side:
        """The group of a parameter. Raises RefusalError."""
        try:
            question = read_text(self.asked[name])
        except QuestionError as error:
            raise RefusalError(
                gettext("The question in “{name}” cannot be read: {faults}.").format(
                    name=name, faults=error.faults[0]
                )
            ) from error
        self.asked[name] = question.canonical
        found = answer(question)
        told = sentence(question)
        return Side(
            question=question,
            # It stands behind a colon.
            sentence=f"{told[:1].lower()}{told[1:]}",
            certain=len(found.certain),
            possible=len(found.possible),
            profile=profile(found.keys, event),
        )

    def _event(self) -> tuple[Event | None, Choice | None]:
        """The event that is asked about, or what may be meant; three queries by slug or label."""
        if "event" not in self.asked:
            return None, None
        found = chosen(self.asked.pop("event"))
        if found.row is None:
            offered = [(each, self._way(event=each.slug)) for each in found.candidates]
            return None, Choice(found.text, offered)
        self.asked["event"] = found.row.slug
        return visible(Event).get(slug=found.row.slug), None

    def _meta(self, sides: list[Side]) -> Any:
        words = [_short(side.sentence, MOST_IN_TITLE // len(sides)) for side in sides]
        told = [_short(side.sentence, MOST_IN_DESCRIPTION // len(sides)) for side in sides]
        numbers = gettext(" and ").join(str(side.profile.total) for side in sides)
        data = f"{api_address('groups', 'profile')}?{urlencode(self.asked)}"
        return self.meta(
            gettext("Group: {sides}").format(sides=gettext(" – beside – ").join(words)),
            gettext("The collective biography of {numbers} persons: {sides}.").format(
                numbers=numbers, sides=gettext(" – beside – ").join(told)
            ),
            json=data,
        )

    def _way(self, **more: str) -> str:
        """This page with other parameters; empty ones are left out."""
        asked = {name: value for name, value in {**self.asked, **more}.items() if value}
        return f"{here()}?{urlencode(asked)}"


def here() -> str:
    """The address of the page without a group."""
    return reverse("web:groups")


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
