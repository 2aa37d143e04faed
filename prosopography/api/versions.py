"""The versions of the API, each below an address of its own. The schema is made from these alone."""

from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("prosopography.api.urls", namespace="v1")),
]
