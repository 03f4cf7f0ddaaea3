"""The addresses of the fixed floor."""

from django.urls import path

from bench.fixed import views

urlpatterns = [path("page/<int:number>/", views.page), path("save/", views.save)]
