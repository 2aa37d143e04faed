"""The addresses of the site: admin, API, and the pages in every language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from prosopography.web.errors import unknown_address

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("prosopography.api.versions")),
    # English has no prefix, so that no address changed when another language was added.
    *i18n_patterns(path("", include("prosopography.web.urls")), prefix_default_language=False),
    # Last: what lies in no language (“/ru”, without its slash).
    re_path(r"", unknown_address),
]

handler400 = "prosopography.web.errors.bad_request"
handler404 = "prosopography.web.errors.not_found"
handler500 = "prosopography.web.errors.server_error"
