"""The door for a production server: ``gunicorn prosopography.wsgi``.

Whoever starts a server through this module is in production unless the environment says otherwise,
so that the checks of ``settings.py`` (secret key, allowed hosts, DEBUG) cannot be forgotten.
"""

import os

from django.core.wsgi import get_wsgi_application

if not os.environ.get("ENVIRONMENT", "").strip():  # an empty one says nothing
    os.environ["ENVIRONMENT"] = "production"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prosopography.settings")

application = get_wsgi_application()
