"""The entry point for an application server: `python -m gunicorn regiostaf.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiostaf.settings")

application = get_wsgi_application()
