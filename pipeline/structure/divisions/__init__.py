"""Where the parts of a document begin: attachments, chapters that are parts, forms."""
