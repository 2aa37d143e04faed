"""Every setting, each from the environment, each with a default that lets a clone run at once.

``docs/settings.md`` describes them one by one; a test fails when one is missing there. In production
(``ENVIRONMENT=production``, which ``prosopography.wsgi`` presumes) a start without a secret key or
allowed hosts, or with DEBUG on, is refused with a sentence that says what to set.
"""

import os
from datetime import date
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


def env_text(name: str, default: str = "") -> str:
    """The environment variable, stripped; the default when it is missing or empty."""
    return os.environ.get(name, "").strip() or default


def env_bool(name: str, default: bool) -> bool:
    """A yes or a no from the environment; anything else is refused, never guessed."""
    given = env_text(name).lower()
    if given in ("1", "true", "yes", "on"):
        return True
    if given in ("0", "false", "no", "off"):
        return False
    if given:
        raise ImproperlyConfigured(f"{name} must be true or false, not {given!r}.")
    return default


def env_int(name: str, default: int) -> int:
    """A whole number from the environment."""
    given = env_text(name)
    try:
        return int(given) if given else default
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {given!r}.") from error


def env_list(name: str) -> list[str]:
    """A comma-separated list from the environment, blanks dropped."""
    return [item.strip() for item in env_text(name).split(",") if item.strip()]


# Who runs this -------------------------------------------------------------------------------------

ENVIRONMENT = env_text("ENVIRONMENT", "development")
if ENVIRONMENT not in ("development", "production"):
    raise ImproperlyConfigured(
        f"ENVIRONMENT must be development or production, not {ENVIRONMENT!r}."
    )
PRODUCTION = ENVIRONMENT == "production"

DEBUG = env_bool("DEBUG", not PRODUCTION)
SECRET_KEY = env_text("SECRET_KEY")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS")

if PRODUCTION:
    if DEBUG:
        raise ImproperlyConfigured(
            "DEBUG is on in production: unset DEBUG, or set DEBUG=false. "
            "(To develop, set ENVIRONMENT=development.)"
        )
    if not SECRET_KEY:
        raise ImproperlyConfigured(
            "No SECRET_KEY in production: set SECRET_KEY to a long random text of your own, for "
            'example the output of: python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    if not ALLOWED_HOSTS:
        raise ImproperlyConfigured(
            "No ALLOWED_HOSTS in production: set ALLOWED_HOSTS to the names under which the site is "
            "reached, separated by commas, for example ALLOWED_HOSTS=prosopography.example.org"
        )
else:
    # Only for a development server: sessions signed with this key are worth nothing.
    SECRET_KEY = SECRET_KEY or "development-only-not-a-secret"
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]", "testserver"]

CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")

# The record ----------------------------------------------------------------------------------------

SITE_NAME = env_text("SITE_NAME", "Prosopography of the Left Opposition")
# The folder below fixtures/ that holds the record: what bin/run loads and export_fixtures writes.
RECORD = env_text("RECORD", "left_opposition")
# The file with the questions that the page of questions begins with; those that the record cannot
# answer are left out.
EXAMPLE_QUESTIONS = env_text(
    "EXAMPLE_QUESTIONS", str(BASE_DIR / "fixtures" / "questions" / f"{RECORD}.json")
)
# Whether the public history of changes names the editors; otherwise each is “an editor”.
NAME_EDITORS = env_bool("NAME_EDITORS", False)
# Where the documents lie that the sources' `file` names; empty: nowhere.
DOCUMENTS_DIR = env_text("DOCUMENTS_DIR")
# The first day on which only the Gregorian calendar was in use where the record plays (the latest of
# them, if it plays in several countries). Before it, a date of unknown calendar covers both readings.
CALENDAR_REFORM = env_text("CALENDAR_REFORM", "1918-02-14")
try:
    date.fromisoformat(CALENDAR_REFORM)
except ValueError as error:
    raise ImproperlyConfigured(
        f"CALENDAR_REFORM must be a day such as 1918-02-14, not {CALENDAR_REFORM!r}."
    ) from error

# The application -----------------------------------------------------------------------------------

INSTALLED_APPS = [
    "prosopography",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "rest_framework",
    "simple_history",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "prosopography.web.compression.PublicGZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "prosopography.web.permissions.PermissionsMiddleware",
    # Before CommonMiddleware, which asks whether an address is one of ours.
    "prosopography.web.language.LanguageMiddleware",
    # Before what a page may set: who has the page already gets nothing more.
    "prosopography.web.unchanged.UnchangedMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "prosopography.urls"
WSGI_APPLICATION = "prosopography.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "prosopography.web.context.site",
            ],
        },
    },
]

# Two databases, one path: SQLite needs nothing installed; PostgreSQL by its address.
DATABASES = {
    "default": dj_database_url.parse(
        env_text("DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}"),
        conn_max_age=env_int("DATABASE_MAX_AGE", 60),
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A writer takes its lock at once, so that two editors wait for one another instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
        # A file of a large record is read in place instead of being copied page by page.
        "PRAGMA mmap_size=4294967296;",
    }
else:
    # What is public takes many joins, so that PostgreSQL takes a query for a large one and compiles
    # it for longer than it runs. An address with ?options=… of its own stands.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Every other language than the first has its code in the address (/ru/…), and its catalogue in
# prosopography/locale/. Names stay in their own language.
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("ru", "Русский")]
FORMAT_MODULE_PATH = ["prosopography.locale"]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
SIMPLE_HISTORY_REVERT_DISABLED = True  # a row goes back through editing/, which checks it

# The API -------------------------------------------------------------------------------------------

API_PAGE_SIZE = env_int("API_PAGE_SIZE", 50)
API_MAX_PAGE_SIZE = env_int("API_MAX_PAGE_SIZE", 500)
# Requests a minute from one address; 0 lifts the limit.
API_RATE = env_int("API_RATE", 600)

REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    # Read-only and public: nobody logs in here, so that no answer depends on who asks.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PAGINATION_CLASS": "prosopography.api.pagination.Pages",
    "DEFAULT_FILTER_BACKENDS": ["prosopography.api.filters.StrictFilters"],
    "DEFAULT_SCHEMA_CLASS": "drf_standardized_errors.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"] if API_RATE else [],
    "DEFAULT_THROTTLE_RATES": {"anon": f"{API_RATE}/minute"},
    # Without a proxy of ours, what a client says of its address in a header is worth nothing.
    "NUM_PROXIES": env_int("PROXIES", 0),
    "EXCEPTION_HANDLER": "drf_standardized_errors.handler.exception_handler",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}

SPECTACULAR_SETTINGS = {
    "TITLE": f"{SITE_NAME}: API",
    "DESCRIPTION": "Everything that the public can see of the record, to be read only. Every list "
    "refuses parameters that it does not know. An assertion is one claim of a source; it comes with "
    "its date, its certainty and its citations. Only published rows are ever told of.",
    "VERSION": "1",
    "SORT_OPERATION_PARAMETERS": False,
    "SERVE_URLCONF": "prosopography.api.versions",
}

# Security ------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
HTTPS = env_bool("HTTPS", PRODUCTION)
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env_int("HSTS_SECONDS", 3600)
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

LOG_LEVEL = env_text("LOG_LEVEL", "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    # Django's own handlers would say everything a second time.
    "loggers": {"django": {"handlers": [], "level": LOG_LEVEL, "propagate": True}},
}
