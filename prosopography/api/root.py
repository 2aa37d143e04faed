"""The root of the API, its schema and its documentation."""

from django.conf import settings
from django.templatetags.static import static
from drf_spectacular.renderers import (
    OpenApiJsonRenderer,
    OpenApiJsonRenderer2,
    OpenApiYamlRenderer,
    OpenApiYamlRenderer2,
)
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.versioning import NamespaceVersioning

from .addresses import PLURALS, Addresses
from .base import StrictView

#: The views that are no resource, as their addresses have them.
QUESTIONS = (
    "as-of",
    "succession",
    "questions",
    "groups/profile",
    "groups/network",
    "compare",
    "paths",
)


class RootSerializer(serializers.Serializer):
    """Where everything is."""

    title = serializers.CharField(help_text="The name of the site.")
    resources = serializers.DictField(
        child=serializers.URLField(), help_text="The list of each resource, by its name."
    )
    questions = serializers.DictField(
        child=serializers.URLField(), help_text="What can be asked across persons, by its name."
    )
    schema = serializers.URLField(help_text="This API in OpenAPI 3.")
    docs = serializers.URLField(help_text="A page on which every request can be tried.")


class Root(StrictView):
    """Where everything is."""

    serializer_class = RootSerializer

    def get(self, request: Request) -> Response:
        """The addresses of all resources."""
        addresses = Addresses(request)
        return Response(
            {
                "title": settings.SITE_NAME,
                "resources": {each: addresses.resources(each) for each in PLURALS.values()},
                "questions": {each: addresses.resources(each) for each in QUESTIONS},
                "schema": reverse("schema", request=request),
                "docs": reverse("docs", request=request),
            }
        )


class Schema(StrictView, SpectacularAPIView):
    """The API in OpenAPI 3: JSON, or YAML for who asks for application/vnd.oai.openapi."""

    schema = None  # type: ignore[assignment]
    api_version = "v1"
    renderer_classes = [
        OpenApiJsonRenderer2,
        OpenApiJsonRenderer,
        OpenApiYamlRenderer,
        OpenApiYamlRenderer2,
    ]


class Docs(SpectacularSwaggerSplitView):
    """A page that lists every request and lets one try it."""

    title = str(settings.SPECTACULAR_SETTINGS["TITLE"])
    template_name = "api/docs.html"
    url_name = "schema"
    versioning_class = NamespaceVersioning

    @staticmethod
    def _swagger_ui_resource(filename: str) -> str:
        return static(f"drf_spectacular_sidecar/swagger-ui-dist/{filename}")

    @staticmethod
    def _swagger_ui_favicon() -> str:
        return static("drf_spectacular_sidecar/swagger-ui-dist/favicon-32x32.png")
