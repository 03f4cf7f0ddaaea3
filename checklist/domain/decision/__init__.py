"""What a dossier asks of which organ, and in what steps: the besluiten and the besluitpad."""
