"""The addresses of the catalogue."""

from django.urls import path

from models_catalogue import views

urlpatterns = [
    path("modellen/", views.models, name="models"),
    path("modellen/<slug:slug>/", views.model, name="model"),
]
