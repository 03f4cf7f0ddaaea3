"""Every other page: of a dossier, and to read and look things up in."""
