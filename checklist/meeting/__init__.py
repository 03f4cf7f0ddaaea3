"""The rooms of a meeting: the phone, the beamer, the bediening of the chair, and what keeps them up to date."""
