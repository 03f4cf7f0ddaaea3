"""What templates are given: filters and tags."""
