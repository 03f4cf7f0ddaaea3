"""The drawings of an advies as PNG, for files that can't hold SVG: drawn anew from the same places and words."""
