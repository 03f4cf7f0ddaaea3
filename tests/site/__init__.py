"""What holds for the whole site: for every address, every form, every error."""
