"""The texts themselves: what the fixtures and templates say, whoever reads it."""
