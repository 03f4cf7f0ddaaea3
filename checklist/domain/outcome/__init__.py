"""What the choices come to: how they compare with the nine models, on what grounds, and what would turn it."""
