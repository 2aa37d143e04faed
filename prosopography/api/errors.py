"""Every error of the API in one shape, whatever went wrong and wherever.

``{"type": …, "errors": [{"code": …, "detail": …, "attr": …}]}``: the type is ``validation_error``
(400; ``attr`` names the parameter), ``client_error`` or ``server_error``; see docs/api.md.
"""

from typing import Any

from rest_framework import serializers, status
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError

from prosopography.queries.text import nearest


class Gone(APIException):
    """410: what stood here was public once and has been taken back."""

    status_code = status.HTTP_410_GONE
    default_detail = "This was published once and has been retracted."
    default_code = "gone"


class RefusedError(ValidationError):
    """400: parameters that cannot be answered, each with its sentence."""

    def __init__(self, faults: dict[str, list[ErrorDetail]]) -> None:
        super().__init__(dict(sorted(faults.items())))


def fault(message: str, code: str = "invalid") -> list[ErrorDetail]:
    """What is wrong with one parameter."""
    return [ErrorDetail(message, code=code)]


def refuse(parameter: str, message: str, code: str = "invalid") -> RefusedError:
    """The error that names one parameter and says what is wrong with it."""
    return RefusedError({parameter: fault(message, code)})


def did_you_mean(word: str, known: Any) -> str:
    """“ Did you mean …?” with the nearest known word, or nothing when none is near."""
    near = nearest(word, known)
    return f" Did you mean “{near}”?" if near else ""


class FaultSerializer(serializers.Serializer):
    """One thing that is wrong."""

    code = serializers.CharField(help_text="A short word for programs: invalid, not_found, gone …")
    detail = serializers.CharField(help_text="A sentence for people.")
    attr = serializers.CharField(
        allow_null=True, help_text="The parameter that is at fault; null when none is."
    )


class ErrorSerializer(serializers.Serializer):
    """What every error of the API looks like."""

    type = serializers.CharField(help_text="validation_error, client_error or server_error.")
    errors = FaultSerializer(many=True)  # type: ignore[assignment]
