"""What the checklist means, in pure Python: no Django, no database; frozen values, functions without side effects."""
