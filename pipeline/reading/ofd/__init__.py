"""OFD (GB/T 33190-2016): the Chinese standard for documents with a fixed layout, a ZIP of XML parts."""
