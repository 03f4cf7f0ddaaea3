"""Our own closed HTML of a document as blocks, from which files that can be edited are written."""
