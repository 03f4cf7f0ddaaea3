"""The product's own settings, with addresses for what can't be asked for: a page that breaks, a PDF that isn't made, a
file that is too large."""

from regiostaf.settings import *  # noqa: F403 - all of them

ROOT_URLCONF = "tests.browser.urls"
