"""Backups: made under saves, damaged in every way, put back, interrupted."""
