"""The time line of the besluitpad as SVG: where everything stands, and the drawing."""
