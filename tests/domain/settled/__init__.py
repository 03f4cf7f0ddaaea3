"""Tests of what is settled, as values."""
