"""The product as it really runs: its server, its database, and many who visit it at once."""
