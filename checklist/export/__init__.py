"""What leaves as a document: the HTML of the advies and the worksheet, the organigram, the time line, the PDF. Nothing
here sees the database."""
