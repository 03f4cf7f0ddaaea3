"""A meeting is opened, joined, answered and closed."""
