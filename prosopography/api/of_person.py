"""What is asked about one person, at an address below the person's."""

from django.http import Http404
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from prosopography.models import Person
from prosopography.queries.address import former_slug, visible

from .addresses import Addresses
from .asking import QuestionSchema, QuestionView
from .errors import Gone


class OfPersonSchema(QuestionSchema):
    """Describes a question about one person: with what becomes of the person's address."""

    def _is_single(self) -> bool:
        return True


class OfPerson(QuestionView):
    """A question about a person, whose slug stands in the address."""

    schema = OfPersonSchema()
    #: The end of the address, after that of the person.
    below: str

    def get(self, request: Request, slug: str) -> Response:
        """The answer, or what has become of the person; one query where the person is there."""
        person = visible(Person).filter(slug=slug).first()
        if person is not None:
            return self.answer(person, request)
        former = former_slug(Person, slug)
        if former.gone:
            raise Gone
        if not former.slug:
            raise Http404
        address = f"{Addresses(request).resource('person', former.slug)}{self.below}/"
        query = request.query_params.urlencode()
        headers = {"Location": f"{address}?{query}" if query else address}
        return Response(status=status.HTTP_301_MOVED_PERMANENTLY, headers=headers)

    def answer(self, person: Person, request: Request) -> Response:
        """What is asked of this person."""
        raise NotImplementedError
