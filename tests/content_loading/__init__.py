"""Loading the content into the tables and writing it back to files."""
