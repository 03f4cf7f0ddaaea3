"""Designs side by side: what differs between two dossiers, and two to four of them in one table."""
