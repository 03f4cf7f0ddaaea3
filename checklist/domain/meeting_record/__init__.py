"""What a meeting leaves behind: its record, as the dossier keeps it, and the words that it is written in."""
