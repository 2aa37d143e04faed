"""The addresses of the site: admin, API, pages."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("prosopography.api.urls", namespace="v1")),
    path("", include("prosopography.web.urls")),
]

handler400 = "prosopography.web.errors.bad_request"
handler404 = "prosopography.web.errors.not_found"
handler500 = "prosopography.web.errors.server_error"
