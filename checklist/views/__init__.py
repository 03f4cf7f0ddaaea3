"""Pages: load, call, render."""
