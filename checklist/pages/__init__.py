"""What pages show, as plain values for their templates: no query, no request."""
