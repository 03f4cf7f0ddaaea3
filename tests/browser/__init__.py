"""The product in a real browser: Debian's Chromium against gunicorn with the compressed static files."""
