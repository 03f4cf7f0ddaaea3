"""The advies as one value, and how it is composed."""
