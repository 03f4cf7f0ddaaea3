"""Limits on making dossiers, making documents and signing in."""
