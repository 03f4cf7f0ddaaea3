"""The concept-reglement that a design gives."""
