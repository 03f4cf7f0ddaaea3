"""The addresses of the site."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("checklist.urls")),
    path("", include("models_catalogue.urls")),
    path("beheer/", admin.site.urls),
]
