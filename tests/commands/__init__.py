"""The commands that read a dossier file."""
