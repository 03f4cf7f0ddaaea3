"""A year later: what became of each besluit, and what was seen of what the kring would look at. Pure."""
