"""The kring's choices: what may stand together, which answers a question allows, and how far a dossier is."""
