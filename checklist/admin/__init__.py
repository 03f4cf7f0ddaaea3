"""The pages at /beheer/ for redacteuren: correct texts, add and switch off, never delete; dossiers only as a list."""

from django.contrib import admin

from checklist.admin import accounts, catalogue, content, dossiers

__all__ = ["accounts", "catalogue", "content", "dossiers"]

admin.site.site_header = "Regiostaf: beheer"
admin.site.site_title = "Beheer van Regiostaf"
admin.site.index_title = "Wat wilt u bijwerken?"
