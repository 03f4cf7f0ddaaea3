"""The writes of a dossier, and queries that are prepared."""
