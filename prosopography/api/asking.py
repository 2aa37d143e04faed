"""What views that answer one question have in common, with their parameters and their schema."""

from collections.abc import Sequence
from typing import Any

from drf_spectacular.utils import OpenApiExample, OpenApiParameter

from .addresses import Addresses
from .base import StrictView
from .errors import did_you_mean, refuse
from .schema import ApiSchema

YES_OR_NO = {"true": True, "false": False}
#: The parameter that says which group is asked about.
OF_GROUP = OpenApiParameter(
    "q",
    required=True,
    description="The question that the group answers, as JSON.",
    examples=[
        OpenApiExample(
            "those who signed",
            '{"assertion": {"kind": "participation", "role": "signatory"}}',
            parameter_only=("q", "query"),
        )
    ],
)


class QuestionSchema(ApiSchema):
    """Describes a question as its view does."""

    def get_summary(self) -> str | None:
        """A line for the list of operations."""
        return str(self.view.summary)  # type: ignore[attr-defined]

    def get_tags(self) -> list[str]:
        """All questions together."""
        return ["questions"]


class QuestionView(StrictView):
    """A view that answers a question."""

    schema = QuestionSchema()
    summary: str
    #: Its own parameters.
    own: Sequence[OpenApiParameter] = ()

    def schema_parameters(self) -> list[OpenApiParameter]:
        """All that it knows."""
        return list(self.own)

    def common_parameters(self) -> set[str]:
        """The same by their names."""
        return {parameter.name for parameter in self.schema_parameters()}

    def context(self) -> dict[str, Any]:
        """What the serializers need."""
        return {"request": self.request, "addresses": Addresses(self.request)}

    def word(self, name: str, known: dict[str, Any], default: str) -> Any:
        """What one of a few words means. Raises RefusedError (400) for any other."""
        given = self.request.query_params.get(name, default).strip()
        if given not in known:
            message = f"“{given}” is not one of: {', '.join(known)}.{did_you_mean(given, known)}"
            raise refuse(name, message)
        return known[given]
