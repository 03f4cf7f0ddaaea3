"""Helpers of the PDF tests: functions that misbehave, veraPDF, a walk over the structure tree, sample documents."""
