"""The concept-reglement of one design, from the content of `domain/reglement_content.py`."""
