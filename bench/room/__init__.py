"""What a room sees of a question: words, sizes and what is in the window, measured in Chromium; never a test."""
