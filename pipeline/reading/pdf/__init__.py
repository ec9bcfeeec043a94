"""PDF: fast by pdfium where that is sure, by pdfplumber where it is not, by recognition where there is no text."""
