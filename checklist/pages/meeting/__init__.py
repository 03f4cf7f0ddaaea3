"""What the screens of a meeting show, as plain values for their templates."""
