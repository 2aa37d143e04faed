"""What every page knows."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from .navigation import navigation


def site(request: HttpRequest) -> dict[str, Any]:
    """The name of the site, and the navigation, which is made where a template asks for it."""
    return {"site_name": settings.SITE_NAME, "navigation": partial(navigation, request)}
