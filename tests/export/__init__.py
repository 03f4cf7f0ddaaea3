"""What leaves the product as a document: the PDF, its drawing, and the process that makes it."""
