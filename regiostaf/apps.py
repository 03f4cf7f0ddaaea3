"""Django's own apps as this site has them."""

from django.contrib.admin.apps import AdminConfig


class BeheerConfig(AdminConfig):
    """Django's admin, with the pages at /beheer/ as its one site."""

    default_site = "regiostaf.beheer.Beheer"
