"""The pages of networks, around a person or within a group, and the same for other programs."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prosopography.interchange.network import FORMATS
from prosopography.models import Person
from prosopography.queries.network import (
    MOST_DRAWN,
    MOST_GIVEN,
    Network,
    around,
    drawing,
    entries,
    within,
)
from prosopography.queries.questions import Question, QuestionError, answer, read_text, sentence
from prosopography.queries.script import label_of

from .chosen import word
from .errors import NotFoundError, RefusalError
from .linking import FILTER, certain, number, offered, only
from .page import Crumb, Meta, Page, RowPage, api_address

#: How many steps a network goes from its person at most.
MOST_STEPS = 2
#: How long a sentence may be in a title.
_MOST_IN_TITLE = 100
_AMONG = {"true": True, "false": False}


class _NetworkPage(Page):
    """A network, drawn and as a list."""

    template_name = "network/detail.html"
    #: The parameters that say which network, beside what counts as a link.
    own: tuple[str, ...] = ()

    def told(self, network: Network, address: str) -> dict[str, Any]:
        """What the template needs of it."""
        counting = only(self.asked)
        query = f"?{urlencode(self.asked)}" if self.asked else ""
        stem = address.removesuffix("/")
        return {
            "network": network,
            "drawing": drawing(network),
            "entries": entries(network),
            "only": counting,
            "offered": offered(counting),
            "certain": certain(self.asked),
            "address": address,
            "most": MOST_DRAWN,
            "downloads": [(end, f"{stem}.{end}{query}") for end in FORMATS],
            "hidden": {name: self.asked[name] for name in self.own if name in self.asked},
        }


class _NetworkFile(Page):
    """A network for other programs."""

    def file(self, network: Network, title: str, name: str) -> HttpResponse:
        """The file in the format of the address. Raises NotFoundError for one that is not known."""
        end = self.kwargs["format"]
        if end not in FORMATS:
            raise NotFoundError
        media_type, write = FORMATS[end]
        response = HttpResponse(write(network, title), content_type=media_type)
        response["Content-Disposition"] = f'attachment; filename="{name}.{end}"'
        return response


class _OfPerson(RowPage):
    """What a network around a person is asked for."""

    known = (*FILTER, "steps", "among")
    model, plural = Person, "persons"

    def network(self, person: Person, most: int) -> Network:
        """The network of the address. Raises RefusalError."""
        return around(
            person,
            self.steps(),
            only(self.asked),
            certain=certain(self.asked),
            among=self.among(),
            most=most,
        )

    def steps(self) -> int:
        """How far it goes."""
        return number(self.asked, "steps", MOST_STEPS, 1)

    def among(self) -> bool:
        """Whether with the links of the farthest to one another."""
        return bool(word(self.asked, "among", _AMONG, "false"))


class PersonNetwork(_OfPerson, _NetworkPage):
    """Whom few links join to a person."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The network around the person."""
        person = self.row()
        network = self.network(person, MOST_DRAWN)
        address = reverse("web:person-network", args=[person.slug])
        return super().get_context_data(
            meta=self._meta(person, network),
            here=person,
            steps=self.steps(),
            among=self.among(),
            **self.told(network, address),
            **kwargs,
        )

    def _meta(self, person: Person, network: Network) -> Meta:
        name = label_of(person)
        title = _("Network of %(person)s") % {"person": name}
        linked = len(network.nodes) - 1 + network.left_out
        query = f"?{urlencode(self.asked)}" if self.asked else ""
        return self.meta(
            title,
            ngettext(
                "%(title)s: %(n)d person to whom relationships, bodies and events link this one, "
                "each link with its claims.",
                "%(title)s: %(n)d persons to whom relationships, bodies and events link this one, "
                "each link with its claims.",
                linked,
            )
            % {"title": title, "n": linked},
            Crumb(_("Persons"), reverse("web:person-list")),
            Crumb(name, reverse("web:person", args=[person.slug])),
            json=f"{api_address(self.plural, person.slug)}network/{query}",
        )


class PersonNetworkFile(_OfPerson, _NetworkFile):
    """The same for other programs."""

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file."""
        person = self.row()
        network = self.network(person, MOST_GIVEN)
        return self.file(network, f"Network of {person.label}", f"network-{person.slug}")


class _OfGroup(Page):
    """What a network within a group is asked for."""

    known = ("q", *FILTER)
    long = ("q",)
    plural = "questions"

    def question(self) -> Question:
        """The question that the group answers. Raises RefusalError."""
        if "q" not in self.asked:
            raise RefusalError(_("A network of a group needs a group: a question as “q”."))
        try:
            question = read_text(self.asked["q"])
        except QuestionError as error:
            raise RefusalError(
                _("The question in “q” cannot be read: %(fault)s.") % {"fault": error.faults[0]}
            ) from error
        self.asked["q"] = question.canonical
        return question

    def network(self, question: Question, most: int) -> Network:
        """The network of those who answer. Raises RefusalError."""
        counting, is_certain = only(self.asked), certain(self.asked)
        found = answer(question)
        return within(found.certain, found.possible, counting, certain=is_certain, most=most)


class GroupNetwork(_OfGroup, _NetworkPage):
    """What links the persons of a group with one another."""

    own = ("q",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The network within the group."""
        question = self.question()
        network = self.network(question, MOST_DRAWN)
        said = sentence(question)
        title = said if len(said) <= _MOST_IN_TITLE else f"{said[:_MOST_IN_TITLE].rstrip()}…"
        persons = len(network.nodes) + network.left_out
        meta = self.meta(
            _("Network: %(group)s") % {"group": title},
            ngettext(
                "What links %(n)d person with others by relationships, bodies and events: %(group)s.",
                "What links %(n)d persons with one another by relationships, bodies and events: "
                "%(group)s.",
                persons,
            )
            % {"n": persons, "group": title},
            Crumb(
                _("Questions"), f"{reverse('web:questions')}?{urlencode({'q': self.asked['q']})}"
            ),
            json=f"{api_address('groups')}network/?{urlencode(self.asked)}",
        )
        return super().get_context_data(
            meta=meta,
            sentence=said,
            group=f"{reverse('web:groups')}?{urlencode({'q': self.asked['q']})}",
            asking=f"{reverse('web:questions')}?{urlencode({'q': self.asked['q']})}",
            **self.told(network, reverse("web:group-network")),
            **kwargs,
        )


class GroupNetworkFile(_OfGroup, _NetworkFile):
    """The same for other programs."""

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file."""
        question = self.question()
        return self.file(self.network(question, MOST_GIVEN), sentence(question), "network")
