"""What PDF, scans and OFD share: characters on a page to lines, tables and margins, pages to a Document."""
