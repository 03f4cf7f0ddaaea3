"""Settings of Regiostaf: one file, every difference between hosts comes from the environment.

A file `.env` in the project's root is read when it is there and SECRET_KEY isn't in the environment: who gives that
there gives every setting there. A real environment variable goes first.
A variable that is missing or can't be understood stops the start with its name.
"""

import os
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.contrib.messages import constants as message_levels
from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

BASE_DIR = Path(__file__).resolve().parent.parent

# The version of the product, from the one place that says it; backups and settled documents bear it.
APP_VERSION: str = tomllib.loads((BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

env = Env()
# systemd reads the settings itself, from a file of root. A `.env` that script/server left here is not for the service:
# it can't read it, and must not get a DEBUG from it.
if "SECRET_KEY" not in os.environ:
    env.read_env(BASE_DIR / ".env", recurse=False)

DEBUG: bool = env.bool("DEBUG", default=False)
SECRET_KEY: str = env.str("SECRET_KEY", validate=lambda key: len(key) >= 32)
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

# The address at which users reach this site; https switches on everything that needs it.
SITE_URL: str = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
if urlsplit(SITE_URL).scheme not in {"http", "https"} or not urlsplit(SITE_URL).netloc:
    raise ImproperlyConfigured("SITE_URL must be an http(s) address such as https://regiostaf.example")
HTTPS = SITE_URL.startswith("https://")

# Files that belong to this installation, not to the code: database, collected static files, locks of the PDF workers.
VAR_DIR: Path = env.path("VAR_DIR", default=BASE_DIR / "var")

INSTALLED_APPS = [
    "regiostaf.apps.BeheerConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "formtools",
    "simple_history",
    "models_catalogue",
    "checklist",
]

MIDDLEWARE = [
    # Before all others: two hundred screens ask it every two seconds.
    "checklist.meeting.live.answers_first",
    "regiostaf.middleware.body_to_the_end",
    "regiostaf.middleware.head_without_body",
    # Before those that answer, so that whatever they say under a key is private too.
    "checklist.middleware.private_pages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "regiostaf.middleware.GZip",
    "csp.middleware.CSPMiddleware",
    "regiostaf.middleware.body_too_large",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "checklist.middleware.LimitPage",
    "checklist.middleware.DossierGone",
    "checklist.middleware.DossierSettled",
    "checklist.middleware.MovedToReading",
    "regiostaf.middleware.method_page",
]

ROOT_URLCONF = "regiostaf.urls"
WSGI_APPLICATION = "regiostaf.wsgi.application"

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
                "checklist.context_processors.glossary",
                "checklist.context_processors.house",
            ],
        },
    },
]

DATABASE_URL: str = env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'regiostaf.sqlite3'}")
# Each thread keeps its connection, sixteen in all: the screens of a meeting ask a hundred times a second, and making a
# connection costs more than what they ask. And on a full disk SQLite can't make the files beside its own that it needs
# to read, which the last connection takes away.
DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=None, conn_health_checks=True)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["ENGINE"] = "regiostaf.sqlite"
    # Measured with 200 people at once: without IMMEDIATE most writes fail with 'database is locked'.
    # FULL: a save that was confirmed survives a loss of power. SECURE_DELETE: what was deleted isn't left in the file.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
        ),
    }
    # Tests of races need a file that several connections share.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
else:
    # Seconds until a server that is gone without a word is given up; the system itself would wait for minutes.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Pieces of pages that are the same for every dossier, by the stamp of the content that they were made of: each process
# keeps its own, and none can be old (models_catalogue/stamp.py). Nothing that a kring typed comes in here.
CACHES = {
    "fragments": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 1000}},
    "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

