"""The organigram as SVG: its words, where everything stands, and the drawing."""
