"""That nobody can tell which gemeente answered what in secret mode."""
