"""The addresses of the site."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from checklist.admin.redactie import redactie
from regiostaf.styleguide import styleguide

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("checklist.urls")),
    path("", include("models_catalogue.urls")),
    path("beheer/redactie/", admin.site.admin_view(redactie), name="redactie"),
    path("beheer/", admin.site.urls),
]

handler400 = "regiostaf.errors.bad_request"
handler500 = "regiostaf.errors.server_error"

if settings.DEBUG:
    urlpatterns.append(path("stijlgids/", styleguide, name="styleguide"))
