"""What somebody takes along to check a settled version without us: everything in one zip, and a page for it."""
