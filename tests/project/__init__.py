"""What stands round the product: its scripts, deployment, packages and documents."""
