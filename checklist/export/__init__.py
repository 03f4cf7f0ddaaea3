"""Renderings of the Advies value: screen, PDF and JSON. Nothing here sees the database."""
