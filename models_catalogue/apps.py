from django.apps import AppConfig


class ModelsCatalogueConfig(AppConfig):
    name = "models_catalogue"
    verbose_name = "Modellen en regio’s"
