"""Addresses of a meeting that people type: short, and without what a page adds to them."""

JOINING = "doe-mee/"
