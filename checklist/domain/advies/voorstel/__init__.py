"""The voorstel: what a bestuur can decide on, as a part of the advies, and how it is composed."""
