"""The twelve questions as a django-formtools wizard, one question per page."""
