"""The settings under which the tests run: the product's own, in an environment that depends on nobody's `.env`.

Every variable that `regiostaf/settings.py` reads is set here first, so a developer's own values (an address, a
production database) never reach a test. Files go to a directory of this run only (`tests/conftest.py` makes and removes
it): two runs at the same time don't meet. SQLite is the default, as a file, because races need several connections to
one database; `python -m tests.postgres COMMAND` sets TEST_DATABASE_URL and so runs the same tests on PostgreSQL.
"""

import os
import secrets
import tempfile

# The workers of pytest-xdist inherit the directory of the run that started them.
os.environ.setdefault("TEST_VAR_DIR", f"{tempfile.gettempdir()}/regiostaf-tests-{secrets.token_hex(8)}")
os.environ.update(
    ADVIES_ARCHIEFVORMER="",
    ADVIES_INFORMATIECATEGORIE="",
    ADVIES_KEEP_YEARS="20",
    ADVIES_OPENBAARHEID="",
    ALLOWED_HOSTS="localhost,127.0.0.1,testserver",
    BEHIND_PROXY="false",
    DATABASE_URL=os.environ.get("TEST_DATABASE_URL", f"sqlite:///{os.environ['TEST_VAR_DIR']}/regiostaf.sqlite3"),
    DEBUG="false",
    # Most tests make more than a kring would; those of the limits set their own.
    FILES_PER_ADDRESS="100000",
    CHECKS_PER_ADDRESS="100000",
    CHECKS_IN_ALL="100000",
    WRONG_CODES_IN_ALL="100000",
    NEW_DOSSIERS_IN_ALL="100000",
    NEW_DOSSIERS_PER_ADDRESS="100000",
    NEW_DOSSIERS_PER_NETWORK="100000",
    RENDERINGS_IN_ALL="100000",
    RENDERINGS_PER_ADDRESS="100000",
    SECRET_KEY="only-for-tests-" + "x" * 50,
    SITE_URL="http://127.0.0.1:8000",
    VAR_DIR=os.environ["TEST_VAR_DIR"],
    WRONG_SIGN_INS_PER_ADDRESS="20",
    WRONG_SIGN_INS_PER_NAME="10",
)

from regiostaf.settings import *  # noqa: F403 - all of them
from regiostaf.settings import STORAGES

# A slow hash is the point of a password and the price of a test.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Hashed names, so that a page that asks for a missing file fails; not compressed, which takes five seconds each run.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}

# Every test has a browser of its own, and so the middleware anew: it would look at all 300 files a thousand times.
WHITENOISE_AUTOREFRESH = True
