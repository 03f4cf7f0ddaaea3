"""What goes wrong gets a page of ours in Dutch, and what was typed isn't lost."""
