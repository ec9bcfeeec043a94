"""Lines and tables as they stand on a page: columns, page numbers, wraps, tables drawn with characters."""
