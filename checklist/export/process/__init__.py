"""Renders a document in a process of its own, so that no document can stop the site."""
