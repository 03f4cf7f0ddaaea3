"""Content by machine: reads `fixtures/`, compares it with the tables, writes what is ours, dumps it again."""
