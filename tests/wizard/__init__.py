"""The page of one question: saving it, conflicts about it, and what it says meanwhile."""