# Limits that hold over all processes and servers, because they are counted in the database (checklist/limits.py). The
# numbers per address leave room for a kring that shares one connection; those in all protect the machine. Why they are
# as large as they are: docs/limits.md.
_AT_LEAST_ONE = validate.Range(min=1, max=1_000_000)
NEW_DOSSIERS_PER_ADDRESS: int = env.int("NEW_DOSSIERS_PER_ADDRESS", default=20, validate=_AT_LEAST_ONE)
NEW_DOSSIERS_PER_NETWORK: int = env.int("NEW_DOSSIERS_PER_NETWORK", default=100, validate=_AT_LEAST_ONE)
NEW_DOSSIERS_IN_ALL: int = env.int("NEW_DOSSIERS_IN_ALL", default=150_000, validate=_AT_LEAST_ONE)
RENDERINGS_PER_ADDRESS: int = env.int("RENDERINGS_PER_ADDRESS", default=60, validate=_AT_LEAST_ONE)
RENDERINGS_IN_ALL: int = env.int("RENDERINGS_IN_ALL", default=600, validate=_AT_LEAST_ONE)
FILES_PER_ADDRESS: int = env.int("FILES_PER_ADDRESS", default=60, validate=_AT_LEAST_ONE)
CHECKS_PER_ADDRESS: int = env.int("CHECKS_PER_ADDRESS", default=60, validate=_AT_LEAST_ONE)
CHECKS_IN_ALL: int = env.int("CHECKS_IN_ALL", default=600, validate=_AT_LEAST_ONE)
WRONG_CODES_IN_ALL: int = env.int("WRONG_CODES_IN_ALL", default=300, validate=_AT_LEAST_ONE)
WRONG_SIGN_INS_PER_NAME: int = env.int("WRONG_SIGN_INS_PER_NAME", default=10, validate=_AT_LEAST_ONE)
WRONG_SIGN_INS_PER_ADDRESS: int = env.int("WRONG_SIGN_INS_PER_ADDRESS", default=20, validate=_AT_LEAST_ONE)

# For how long the page that settles a voorstel proposes to keep it. Nothing goes by itself after that.
ADVIES_KEEP_YEARS: int = env.int("ADVIES_KEEP_YEARS", default=20, validate=validate.Range(min=1, max=100))

# What an archivaris decided for this installation and the files for the archive say (docs/archive.md): a term as
# 'label; code; list'. A body needs no code and register; of a term in a list the code alone may be empty.
_WORDS = r"[^;]*[^;\s][^;]*"
_BODY = validate.Regexp(rf"(\s*|{_WORDS}(;{_WORDS};{_WORDS})?)\Z")
_TERM = validate.Regexp(rf"(\s*|{_WORDS};[^;]*;{_WORDS})\Z")
ADVIES_ARCHIEFVORMER: str = env.str("ADVIES_ARCHIEFVORMER", default="", validate=_BODY)
ADVIES_INFORMATIECATEGORIE: str = env.str("ADVIES_INFORMATIECATEGORIE", default="", validate=_TERM)
ADVIES_OPENBAARHEID: str = env.str("ADVIES_OPENBAARHEID", default="", validate=_TERM)

AUTHENTICATION_BACKENDS = ["regiostaf.sign_in.LimitedBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "locale"]

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "regiostaf.static_files.StaticFiles"},
}

# What is compressed already; and ttf, which only the PDF renderer reads, from disk (it would take seven seconds).
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("gif", "jpg", "png", "webp", "woff", "woff2", "gz", "br", "ttf")

# Room for texts far over their cap, so that a form can say so and keep them: both texts of a question at four times
# their cap, each character as the twelve bytes of an emoji in a form. More would only cost time, which goes up with the
# bytes of a body. A dossier file is checked by its own view.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
# A controle with all the actions that a dossier may have, and every tension, has some 2,500 fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_600
# The largest dossier file, with room to spare: what doesn't fit goes to the disk first, which may be full.
FILE_UPLOAD_MAX_MEMORY_SIZE = 3_500_000

# No status message needs the database: a GET never writes.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
MESSAGE_TAGS = {message_levels.SUCCESS: "ok"}

# Only the beheer is signed in to: whoever comes with an address that isn't ours ends there.
LOGIN_URL, LOGIN_REDIRECT_URL = "admin:login", "admin:index"
SESSION_ENGINE = "regiostaf.sessions"
# From the moment of signing in, because a GET never writes: a working day and its evening, never until the next morning
# on a computer that was left.
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
# With 'no-referrer' Chromium posts `Origin: null` and every save would be refused.
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_PROXY: bool = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "regiostaf.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# Errors go to the standard error stream of the server, all through one handler: the path of a dossier is its key, and
# no key is in any log.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_keys": {"()": "regiostaf.logs.WithoutKeys"}},
    "formatters": {
        "line": {
            "class": "regiostaf.logs.ClientErrorsInOneLine",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "filters": ["without_keys"], "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "ERROR"},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
