"""A live meeting, as rules without tables: what a round goes through, what is counted and may be shown, and the
majority as a whole."""
