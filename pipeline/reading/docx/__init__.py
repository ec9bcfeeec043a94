"""DOCX: the package, its styles and numbering, and the body in the order a reader sees."""
