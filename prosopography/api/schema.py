"""The description of the API in OpenAPI 3, from the same parameters and shapes that answer."""

from typing import Any

from drf_spectacular.extensions import OpenApiFilterExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import build_parameter_type
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from .addresses import PLURALS
from .errors import ErrorSerializer

_ERRORS = {
    400: "A parameter is unknown, or its value cannot be answered; attr names it.",
    404: "There is nothing public at this address.",
    406: "The Accept header allows no JSON.",
    429: "Too many requests; Retry-After says in how many seconds to come back.",
}
_FORMER = {
    301: "The row has a new slug: Location leads to it.",
    410: "It was public once and has been retracted.",
}


class ApiSchema(AutoSchema):
    """Adds to every operation the errors it can answer with, and the parameters of its view."""

    def get_override_parameters(self) -> list[Any]:
        """The parameters that do not belong to filters or pages."""
        parameters = getattr(self.view, "schema_parameters", None)
        return parameters() if parameters else []

    def get_summary(self) -> str | None:
        """A line for the list of operations."""
        noun = getattr(self.view, "noun", None)
        if noun is None:
            return "Where everything is"
        return f"One {noun}" if self._is_single() else f"The {PLURALS[noun]}"

    def get_tags(self) -> list[str]:
        """The resource."""
        return [PLURALS[self.view.noun]] if hasattr(self.view, "noun") else ["root"]

    def get_response_serializers(self) -> Any:
        """The answer, and the one shape of all errors."""
        found = super().get_response_serializers()
        if isinstance(found, dict):
            return found
        answers: dict[int, Any] = {200: found}
        if self._is_single():
            answers[301] = OpenApiResponse(description=_FORMER[301])
            answers[410] = OpenApiResponse(ErrorSerializer, description=_FORMER[410])
        for code, description in _ERRORS.items():
            answers[code] = OpenApiResponse(ErrorSerializer, description=description)
        return dict(sorted(answers.items()))

    def _is_single(self) -> bool:
        return getattr(self.view, "action", "") == "retrieve"


class StrictFiltersSchema(OpenApiFilterExtension):
    """Describes the parameters of a list by what they themselves say."""

    target_class = "prosopography.api.filters.StrictFilters"
    priority = 1

    def get_schema_operation_parameters(
        self, auto_schema: AutoSchema, *args: Any, **kwargs: Any
    ) -> list[dict[str, Any]]:
        """One entry for each parameter of the set."""
        filterset = auto_schema.view.filterset_class  # type: ignore[attr-defined]
        described = [
            _described(name, parameter, filterset)
            for name, parameter in filterset.base_filters.items()
        ]
        # What most clients look for comes first, the rest as it is declared.
        return sorted(described, key=lambda each: each["name"] not in ("search", "ordering"))


def _described(name: str, parameter: Any, filterset: Any) -> dict[str, Any]:
    schema = dict(parameter.schema)
    if name == "ordering":
        # Several words can follow one another; each of them is one of these.
        words = filterset.ordering_words()
        schema = {"type": "array", "items": {"type": "string", "enum": words}}
    elif parameter.many:
        schema = {"type": "array", "items": schema}
    is_list = schema["type"] == "array"
    return build_parameter_type(
        name=name,
        schema=schema,
        location=OpenApiParameter.QUERY,
        description=parameter.help_text,
        explode=False if is_list else None,
        style="form" if is_list else None,
    )
